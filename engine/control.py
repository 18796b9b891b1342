"""Talking to the running application: one line of JSON there, one line back, over a socket of the same user.

The socket is in the home's runtime folder (0700), so that nobody else reaches it; there is no TCP. The server's side
is in the desktop.
"""

from __future__ import annotations

import json
import os
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from engine.errors import AttuneError, ChildError
from engine.json_text import parse_json
from engine.paths import Home, hash_path

SECONDS = 5.0
LEND_SECONDS = 30.0  # an import that the application has begun may take that long
LONGEST_LINE = 1 << 16  # bytes
_CREDENTIALS = struct.Struct("iII")  # process, user, group: struct ucred of Linux
COMMANDS = ("start", "stop", "toggle", "cancel", "status", "show", "correct")


class NotRunningError(AttuneError):
    """No application runs for this home."""


def address(home: Home) -> str:
    """Where the application listens: a path, or on Windows the name of a pipe."""
    if sys.platform == "win32":
        return rf"\\.\pipe\attune-{hash_path(home.base):016x}"
    return str(home.runtime / "control.sock")


def ask(home: Home, command: str, seconds: float = SECONDS, **arguments: Any) -> dict[str, Any]:
    """Have the running application carry out `command`, one of `COMMANDS`; returns its answer.

    Raises:
        NotRunningError: no application runs for this home.
        ChildError: it does not answer in time.
        AttuneError: it cannot do that, and says why.
    """
    request = json.dumps({"command": command, **arguments}).encode() + b"\n"
    return _parse(_exchange(address(home), request, seconds))


class Borrowed:
    """The running application lets this process write to the library, as long as the connection is open."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def give_back(self) -> None:
        """The application goes on writing."""
        self._connection.close()


def borrow(home: Home, seconds: float = LEND_SECONDS) -> Borrowed:
    """Ask the running application to let this process write to the library: it finishes what it has begun first.

    Raises:
        NotRunningError: no application runs for this home, or it cannot lend on this platform.
        ChildError: it does not answer in time.
        AttuneError: it does not lend.
    """
    if sys.platform == "win32":
        raise NotRunningError("The running application cannot lend its library on Windows.", "Close it first.")
    connection = socket.socket(socket.AF_UNIX)
    try:
        with _told(seconds):
            connection.settimeout(seconds)
            connection.connect(address(home))
            connection.sendall(b'{"command": "lend"}\n')
            with connection.makefile("rb") as answers:
                line = answers.readline(LONGEST_LINE)
        _parse(line)
    except BaseException:
        connection.close()
        raise
    return Borrowed(connection)


def is_same_user(descriptor: int) -> bool:
    """Whether the other end of a connected socket belongs to this user; True where the system does not tell.

    The folder keeps others out already. This holds where somebody opened it.
    """
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    with socket.socket(fileno=os.dup(descriptor)) as connection:
        credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    _pid, user, _group = _CREDENTIALS.unpack(credentials)
    return bool(user == os.getuid())


def _exchange(where: str, request: bytes, seconds: float) -> bytes:
    with _told(seconds):
        if sys.platform == "win32":
            return _exchange_pipe(where, request)
        return _exchange_socket(where, request, seconds)


@contextmanager
def _told(seconds: float) -> Iterator[None]:
    """The system's errors as ours."""
    try:
        yield
    except (FileNotFoundError, ConnectionRefusedError) as error:
        raise NotRunningError("Attune is not running.", "Start it: attune") from error
    except TimeoutError as error:
        raise ChildError(f"Attune did not answer in {seconds:.0f} s.", "Try again, or start it anew.") from error
    except OSError as error:
        raise ChildError("Attune cannot be reached.", "Try again, or start it anew.") from error


def _parse(line: bytes) -> dict[str, Any]:
    if not line.endswith(b"\n"):
        raise ChildError("Attune ended before it answered.", "Start it again: attune")
    answer = parse_json(line)
    if "error" in answer:
        raise AttuneError(str(answer["error"]), str(answer.get("remedy", "")))
    return dict(answer)


def _exchange_socket(where: str, request: bytes, seconds: float) -> bytes:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(seconds)
        connection.connect(where)
        connection.sendall(request)
        with connection.makefile("rb") as answers:
            return answers.readline(LONGEST_LINE)


def _exchange_pipe(where: str, request: bytes) -> bytes:
    with open(where, "r+b", buffering=0) as pipe:  # noqa: PTH123 # a pipe's name is no path
        pipe.write(request)
        line = bytearray()
        while not line.endswith(b"\n") and (piece := pipe.read(1)):
            line += piece
        return bytes(line)
