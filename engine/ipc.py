"""Messages between a parent and its child over a connected socket: a JSON object, and bytes such as audio.

    marker "AtM1" | header length u32 | payload length u32 | header (JSON object, UTF-8) | payload

All little-endian. Both lengths are capped, so that a confused sender cannot make the receiver fill its memory.
After any error the two sides may have lost step: the channel is closed then.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from engine.errors import ChildError
from engine.json_text import parse_json

MARKER = b"AtM1"
MAX_HEADER = 1 << 20  # bytes
MAX_PAYLOAD = 1 << 22  # bytes; 30 s of audio are half of that
_PREFIX = struct.Struct("<4sII")
_REMEDY = "Try again."


class ChannelClosedError(ChildError):
    """The other side is gone."""


class ChannelTimeoutError(ChildError):
    """The other side did not take or send a message in time."""


class ChannelGarbageError(ChildError):
    """What came is no message, or one over the caps."""


@dataclass(frozen=True)
class Message:
    """A JSON object, and bytes that belong to it."""

    header: Mapping[str, Any]
    payload: bytes = field(default=b"", repr=False)


class Channel:
    """One end of a connection. One thread at a time sends, one at a time receives."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection

    def send(self, message: Message, timeout: float | None = None) -> None:
        """Hand over the whole message, within `timeout` seconds.

        Raises:
            ChannelClosedError, ChannelTimeoutError: the channel is of no use any more.
            ValueError: the message is over the caps.
        """
        data = pack(message)
        with self._closing_on_error(timeout):
            self._socket.settimeout(timeout)
            self._socket.sendall(data)

    def receive(self, timeout: float | None = None) -> Message:
        """The next whole message, within `timeout` seconds.

        Raises:
            ChannelClosedError, ChannelTimeoutError, ChannelGarbageError: the channel is of no use any more.
        """
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._closing_on_error(timeout):
            header_length, payload_length = _unpack_prefix(self._read(_PREFIX.size, deadline))
            header = _parse_header(self._read(header_length, deadline))
            return Message(header, bytes(self._read(payload_length, deadline)))

    def close(self) -> None:
        """Let go; the other side notices."""
        self._socket.close()

    def __enter__(self) -> Channel:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, count: int, deadline: float | None) -> bytearray:
        data = bytearray()
        while len(data) < count:
            if deadline is not None:
                self._socket.settimeout(max(1e-3, deadline - time.monotonic()))
            else:
                self._socket.settimeout(None)
            piece = self._socket.recv(min(1 << 16, count - len(data)))
            if not piece:
                raise ChannelClosedError("The other process has ended.", _REMEDY)
            data += piece
        return data

    @contextlib.contextmanager
    def _closing_on_error(self, timeout: float | None) -> Any:
        try:
            yield
        except ChildError:
            self.close()
            raise
        except TimeoutError as error:
            self.close()
            raise ChannelTimeoutError(f"The other process did not answer in {timeout:.0f} s.", _REMEDY) from error
        except OSError as error:
            self.close()
            raise ChannelClosedError("The other process has ended.", _REMEDY) from error


def pack(message: Message) -> bytes:
    """The bytes of a message.

    Raises:
        ValueError: it is over the caps.
    """
    header = json.dumps(message.header, ensure_ascii=False).encode("utf-8", "surrogatepass")
    if len(header) > MAX_HEADER or len(message.payload) > MAX_PAYLOAD:
        raise ValueError(f"a message of {len(header)} + {len(message.payload)} bytes is over the caps")
    return _PREFIX.pack(MARKER, len(header), len(message.payload)) + header + message.payload


def _unpack_prefix(prefix: bytearray) -> tuple[int, int]:
    marker, header_length, payload_length = _PREFIX.unpack(prefix)
    if marker != MARKER:
        raise ChannelGarbageError("The other process sent something that is no message.", _REMEDY)
    if header_length > MAX_HEADER or payload_length > MAX_PAYLOAD:
        raise ChannelGarbageError("The other process sent a message that is too long.", _REMEDY)
    return header_length, payload_length


def _parse_header(data: bytearray) -> dict[str, Any]:
    try:
        header = parse_json(data.decode("utf-8", "surrogatepass"))
    except ValueError as error:
        raise ChannelGarbageError("The other process sent a damaged message.", _REMEDY) from error
    if not isinstance(header, dict):
        raise ChannelGarbageError("The other process sent a damaged message.", _REMEDY)
    return header


def start_child(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path | None = None
) -> tuple[subprocess.Popen[bytes], Channel]:
    """Start `command` in `folder` with a channel as its standard input; what it prints goes to `log`, or nowhere.

    Raises:
        ChildError: it cannot be started.
    """
    ours, theirs = socket.socketpair()
    with theirs, _open_log(log) as output:
        on_windows = sys.platform == "win32"
        try:
            child = subprocess.Popen(
                command,
                cwd=folder,
                env=dict(environment),
                stdin=subprocess.PIPE if on_windows else theirs.fileno(),
                stdout=output,
                stderr=output,
            )
        except OSError as error:
            ours.close()
            raise ChildError(
                f"A part of Attune cannot be started: {error.strerror}.", "Install Attune again."
            ) from error
        if sys.platform == "win32" and child.stdin is not None:
            with child.stdin:  # a socket cannot be inherited there; this is how it is handed over
                child.stdin.write(theirs.share(child.pid))
    return child, Channel(ours)


def parent_channel() -> Channel:
    """In a child that `start_child` started: the channel to its parent. Nothing else can read standard input then."""
    if sys.platform == "win32":
        return Channel(socket.fromshare(sys.stdin.buffer.read()))
    connection = socket.socket(fileno=os.dup(0))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return Channel(connection)


@contextlib.contextmanager
def _open_log(log: Path | None) -> Any:
    if log is None:
        yield subprocess.DEVNULL
        return
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
