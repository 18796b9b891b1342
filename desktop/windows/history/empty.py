"""What stands where nothing was said yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.icons import icon
from engine.settings import Setting
from engine.settings.declarations import DICTATE_KEY


class EmptyState(QWidget):
    """Says how to begin, with the key as it is set."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        picture = QLabel()
        picture.setPixmap(icon("microphone").pixmap(56, 56))
        self._title = QLabel(self.tr("Nothing has been dictated yet"))
        self._title.setProperty("look", "heading")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setProperty("look", "muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(80, 0, 80, 0)
        column.addStretch(1)
        for widget in (picture, self._title):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._text)  # as wide as there is room, so that all its lines are shown
        column.addStretch(2)
        context.settings.on_change(self._follow)
        self._say()

    def _say(self) -> None:
        key = self._context.settings.get(DICTATE_KEY)
        how = self.tr("Click into a text in any program, press {key} and talk.").format(key=key)
        if not key:
            how = self.tr("Press Dictate above and talk. A key for all programs can be chosen in the settings.")
        self._text.setText(
            how + " " + self.tr("What you say appears there, and here, where it can be heard, corrected and found.")
        )

    def _follow(self, setting: Setting[object]) -> None:
        if setting == DICTATE_KEY:
            self._say()
