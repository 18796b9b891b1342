"""The X11 clipboard, owned by Attune while a program pastes from it, and given back afterwards.

A clipboard on X11 is a promise: its owner is asked for the text when somebody pastes. So Attune sees who has read what,
gives the former content back only after the target has read the text, and needs no waiting time that may be too short.
The protocol is the ICCCM, section 2.
"""

from __future__ import annotations

import select
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TypeVar

from Xlib import X
from Xlib import error as xerror
from Xlib.display import Display
from Xlib.protocol import request
from Xlib.protocol.rq import Event

from desktop.insertion.xreading import Atoms, Reader
from desktop.insertion.xserving import Holding, Offer, Read, Server
from desktop.insertion.xtransfer import Data, Formats
from desktop.linux.orders import Orders
from engine.errors import DeviceError

# After the last question of any kind. Some programs read twice, and Chromium gives a paste up when the clipboard
# changes while it is still asking.
QUIET_SECONDS = 0.4
NEXT_SECONDS = 2.0  # for which the next text waits for such quiet, at most
GIVE_BACK_SECONDS = 8.0  # at the latest, also when reads go on and on
SAVE_SECONDS = 1.5  # for all formats of what was in the clipboard together
SAVE_BYTES = 64 << 20
MANAGER_SECONDS = 2.0

Result = TypeVar("Result")


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
        self._atoms = Atoms(self._display)
        self._reader = Reader(self._display, self._window, self._atoms, self._wait)
        self._holdings: dict[int, Holding] = {}
        self._server = Server(self._display, self._atoms, self._note_read)
        self._news: list[Event] = []  # what a conversation on the thread waits for
        self._changed = threading.Condition()
        self._orders = Orders()
        self._thread = threading.Thread(target=self._run, name="clipboard", daemon=True)
        self._thread.start()

    # ---- For any thread ------------------------------------------------------------------------------------------

    def offer(self, text: str, selections: Iterable[str] = ("CLIPBOARD",)) -> Offer:
        """Save what is in these selections and hold `text` in them instead, marked to stay out of histories."""
        names = tuple(selections)
        return self._do(lambda: self._offer(text, [self._atoms(name) for name in names]))

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
        self._do(lambda: self._own(self._atoms("CLIPBOARD"), self._atoms.text_formats(text), None))

    def clear(self, selection: str) -> None:
        """Empty a selection, whoever owns it."""
        name = self._atoms(selection)

        def release() -> None:
            self._own(name, {}, None)
            self._release(name)

        self._do(release)

    def read(self, selection: str = "CLIPBOARD", seconds: float = 1.0) -> str | None:
        """The text in a selection; None if there is none, or its owner does not answer in time."""
        name = self._atoms(selection)

        def read() -> Data | None:
            holding = self._holdings.get(name)
            if holding is not None:
                return holding.formats.get(self._atoms("UTF8_STRING"))
            return self._reader.text(name, time.monotonic() + seconds)

        data = self._do(read)
        return bytes(data.items).decode("utf-8", "replace") if data is not None and data.width == 8 else None

    def settle(self, seconds: float = GIVE_BACK_SECONDS + 1) -> bool:
        """Wait until all is given back that is to be; whether that is so now."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._due(), seconds)

    def close(self) -> None:
        """Give everything back, hand it to a clipboard manager if one runs, and leave."""
        self._orders.end(self._thread)

    def _do(self, work: Callable[[], Result]) -> Result:
        return self._orders.ask(self._thread, work)

    # ---- The thread ----------------------------------------------------------------------------------------------

    def _run(self) -> None:
        with suppress(xerror.ConnectionClosedError, OSError):
            while self._orders.obey():
                self._step(self._seconds_left())
                self._give_back_due()
            self._leave()
        with suppress(Exception):  # the server may be gone, and with it what there is to close
            self._display.close()

    def _step(self, seconds: float | None) -> None:
        """Wait for events, orders or the time, and answer the events."""
        if not self._display.pending_events():
            ready, _, _ = select.select([self._display.fileno(), self._orders.descriptor], [], [], seconds)
            if self._orders.descriptor in ready:
                self._orders.woken()
        while self._display.pending_events():
            self._handle(self._display.next_event())

    def _handle(self, event: Event) -> None:
        if event.type == X.SelectionRequest:
            holding = self._holdings.get(event.selection)
            if holding is not None and holding.offer is not None and holding.offer.give_back_at is not None:
                holding.offer.give_back_at = time.monotonic() + QUIET_SECONDS
            self._server.answer(event, holding)
        elif event.type == X.SelectionClear:
            holding = self._holdings.get(event.atom)
            if holding is not None and not _earlier(event.time, holding.since):
                self._lose(event.atom)
        elif event.type == X.PropertyNotify and event.state == X.PropertyDelete:
            self._server.go_on(event)
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

    # ---- Owning --------------------------------------------------------------------------------------------------

    def _note_read(self, offer: Offer, requestor: int) -> None:
        with self._changed:
            offer.reads.append(Read(time.monotonic(), requestor))
            self._changed.notify_all()

    def _offer(self, text: str, selections: list[int]) -> Offer:
        self._let_finish()
        offer = Offer()
        deadline = time.monotonic() + SAVE_SECONDS
        for selection in selections:
            offer.saved[selection] = self._save(selection, offer, deadline)
        for selection in selections:
            self._own(selection, self._atoms.text_formats(text, hidden=True), offer)
        return offer

    def _let_finish(self) -> None:
        """Wait until the program that pastes the text before this one has done so."""
        latest = time.monotonic() + NEXT_SECONDS
        while pending := list(self._due().values()):
            quiet = max(min(offer.give_back_at or 0.0, offer.give_back_by, latest) for offer in pending)
            if time.monotonic() >= quiet:
                break
            self._step_events(max(0.0, quiet - time.monotonic()))

    def _save(self, selection: int, offer: Offer, deadline: float) -> Formats:
        """What is in a selection. While an earlier offer waits to be given back, that is what was there before it."""
        holding = self._holdings.get(selection)
        if holding is not None:
            if holding.offer is None:
                return holding.formats
            offer.complete = offer.complete and holding.offer.complete
            return holding.offer.saved.get(selection, {})
        saved: Formats = {}
        for target in self._reader.targets(selection, deadline):
            data = self._reader.convert(selection, target, deadline)
            if data is not None:
                saved[target] = data
            if time.monotonic() > deadline or sum(data.size for data in saved.values()) > SAVE_BYTES:
                offer.complete = False
                break
        return saved

    def _own(self, selection: int, formats: Formats, offer: Offer | None) -> None:
        now = self._reader.server_time()
        self._window.set_selection_owner(selection, now)
        self._display.sync()
        with self._changed:
            self._holdings[selection] = Holding(formats, now, offer)
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
        times += self._server.limits()
        return max(0.01, min(times) - time.monotonic()) if times else None

    def _give_back_due(self) -> None:
        now = time.monotonic()
        self._server.drop_stuck(now)
        for selection, offer in self._due().items():
            quiet = now >= (offer.give_back_at or 0.0) and not self._server.busy
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
        manager = self._atoms("CLIPBOARD_MANAGER")
        if self._atoms("CLIPBOARD") in self._holdings and self._display.get_selection_owner(manager) != X.NONE:
            # It asks for everything before it answers.
            self._reader.convert(manager, self._atoms("SAVE_TARGETS"), time.monotonic() + MANAGER_SECONDS)


def _earlier(one: int, other: int) -> bool:
    """Server times count milliseconds and wrap after 49 days."""
    return bool((one - other) & 0x8000_0000)
