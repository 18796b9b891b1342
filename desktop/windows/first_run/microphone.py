"""Is the right microphone chosen, and is it loud enough?"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from desktop.context import Context
from desktop.dictation.meter import LevelMeter
from desktop.engine_text import in_language
from desktop.windows.cards import make_button, make_label, row_of, set_look
from desktop.windows.first_run.recorder import Recorder
from desktop.windows.first_run.step import Step
from desktop.windows.settings.microphone import MicrophoneChoice
from engine.audio.ring import Samples
from engine.enrolment.checks import MOST_CLIPPED, NOISIEST_DB, QUIETEST_DBFS, check
from engine.errors import AttuneError, StorageError
from engine.settings.declarations import MICROPHONE

PLAYED = "first-run"


class MicrophoneStep(Step):
    """Choose, speak, hear yourself."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            QCoreApplication.translate("MicrophoneStep", "Your microphone"),
            QCoreApplication.translate(
                "MicrophoneStep", "Press Record and say a sentence as you would dictate it. The recording is not kept."
            ),
        )
        self.choice = MicrophoneChoice(context)
        self.choice.currentIndexChanged.connect(self._choose)
        self.recorder = Recorder(context, self)
        self.meter = LevelMeter()
        self.verdict = make_label()
        self._samples: Samples | None = None
        self.record = make_button(self.tr("&Record"), self._record, primary=True)
        self.play = make_button(self.tr("&Play"), self._play)
        self.play.setEnabled(False)
        name = QLabel(self.tr("&Microphone"))
        name.setBuddy(self.choice)
        self.body.addLayout(row_of(name, self.choice))
        self.body.addWidget(self.meter)
        self.body.addLayout(row_of(self.record, self.play, None))
        self.body.addWidget(self.verdict)
        self.body.addStretch(1)
        self.recorder.started.connect(lambda: self._say(self.tr("Speak now…")))
        self.recorder.level_changed.connect(self.meter.show_peak)
        self.recorder.finished.connect(self._judge)
        self.recorder.failed.connect(self._show_fault)
        context.bridge.playback.changed.connect(self._mark)

    @property
    def first(self) -> QWidget:
        """The button that begins."""
        return self.record

    def enter(self) -> None:
        """Colours as they are now."""
        colours = self.context.theme.colours
        self.meter.good, self.meter.bad = QColor(colours.good), QColor(colours.bad)
        self.meter.empty = QColor(colours.border)
        self.choice.refresh()

    def leave(self) -> None:
        """Be silent, and forget what was said."""
        self.recorder.stop()
        if self.context.bridge.playback.playing == PLAYED:
            self.context.bridge.playback.stop()

    def _choose(self, index: int) -> None:
        try:
            self.context.settings.set(MICROPHONE, self.choice.itemData(index) or "")
        except StorageError as error:
            self.context.tasks.failed.emit(error)

    def _record(self) -> None:
        if self.recorder.busy:
            self.recorder.stop()
            return
        self.meter.clear()
        self.play.setEnabled(False)
        self.record.setText(self.tr("&Stop"))
        self._say(self.tr("Opening the microphone…"))
        self.recorder.record()

    def _judge(self, samples: Samples) -> None:
        self._samples = samples
        self.record.setText(self.tr("&Record"))
        self.play.setEnabled(True)
        self.meter.clear()
        found = check(samples, "")
        if found.clipped > MOST_CLIPPED:
            self._say(self.tr("Too loud: the sound is cut off. Lower the input in the system's settings."), "bad")
        elif found.speech_dbfs < QUIETEST_DBFS:
            self._say(
                self.tr("Very quiet. Come closer, raise the input in the system's settings, or choose another one."),
                "bad",
            )
        elif found.speech_dbfs - found.noise_dbfs < NOISIEST_DB:
            self._say(
                self.tr("It is noisy here, or you did not speak. Try again, closer to the microphone."), "warning"
            )
        else:
            self._say(self.tr("Good: loud and clear. Press Play to hear it."), "good")

    def _show_fault(self, error: AttuneError) -> None:
        self.record.setText(self.tr("&Record"))
        self.meter.clear()
        self._say(in_language(str(error)), "bad")

    def _play(self) -> None:
        playback = self.context.bridge.playback
        if playback.playing == PLAYED:
            playback.stop()
        elif self._samples is not None:
            playback.play(PLAYED, self._samples)

    def _mark(self, playing: str) -> None:
        self.play.setText(self.tr("&Stop playing") if playing == PLAYED else self.tr("&Play"))

    def _say(self, text: str, look: str = "muted") -> None:
        self.verdict.setText(text)
        set_look(self.verdict, look)
