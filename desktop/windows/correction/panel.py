"""The editor with what it needs: utterances loaded, stored and played, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.engine_text import in_language
from desktop.listening import listener
from desktop.tasks import Control
from desktop.windows.correction.editor import CorrectionEditor
from desktop.windows.correction.outcome import Decision, Outcome, store_correction, store_decision
from engine.audio.ring import Samples
from engine.errors import AttuneError
from engine.learning.alternatives import decode_again
from engine.learning.subject import Subject, Times, load_subject
from engine.records import SAMPLE_RATE

AROUND = 0.15  # seconds played before and after words: their times are not that exact


class CorrectionPanel(QWidget):
    """Puts one utterance right. `decided` says what became of it, once it is stored; `left` that nothing did."""

    decided = Signal(object)  # Outcome
    left = Signal()
    undone_beyond = Signal()
    shown = Signal(str)  # the id of the utterance that can be put right now

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.identifier = ""
        self._samples: Samples | None = None
        self.editor = CorrectionEditor(context.theme)
        self._problem = QLabel()
        self._problem.setProperty("look", "bad")
        self._problem.setWordWrap(True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor, 1)
        column.addWidget(self._problem)
        self.editor.submitted.connect(self.submit)
        self.editor.left.connect(self.leave)
        self.editor.later_wanted.connect(lambda: self._decide("later"))
        self.editor.rejected.connect(lambda: self._decide("rejected"))
        self.editor.play_wanted.connect(self.play)
        self.editor.undone_beyond.connect(self.undone_beyond)

    def open(self, identifier: str) -> None:
        """Load an utterance; `shown` follows, or what is wrong is said."""
        self.identifier = identifier
        self._samples = None
        self._say("")
        self.editor.setEnabled(False)
        context = self._context

        def work(control: Control) -> Subject:
            return load_subject(context.library, identifier, context.bridge.learnt())

        context.tasks.run(self, work, self._show)

    def submit(self) -> None:
        """Store the correction; an unchanged text is right as it stands."""
        correction = self.editor.correction
        if correction is None or not self.editor.isEnabled():
            return
        if not correction.changed:
            self._decide("accepted")
            return
        text, kind, identifier, library = self.editor.text, self.editor.kind, self.identifier, self._context.library
        if not text:
            self._say(self.tr("Nothing is left of the text. If there was nothing to hear, choose “Of no use”."))
            return
        self._store(lambda control: store_correction(library, identifier, text, kind))

    def leave(self) -> None:
        """Change nothing."""
        self._context.bridge.playback.stop()
        self.left.emit()

    def play(self, times: Times | None) -> None:
        """Play the recording, or what was said at these times."""
        correction = self.editor.correction
        audio = correction.subject.utterance.audio if correction else None
        if audio is None:
            self._say(self.tr("The recording is not kept."))
            return

        def heard(samples: Samples) -> None:
            self._samples = samples
            self._context.bridge.playback.play(self.identifier, _cut(samples, times))

        if self._samples is not None:
            heard(self._samples)
        else:
            library = self._context.library
            self._context.tasks.run(self, lambda control: library.recordings.read(audio), heard)

    def _show(self, subject: Subject) -> None:
        if subject.utterance.id != self.identifier:
            return
        self.editor.setEnabled(True)
        self.editor.show_subject(subject)
        self.shown.emit(self.identifier)
        self._listen_again(subject)

    def _listen_again(self, subject: Subject) -> None:
        """Dictation kept no other readings: let the model find some, unless it has something better to do."""
        context, identifier = self._context, subject.utterance.id
        if context.bridge.state != "idle":
            return
        listen = listener(context.bridge, subject.utterance.language)

        def work(control: Control) -> Subject | None:
            found = decode_again(context.library, identifier, listen)
            return load_subject(context.library, identifier, subject.layer) if found else None

        def then(more: Subject | None) -> None:
            if more is not None:
                self.editor.add_readings(more)

        context.tasks.run(self, work, then, failed=lambda error: None)

    def _decide(self, decision: Decision) -> None:
        if self.editor.correction is not None and self.editor.isEnabled():
            identifier, library = self.identifier, self._context.library
            self._store(lambda control: store_decision(library, identifier, decision))

    def _store(self, work: Callable[[Control], Outcome]) -> None:
        self.editor.setEnabled(False)
        self._context.bridge.playback.stop()
        self._context.tasks.run(self, work, self._stored, failed=self._fail)

    def _stored(self, outcome: Outcome) -> None:
        self.editor.setEnabled(True)
        if outcome.decision != "left":
            self._context.bridge.library_changed.emit()
        self.decided.emit(outcome)

    def _fail(self, error: AttuneError) -> None:
        """Nothing is lost: the text stands there still."""
        self.editor.setEnabled(True)
        self.editor.field.setFocus()
        self._say(in_language(str(error)))

    def _say(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))


def _cut(samples: Samples, times: Times | None) -> Samples:
    if times is None:
        return samples
    start = max(0, round((times[0] - AROUND) * SAMPLE_RATE))
    return samples[start : round((times[1] + AROUND) * SAMPLE_RATE)]
