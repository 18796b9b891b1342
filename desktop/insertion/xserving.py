"""Answering those who ask for a selection that Attune holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol import event as xevent
from Xlib.xobject.drawable import Window

from desktop.insertion.xreading import Atoms
from desktop.insertion.xtransfer import PROPERTY_BYTES, Formats, Outgoing, write_property

TRANSFER_SECONDS = 10.0  # without progress, after which a transfer in pieces is given up


@dataclass(frozen=True)
class Read:
    """Somebody has read an offered text: `when` by time.monotonic, `requestor` the X id of the window that asked."""

    when: float
    requestor: int


@dataclass
class Offer:
    """A text in the clipboard, to be read by one program. `complete`: all that was there could be saved."""

    saved: dict[int, Formats] = field(default_factory=dict)
    complete: bool = True
    reads: list[Read] = field(default_factory=list)
    give_back_at: float | None = None  # not before
    give_back_by: float = float("inf")


@dataclass
class Holding:
    """What is served for one selection, since a server time."""

    formats: Formats
    since: int
    offer: Offer | None = None


class Server:
    """Answers requests, on the thread to which the connection belongs. `note_read` is told who has read an offer."""

    def __init__(self, display: Display, atoms: Atoms, note_read: Callable[[Offer, int], None]) -> None:
        self._display = display
        self._atoms = atoms
        self._note_read = note_read
        self._outgoing: dict[tuple[int, int], Outgoing] = {}

    @property
    def busy(self) -> bool:
        """Whether something is still on its way in pieces."""
        return bool(self._outgoing)

    def limits(self) -> list[float]:
        """When each of these is given up if nothing moves, by time.monotonic."""
        return [outgoing.moved_at + TRANSFER_SECONDS for outgoing in self._outgoing.values()]

    def drop_stuck(self, now: float) -> None:
        """Give up what has not moved for long."""
        for key in [key for key, outgoing in self._outgoing.items() if now > outgoing.moved_at + TRANSFER_SECONDS]:
            del self._outgoing[key]

    def answer(self, asked: xevent.SelectionRequest, holding: Holding | None) -> None:
        """Answer a request with what is held; refuse it if nothing is."""
        name = asked.property or asked.target  # programs of long ago name none
        granted = holding is not None and self._give(holding, asked.requestor, asked.target, name)
        asked.requestor.send_event(
            xevent.SelectionNotify(
                time=asked.time,
                requestor=asked.requestor,
                selection=asked.selection,
                target=asked.target,
                property=name if granted else X.NONE,
            )
        )
        self._display.flush()

    def go_on(self, event: xevent.PropertyNotify) -> None:
        """Somebody has taken a piece: send the next."""
        outgoing = self._outgoing.get((event.window.id, event.atom))
        if outgoing is not None:
            outgoing.go_on()
            if outgoing.done:
                del self._outgoing[event.window.id, event.atom]
            self._display.flush()

    def _give(self, holding: Holding, requestor: Window, target: int, name: int) -> bool:
        if target == self._atoms("MULTIPLE"):
            return self._give_many(holding, requestor, name)
        if target == self._atoms("TARGETS"):
            offered = [self._atoms("TARGETS"), self._atoms("MULTIPLE"), self._atoms("TIMESTAMP"), *holding.formats]
            requestor.change_property(name, Xatom.ATOM, 32, offered)
            return True
        if target == self._atoms("TIMESTAMP"):
            requestor.change_property(name, Xatom.INTEGER, 32, [holding.since])
            return True
        data = holding.formats.get(target)
        if data is None:
            return False
        if data.size <= PROPERTY_BYTES:
            write_property(requestor, name, data)
        else:
            self._outgoing[requestor.id, name] = Outgoing(requestor, name, data, self._atoms("INCR"))
        if holding.offer is not None and target != self._atoms("x-kde-passwordManagerHint"):
            self._note_read(holding.offer, requestor.id)
        return True

    def _give_many(self, holding: Holding, requestor: Window, name: int) -> bool:
        pairs = requestor.get_full_property(name, X.AnyPropertyType)
        if pairs is None:
            return False
        answered = list(pairs.value)
        for index in range(0, len(answered) - 1, 2):
            if not self._give(holding, requestor, answered[index], answered[index + 1]):
                answered[index + 1] = X.NONE
        requestor.change_property(name, self._atoms("ATOM_PAIR"), 32, answered)
        return True
