"""The line above the page that says what happened, and may offer to do something about it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.context import Action
from desktop.icons import icon


class NoticeBar(QFrame):
    """Shows one message; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")
        self.setAccessibleName(self.tr("Message"))
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._button.clicked.connect(self._act)
        self._close = QToolButton()
        self._close.setIcon(icon("close"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._action: Action | None = None
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, *, action: Action | None = None, warning: bool = False) -> None:
        """Replace the message."""
        self._icon.setPixmap(icon("warning" if warning else "info").pixmap(20, 20))
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._action = action
        self._button.setVisible(action is not None)
        self._button.setText(action.label if action else "")
        self.show()

    def _act(self) -> None:
        action, self._action = self._action, None
        self.hide()
        if action is not None:
            action.run()
