"""Asking the owner of an X11 selection for what it holds, and the forms that a text has there."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol.rq import Event
from Xlib.xobject.drawable import Window

from desktop.insertion.xtransfer import Data, Formats, read_property

# Targets that ask something of the owner and are no formats.
_NOT_FORMATS = ("TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE", "INSERT_SELECTION", "INSERT_PROPERTY")
_TIME_SECONDS = 2.0

Wait = Callable[[Callable[[Event], bool], float], Event | None]
"""Waits for an event that fits until a time by time.monotonic, while all others are handled."""


class Atoms:
    """Names on the X server, as numbers. From any thread."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self._known: dict[str, int] = {}
        self._lock = threading.Lock()

    def __call__(self, name: str) -> int:
        """The atom called `name`."""
        with self._lock:
            if name not in self._known:
                self._known[name] = int(self._display.intern_atom(name))
            return self._known[name]

    def text_formats(self, text: str, hidden: bool = False) -> Formats:
        """Every usual form of a text. `hidden`: histories (KDE's, and others that know its sign) leave it out."""
        encoded = text.encode("utf-8")
        utf8 = self("UTF8_STRING")
        formats = {utf8: Data(utf8, 8, encoded), self("TEXT"): Data(utf8, 8, encoded)}
        for name in ("text/plain;charset=utf-8", "text/plain"):
            formats[self(name)] = Data(self(name), 8, encoded)
        with suppress(UnicodeEncodeError):
            formats[Xatom.STRING] = Data(Xatom.STRING, 8, text.encode("latin-1"))
        if hidden:
            hint = self("x-kde-passwordManagerHint")
            formats[hint] = Data(hint, 8, b"secret")
        return formats


class Reader:
    """Reads selections into a window, on the thread to which the connection belongs."""

    def __init__(self, display: Display, window: Window, atoms: Atoms, wait: Wait) -> None:
        self._display = display
        self._window = window
        self._atoms = atoms
        self._wait = wait
        self._not_formats = {atoms(name) for name in _NOT_FORMATS}

    def targets(self, selection: int, deadline: float) -> list[int]:
        """The formats that the owner has."""
        if self._display.get_selection_owner(selection) == X.NONE:
            return []
        data = self.convert(selection, self._atoms("TARGETS"), deadline)
        if data is None or data.width != 32:
            return []
        return [int(target) for target in dict.fromkeys(data.items) if target not in self._not_formats]

    def text(self, selection: int, deadline: float) -> Data | None:
        """The text in a selection."""
        if self._display.get_selection_owner(selection) == X.NONE:
            return None
        return self.convert(selection, self._atoms("UTF8_STRING"), deadline)

    def convert(self, selection: int, target: int, deadline: float) -> Data | None:
        """Ask the owner for one format, in pieces if it chooses so; None if it has none or does not answer."""
        name = self._atoms("ATTUNE_CLIPBOARD")
        self._window.delete_property(name)
        self._window.convert_selection(selection, target, name, X.CurrentTime)
        self._display.flush()

        def answers(event: Event) -> bool:
            return event.type == X.SelectionNotify and (event.selection, event.target) == (selection, target)

        answer = self._wait(answers, deadline)
        if answer is None or answer.property == X.NONE:
            return None
        data = read_property(self._window, name)
        self._display.flush()
        if data is not None and data.type == self._atoms("INCR"):
            return self._receive_pieces(name, deadline)
        return data

    def server_time(self) -> int:
        """The server's present time in ms, which the protocol wants for a change of owner."""
        name = self._atoms("ATTUNE_TIME")
        self._window.change_property(name, Xatom.INTEGER, 32, [], X.PropModeAppend)
        event = self._wait(
            lambda event: event.type == X.PropertyNotify and event.atom == name, time.monotonic() + _TIME_SECONDS
        )
        return int(event.time) if event is not None else int(X.CurrentTime)

    def _receive_pieces(self, name: int, deadline: float) -> Data | None:
        pieces: list[Data] = []
        while self._wait(lambda event: event.type == X.PropertyNotify and event.atom == name, deadline) is not None:
            piece = read_property(self._window, name)
            self._display.flush()
            if piece is None:
                continue
            if not piece.items:
                return _joined(pieces) if pieces else piece
            pieces.append(piece)
        return None


def _joined(pieces: list[Data]) -> Data:
    first = pieces[0]
    if first.width == 8:
        return Data(first.type, 8, b"".join(bytes(piece.items) for piece in pieces))
    return Data(first.type, first.width, tuple(item for piece in pieces for item in piece.items))
