"""The pieces that pages of cards are made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget


class Card(QFrame):
    """A frame with a heading; what belongs to it goes into `body`."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 14)
        self.body.setSpacing(8)
        self.heading = make_label(title, "heading")
        self.body.addWidget(self.heading)
        self.heading.setVisible(bool(title))
        self.setAccessibleName(title)


def make_label(text: str = "", look: str = "", tooltip: str = "") -> QLabel:
    """A text that wraps and can be selected."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if look:
        label.setProperty("look", look)
    if tooltip:
        label.setToolTip(tooltip)
    return label


def set_look(widget: QWidget, look: str) -> None:
    """Give a widget that is shown already another look of the style sheet."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def make_button(text: str, clicked: Callable[[], object], *, primary: bool = False, tooltip: str = "") -> QPushButton:
    """A button; the primary one is what a user most likely wants."""
    button = QPushButton(text)
    button.clicked.connect(lambda: clicked())
    if primary:
        button.setProperty("look", "primary")
    button.setToolTip(tooltip)
    return button


def row_of(*items: QWidget | None) -> QHBoxLayout:
    """The widgets side by side; None is the stretch between them."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for item in items:
        if item is None:
            row.addStretch(1)
        else:
            row.addWidget(item, 1 if isinstance(item, QLabel) else 0)  # a text that wraps takes what room there is
    return row


def scrolled(column: QVBoxLayout) -> QScrollArea:
    """An area that scrolls the column."""
    column.setContentsMargins(0, 0, 12, 0)
    holder = QWidget()
    holder.setLayout(column)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(holder)
    return area


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
