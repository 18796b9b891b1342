"""Insertion on Wayland, by what there is: wtype, the RemoteDesktop portal, wl-clipboard.

Which keys the user holds cannot be seen here. wtype's keyboard is one of its own, so held modifiers do not mix with
what it types; the portal's may.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from desktop.insertion.desk import CannotInsertError, Handover, Method
from desktop.insertion.presses import KeyNames, Presses
from desktop.insertion.wclipboard import WlClipboard
from desktop.insertion.wfocus import focused_window
from desktop.insertion.window import Window
from desktop.insertion.wkeys import Keys, PortalKeys, WtypeKeys
from desktop.linux.bus import BusError

_NO_KEYS = "this desktop lets no program press keys"


class WaylandDesk(Presses[str]):
    """The windows of the Wayland session."""

    names = KeyNames("BackSpace", "Left", "Right", "shift", ("z", "ctrl"))

    def __init__(self, token_file: Path | None = None) -> None:
        """`token_file`: where the permission of the RemoteDesktop portal is remembered."""
        self._lock = threading.RLock()
        self._keys = _find_keys(token_file)
        self._clipboard = WlClipboard() if WlClipboard.works() else None
        self.methods = self._find_methods()

    def focused(self) -> Window | None:
        """The window that has the keyboard, if the compositor tells."""
        return focused_window()

    def wait_for_modifiers(self, give_up: Callable[[], bool]) -> bool:
        """Nothing can be seen, so nothing is waited for."""
        return True

    def paste(self, text: str, window: Window | None) -> Handover:
        """Paste by wl-copy and the program's paste key."""
        clipboard = self._need_clipboard()
        modifiers = ("ctrl", "shift") if window is not None and window.terminal else ("ctrl",)
        with self._lock:
            taken = clipboard.paste(text, lambda: self._need_keys().press("v", *modifiers))
        return {True: Handover.TAKEN, False: Handover.IGNORED, None: Handover.SENT}[taken]

    def type(self, text: str, window: Window | None, before_piece: Callable[[int], None]) -> None:
        """Type by wtype or the portal."""
        with self._lock:
            self._need_keys().type(text, before_piece)

    def copy(self, text: str) -> None:
        """Put `text` into the clipboard."""
        self._need_clipboard().put(text)

    def forget_selected(self) -> None:
        """Empty the primary selection."""
        if self._clipboard is not None:
            self._clipboard.forget_selected()

    def selected(self) -> str | None:
        """The primary selection, which programs set to what is selected."""
        return None if self._clipboard is None else self._clipboard.selected()

    def settle(self) -> None:
        """Wait until the clipboard is given back."""
        if self._clipboard is not None:
            self._clipboard.settle()

    def close(self) -> None:
        """Give the clipboard and the permission back."""
        with self._lock:
            self.settle()
            if self._keys is not None:
                self._keys.close()

    def _find_methods(self) -> tuple[Method, ...]:
        if self._keys is None:
            return (Method.CLIPBOARD,)
        if self._clipboard is None:
            return (Method.TYPE,)
        # Typing leaves the clipboard alone, and is exact with wtype; the portal may lose what is not on the keyboard.
        if self._keys.types_anything:
            return (Method.TYPE, Method.PASTE, Method.CLIPBOARD)
        return (Method.PASTE, Method.TYPE, Method.CLIPBOARD)

    def _press(self, key: str, *held: str, times: int = 1) -> None:
        with self._lock:
            self._need_keys().press(key, *held, times=times)

    def _need_keys(self) -> Keys:
        if self._keys is None:
            raise CannotInsertError(_NO_KEYS)
        return self._keys

    def _need_clipboard(self) -> WlClipboard:
        if self._clipboard is None:
            raise CannotInsertError("wl-clipboard is not installed")
        return self._clipboard


def _find_keys(token_file: Path | None) -> Keys | None:
    if WtypeKeys.works():
        return WtypeKeys()
    try:
        return PortalKeys(token_file)
    except BusError:
        return None
