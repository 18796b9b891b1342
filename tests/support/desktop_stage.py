"""The parts that a page of the desktop is given, real but for the windows around it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.bridge import Bridge
from desktop.context import Action, Context
from desktop.tasks import Tasks
from desktop.theme import Theme
from engine.library.library import Library
from engine.paths import Home, open_home
from engine.settings import Settings
from engine.settings.declarations import SETTINGS

# The platform of the tests has no windows to raise and no panel; that is no fault of the program.
_HARMLESS = (
    "QObject::connect: No such signal QPlatformNativeInterface::systemTrayWindowChanged(QScreen*)",
    "This plugin does not support raise()",
    "This plugin does not support propagateSizeHints()",
)


@contextmanager
def qt_messages() -> Iterator[list[str]]:
    """What Qt warns of meanwhile."""
    messages: list[str] = []

    def note(kind: QtMsgType, place: QMessageLogContext, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and text not in _HARMLESS:
            messages.append(f"{kind.name}: {text}")

    before = qInstallMessageHandler(note)
    try:
        yield messages
    finally:
        qInstallMessageHandler(before)


class Stage:
    """A context on the home `folder`, and what pages said to it: `opened` pages, `said` texts, their `actions`."""

    def __init__(self, folder: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.opened: list[tuple[str, object]] = []
        self.said: list[str] = []
        self.actions: list[Action | None] = []
        self.failed: list[Exception] = []
        home = open_home(Home(folder))
        self.library = Library(home)
        self.settings = Settings(home.settings, SETTINGS)
        self.tasks = Tasks()
        self.tasks.failed.connect(self.failed.append)
        self.bridge = Bridge(home, self.library, self.settings, self.tasks)
        self.theme = Theme(app, self.settings)
        self.context = Context(
            home, self.library, self.settings, self.bridge, self.tasks, self.theme, self._open, self._notify
        )

    def __enter__(self) -> Stage:
        return self

    def __exit__(self, *reason: object) -> None:
        self.bridge.close()
        self.tasks.close()
        self.library.close()

    def _open(self, key: str, argument: object = None) -> None:
        self.opened.append((key, argument))

    def _notify(self, text: str, *, action: Action | None = None, warning: bool = False) -> None:
        self.said.append(text)
        self.actions.append(action)
