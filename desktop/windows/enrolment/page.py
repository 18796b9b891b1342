"""The page where sentences are read aloud."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from desktop.context import Context
from desktop.engine_text import in_language
from desktop.tasks import Control
from desktop.windows.enrolment.keeper import FALLBACK_LANGUAGE, Keeper, find_sentences
from desktop.windows.enrolment.recorder import Recorder
from desktop.windows.enrolment.sitting import Sitting
from desktop.windows.enrolment.stages import Finish, Intro, Reading
from desktop.windows.main.page import Page
from engine.audio.ring import Samples
from engine.enrolment.checks import Check, noise_level
from engine.errors import AttuneError
from engine.settings.declarations import LANGUAGE, MICROPHONE

NOISE_MS = 2_000  # of silence in which the room is measured
LONGEST_MS = 29_000  # of one recording: a model hears thirty seconds at once


class EnrolmentPage(Page):
    """Leads through one sitting: the room is measured, then each sentence recorded, checked and kept."""

    key = "enrolment"
    icon = "enrolment"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.sitting = Sitting([])
        self._keeper: Keeper | None = None
        self._last: Samples | None = None
        self._state = "ready"
        self.recorder = Recorder(context, self)
        self.intro, self.reading, self.finish = Intro(), Reading(context.theme), Finish()
        self._stack = QStackedWidget()
        for stage in (self.intro, self.reading, self.finish):
            self._stack.addWidget(stage)
        self.body.addWidget(self._stack, 1)
        self._end_of_noise = self._timer(NOISE_MS)
        self._end_of_recording = self._timer(LONGEST_MS)
        self._connect()

    @classmethod
    def title(cls) -> str:
        """Its name."""
        return QCoreApplication.translate("EnrolmentPage", "Read aloud")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 # Qt's name
        """Say what was read so far."""
        super().showEvent(event)
        library = self.context.library

        def look(control: Control) -> tuple[float, int]:
            read = library.stats().by_status.get("read")
            return (read.minutes, read.utterances) if read else (0.0, 0)

        self.context.tasks.run(self, look, lambda found: self.intro.show_so_far(*found))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 # Qt's name
        """Nobody reads to another page."""
        super().hideEvent(event)
        if self.recorder.busy:
            self._end_of_noise.stop()
            self._end_of_recording.stop()
            self.recorder.cancel()
            self._set_state("ready")

    def begin(self, file: Path | None = None) -> None:
        """Find sentences, measure the room, and show the first."""
        context = self.context
        language = context.settings.get(LANGUAGE) or FALLBACK_LANGUAGE
        device, gold = context.settings.get(MICROPHONE), self.intro.gold.isChecked()
        self.intro.begin.setEnabled(False)

        def work(control: Control) -> tuple[list[str], bool, Keeper]:
            found, known = find_sentences(context.library, language, file)
            return found, known, Keeper(context.bridge, device, gold=gold)

        def then(found: tuple[list[str], bool, Keeper]) -> None:
            self.intro.begin.setEnabled(True)
            sentences, known, self._keeper = found
            if not known:
                context.notify(
                    self.tr(
                        "There are no sentences in your language yet; these are English. Or read a text of your own."
                    )
                )
            self._start(sentences)

        def fail(error: AttuneError) -> None:
            self.intro.begin.setEnabled(True)
            context.tasks.failed.emit(error)

        context.tasks.run(self, work, then, failed=fail)

    def toggle(self) -> None:
        """Begin to record, or end."""
        if self._state == "ready":
            self.context.bridge.playback.stop()
            self._set_state("opening")
            self.recorder.start()
        elif self._state == "recording":
            self._end_of_recording.stop()
            self._set_state("checking")
            self.recorder.stop()

    # Inside

    def _connect(self) -> None:
        self.intro.begun.connect(lambda: self.begin())
        self.intro.file_wanted.connect(self._choose_file)
        self.reading.toggled.connect(self.toggle)
        self.reading.skipped.connect(self._skip)
        self.reading.redone.connect(self._redo)
        self.reading.played.connect(self._play)
        self.reading.ended.connect(self._finish)
        self.finish.more.connect(self._go_on)
        self.finish.over.connect(lambda: self._stack.setCurrentWidget(self.intro))
        self.finish.personalize.connect(lambda: self.context.open_page("personalize", None))
        self.recorder.started.connect(self._note_started)
        self.recorder.level.connect(self.reading.meter.show_peak)
        self.recorder.recorded.connect(self._take)
        self.recorder.failed.connect(self._fail)
        self._end_of_noise.timeout.connect(self.recorder.stop)
        self._end_of_recording.timeout.connect(self.toggle)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _start(self, sentences: list[str]) -> None:
        self.sitting = Sitting(sentences)
        self._last = None
        if self.sitting.current is None:
            self.context.notify(
                self.tr("You have read every sentence there is. Choose a text of your own to read more.")
            )
            return
        self._stack.setCurrentWidget(self.reading)
        self.reading.show_sitting(self.sitting)
        self._set_state("listening")
        self.recorder.start()

    def _note_started(self) -> None:
        if self._state == "listening":
            self._end_of_noise.start()
        elif self._state == "opening":
            self._set_state("recording")
            self._end_of_recording.start()

    def _take(self, samples: Samples) -> None:
        """Something was recorded: the room, or a sentence."""
        self.reading.meter.clear()
        text, keeper = self.sitting.current, self._keeper
        if self._state == "listening":
            self._set_state("ready")
            self.reading.show_noise(noise_level(samples))
            return
        if text is None or keeper is None:
            return
        self._last = samples
        others = self.sitting.others
        again = self.sitting.taken[-1].identifier if not self.sitting.can_redo and self.sitting.taken else None

        def work(control: Control) -> tuple[Check, str | None]:
            return keeper.keep(samples, text, others, again)

        self.context.tasks.run(self, work, lambda found: self._judge(*found), failed=self._fail)

    def _judge(self, found: Check, identifier: str | None) -> None:
        if identifier is not None:
            self.sitting.take(identifier, found.seconds)
            self.context.bridge.library_changed.emit()
        if self.sitting.finished:
            self._finish()
            return
        self.reading.show_sitting(self.sitting)
        self._set_state("ready")
        self.reading.show_check(found)

    def _skip(self) -> None:
        self.sitting.skip()
        self._show_next()

    def _redo(self) -> None:
        self.sitting.redo()
        self._show_next()

    def _show_next(self) -> None:
        if self.sitting.finished:
            self._finish()
            return
        self.reading.show_sitting(self.sitting)
        self._set_state("ready")
        self.reading.say("")

    def _finish(self) -> None:
        self._set_state("ready")
        self.finish.show_sitting(self.sitting, gold=self.intro.gold.isChecked())
        self._stack.setCurrentWidget(self.finish)

    def _go_on(self) -> None:
        self.sitting.extend()
        self._stack.setCurrentWidget(self.reading)
        self._show_next()

    def _play(self) -> None:
        if self._last is not None:
            self.context.bridge.playback.play("enrolment", self._last)

    def _set_state(self, state: str) -> None:
        self._state = state
        self.reading.show_recording(state)
        if state == "ready":
            self.reading.redo.setEnabled(self.sitting.can_redo)
            self.reading.play.setEnabled(self._last is not None)

    def _fail(self, error: AttuneError) -> None:
        """The microphone or the disk refused; the sentence can be read again."""
        self._end_of_noise.stop()
        self._end_of_recording.stop()
        self._set_state("ready")
        self.reading.say(in_language(str(error)), "bad")

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("A text to read"), "", self.tr("Text files") + " (*.txt)")
        if name:
            self.begin(Path(name))
