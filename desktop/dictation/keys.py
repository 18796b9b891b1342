"""The global keys, as the settings have them, turned into commands."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.engine_text import in_language
from desktop.hotkeys import Command, Gesture, Hotkey, Hotkeys, Listener, Mode, Shortcut, create_hotkeys
from engine.errors import AttuneError, InputError
from engine.session.live import State
from engine.settings import Setting, Settings
from engine.settings.declarations import CORRECT_KEY, DICTATE_KEY, KEY_MODE

Create = Callable[[dict[Hotkey, Shortcut], Listener], Hotkeys]


class Keys(QObject):
    """Emits what the user's keys ask for, on the window's thread. `failed` says why a key does not work."""

    start_wanted = Signal()
    stop_wanted = Signal()
    cancel_wanted = Signal()
    correct_wanted = Signal()
    failed = Signal(str)
    _pressed = Signal(object, float)
    _released = Signal(object, float)
    _refused = Signal(object, str)

    def __init__(self, settings: Settings, create: Create = create_hotkeys, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._create = create
        self._hotkeys: Hotkeys | None = None
        # When the key went down or up is noted on the keys' own thread: this one may be busy, and a tap is no hold.
        self._moment = 0.0
        self.gesture = Gesture(Mode(settings.get(KEY_MODE)), lambda: self._moment)
        self._pressed.connect(self._press)
        self._released.connect(self._release)
        self._refused.connect(self._refuse)
        settings.on_change(self._follow)

    def begin(self) -> None:
        """Take the keys. Where there is no screen to press them on, there is nothing to take."""
        if QGuiApplication.platformName() in ("offscreen", "minimal"):
            return
        listener = Listener(
            lambda hotkey: self._pressed.emit(hotkey, time.monotonic()),
            lambda hotkey: self._released.emit(hotkey, time.monotonic()),
            self._refused.emit,
        )
        try:
            self._hotkeys = self._create(self._bindings(), listener)
        except AttuneError as error:
            self.failed.emit(in_language(str(error)))

    def show_state(self, state: State) -> None:
        """The dictation is in another state, whoever brought it there."""
        on = state in ("arming", "recording")
        if on:
            self.gesture.started()
        else:
            self.gesture.ended()
        if self._hotkeys is not None:
            self._hotkeys.set_cancel(on)

    def close(self) -> None:
        """Give the keys back."""
        if self._hotkeys is not None:
            self._hotkeys.close()
            self._hotkeys = None

    def _bindings(self) -> dict[Hotkey, Shortcut]:
        bindings = {}
        for hotkey, setting in ((Hotkey.DICTATE, DICTATE_KEY), (Hotkey.CORRECT, CORRECT_KEY)):
            text = self._settings.get(setting)
            try:
                if text:
                    bindings[hotkey] = Shortcut.parse(text)
            except InputError as error:
                self.failed.emit(in_language(str(error)))
        return bindings

    def _press(self, hotkey: Hotkey, moment: float) -> None:
        self._moment = moment
        if hotkey is Hotkey.DICTATE:
            self._carry_out(self.gesture.press())
        elif hotkey is Hotkey.CORRECT:
            self.correct_wanted.emit()
        else:
            self.cancel_wanted.emit()

    def _release(self, hotkey: Hotkey, moment: float) -> None:
        self._moment = moment
        if hotkey is Hotkey.DICTATE:
            self._carry_out(self.gesture.release())

    def _refuse(self, hotkey: Hotkey, reason: str) -> None:
        self.failed.emit(in_language(reason))

    def _carry_out(self, command: Command | None) -> None:
        if command is Command.START:
            self.start_wanted.emit()
        elif command is Command.STOP:
            self.stop_wanted.emit()

    def _follow(self, setting: Setting[object]) -> None:
        if setting == KEY_MODE:
            self.gesture.mode = Mode(self._settings.get(KEY_MODE))
        elif setting in (DICTATE_KEY, CORRECT_KEY) and self._hotkeys is not None:
            with suppress(AttuneError):  # what cannot be had was told
                self._hotkeys.bind(self._bindings())
