"""What a step of the first run is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.context import Context
from desktop.windows.cards import make_label


class Step(QWidget):
    """A title, a sentence what it is for, and what belongs to it in `body`."""

    def __init__(self, context: Context, title: str, purpose: str) -> None:
        super().__init__()
        self.context = context
        self.title = title
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)
        self.body.addWidget(make_label(title, "title"))
        self.body.addWidget(make_label(purpose, "muted"))
        self.setAccessibleName(title)

    @property
    def first(self) -> QWidget | None:
        """What has the keyboard when it is shown; None for the button that goes on."""
        return None

    def enter(self) -> None:
        """It is shown."""

    def leave(self) -> None:
        """Another step is shown, or the window is closed."""
