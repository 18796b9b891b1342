"""Typing on X11 through the XTEST extension, exactly, whatever the characters and the keyboard layout.

Characters that no key of the layout gives are lent spare keys, two to a key (plain and with Shift). The receiving
program looks a key up in the map as it is when it handles the key, not as it was when the key was pressed. So a lent
key is given to another character only after the program has handled what was typed with it: as many characters as
possible are lent keys at once, and before the next batch the program is asked for a sign of life (_NET_WM_PING,
answered in the order of events), or, if it gives none, some time passes. Every change of the map makes every program
read it anew, and the window manager take its own keys anew: few changes, of adjoining keys, matter.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby

from Xlib import XK, X, Xatom
from Xlib.display import Display
from Xlib.ext import xtest
from Xlib.protocol.event import ClientMessage
from Xlib.protocol.rq import Event

from desktop.insertion.desk import CannotInsertError
from desktop.insertion.pieces import word_pieces
from desktop.linux.xkeyboard import Stroke, XKeyboard, keysym_of

PING_SECONDS = 2.0
SILENT_SECONDS = 0.15  # for a program that answers no pings, and for each character besides:
SILENT_SECONDS_EACH = 0.004
SILENT_SECONDS_MOST = 4.0
_BORROWED = "_ATTUNE_BORROWED_KEYS"


class XTypist:
    """Presses keys over a connection that belongs to one thread at a time."""

    def __init__(self, display: Display) -> None:
        """Raises:
        CannotInsertError: the server has no XTEST.
        """
        if not display.has_extension("XTEST"):
            raise CannotInsertError("the X server lets no program press keys")
        self._display = display
        self._root = display.screen().root
        # Answers to pings pass here; Qt sends them under the second of these masks.
        self._root.change_attributes(event_mask=X.SubstructureNotifyMask | X.StructureNotifyMask)
        self._keyboard = XKeyboard(display)
        self._return_borrowed(self._noted())  # by a run of Attune that did not come to its end
        self._spare = self._keyboard.spare()
        self._lent: dict[int, Stroke] = {}  # by keysym
        self._unhandled = 0
        self._typed_at = 0.0

    def can_type(self, text: str) -> bool:
        """Whether every character has a sign that a key can give."""
        return bool(self._spare) and all(keysym_of(character) is not None for character in text)

    def type(
        self, text: str, ping: int | None, before_piece: Callable[[int], None], is_there: Callable[[], bool]
    ) -> None:
        """Type `text`; `before_piece` is called with the number of characters that are out, and may raise.

        `ping`: the X id of the receiving window if it answers pings. `is_there`: whether it has the keyboard, asked
        over this connection; `before_piece` has to raise where it stays away.

        Raises:
            CannotInsertError: a character that no key can give.
        """
        if not self.can_type(text):
            raise CannotInsertError("it has characters that no key gives")
        with self._plain_keyboard():
            strokes = self._keyboard.strokes(self._group())
            done = 0
            for batch in self._batches(text, strokes):
                self._lend([keysym for keysym in _keysyms(batch) if keysym not in strokes], ping)
                for piece in word_pieces(batch):
                    before_piece(done)
                    while not self._type_if(is_there, piece, strokes | self._lent):
                        before_piece(done)
                    done += len(piece)
                    if ping is not None:  # a program that is behind must not have to catch up with pages of keys
                        self.wait_until_handled(ping)

    def press(self, keysym: int, *modifiers: int, times: int = 1) -> None:
        """Press the key with this sign, with modifiers (keysyms too) held.

        Raises:
            CannotInsertError: there is no such key.
        """
        self._forget_changes()
        codes = [self._code(modifier) for modifier in modifiers]
        code = self._code(keysym)
        for modifier in codes:
            xtest.fake_input(self._display, X.KeyPress, modifier)
        for _ in range(times):
            self._stroke(code)
        for modifier in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, modifier)
        self._display.sync()

    def wait_for_modifiers(self, until: Callable[[], bool]) -> bool:
        """Wait until no modifier key is held; False if `until` says to give up before that."""
        self._forget_changes()
        while self._keyboard.held_modifiers():
            if until():
                return False
            time.sleep(0.02)
        return True

    def wait_until_handled(self, ping: int | None) -> None:
        """Return when the program has handled all keys, as far as can be known."""
        if ping is not None and self._ping(ping):
            self._unhandled = 0
        elif self._unhandled:
            patience = min(SILENT_SECONDS_MOST, SILENT_SECONDS + SILENT_SECONDS_EACH * self._unhandled)
            time.sleep(max(0.0, self._typed_at + patience - time.monotonic()))
            self._unhandled = 0

    def close(self) -> None:
        """Take the lent keys back."""
        if self._lent:
            self.wait_until_handled(None)
            self._lent.clear()
            self._return_borrowed(self._noted())

    # ---- Characters ----------------------------------------------------------------------------------------------

    def _batches(self, text: str, strokes: dict[int, Stroke]) -> Iterator[str]:
        """Parts of the text, as long as the spare keys suffice for each."""
        start, foreign = 0, set[int]()
        for index, keysym in enumerate(_keysyms(text)):
            if keysym in strokes or keysym in foreign:
                continue
            if len(foreign) == 2 * len(self._spare):
                yield text[start:index]
                start, foreign = index, set()
            foreign.add(keysym)
        yield text[start:]

    def _type_if(self, is_there: Callable[[], bool], piece: str, strokes: dict[int, Stroke]) -> bool:
        """Type a piece if the window has the keyboard: between the look and the keys nobody else can take it."""
        with self.server_to_itself():
            if not is_there():
                return False
            self._type_piece(piece, strokes)
        return True

    @contextmanager
    def server_to_itself(self) -> Iterator[None]:
        """The server serves no other connection meanwhile: what the focus is, it stays. For a moment only."""
        self._display.grab_server()
        try:
            yield
        finally:
            self._display.ungrab_server()
            self._display.sync()

    def _type_piece(self, piece: str, strokes: dict[int, Stroke]) -> None:
        shift = self._code(XK.XK_Shift_L)
        shifted = False
        for keysym in _keysyms(piece):
            stroke = strokes[keysym]
            if stroke.shifted is not shifted:
                xtest.fake_input(self._display, X.KeyPress if stroke.shifted else X.KeyRelease, shift)
                shifted = stroke.shifted
            self._stroke(stroke.keycode)
        if shifted:
            xtest.fake_input(self._display, X.KeyRelease, shift)
        self._unhandled += len(piece)
        self._typed_at = time.monotonic()

    def _lend(self, keysyms: list[int], ping: int | None) -> None:
        """Give each of these signs a key, taking keys from signs that are not among them."""
        wanted = list(dict.fromkeys(keysym for keysym in keysyms if keysym not in self._lent))
        if not wanted:
            return
        taken = set(self._lent.values())
        free = [
            stroke for code in self._spare for level in (False, True) if (stroke := Stroke(code, level)) not in taken
        ]
        if len(wanted) > len(free):
            self.wait_until_handled(ping)
            idle = [keysym for keysym in self._lent if keysym not in keysyms]
            free += [self._lent.pop(keysym) for keysym in idle[: len(wanted) - len(free)]]
        for keysym, stroke in zip(wanted, free, strict=False):
            self._lent[keysym] = stroke
        changed = {self._lent[keysym].keycode for keysym in wanted}
        self._note(sorted({stroke.keycode for stroke in self._lent.values()}))
        self._map({code: self._row(code) for code in changed})

    def _row(self, code: int) -> list[int]:
        """What a lent key gives plain and with Shift."""
        levels = {stroke.shifted: keysym for keysym, stroke in self._lent.items() if stroke.keycode == code}
        plain = levels.get(False, levels.get(True, 0))
        return [plain, levels.get(True, plain)]

    def _map(self, rows: dict[int, list[int]]) -> None:
        """Change the map, adjoining keys in one request."""
        for _, run in groupby(enumerate(sorted(rows)), lambda pair: pair[1] - pair[0]):
            codes = [code for _, code in run]
            self._display.change_keyboard_mapping(codes[0], [rows[code] for code in codes])
        self._display.sync()

    def _return_borrowed(self, codes: list[int]) -> None:
        if codes:
            self._map({code: [0, 0] for code in codes})
            self._note([])
            self._keyboard.refresh()

    def _noted(self) -> list[int]:
        found = self._root.get_full_property(self._display.intern_atom(_BORROWED), Xatom.CARDINAL)
        return [] if found is None else [int(code) for code in found.value]

    def _note(self, codes: list[int]) -> None:
        """On the root window, where the next run finds it if this one comes to no end."""
        atom = self._display.intern_atom(_BORROWED)
        if codes:
            self._root.change_property(atom, Xatom.CARDINAL, 32, codes)
        else:
            self._root.delete_property(atom)

    # ---- Keys ----------------------------------------------------------------------------------------------------

    def _code(self, keysym: int) -> int:
        codes = self._keyboard.keycodes([keysym])
        if not codes:
            raise CannotInsertError("the keyboard lacks a key that is needed")
        return codes[0]

    def _stroke(self, code: int) -> None:
        xtest.fake_input(self._display, X.KeyPress, code)
        xtest.fake_input(self._display, X.KeyRelease, code)

    def _group(self) -> int:
        """The layout in use: 0 for the first, 1 for the second, and so on."""
        return int(self._root.query_pointer().mask >> 13) & 3

    def _plain_keyboard(self) -> _CapsLockOff:
        self._forget_changes()
        return _CapsLockOff(self)

    def _caps_locked(self) -> bool:
        return bool(self._root.query_pointer().mask & X.LockMask)

    def _forget_changes(self) -> None:
        """Read the map anew if somebody else has changed it; changes of our own are known."""
        changed = False
        while self._display.pending_events():
            event = self._display.next_event()
            changed = changed or event.type == X.MappingNotify
        if changed:
            self._keyboard.refresh()
            self._spare = sorted(set(self._keyboard.spare()) | {stroke.keycode for stroke in self._lent.values()})

    # ---- Signs of life -------------------------------------------------------------------------------------------

    def _ping(self, window: int) -> bool:
        """Whether the window answered; it does so after it has handled the events before."""
        protocols, ping = self._display.intern_atom("WM_PROTOCOLS"), self._display.intern_atom("_NET_WM_PING")
        stamp = int(time.monotonic() * 1000) & 0x7FFF_FFFF
        target = self._display.create_resource_object("window", window)
        target.send_event(ClientMessage(window=target, client_type=protocols, data=(32, [ping, stamp, window, 0, 0])))
        self._display.flush()
        deadline = time.monotonic() + PING_SECONDS
        while time.monotonic() < deadline:
            while self._display.pending_events():
                if _is_answer(self._display.next_event(), ping, stamp):
                    return True
            time.sleep(0.001)
        return False


class _CapsLockOff:
    """Caps Lock is off while typing, and as it was afterwards."""

    def __init__(self, typist: XTypist) -> None:
        self._typist = typist
        self._was_on = False

    def __enter__(self) -> None:
        self._was_on = self._typist._caps_locked()
        if self._was_on:
            self._typist.press(XK.XK_Caps_Lock)

    def __exit__(self, *_: object) -> None:
        if self._was_on:
            self._typist.press(XK.XK_Caps_Lock)


def _keysyms(text: str) -> list[int]:
    """Of a text that can be typed."""
    return [keysym for keysym in map(keysym_of, text) if keysym is not None]


def _is_answer(event: Event, ping: int, stamp: int) -> bool:
    return event.type == X.ClientMessage and list(event.data[1][:2]) == [ping, stamp]
