"""Where a dictation goes: the program that has the keyboard, with the profile the user has made for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from desktop.dictation.held import HeldText
from desktop.insertion import DesktopTarget, InsertOptions, Method, create_target
from engine.errors import DeviceError
from engine.session.target import Target
from engine.settings import Settings
from engine.settings.declarations import PROFILES
from engine.settings.profiles import profile_for

METHODS = {"paste": Method.PASTE, "type": Method.TYPE, "copy": Method.CLIPBOARD}
Create = Callable[..., DesktopTarget]


class Targets:
    """Gives each dictation its target; `begin` is called on the dictation's thread, as the target may have to wait.

    Args:
        token_file: where a Wayland desktop's permission to press keys is remembered.
        is_key_held: whether the user still holds the dictation key.
        on_correct: called, on that thread, when the user says "correct that".
    """

    def __init__(
        self,
        settings: Settings,
        token_file: Path,
        is_key_held: Callable[[], bool],
        on_correct: Callable[[], None],
        create: Create = create_target,
    ) -> None:
        self._settings = settings
        self._token_file = token_file
        self._is_key_held = is_key_held
        self._on_correct = on_correct
        self._create = create
        self._creating = threading.Lock()
        self._desktop: DesktopTarget | None = None
        self._headless = QGuiApplication.platformName() in ("offscreen", "minimal")

    @property
    def desktop(self) -> DesktopTarget | None:
        """The programs' windows, once something was dictated; None where there are none to insert into."""
        return self._desktop

    def prepare(self) -> None:
        """Get to know the desktop before the first dictation: a program tells which of its fields are for passwords
        only if it gets the focus after it was asked to. May wait for other programs; not for the window's thread.
        """
        with self._creating:
            if self._headless or self._desktop is not None:
                return
            try:
                self._desktop = self._create(
                    self._options, self._is_key_held, self._on_correct, token_file=self._token_file
                )
            except DeviceError:  # no way into other programs here: what is said is offered for copying
                self._headless = True

    def begin(self) -> Target:
        """The target for a dictation that begins now.

        Raises:
            SecretFieldError: the keyboard is in a password field.
        """
        self.prepare()
        if self._desktop is None:
            return HeldText()
        self._desktop.begin()
        return self._desktop

    def close(self) -> None:
        """Give the clipboard back."""
        with self._creating:
            self._headless = True  # whoever still prepares comes too late
            if self._desktop is not None:
                self._desktop.close()
                self._desktop = None

    def _options(self, app: str) -> InsertOptions:
        return InsertOptions(METHODS.get(profile_for(app, self._settings.get(PROFILES)).insertion))


def held_by(target: Target) -> str:
    """What was not inserted and waits to be copied."""
    if isinstance(target, DesktopTarget):
        return target.kept
    return target.held if isinstance(target, HeldText) else ""
