"""Global keys on X11: passive grabs (XGrabKey), so that a key reaches Attune and no other program.

What the protocol does, and what is done about it:
- A held key repeats as a release and a press with the same time stamp: such pairs are dropped.
- Caps Lock and Num Lock are modifiers: each key is grabbed with every combination of them.
- A key that another program has grabbed is refused with BadAccess: that is told.
- A release is lost when a third program grabs the keyboard meanwhile: while a key is down, the server is asked.
"""

from __future__ import annotations

import select
import threading
from collections.abc import Callable
from contextlib import suppress

from Xlib import XK, X
from Xlib import error as xerror
from Xlib.display import Display
from Xlib.protocol.event import KeyPress, KeyRelease
from Xlib.protocol.rq import Event

from desktop.hotkeys.interface import Hotkey, Listener
from desktop.hotkeys.shortcut import Modifier, Shortcut
from desktop.linux.orders import Orders
from desktop.linux.xkeyboard import XKeyboard, keysym_of
from engine.errors import DeviceError

_KEYSYMS = {
    "Space": "space", "Tab": "Tab", "Backspace": "BackSpace", "Return": "Return", "Enter": "KP_Enter",
    "Esc": "Escape", "Ins": "Insert", "Del": "Delete", "Home": "Home", "End": "End", "PgUp": "Prior",
    "PgDown": "Next", "Left": "Left", "Right": "Right", "Up": "Up", "Down": "Down", "Pause": "Pause",
    "ScrollLock": "Scroll_Lock", "Print": "Print", "Menu": "Menu", "CapsLock": "Caps_Lock", "NumLock": "Num_Lock",
    "Right Ctrl": "Control_R", "Right Alt": "Alt_R", "Right Shift": "Shift_R", "Right Meta": "Super_R",
}  # fmt: skip
_ALTGR = ("Alt_R", "ISO_Level3_Shift")
_HELD_POLL = 0.25  # seconds between questions whether a held key is still down
_REPEAT_WAIT = 0.01  # seconds in which the second half of a repetition has arrived
_CANCEL = Shortcut("Esc")


class X11Hotkeys:
    """Grabs keys on the default display; its own connection and thread."""

    chooses_keys = True

    def __init__(self, bindings: dict[Hotkey, Shortcut], listener: Listener) -> None:
        """Raises:
        DeviceError: there is no X server to talk to.
        """
        try:
            self._display = Display()
        except (xerror.DisplayError, OSError) as error:
            raise DeviceError("No X display answers.", "Start Attune inside a graphical session.") from error
        self._listener = listener
        self._root = self._display.screen().root
        self._keyboard = XKeyboard(self._display)
        self._grabbed: dict[int, list[tuple[int, Hotkey]]] = {}  # keycode: (modifiers, what for)
        self._bindings: dict[Hotkey, Shortcut] = {}
        self._cancelling = False
        self._down: dict[int, Hotkey] = {}
        self._orders = Orders()
        self._thread = threading.Thread(target=self._run, name="hotkeys", daemon=True)
        self._thread.start()
        self.bind(bindings)

    def bind(self, bindings: dict[Hotkey, Shortcut]) -> None:
        """Use these keys; returns when the server has answered for each."""
        self._order(lambda: self._rebind(dict(bindings)))

    def set_cancel(self, active: bool) -> None:
        """Grab the cancel key, or give it back; returns when that is done."""
        self._order(lambda: self._take_cancel(active))

    def close(self) -> None:
        """Give all keys back."""
        self._orders.end(self._thread)

    # ---- On the thread -------------------------------------------------------------------------------------------

    def _order(self, work: Callable[[], None]) -> None:
        with suppress(DeviceError, xerror.ConnectionClosedError):  # `_run` tells of it
            self._orders.ask(self._thread, work)

    def _run(self) -> None:
        try:
            while self._orders.obey():
                self._wait(_HELD_POLL if self._down else None)
                while self._display.pending_events():
                    self._handle(self._display.next_event())
                self._find_lost_releases()
        except xerror.ConnectionClosedError:
            for hotkey in self._bindings:
                self._listener.failed(hotkey, "The X server has gone.")
        finally:
            with suppress(Exception):  # the server may be gone, and with it what there is to close
                self._display.close()

    def _wait(self, seconds: float | None) -> None:
        """Until the server or another thread has something to say; what was read already counts."""
        if self._display.pending_events():
            return
        ready, _, _ = select.select([self._display.fileno(), self._orders.descriptor], [], [], seconds)
        if self._orders.descriptor in ready:
            self._orders.woken()

    def _handle(self, event: Event) -> None:
        if event.type == X.KeyPress:
            self._on_press(event)
        elif event.type == X.KeyRelease:
            self._on_release(event)
        elif event.type == X.MappingNotify and event.request != X.MappingPointer:
            self._on_new_map()

    def _on_press(self, event: KeyPress) -> None:
        hotkey = self._meaning(event.detail, event.state)
        if hotkey is not None and event.detail not in self._down:
            self._down[event.detail] = hotkey
            self._listener.pressed(hotkey)

    def _on_release(self, event: KeyRelease) -> None:
        if not self._repeats(event):
            self._released(event.detail)

    def _released(self, keycode: int) -> None:
        hotkey = self._down.pop(keycode, None)
        if hotkey is not None:
            self._listener.released(hotkey)

    def _repeats(self, release: KeyRelease) -> bool:
        """Whether the next event is the press that a repetition consists of; it is taken then."""
        if not self._display.pending_events():
            select.select([self._display.fileno()], [], [], _REPEAT_WAIT)
            if not self._display.pending_events():
                return False
        following = self._display.next_event()
        if (following.type, getattr(following, "detail", None)) == (X.KeyPress, release.detail) and (
            following.time == release.time
        ):
            return True
        self._released(release.detail)
        self._handle(following)
        return True

    def _find_lost_releases(self) -> None:
        if self._down:
            pressed = self._keyboard.pressed()
            # Answers come after the events that were sent before them: those are to be read first.
            if not self._display.pending_events():
                for keycode in set(self._down) - pressed:
                    self._released(keycode)

    def _meaning(self, keycode: int, state: int) -> Hotkey | None:
        locks = self._keyboard.lock_masks()[-1]
        plain = state & 0xFF & ~locks
        return next((hotkey for mask, hotkey in self._grabbed.get(keycode, ()) if mask in (plain, X.AnyModifier)), None)

    # ---- Grabs ---------------------------------------------------------------------------------------------------

    def _rebind(self, bindings: dict[Hotkey, Shortcut]) -> None:
        self._release_all()
        self._bindings = bindings
        for hotkey, shortcut in bindings.items():
            if hotkey is not Hotkey.CANCEL or self._cancelling:
                self._grab(hotkey, shortcut)
        if self._cancelling and Hotkey.CANCEL not in bindings:
            self._grab(Hotkey.CANCEL, _CANCEL)

    def _take_cancel(self, active: bool) -> None:
        if active == self._cancelling:
            return
        self._cancelling = active
        if active:
            self._grab(Hotkey.CANCEL, self._bindings.get(Hotkey.CANCEL, _CANCEL))
        else:
            self._release(Hotkey.CANCEL)

    def _grab(self, hotkey: Hotkey, shortcut: Shortcut) -> None:
        keycodes = self._keyboard.keycodes(_keysyms(shortcut))
        if not keycodes:
            self._listener.failed(hotkey, f"This keyboard has no key for {shortcut}.")
            return
        mask = self._mask(shortcut)
        if mask is None:
            self._listener.failed(hotkey, f"This keyboard has no modifier for {shortcut}.")
            return
        keycode = keycodes[0]
        refused = xerror.CatchError(xerror.BadAccess)
        for locks in self._keyboard.lock_masks() if mask != X.AnyModifier else (0,):
            self._root.grab_key(keycode, mask | locks, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
        self._display.sync()
        self._grabbed.setdefault(keycode, []).append((mask, hotkey))
        if refused.get_error() is not None:
            self._release(hotkey)
            self._listener.failed(hotkey, f"Another program has taken {shortcut}.")

    def _mask(self, shortcut: Shortcut) -> int | None:
        if shortcut.key.startswith("Right "):
            return int(X.AnyModifier)  # a modifier key alone: its own bit is in the state of its release
        mask = 0
        for modifier in shortcut.modifiers:
            bit = self._bit(modifier)
            if not bit:
                return None
            mask |= bit
        return mask

    def _bit(self, modifier: Modifier) -> int:
        match modifier:
            case Modifier.CTRL:
                return int(X.ControlMask)
            case Modifier.SHIFT:
                return int(X.ShiftMask)
            case Modifier.ALT:
                return self._keyboard.mask_with(XK.XK_Alt_L, XK.XK_Meta_L)
            case Modifier.META:
                return self._keyboard.mask_with(XK.XK_Super_L, XK.XK_Hyper_L)

    def _release(self, hotkey: Hotkey) -> None:
        for keycode, entries in self._grabbed.items():
            for mask, _ in [entry for entry in entries if entry[1] is hotkey]:
                self._ungrab(keycode, mask)
            self._grabbed[keycode] = [entry for entry in entries if entry[1] is not hotkey]
        self._display.sync()

    def _release_all(self) -> None:
        for hotkey in Hotkey:
            self._release(hotkey)
        self._grabbed.clear()

    def _ungrab(self, keycode: int, mask: int) -> None:
        for locks in self._keyboard.lock_masks() if mask != X.AnyModifier else (0,):
            self._root.ungrab_key(keycode, mask | locks)

    def _on_new_map(self) -> None:
        """Another layout: the same keys may sit elsewhere. A map that only lends spare keys changes nothing."""
        before = {hotkey: self._keyboard.keycodes(_keysyms(key))[:1] for hotkey, key in self._bindings.items()}
        self._keyboard.refresh()
        after = {hotkey: self._keyboard.keycodes(_keysyms(key))[:1] for hotkey, key in self._bindings.items()}
        if before != after:
            self._rebind(self._bindings)


def _keysyms(shortcut: Shortcut) -> list[int]:
    if shortcut.key == "Right Alt":
        return [XK.string_to_keysym(name) for name in _ALTGR]
    if len(shortcut.key) == 1:
        keysyms = [keysym_of(shortcut.key.lower()), keysym_of(shortcut.key)]
        return [keysym for keysym in keysyms if keysym is not None]
    return [XK.string_to_keysym(_KEYSYMS.get(shortcut.key, shortcut.key))]
