"""The numbered alternatives, and what sort of change it is."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.windows.correction.state import Choice
from engine.library.entities import KINDS, Kind
from engine.text.diff import align


class ChoiceRow(QPushButton):
    """One alternative. A reading of the whole wraps, and what is other in it is bold."""

    def __init__(self, choice: Choice, present: str) -> None:
        super().__init__()
        self.setProperty("look", "choice")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{choice.number}: {choice.text}")
        number = QLabel(str(choice.number))
        number.setProperty("look", "key")
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text = QLabel(other_words_bold(present, choice.text) if choice.whole else html.escape(choice.text))
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setWordWrap(True)
        for label in (number, text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(10)
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = row

    def sizeHint(self) -> QSize:  # noqa: N802 # Qt's name
        """Room for what is in it."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 # Qt's name
        """One line."""
        return QSize(80, self.fontMetrics().lineSpacing() + 10)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 # Qt's name
        """A long text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 # Qt's name
        """How high it is then."""
        return self._row.heightForWidth(width)


class ChoiceList(QWidget):
    """The alternatives for the current words, then those for all of it."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Alternatives"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._shown: tuple[object, ...] = ()

    def show_choices(self, choices: Sequence[Choice], current: str, text: str, *, typing: bool) -> None:
        """Show these, for the words `current` of `text`."""
        shown = (tuple(choices), current, text, typing)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if typing:
            self._say(self.tr("You are typing. Tab ends that, and the digits choose again."))
            return
        offers = [choice for choice in choices if not choice.whole]
        whole = [choice for choice in choices if choice.whole]
        if offers:
            self._say(self.tr("Instead of “{words}”:").format(words=current))
            self._add(offers, text)
        elif current:
            self._say(self.tr("Nothing else sounds like “{words}”. Type what was said.").format(words=current))
        if whole:
            self._say(self.tr("All of it:"))
            self._add(whole, text)

    def _say(self, text: str) -> None:
        label = QLabel(text)
        label.setProperty("look", "muted")
        label.setWordWrap(True)
        self._column.addWidget(label)

    def _add(self, choices: Sequence[Choice], text: str) -> None:
        for choice in choices:
            row = ChoiceRow(choice, text)
            row.clicked.connect(lambda checked=False, number=choice.number: self.chosen.emit(number))
            self._column.addWidget(row)


class KindBar(QWidget):
    """Says what the change is taken for; one click or key makes it another."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        caption = QLabel(self.tr("This change is:"))
        caption.setProperty("look", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(caption)
        self._group = QButtonGroup(self)
        self._buttons: dict[Kind, QPushButton] = {}
        texts: dict[Kind, tuple[str, str]] = {
            "misheard": (
                self.tr("&Misheard"),
                self.tr("Attune heard something else than you said. It learns from this."),
            ),
            "rewrite": (
                self.tr("I &changed my mind"),
                self.tr("You said what stood there and want other words now. Nothing is learnt from this."),
            ),
            "formatting": (
                self.tr("&Formatting"),
                self.tr("The words are the same: only capitals, marks or numbers are written otherwise."),
            ),
        }
        for kind in KINDS:
            text, tip = texts[kind]
            button = QPushButton(text)
            button.setCheckable(True)
            button.setToolTip(tip)
            button.setProperty("look", "segment")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda checked=False, kind=kind: self.chosen.emit(kind))
            self._group.addButton(button)
            self._buttons[kind] = button
            row.addWidget(button)
        hint = QLabel(self.tr("F4 changes it"))
        hint.setProperty("look", "muted")
        row.addWidget(hint)
        row.addStretch(1)

    @property
    def kind(self) -> Kind | None:
        """The one that is shown."""
        return next((kind for kind, button in self._buttons.items() if button.isChecked()), None)

    def show_kind(self, kind: Kind | None) -> None:
        """Show this one; None where there is no change, and nothing to say about it."""
        self._group.setExclusive(False)
        for one, button in self._buttons.items():
            button.setChecked(one == kind)
        self._group.setExclusive(True)
        self.setEnabled(kind is not None)


def other_words_bold(present: str, other: str) -> str:
    """`other` as HTML, its words that do not stand in `present` in bold."""
    words = other.split()
    parts = []
    for span in align(present.split(), words):
        inside = html.escape(" ".join(words[span.target_start : span.target_end]))
        if inside:
            parts.append(inside if span.operation == "equal" else f"<b>{inside}</b>")
    return " ".join(parts)
