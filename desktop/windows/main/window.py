"""The main window."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.bridge import Bridge
from desktop.context import Action, Context
from desktop.engine_text import in_language
from desktop.icons import app_icon, icon
from desktop.tasks import Tasks
from desktop.theme import Theme
from desktop.windows.main.notice import NoticeBar
from desktop.windows.main.page import Page
from desktop.windows.main.pages import PAGES
from engine.errors import AttuneError, StorageError
from engine.paths import Home
from engine.settings import Settings
from engine.settings.declarations import GEOMETRY

FIRST_SIZE = QSize(1040, 720)
SMALLEST = QSize(720, 480)
GEOMETRY_NAME = "main"


class MainWindow(QMainWindow):
    """The side bar chooses a page; a page is made when it is first shown. `closed` says that the user closed it."""

    closed = Signal()

    def __init__(self, home: Home, settings: Settings, bridge: Bridge, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        self.context = Context(
            home, bridge.library, settings, bridge, tasks, theme, open_page=self.open_page, notify=self.notify
        )
        self._made: dict[str, Page] = {}
        self.setWindowTitle("Attune")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(SMALLEST)
        self._sidebar = QListWidget()
        self._sidebar.setProperty("look", "sidebar")
        self._sidebar.setAccessibleName(self.tr("Pages"))
        self._sidebar.setIconSize(QSize(20, 20))
        self._sidebar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._notice = NoticeBar()
        self._stack = QStackedWidget()
        self._fill()
        self._lay_out()
        tasks.failed.connect(self.say_error)
        self._restore_geometry()
        self._sidebar.setCurrentRow(0)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, Page)
        return shown

    def open_page(self, key: str, argument: object = None) -> None:
        """Show the window at the page with this key; an unknown key only shows the window."""
        for row, kind in enumerate(PAGES):
            if kind.key == key:
                self._sidebar.setCurrentRow(row)
                if argument is not None:
                    self.page.open(argument)
        self.present()

    def present(self) -> None:
        """Bring the window before the user."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def first_run(self) -> None:
        """Show the first steps, at the first start or because the user wants them again."""
        from desktop.windows.first_run.dialog import FirstRun  # wanted once

        FirstRun(self.context, self).show()

    def notify(self, text: str, *, action: Action | None = None, warning: bool = False) -> None:
        """Say something above the page."""
        self._notice.say(text, action=action, warning=warning)

    def say_error(self, error: AttuneError) -> None:
        """Say what went wrong and what can be done."""
        self.notify(in_language(str(error)), warning=True)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 # Qt's name
        """The rows' height is known once the style sheet has reached them."""
        super().showEvent(event)
        self._sidebar.doItemsLayout()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 # Qt's name
        """Remember the place; the application decides whether it ends."""
        self.remember_geometry()
        event.accept()
        self.closed.emit()

    def remember_geometry(self) -> None:
        """Keep size and place for the next start."""
        places = dict(self._settings.get(GEOMETRY))
        places[GEOMETRY_NAME] = bytes(self.saveGeometry().toBase64().data()).decode()
        try:
            self._settings.set(GEOMETRY, places)
        except StorageError:  # a full disk; the place is not worth a word
            return

    def _fill(self) -> None:
        widest = 0
        for number, kind in enumerate(PAGES, 1):
            item = QListWidgetItem(icon(kind.icon), kind.title())
            item.setData(Qt.ItemDataRole.UserRole, kind.key)
            self._sidebar.addItem(item)
            widest = max(widest, self._sidebar.fontMetrics().horizontalAdvance(kind.title()))
            if number <= 9:
                shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
                shortcut.activated.connect(lambda row=number - 1: self._sidebar.setCurrentRow(row))
                item.setToolTip(shortcut.key().toString(QKeySequence.SequenceFormat.NativeText))
        self._sidebar.setFixedWidth(widest + 90)
        self._sidebar.currentRowChanged.connect(self._show_row)

    def _show_row(self, row: int) -> None:
        kind = PAGES[row]
        if kind.key not in self._made:
            self._made[kind.key] = kind(self.context)
            self._stack.addWidget(self._made[kind.key])
        self._stack.setCurrentWidget(self._made[kind.key])

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        holder = QVBoxLayout()
        holder.setContentsMargins(24, 12, 24, 0)
        holder.addWidget(self._notice)
        right.addLayout(holder)
        right.addWidget(self._stack, 1)
        whole = QHBoxLayout()
        whole.setContentsMargins(8, 12, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._sidebar)
        whole.addLayout(right, 1)
        centre = QWidget()
        centre.setLayout(whole)
        self.setCentralWidget(centre)

    def _restore_geometry(self) -> None:
        self.resize(FIRST_SIZE)
        kept = self._settings.get(GEOMETRY).get(GEOMETRY_NAME)
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))
