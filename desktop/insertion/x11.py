"""Insertion on X11: pasting with receipts, and typing through XTEST."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from Xlib import XK
from Xlib import error as xerror
from Xlib.display import Display

from desktop.insertion.desk import CannotInsertError, Handover, Method
from desktop.insertion.presses import KeyNames, Presses
from desktop.insertion.terminals import PRIMARY_TERMINALS
from desktop.insertion.window import Window
from desktop.insertion.xclipboard import XClipboard
from desktop.insertion.xfocus import XFocus
from desktop.insertion.xtypist import XTypist
from engine.errors import DeviceError

_NO_WINDOW = "no window has the keyboard"
READ_SECONDS = 8.0  # in which a program that is not stuck has begun to paste


class X11Desk(Presses[int]):
    """The windows of the default display."""

    names = KeyNames(XK.XK_BackSpace, XK.XK_Left, XK.XK_Right, XK.XK_Shift_L, (XK.XK_z, XK.XK_Control_L))
    methods: tuple[Method, ...] = (Method.PASTE, Method.TYPE, Method.CLIPBOARD)

    def __init__(self) -> None:
        """Raises:
        DeviceError: there is no X server to talk to.
        """
        try:
            self._display = Display()
        except (xerror.DisplayError, OSError) as error:
            raise DeviceError("No X display answers.", "Start Attune inside a graphical session.") from error
        self._display.set_error_handler(lambda *_: None)  # windows vanish between two looks
        self._lock = threading.RLock()
        self._focus = XFocus(self._display)
        self._clipboard = XClipboard()
        self._typist = XTypist(self._display)

    def focused(self) -> Window | None:
        """The window that has the keyboard."""
        with self._lock:
            return self._focus.focused()

    def wait_for_modifiers(self, give_up: Callable[[], bool]) -> bool:
        """Wait until no modifier key is down."""
        with self._lock:
            return self._typist.wait_for_modifiers(give_up)

    def paste(self, text: str, window: Window | None) -> Handover:
        """Offer the text in the clipboard, press the program's paste key, and give back what was there before.

        Terminals of xterm's kind paste the primary selection; it is treated in the same way.
        """
        if window is None:
            raise CannotInsertError(_NO_WINDOW)
        with self._lock:
            primary = window.app.lower() in PRIMARY_TERMINALS
            offer = self._clipboard.offer(text, ("PRIMARY", "CLIPBOARD") if primary else ("CLIPBOARD",))
            if not offer.complete:
                self._clipboard.give_back(offer)
                raise CannotInsertError("what is in the clipboard could not be saved")
            since = time.monotonic()
            try:
                with self._typist.server_to_itself():
                    self._press_paste(window, primary)
            except CannotInsertError:
                self._clipboard.give_back(offer)
                raise
            taken = self._clipboard.wait_for_read(
                offer, lambda requestor: self._focus.same_program(requestor, window), since, READ_SECONDS
            )
            if not taken:
                self._clipboard.keep(offer)
                return Handover.IGNORED
            self._clipboard.give_back(offer)
            return Handover.TAKEN

    def type(self, text: str, window: Window | None, before_piece: Callable[[int], None]) -> None:
        """Type through XTEST."""
        if window is None:
            raise CannotInsertError(_NO_WINDOW)
        with self._lock:
            self._typist.type(text, self._pingable(window), before_piece, lambda: self._focus.focused() == window)

    def copy(self, text: str) -> None:
        """Put `text` into the clipboard, as the user's own copy."""
        self._clipboard.put(text)

    def forget_selected(self) -> None:
        """Empty the primary selection."""
        self._clipboard.clear("PRIMARY")

    def selected(self) -> str | None:
        """The primary selection, which programs set to what is selected; only if the focused program owns it."""
        with self._lock:
            window = self._focus.focused()
            if window is None:
                return None
            self._typist.wait_until_handled(self._pingable(window))
            owner = self._display.get_selection_owner(self._display.intern_atom("PRIMARY"))
            if isinstance(owner, int) or not self._focus.same_program(owner.id, window):
                return None
            return self._clipboard.read("PRIMARY")

    def settle(self) -> bool:
        """Wait until the clipboard is given back."""
        return self._clipboard.settle()

    def close(self) -> None:
        """Give the clipboard and the lent keys back."""
        with self._lock:
            self._clipboard.close()
            try:
                self._typist.close()
                self._display.close()
            except xerror.ConnectionClosedError:
                pass

    def _press(self, key: int, *held: int, times: int = 1) -> None:
        with self._lock:
            self._typist.press(key, *held, times=times)

    def _press_paste(self, window: Window, primary: bool) -> None:
        if self._focus.focused() != window:
            raise CannotInsertError("another window has the keyboard")
        if primary:
            self._press(XK.XK_Insert, XK.XK_Shift_L)
        elif window.terminal:
            self._press(XK.XK_v, XK.XK_Control_L, XK.XK_Shift_L)
        else:
            self._press(XK.XK_v, XK.XK_Control_L)

    def _pingable(self, window: Window) -> int | None:
        if not self._focus.answers_pings(int(window.id)):
            return None
        return int(window.id)
