"""The page that goes through what is worth most to be looked at."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.context import Action, Context
from desktop.icons import icon
from desktop.tasks import Control
from desktop.windows.correction.outcome import Outcome, describe, take_back
from desktop.windows.correction.panel import CorrectionPanel
from desktop.windows.main.page import Page
from engine.learning.queue import review_queue
from engine.library.library import Library

SITTING = 20  # utterances that the bar counts to


@dataclass(frozen=True)
class _Figures:
    """How many utterances nobody has looked at, how many minutes are verified, and whether anything was ever said."""

    left: int
    minutes: float
    anything: bool


class CorrectPage(Page):
    """Shows one utterance after the other; every decision leads to the next, and can be taken back."""

    key = "correct"
    icon = "correct"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._waiting: list[str] = []
        self._skipped: set[str] = set()
        self._steps: list[Outcome] = []
        self._anything = False
        self._wanted = ""
        self._restored = ("", "")
        self._progress = QLabel()
        self._progress.setProperty("look", "muted")
        self._progress.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setRange(0, SITTING)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(160, 8)
        self._bar.setAccessibleName(self.tr("Reviewed in this sitting"))
        self.skip = QPushButton(self.tr("S&kip"))
        self.skip.setToolTip(self.tr("Leave it for another time (Ctrl+Right)"))
        self.skip.clicked.connect(self.go_on)
        shortcut = QShortcut(QKeySequence("Ctrl+Right"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.go_on)
        self.panel = CorrectionPanel(context)
        self.panel.decided.connect(self._note)
        self.panel.left.connect(self.go_on)
        self.panel.shown.connect(self._restore)
        self.panel.undone_beyond.connect(self.take_back)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self.undo = QPushButton(icon("undo"), self.tr("Undo"))
        self.undo.setToolTip(self.tr("Take the last decision back, with what was learnt from it (Ctrl+Z)"))
        self.undo.clicked.connect(self.take_back)
        self.empty = _Empty(context)
        self._stack = QStackedWidget()
        self._lay_out()
        self._tell("")
        context.bridge.library_changed.connect(self._look_for_more)

    @classmethod
    def title(cls) -> str:
        """Its name."""
        return QCoreApplication.translate("CorrectPage", "Correct")

    def open(self, argument: object) -> None:
        """Put this utterance right, before the queue goes on."""
        self._offer_unsaved()
        self._wanted = str(argument)
        self._steps.clear()
        self._stack.setCurrentIndex(0)
        self.panel.open(self._wanted)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 # Qt's name
        """Look what there is to review, unless something is being put right."""
        super().showEvent(event)
        correction = self.panel.editor.correction
        if correction is None or not correction.changed:
            self.refresh()

    def refresh(self) -> None:
        """Look anew, the most worthwhile first."""
        library = self.context.library

        def look(control: Control) -> tuple[list[str], _Figures]:
            return [entry.utterance.id for entry in review_queue(library, None)], _figures(library)

        self.context.tasks.run(self, look, lambda found: self._begin(*found))

    def go_on(self) -> None:
        """Leave this one for another time."""
        self._offer_unsaved()
        if self.panel.identifier:
            self._skipped.add(self.panel.identifier)
        self._wanted = ""
        self._next()

    def take_back(self) -> None:
        """Undo the last decision and go back to its utterance."""
        if not self._steps:
            self._tell(self.tr("There is nothing to undo."))
            return
        outcome = self._steps.pop()
        library = self.context.library

        def done(nothing: None) -> None:
            self.context.bridge.library_changed.emit()
            self._tell(self.tr("Undone."))
            self._waiting = [outcome.identifier, *(one for one in self._waiting if one != outcome.identifier)]
            self._skipped.discard(outcome.identifier)
            self._next()
            self._count()

        self.context.tasks.run(self, lambda control: take_back(library, outcome), done)

    # Inside

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._progress, 1)
        top.addWidget(self._bar)
        top.addWidget(self.skip)
        bottom = QHBoxLayout()
        bottom.addWidget(self._said, 1)
        bottom.addWidget(self.undo)
        review = QWidget()
        column = QVBoxLayout(review)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.panel, 1)
        self._stack.addWidget(review)
        self._stack.addWidget(self.empty)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(bottom)

    def _offer_unsaved(self) -> None:
        """What was changed and not saved can be gone back to."""
        editor, identifier = self.panel.editor, self.panel.identifier
        if editor.correction is None or not editor.correction.changed:
            return
        text = editor.correction.text

        def back() -> None:
            self._restored = (identifier, text)
            self._wanted = identifier
            self._skipped.discard(identifier)
            self._stack.setCurrentIndex(0)
            self.panel.open(identifier)

        said = self.tr("What you had changed in the last text was not saved.")
        self.context.notify(said, action=Action(self.tr("Go back to it"), back))

    def _restore(self, identifier: str) -> None:
        wanted, self._restored = self._restored, ("", "")
        if wanted[0] == identifier:
            self.panel.editor.show_edit(wanted[1])

    def _look_for_more(self) -> None:
        """Something was dictated, perhaps: it may be what there is to review now."""
        if self.isVisible() and self._stack.currentWidget() is self.empty:
            self.refresh()

    def _begin(self, waiting: list[str], figures: _Figures) -> None:
        self._waiting = [one for one in waiting if one not in self._skipped] or waiting
        self._show_figures(figures)
        if not self._wanted:
            self._next()

    def _next(self) -> None:
        self._waiting = [one for one in self._waiting if one not in self._skipped]
        if self._waiting:
            self._stack.setCurrentIndex(0)
            self.panel.open(self._waiting[0])
            return
        self.panel.identifier = ""
        self.empty.show_figures(anything=self._anything, skipped=len(self._skipped))
        self._skipped.clear()
        self._stack.setCurrentIndex(1)

    def _note(self, outcome: Outcome) -> None:
        if outcome.decision != "left":
            self._steps.append(outcome)
        self._tell(describe(outcome))
        self._wanted = ""
        self._waiting = [one for one in self._waiting if one != outcome.identifier]
        self._next()
        self._count()

    def _count(self) -> None:
        library = self.context.library
        self.context.tasks.run(self, lambda control: _figures(library), self._show_figures)

    def _show_figures(self, figures: _Figures) -> None:
        self._anything = figures.anything
        left = self.tr("%n left to review", "", figures.left)
        verified = self.tr("{minutes} min of your speech are verified").format(minutes=f"{figures.minutes:.1f}")
        self._progress.setText(f"{verified} · {left}")
        self._bar.setValue(min(len(self._steps), SITTING))
        self._bar.setToolTip(self.tr("%n reviewed in this sitting", "", len(self._steps)))

    def _tell(self, text: str) -> None:
        self._said.setText(text)
        self.undo.setVisible(bool(self._steps))


class _Empty(QWidget):
    """Says why there is nothing to review, and what to do."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._picture = picture = QLabel()
        context.theme.changed.connect(self._draw)
        self._draw()
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel()
        self._title.setProperty("look", "heading")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = QLabel()
        self._text.setProperty("look", "muted")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        read = QPushButton(icon("enrolment"), self.tr("Read some sentences aloud"))
        read.clicked.connect(lambda: context.open_page("enrolment", None))
        column = QVBoxLayout(self)
        column.addStretch(1)
        for widget in (picture, self._title, self._text):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(read, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        self.show_figures(anything=False, skipped=0)

    def _draw(self) -> None:
        """An icon has the colours of the moment it is drawn in."""
        self._picture.setPixmap(icon("correct").pixmap(48, 48))

    def show_figures(self, *, anything: bool, skipped: int) -> None:
        """There is nothing left, or there never was anything; `skipped` are waiting for another time."""
        if skipped:
            self._title.setText(self.tr("%n skipped", "", skipped))
            self._text.setText(self.tr("They come again when you open this page."))
        elif anything:
            self._title.setText(self.tr("Everything has been reviewed"))
            self._text.setText(
                self.tr(
                    "What you dictate from now on comes here. Each text you put right or confirm makes Attune better."
                )
            )
        else:
            self._title.setText(self.tr("Nothing has been dictated yet"))
            self._text.setText(
                self.tr("What you dictate comes here, the doubtful first. Or read sentences aloud to begin with.")
            )


def _figures(library: Library) -> _Figures:
    stats = library.stats()
    dictated = stats.by_status.get("dictated")
    minutes = sum(amount.minutes for amount in stats.by_source.values())
    return _Figures(dictated.utterances if dictated else 0, minutes, stats.total.utterances > 0)
