"""One utterance being put right, as it is seen: the text, its alternatives, the kind of change, the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.icons import icon
from desktop.theme import Theme
from desktop.windows.correction.choices import ChoiceList, KindBar
from desktop.windows.correction.field import CorrectionField
from desktop.windows.correction.state import Correction
from engine.learning.subject import Subject, Times
from engine.library.entities import Kind


class CorrectionEditor(QWidget):
    """Steers a `Correction` and shows it. Its signals say what the user decides; nothing is stored here."""

    submitted = Signal()
    left = Signal()
    later_wanted = Signal()
    rejected = Signal()
    play_wanted = Signal(object)  # Times, or None for all of it
    undone_beyond = Signal()  # undo, where nothing is left to undo here

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.correction: Correction | None = None
        self.field = CorrectionField()
        self.choices = ChoiceList()
        self.kinds = KindBar()
        self._hint = QLabel()
        self._hint.setProperty("look", "muted")
        self._hint.setWordWrap(True)
        self._doubt = QLabel()
        self._doubt.setProperty("look", "muted")
        self.play_words = self._button("play", self.tr("Play the words"), self.tr("Play the current words (Space)"))
        self.play_all = self._button("play", self.tr("Play &all"), self.tr("Play all of the recording"))
        self.reject = self._button(
            "delete", self.tr("Of no &use"), self.tr("Noise, or not your voice: it never trains.")
        )
        self.later = self._button("history", self.tr("&Later"), self.tr("Mark it to be corrected later (Ctrl+L)"))
        self.save = QPushButton(self.tr("It is right (Enter)"))
        self.save.setProperty("look", "primary")
        self._connect()
        self._lay_out()
        theme.changed.connect(self._refresh)

    def show_subject(self, subject: Subject) -> None:
        """Put this utterance right."""
        self.correction = Correction(subject)
        self.field.typing = False
        self.show_recording(available=subject.utterance.audio is not None and not subject.utterance.audio_fault)
        self._refresh()
        self.field.setFocus()

    def add_readings(self, subject: Subject) -> None:
        """More readings of the same utterance are known."""
        if self.correction is not None and self.correction.subject.utterance.id == subject.utterance.id:
            self.correction.add_readings(subject)
            self._refresh()

    def show_recording(self, *, available: bool) -> None:
        """Whether there is something to hear."""
        for button in (self.play_words, self.play_all):
            button.setEnabled(available)
            if not available:
                button.setToolTip(self.tr("The recording is not kept."))

    def choose(self, number: int) -> bool:
        """Take the alternative of this number, as a digit does; False if there is none."""
        taken = self.correction is not None and self.correction.choose(number)
        self.field.typing = False
        self._refresh()
        return taken

    def replace(self, text: str) -> None:
        """Put `text` in place of the current words."""
        if self.correction is not None:
            self.field.typing = False
            self.correction.end_typing()
            self.correction.replace(text)
            self._refresh()

    def show_edit(self, text: str) -> None:
        """Another text, as if the user had typed it."""
        if self.correction is not None:
            self.correction.edit(text)
            self.correction.end_typing()
            self._refresh()

    def go_to(self, start: int, end: int) -> None:
        """Make the words at these characters the current ones."""
        self._step(lambda correction: correction.go_to(start, end))

    def undo(self) -> None:
        """Take the last change back."""
        if self.correction is None or not self.correction.undo():
            self.undone_beyond.emit()
        self.field.typing = False
        self._refresh()

    @property
    def text(self) -> str:
        """What stands there."""
        return self.correction.text.strip() if self.correction else ""

    @property
    def kind(self) -> Kind | None:
        """What sort of change it is; None where there is none."""
        return self.correction.kind if self.correction else None

    # Inside

    def _connect(self) -> None:
        field = self.field
        field.chosen.connect(self.choose)
        field.played.connect(self._play_current)
        field.moved.connect(lambda step: self._step(lambda correction: correction.move(step)))
        field.extended.connect(lambda step: self._step(lambda correction: correction.extend(step)))
        field.pointed.connect(lambda start, end: self._step(lambda correction: correction.go_to(start, end)))
        field.removed.connect(lambda: self.replace(""))
        field.doubtful_wanted.connect(self._go_to_doubtful)
        field.edited.connect(self._note_edit)
        field.undone.connect(self.undo)
        field.redone.connect(self._redo)
        field.submitted.connect(self.submitted)
        field.left.connect(self.left)
        self.choices.chosen.connect(self.choose)
        self.choices.chosen.connect(lambda number: field.setFocus())
        self.kinds.chosen.connect(self._choose_kind)
        self.play_words.clicked.connect(self._play_current)
        self.play_all.clicked.connect(lambda: self.play_wanted.emit(None))
        self.reject.clicked.connect(self.rejected)
        self.later.clicked.connect(self.later_wanted)
        self.save.clicked.connect(self.submitted)
        for keys, action in (("F4", self._cycle_kind), ("Ctrl+L", self.later_wanted.emit)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _lay_out(self) -> None:
        sound = QHBoxLayout()
        sound.addWidget(self.play_words)
        sound.addWidget(self.play_all)
        sound.addStretch(1)
        sound.addWidget(self._doubt)
        holder = QScrollArea()
        holder.setWidgetResizable(True)
        holder.setFrameShape(QFrame.Shape.NoFrame)
        holder.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.choices)
        column.addStretch(1)
        holder.setWidget(inside)
        ends = QHBoxLayout()
        ends.addWidget(self.reject)
        ends.addWidget(self.later)
        ends.addStretch(1)
        ends.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self.field)
        whole.addLayout(sound)
        whole.addWidget(holder, 1)
        whole.addWidget(self.kinds)
        whole.addWidget(self._hint)
        whole.addLayout(ends)

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(icon(name), text)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        return button

    def _step(self, change: Callable[[Correction], object]) -> None:
        if self.correction is not None:
            change(self.correction)
            self._refresh()

    def _go_to_doubtful(self, step: int) -> None:
        correction = self.correction
        if correction is None:
            return
        if self.field.typing:
            self.field.typing = False
            correction.end_typing(max(self.field.at - 1, 0))
        if not correction.next_doubtful(step):
            self._doubt.setText(self.tr("No other word is doubtful."))
        self._refresh(doubt=bool(correction.doubtful))

    def _note_edit(self, text: str) -> None:
        if self.correction is not None:
            self.correction.edit(text)
            self._refresh()

    def _redo(self) -> None:
        if self.correction is not None:
            self.field.typing = False
            self.correction.redo()
            self._refresh()

    def _play_current(self) -> None:
        if self.correction is not None:
            times: Times | None = self.correction.times
            self.play_wanted.emit(times)

    def _choose_kind(self, kind: Kind) -> None:
        self._step(lambda correction: correction.choose_kind(kind))
        self.field.setFocus()

    def _cycle_kind(self) -> None:
        self._step(lambda correction: correction.cycle_kind())

    def _refresh(self, *, doubt: bool = True) -> None:
        correction = self.correction
        if correction is None:
            return
        self.field.show_text(correction.text, correction.characters)
        self.field.mark(correction.doubtful, self._theme.colours.doubt)
        self.choices.show_choices(correction.choices, correction.current, correction.text, typing=self.field.typing)
        self.kinds.show_kind(correction.kind)
        if doubt:
            count = len(correction.doubtful)
            self._doubt.setText(self.tr("%n doubtful word(s)", "", count) if count else self.tr("No doubtful word"))
        self.save.setText(self.tr("Save (Enter)") if correction.changed else self.tr("It is right (Enter)"))
        self._hint.setText(
            self.tr("Type freely. Tab: next doubtful word. Ctrl+Space: play. Enter: save. Ctrl+Z: undo. Esc: leave.")
            if self.field.typing
            else self.tr(
                "1–9: choose. Type: replace. Tab: next doubtful word. Arrows: move. Space: play. F2: edit. Esc: leave."
            )
        )
