"""Which window has the keyboard on Wayland. Only sway tells so far (by its IPC socket); the others keep it secret."""

from __future__ import annotations

import json
import os
import socket
import struct
from typing import Any

from desktop.insertion.terminals import TERMINALS
from desktop.insertion.window import Window

_MAGIC = b"i3-ipc"
_GET_TREE = 4
_SECONDS = 2.0


def focused_window() -> Window | None:
    """The focused window; None if none is, or the compositor does not tell."""
    path = os.environ.get("SWAYSOCK") or os.environ.get("I3SOCK")
    if not path:
        return None
    try:
        node = _find_focused(_ask(path, _GET_TREE))
    except (OSError, ValueError, struct.error):
        return None
    if node is None or node.get("pid") is None:
        return None
    app = node.get("app_id") or (node.get("window_properties") or {}).get("class") or ""
    return Window(str(node["id"]), app, node.get("name") or "", node["pid"], app.lower() in TERMINALS)


def _ask(path: str, kind: int) -> Any:
    """i3's IPC: magic, length, type (native byte order), then JSON."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(_SECONDS)
        connection.connect(path)
        connection.sendall(_MAGIC + struct.pack("=II", 0, kind))
        head = _receive(connection, len(_MAGIC) + 8)
        length, _ = struct.unpack("=II", head[len(_MAGIC) :])
        return json.loads(_receive(connection, length))


def _receive(connection: socket.socket, size: int) -> bytes:
    received = b""
    while len(received) < size:
        part = connection.recv(size - len(received))
        if not part:
            raise OSError("the compositor closed the connection")
        received += part
    return received


def _find_focused(node: dict[str, Any]) -> dict[str, Any] | None:
    if node.get("focused"):
        return node
    for child in node.get("nodes", []) + node.get("floating_nodes", []):
        found = _find_focused(child)
        if found is not None:
            return found
    return None
