"""The X11 clipboard, owned by Attune while a program pastes from it, and given back afterwards.

A clipboard on X11 is a promise: its owner is asked for the text when somebody pastes. So Attune sees who has read what,
gives the former content back only after the target has read the text, and needs no waiting time that may be too short.
The protocol is the ICCCM, section 2.
"""

from __future__ import annotations

import os
import select
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import TypeVar

from Xlib import X, Xatom
from Xlib import error as xerror
from Xlib.display import Display
from Xlib.protocol import event as xevent
from Xlib.protocol import request
from Xlib.protocol.rq import Event
from Xlib.xobject.drawable import Window

from desktop.insertion.xtransfer import PROPERTY_BYTES, Data, Formats, Outgoing, read_property, write_property
from engine.errors import DeviceError

QUIET_SECONDS = 0.25  # after the last read; some programs read twice
GIVE_BACK_SECONDS = 8.0  # at the latest, also when reads go on and on
SAVE_SECONDS = 1.5  # for all formats of what was in the clipboard together
SAVE_BYTES = 64 << 20
TRANSFER_SECONDS = 10.0  # without progress, after which a transfer in pieces is given up
MANAGER_SECONDS = 2.0

# Targets that ask something of the owner and are no formats.
_NOT_FORMATS = ("TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE", "INSERT_SELECTION", "INSERT_PROPERTY")

Result = TypeVar("Result")


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
class _Holding:
    """What is served for one selection, since a server time."""

    formats: Formats
    since: int
    offer: Offer | None = None


class XClipboard:
    """A connection and a thread that read, own and give back selections. Methods may be called from any thread."""

    def __init__(self) -> None:
        """Raises:
        DeviceError: there is no X server to talk to.
        """
        try:
            self._display = Display()
        except (xerror.DisplayError, OSError) as error:
            raise DeviceError("No X display answers.", "Start Attune inside a graphical session.") from error
        # A window that asked may be gone when it is answered.
        self._display.set_error_handler(lambda *_: None)
        self._window = self._display.screen().root.create_window(
            0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
        )
        self._atoms: dict[str, int] = {}
        self._not_formats = {self._atom(name) for name in _NOT_FORMATS}
        self._holdings: dict[int, _Holding] = {}
        self._outgoing: dict[tuple[int, int], Outgoing] = {}
        self._news: list[Event] = []  # what a conversation on the thread waits for
        self._changed = threading.Condition()
        self._orders: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._reading, self._writing = os.pipe()
        self._thread = threading.Thread(target=self._run, name="clipboard", daemon=True)
        self._thread.start()

    # ---- For any thread ------------------------------------------------------------------------------------------

    def offer(self, text: str, selections: Iterable[str] = ("CLIPBOARD",)) -> Offer:
        """Save what is in these selections and hold `text` in them instead, marked to stay out of histories."""
        names = tuple(selections)
        return self._do(lambda: self._offer(text, [self._atom(name) for name in names]))

    def wait_for_read(self, offer: Offer, by: Callable[[int], bool], since: float, seconds: float) -> bool:
        """Whether the text was read after `since` by a window that `by` accepts, within `seconds`.

        `by` is called once for each read, with the X id of the window.
        """
        deadline = time.monotonic() + seconds
        judged = 0
        with self._changed:
            while (left := deadline - time.monotonic()) > 0:
                reads = offer.reads[judged:]
                judged += len(reads)
                if any(read.when >= since and by(read.requestor) for read in reads):
                    return True
                if not reads:
                    self._changed.wait(left)
        return False

    def give_back(self, offer: Offer) -> None:
        """Put back what was there before, as soon as nobody has read for a moment. Returns at once."""

        def soon() -> None:
            offer.give_back_at = time.monotonic() + QUIET_SECONDS
            offer.give_back_by = time.monotonic() + GIVE_BACK_SECONDS

        self._do(soon)

    def keep(self, offer: Offer) -> None:
        """Leave the text for the user to paste. What was there before is not given back."""

        def forget() -> None:
            offer.saved = {}
            for holding in self._holdings.values():
                if holding.offer is offer:
                    holding.offer = None

        self._do(forget)

    def put(self, text: str) -> None:
        """Put `text` into the clipboard, as a user does by copying."""
        self._do(lambda: self._own(self._atom("CLIPBOARD"), self._text_formats(text), None))

    def clear(self, selection: str) -> None:
        """Empty a selection, whoever owns it."""
        name = self._atom(selection)

        def release() -> None:
            self._own(name, {}, None)
            self._release(name)

        self._do(release)

    def read(self, selection: str = "CLIPBOARD", seconds: float = 1.0) -> str | None:
        """The text in a selection; None if there is none, or its owner does not answer in time."""
        return self._do(lambda: self._read_text(self._atom(selection), time.monotonic() + seconds))

    def settle(self, seconds: float = GIVE_BACK_SECONDS + 1) -> bool:
        """Wait until all is given back that is to be; whether that is so now."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._due(), seconds)

    def close(self) -> None:
        """Give everything back, hand it to a clipboard manager if one runs, and leave."""
        if self._thread.is_alive():
            self._orders.put(None)
            os.write(self._writing, b".")
            self._thread.join()
            os.close(self._reading)
            os.close(self._writing)

    def _do(self, work: Callable[[], Result]) -> Result:
        """Have the thread do it, and return what it returned."""
        done: Future[Result] = Future()

        def and_tell() -> None:
            try:
                done.set_result(work())
            except BaseException as error:  # it is the caller's, whatever it is
                done.set_exception(error)

        self._orders.put(and_tell)
        os.write(self._writing, b".")
        while True:
            try:
                return done.result(timeout=0.5)
            except TimeoutError:
                if not self._thread.is_alive():
                    raise DeviceError("The X server has gone.") from None

    # ---- The thread ----------------------------------------------------------------------------------------------

    def _run(self) -> None:
        with suppress(xerror.ConnectionClosedError, OSError):
            while self._obey():
                self._step(self._seconds_left())
                self._give_back_due()
            self._leave()
        with suppress(Exception):  # the server may be gone, and with it what there is to close
            self._display.close()

    def _obey(self) -> bool:
        while not self._orders.empty():
            order = self._orders.get()
            if order is None:
                return False
            order()
        return True

    def _step(self, seconds: float | None) -> None:
        """Wait for events, orders or the time, and answer the events."""
        if not self._display.pending_events():
            ready, _, _ = select.select([self._display.fileno(), self._reading], [], [], seconds)
            if self._reading in ready:
                os.read(self._reading, 4096)
        while self._display.pending_events():
            self._handle(self._display.next_event())

    def _handle(self, event: Event) -> None:
        if event.type == X.SelectionRequest:
            self._on_request(event)
        elif event.type == X.SelectionClear:
            holding = self._holdings.get(event.atom)
            if holding is not None and not _earlier(event.time, holding.since):
                self._lose(event.atom)
        elif event.type == X.PropertyNotify and event.state == X.PropertyDelete:
            self._on_taken(event)
        elif event.type in (X.SelectionNotify, X.PropertyNotify):
            self._news.append(event)

    def _wait(self, fits: Callable[[Event], bool], deadline: float) -> Event | None:
        """The first event that fits, while others are answered; None after the deadline."""
        while True:
            for event in self._news:
                if fits(event):
                    self._news.clear()
                    return event
            self._news.clear()
            left = deadline - time.monotonic()
            if left <= 0:
                return None
            self._step_events(left)

    def _step_events(self, seconds: float) -> None:
        """As `_step`, without orders: one is being carried out."""
        if not self._display.pending_events():
            select.select([self._display.fileno()], [], [], seconds)
        while self._display.pending_events():
            self._handle(self._display.next_event())

    # ---- Serving -------------------------------------------------------------------------------------------------

    def _on_request(self, asked: xevent.SelectionRequest) -> None:
        holding = self._holdings.get(asked.selection)
        name = asked.property or asked.target  # programs of long ago name none
        granted = holding is not None and self._answer(holding, asked.requestor, asked.target, name)
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

    def _answer(self, holding: _Holding, requestor: Window, target: int, name: int) -> bool:
        if target == self._atom("MULTIPLE"):
            return self._answer_many(holding, requestor, name)
        if target == self._atom("TARGETS"):
            offered = [self._atom("TARGETS"), self._atom("MULTIPLE"), self._atom("TIMESTAMP"), *holding.formats]
            requestor.change_property(name, Xatom.ATOM, 32, offered)
            return True
        if target == self._atom("TIMESTAMP"):
            requestor.change_property(name, Xatom.INTEGER, 32, [holding.since])
            return True
        data = holding.formats.get(target)
        if data is None:
            return False
        if data.size <= PROPERTY_BYTES:
            write_property(requestor, name, data)
        else:
            self._outgoing[requestor.id, name] = Outgoing(requestor, name, data, self._atom("INCR"))
        if holding.offer is not None and target != self._atom("x-kde-passwordManagerHint"):
            self._note_read(holding.offer, requestor.id)
        return True

    def _answer_many(self, holding: _Holding, requestor: Window, name: int) -> bool:
        pairs = requestor.get_full_property(name, X.AnyPropertyType)
        if pairs is None:
            return False
        answered = list(pairs.value)
        for index in range(0, len(answered) - 1, 2):
            if not self._answer(holding, requestor, answered[index], answered[index + 1]):
                answered[index + 1] = X.NONE
        requestor.change_property(name, self._atom("ATOM_PAIR"), 32, answered)
        return True

    def _note_read(self, offer: Offer, requestor: int) -> None:
        with self._changed:
            offer.reads.append(Read(time.monotonic(), requestor))
            self._changed.notify_all()
        if offer.give_back_at is not None:
            offer.give_back_at = time.monotonic() + QUIET_SECONDS

    def _on_taken(self, event: xevent.PropertyNotify) -> None:
        outgoing = self._outgoing.get((event.window.id, event.atom))
        if outgoing is not None:
            outgoing.go_on()
            if outgoing.done:
                del self._outgoing[event.window.id, event.atom]
            self._display.flush()

    # ---- Owning --------------------------------------------------------------------------------------------------

    def _offer(self, text: str, selections: list[int]) -> Offer:
        offer = Offer()
        deadline = time.monotonic() + SAVE_SECONDS
        for selection in selections:
            offer.saved[selection] = self._save(selection, offer, deadline)
        for selection in selections:
            self._own(selection, self._text_formats(text, hidden=True), offer)
        return offer

    def _save(self, selection: int, offer: Offer, deadline: float) -> Formats:
        """What is in a selection. While an earlier offer waits to be given back, that is what was there before it."""
        holding = self._holdings.get(selection)
        if holding is not None:
            if holding.offer is None:
                return holding.formats
            offer.complete = offer.complete and holding.offer.complete
            return holding.offer.saved.get(selection, {})
        saved: Formats = {}
        for target in self._targets(selection, deadline):
            data = self._convert(selection, target, deadline)
            if data is not None:
                saved[target] = data
            if time.monotonic() > deadline or sum(data.size for data in saved.values()) > SAVE_BYTES:
                offer.complete = False
                break
        return saved

    def _own(self, selection: int, formats: Formats, offer: Offer | None) -> None:
        now = self._server_time()
        self._window.set_selection_owner(selection, now)
        self._display.sync()
        with self._changed:
            self._holdings[selection] = _Holding(formats, now, offer)
            self._changed.notify_all()

    def _lose(self, selection: int) -> None:
        with self._changed:
            self._holdings.pop(selection, None)
            self._changed.notify_all()

    def _due(self) -> dict[int, Offer]:
        return {
            selection: holding.offer
            for selection, holding in self._holdings.items()
            if holding.offer is not None and holding.offer.give_back_at is not None
        }

    def _seconds_left(self) -> float | None:
        times = [min(offer.give_back_at or 0.0, offer.give_back_by) for offer in self._due().values()]
        times += [outgoing.moved_at + TRANSFER_SECONDS for outgoing in self._outgoing.values()]
        return max(0.01, min(times) - time.monotonic()) if times else None

    def _give_back_due(self) -> None:
        now = time.monotonic()
        for key in [key for key, outgoing in self._outgoing.items() if now > outgoing.moved_at + TRANSFER_SECONDS]:
            del self._outgoing[key]
        for selection, offer in self._due().items():
            quiet = now >= (offer.give_back_at or 0.0) and not self._outgoing
            if quiet or now >= offer.give_back_by:
                self._restore(selection, offer)

    def _restore(self, selection: int, offer: Offer) -> None:
        formats = offer.saved.get(selection)
        if formats:
            self._own(selection, formats, None)
        else:
            self._release(selection)

    def _release(self, selection: int) -> None:
        """Own a selection no longer: it is empty then."""
        since = self._holdings[selection].since
        request.SetSelectionOwner(display=self._display.display, window=X.NONE, selection=selection, time=since)
        self._display.flush()
        self._lose(selection)

    def _leave(self) -> None:
        for selection, holding in list(self._holdings.items()):
            if holding.offer is not None:
                self._restore(selection, holding.offer)
        manager = self._atom("CLIPBOARD_MANAGER")
        if self._atom("CLIPBOARD") in self._holdings and self._display.get_selection_owner(manager) != X.NONE:
            # It asks for everything before it answers.
            self._convert(manager, self._atom("SAVE_TARGETS"), time.monotonic() + MANAGER_SECONDS)

    # ---- Reading -------------------------------------------------------------------------------------------------

    def _targets(self, selection: int, deadline: float) -> list[int]:
        if self._display.get_selection_owner(selection) == X.NONE:
            return []
        data = self._convert(selection, self._atom("TARGETS"), deadline)
        if data is None or data.width != 32:
            return []
        return [int(target) for target in dict.fromkeys(data.items) if target not in self._not_formats]

    def _read_text(self, selection: int, deadline: float) -> str | None:
        holding = self._holdings.get(selection)
        if holding is not None:
            data = holding.formats.get(self._atom("UTF8_STRING"))
        elif self._display.get_selection_owner(selection) == X.NONE:
            data = None
        else:
            data = self._convert(selection, self._atom("UTF8_STRING"), deadline)
        return bytes(data.items).decode("utf-8", "replace") if data is not None and data.width == 8 else None

    def _convert(self, selection: int, target: int, deadline: float) -> Data | None:
        """Ask the owner for one format, in pieces if it chooses so; None if it has none or does not answer."""
        name = self._atom("ATTUNE_CLIPBOARD")
        self._window.delete_property(name)
        self._window.convert_selection(selection, target, name, X.CurrentTime)
        self._display.flush()
        answer = self._wait(
            lambda event: event.type == X.SelectionNotify and (event.selection, event.target) == (selection, target),
            deadline,
        )
        if answer is None or answer.property == X.NONE:
            return None
        data = read_property(self._window, name)
        self._display.flush()
        if data is not None and data.type == self._atom("INCR"):
            return self._receive_pieces(name, deadline)
        return data

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

    def _server_time(self) -> int:
        """The server's present time, which the protocol wants for a change of owner."""
        name = self._atom("ATTUNE_TIME")
        self._window.change_property(name, Xatom.INTEGER, 32, [], X.PropModeAppend)
        event = self._wait(
            lambda event: event.type == X.PropertyNotify and event.atom == name, time.monotonic() + 2
        )  # fmt: skip
        return int(event.time) if event is not None else int(X.CurrentTime)

    # ---- Formats -------------------------------------------------------------------------------------------------

    def _text_formats(self, text: str, hidden: bool = False) -> Formats:
        """Every usual form of a text. `hidden`: histories (KDE's, and others that know its sign) leave it out."""
        encoded = text.encode("utf-8")
        utf8 = self._atom("UTF8_STRING")
        formats = {utf8: Data(utf8, 8, encoded), self._atom("TEXT"): Data(utf8, 8, encoded)}
        for name in ("text/plain;charset=utf-8", "text/plain"):
            formats[self._atom(name)] = Data(self._atom(name), 8, encoded)
        with suppress(UnicodeEncodeError):
            formats[Xatom.STRING] = Data(Xatom.STRING, 8, text.encode("latin-1"))
        if hidden:
            hint = self._atom("x-kde-passwordManagerHint")
            formats[hint] = Data(hint, 8, b"secret")
        return formats

    def _atom(self, name: str) -> int:
        if name not in self._atoms:
            self._atoms[name] = int(self._display.intern_atom(name))
        return self._atoms[name]


def _joined(pieces: list[Data]) -> Data:
    first = pieces[0]
    if first.width == 8:
        return Data(first.type, 8, b"".join(bytes(piece.items) for piece in pieces))
    return Data(first.type, first.width, tuple(item for piece in pieces for item in piece.items))


def _earlier(one: int, other: int) -> bool:
    """Server times count milliseconds and wrap after 49 days."""
    return bool((one - other) & 0x8000_0000)
