"""A small panel that says what a correction has done and offers to undo it. It never takes the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QEnterEvent, QGuiApplication, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from desktop.floating import FloatingPanel
from desktop.icons import icon

SHOWN_MS = 8_000
WIDTH = 420
MARGIN = 24  # from the corner of the screen


class Toast(FloatingPanel):
    """One message. It stays while the pointer is on it."""

    undone = Signal()

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self.setWindowTitle(self.tr("Attune: corrected"))
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._undo = QPushButton(icon("undo"), self.tr("Undo"))
        self._undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._undo.clicked.connect(self._take_back)
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setToolTip(self.tr("Close this message"))
        close.setAccessibleName(self.tr("Close this message"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.hide)
        frame = QFrame()
        frame.setProperty("look", "overlay")
        row = QHBoxLayout(frame)
        row.setContentsMargins(14, 10, 10, 10)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        row.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)

    @property
    def text(self) -> str:
        """What is said."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, *, undoable: bool) -> None:
        """Show a message for some seconds."""
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._undo.setVisible(undoable)
        self.adjustSize()
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self.move(room.right() - self.width() - MARGIN, room.bottom() - self.height() - MARGIN)
        self.show()
        self._timer.start(SHOWN_MS)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 # Qt's name
        """It is being read."""
        self._timer.stop()

    def leaveEvent(self, event: object) -> None:  # noqa: N802 # Qt's name
        """It has been."""
        self._timer.start(SHOWN_MS // 2)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 # Qt's name
        """It is gone before its time."""
        self._timer.stop()

    def _take_back(self) -> None:
        self.hide()
        self.undone.emit()
