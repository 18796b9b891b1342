"""Correcting what was said last, by key, tray, command or voice: the window, and the text in its target."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop.context import Context
from desktop.windows.correction.outcome import Outcome, describe, take_back
from desktop.windows.correction.toast import Toast
from desktop.windows.correction.window import CorrectionWindow
from engine.errors import AttuneError
from engine.learning.subject import last_said
from engine.session.events import TextEvent
from engine.text.correcting import ChooseCommand, SpokenCorrection, find_words

FOCUS_MS = 1_000  # for the window manager to give the focus back to the program that was dictated into

Replace: TypeAlias = Callable[[str, str], None]


class Corrector(QObject):
    """Opens the window, and brings what was put right to where it was inserted.

    `find_replace` gives what puts a new text in place of an old one in the program that has the focus, or raises an
    AttuneError; that is called off Qt's thread. Where there is none, and where it fails, the corrected text is in the
    clipboard.
    """

    _asked = Signal(object)  # from any thread: an utterance's id, with words to go to; or a command for the window

    def __init__(
        self,
        context: Context,
        tell: Callable[[str], None],
        find_replace: Callable[[], Replace | None] = lambda: None,
    ) -> None:
        super().__init__()
        self._context = context
        self._tell = tell
        self._find_replace = find_replace
        self._window: CorrectionWindow | None = None
        self._words: tuple[str, ...] = ()
        self._kept = True  # whether what was said last was kept
        self._inserted: dict[str, str] = {}  # what stands in the target, where corrections were brought there
        self._pending: Outcome | None = None
        self._done: Outcome | None = None
        self.toast = Toast()
        self.toast.undone.connect(self.take_back)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._bring)
        context.bridge.text_changed.connect(self._note_text)
        self._asked.connect(lambda ask: ask(), Qt.ConnectionType.QueuedConnection)
        QGuiApplication.instance().applicationStateChanged.connect(self._note_focus)  # type: ignore[union-attr]

    @property
    def is_open(self) -> bool:
        """Whether something is being put right in the window. May be asked on any thread."""
        return self._window is not None and self._window.isVisible()

    @property
    def window(self) -> CorrectionWindow:
        """Made when it is first needed."""
        if self._window is None:
            self._window = CorrectionWindow(self._context)
            self._window.decided.connect(self._note_outcome)
            self._window.panel.shown.connect(self._go_to_words)
            self._window.panel.undone_beyond.connect(self.take_back)
        return self._window

    def correct_last(self) -> None:
        """Open what was said last."""
        if not self._kept:
            self._tell(self.tr("What was said last was not kept, so it cannot be corrected here."))
            return
        library = self._context.library
        self._context.tasks.run(self, lambda control: last_said(library), self.correct)

    def correct(self, identifier: str | None, words: tuple[str, ...] = ()) -> None:
        """Open this utterance, at `words` if they stand in it."""
        if identifier is None:
            self._tell(self.tr("There is nothing to correct yet: dictate something first."))
            return
        self._words = words
        self.window.open(identifier)

    def close(self) -> None:
        """The program ends: nothing is left on the screen."""
        self._waiting.stop()
        self.toast.close()
        self.toast.deleteLater()
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()

    # By voice, from the dictation's thread

    def ask(self, words: tuple[str, ...] = ()) -> None:
        """What was said before now is to be corrected, at `words` if there are some."""
        identifier = last_said(self._context.library) if self._kept else None
        self._asked.emit(lambda: self.correct(identifier, words))

    def obey(self, command: SpokenCorrection | None, text: str) -> None:
        """Carry out a command in the open window; what is none replaces the current words."""
        self._asked.emit(lambda: self._obey(command, text))

    def undo_spoken(self) -> None:
        """Undo in the open window."""
        self._asked.emit(lambda: self.window.panel.editor.undo())

    def _obey(self, command: SpokenCorrection | None, text: str) -> None:
        editor = self.window.panel.editor
        if isinstance(command, ChooseCommand):
            editor.choose(command.number)
            return
        place = find_words(editor.text, command.words) if command else None
        if place is not None:
            editor.go_to(*place)
        else:
            editor.replace(text.strip().rstrip("."))

    # Afterwards

    def take_back(self) -> None:
        """Undo what was decided last, and what was learnt from it."""
        outcome, self._done = self._done, None
        if outcome is None:
            return
        library = self._context.library

        def done(nothing: None) -> None:
            self._context.bridge.library_changed.emit()
            self.toast.say(self.tr("Undone."), undoable=False)
            if outcome.decision == "corrected" and outcome.identifier in self._inserted:
                self._hand_over(outcome.identifier, outcome.before, self.tr("Undone."))

        self._context.tasks.run(self, lambda control: take_back(library, outcome), done)

    def _note_text(self, event: TextEvent) -> None:
        if event.event == "final" and event.text:
            self._kept = bool(event.saved)

    def _go_to_words(self, identifier: str) -> None:
        words, self._words = self._words, ()
        editor = self.window.panel.editor
        place = find_words(editor.text, words)
        if place is not None:
            editor.go_to(*place)

    def _note_outcome(self, outcome: Outcome) -> None:
        self._done = outcome if outcome.decision != "left" else None
        if outcome.decision == "corrected":
            self._pending = outcome
            if self._find_replace() is None:
                self._bring()
            else:
                self._waiting.start(FOCUS_MS)
        elif outcome.decision != "left":
            self.toast.say(describe(outcome), undoable=True)

    def _note_focus(self, state: Qt.ApplicationState) -> None:
        """The window is gone and another program has the keyboard: that is the one to bring the text to."""
        if state == Qt.ApplicationState.ApplicationInactive and self._waiting.isActive():
            self._waiting.start(50)  # its window manager may still be at it

    def _bring(self) -> None:
        outcome, self._pending = self._pending, None
        if outcome is not None:
            self._hand_over(outcome.identifier, outcome.after, describe(outcome), outcome.delivered)

    def _hand_over(self, identifier: str, text: str, said: str, delivered: str = "") -> None:
        """Put `text` where the utterance was inserted, else into the clipboard; say `said` and what became of it."""
        old = self._inserted.get(identifier, delivered)
        undoable = self._done is not None
        replace = self._find_replace()
        if replace is None:
            QGuiApplication.clipboard().setText(text)
            self.toast.say(f"{said} {self.tr('The corrected text is in the clipboard.')}", undoable=undoable)
            return

        def done(nothing: None) -> None:
            self._inserted[identifier] = text
            self.toast.say(said, undoable=undoable)

        def fail(error: AttuneError) -> None:
            if not getattr(error, "in_clipboard", False):
                QGuiApplication.clipboard().setText(text)
            told = self.tr("It was not replaced in the program: {reason} The corrected text is in the clipboard.")
            self.toast.say(f"{said} {told.format(reason=error.what)}", undoable=undoable)

        self._context.tasks.run(self, lambda control: replace(old, text), done, failed=fail)
