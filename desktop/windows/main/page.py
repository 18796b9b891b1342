"""What a page of the main window is."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.context import Context


class Page(QWidget):
    """One page: made when it is first shown, with a heading above `body`, where subclasses put what they have.

    `key` names it to other pages and to ``attune show``; `icon` is a file in resources/icons.
    """

    key: ClassVar[str]
    icon: ClassVar[str]

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(12)
        heading = QLabel(self.title())
        heading.setProperty("look", "title")
        self.body.addWidget(heading)
        self.setAccessibleName(self.title())

    @classmethod
    def title(cls) -> str:
        """What it is called in the side bar, translated."""
        raise NotImplementedError

    def open(self, argument: object) -> None:
        """Another page wants `argument` shown here, such as the id of an utterance."""
