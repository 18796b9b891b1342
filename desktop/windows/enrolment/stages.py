"""What the page of enrolment shows before, while and after reading; each says what the user wants by a signal."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.dictation.meter import LevelMeter
from desktop.icons import icon
from desktop.theme import Theme
from desktop.windows.enrolment.sitting import Sitting
from engine.enrolment.checks import Check, Fault

NOISY_DBFS = -45.0  # a room in which speech hardly stands out
LIVELY_DBFS = -55.0  # a fan, a street


class Intro(QWidget):
    """Says what it is for and how to read, and begins."""

    begun = Signal()
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        tips = QLabel(
            "<ul>"
            + "".join(
                f"<li>{tip}</li>"
                for tip in (
                    self.tr("Read as you would dictate: your own pace, your own voice."),
                    self.tr("Use the microphone you dictate with, in the place where you do."),
                    self.tr("A slip is no harm: each sentence can be read again, or skipped."),
                )
            )
            + "</ul>"
        )
        tips.setWordWrap(True)
        what = QLabel(
            self.tr(
                "Read sentences aloud for about five minutes. From that Attune learns how you speak, before you have "
                "dictated and corrected much. The words it misheard most come first. Everything stays on this machine."
            )
        )
        what.setWordWrap(True)
        self.so_far = QLabel()
        self.so_far.setProperty("look", "muted")
        self.gold = QCheckBox(self.tr("Only for &testing: never train on these"))
        self.gold.setToolTip(
            self.tr(
                "A gold set: recordings that no training sees, so that they tell honestly whether a model is better."
            )
        )
        self.begin = QPushButton(self.tr("&Begin"))
        self.begin.setProperty("look", "primary")
        self.begin.clicked.connect(self.begun)
        self.own = QPushButton(icon("files"), self.tr("Read a text of my &own…"))
        self.own.setToolTip(self.tr("A text file with one sentence on each line."))
        self.own.clicked.connect(self.file_wanted)
        card = QFrame()
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 16, 18, 16)
        inside.setSpacing(10)
        for widget in (what, tips, self.so_far, self.gold):
            inside.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.begin)
        row.addWidget(self.own)
        row.addStretch(1)
        inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)

    def show_so_far(self, minutes: float, sentences: int) -> None:
        """What was read in earlier sittings."""
        self.so_far.setVisible(sentences > 0)
        text = self.tr("You have read %n sentence(s) so far, {minutes} min.", "", sentences)
        self.so_far.setText(text.format(minutes=f"{minutes:.1f}"))


class Reading(QWidget):
    """The sentence, the level, and what was found in the last recording."""

    toggled = Signal()  # begin to record, or end
    skipped = Signal()
    redone = Signal()
    played = Signal()
    ended = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._progress = QLabel()
        self._progress.setProperty("look", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.setAccessibleName(self.tr("How much was read"))
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setProperty("look", "reading")
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.meter = LevelMeter()
        self.state = QLabel()
        self.state.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.state.setWordWrap(True)
        self.record = QPushButton()
        self.record.setProperty("look", "primary")
        self.record.setToolTip(self.tr("Space or Enter begins and ends the recording."))
        self.play = self._button("play", self.tr("&Play the last"), self.tr("Hear your last recording"))
        self.redo = self._button("retry", self.tr("Read &again"), self.tr("The last sentence once more"))
        self.skip = self._button("close", self.tr("S&kip"), self.tr("Leave this sentence out"))
        self.end = self._button("check", self.tr("&Finish"), self.tr("End this sitting; what was read is kept."))
        for button, signal in (
            (self.record, self.toggled),
            (self.play, self.played),
            (self.redo, self.redone),
            (self.skip, self.skipped),
            (self.end, self.ended),
        ):
            button.clicked.connect(signal)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.record.click)
        self._lay_out()
        theme.changed.connect(self._colour)
        self._colour()

    def show_sitting(self, sitting: Sitting) -> None:
        """Another sentence, or more was read."""
        sentence = sitting.current or ""
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(sentence)
        self.bar.setRange(0, round(sitting.goal))
        self.bar.setValue(round(min(sitting.seconds, sitting.goal)))
        text = self.tr("Sentence {number} · {read} of {goal} min")
        self._progress.setText(
            text.format(number=sitting.number, read=f"{sitting.seconds / 60:.1f}", goal=f"{sitting.goal / 60:.0f}")
        )
        self.redo.setEnabled(sitting.can_redo)

    def show_recording(self, state: str) -> None:
        """`listening` to the room, `ready`, `opening` the microphone, `recording`, or `checking`."""
        self.record.setEnabled(state in ("ready", "recording"))
        self.record.setText(self.tr("Stop (Enter)") if state == "recording" else self.tr("Record (Enter)"))
        for button in (self.skip, self.end):
            button.setEnabled(state == "ready")
        if state != "ready":
            self.redo.setEnabled(False)
            self.play.setEnabled(False)
        if state == "recording":
            self.say(self.tr("Read the sentence, then press Enter."))
        elif state == "opening":
            self.say(self.tr("Opening the microphone…"))
        elif state == "checking":
            self.say(self.tr("Checking…"))
            self.meter.clear()
        elif state == "listening":
            self.say(self.tr("Be quiet for two seconds: the noise of the room is measured."))
        self.record.setFocus()

    def show_noise(self, dbfs: float) -> None:
        """How loud the room is."""
        if dbfs > NOISY_DBFS:
            self.say(
                self.tr("It is loud here ({level} dB). Close the window, switch the fan off, or go nearer.").format(
                    level=f"{dbfs:.0f}"
                ),
                "warning",
            )
        elif dbfs > LIVELY_DBFS:
            self.say(self.tr("Some noise ({level} dB), but it will do.").format(level=f"{dbfs:.0f}"))
        else:
            self.say(
                self.tr("The room is quiet ({level} dB). Press Enter and read.").format(level=f"{dbfs:.0f}"), "good"
            )

    def show_check(self, found: Check) -> None:
        """What was found in the recording."""
        if found.counts:
            good = self.tr("Good: {seconds} s, speech at {level} dB.")
            self.say(good.format(seconds=f"{found.seconds:.1f}", level=f"{found.speech_dbfs:.0f}"), "good")
        else:
            self.say(words_of(found.fault), "warning")

    def say(self, text: str, look: str = "muted") -> None:
        """A line below the sentence."""
        self.state.setText(text)
        self.state.setAccessibleName(text)
        self.state.setProperty("look", look)
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 28, 28, 20)
        inside.setSpacing(16)
        inside.addStretch(1)
        inside.addWidget(self.sentence)
        inside.addStretch(1)
        inside.addWidget(self.meter, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self.state)
        inside.addWidget(self.record, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addWidget(self.play)
        row.addWidget(self.redo)
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._progress)
        column.addWidget(self.bar)
        column.addWidget(card, 1)
        column.addLayout(row)

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(icon(name), text)
        button.setToolTip(tip)
        return button

    def _colour(self) -> None:
        colours = self._theme.colours
        self.meter.good, self.meter.bad = QColor(colours.good), QColor(colours.bad)
        self.meter.empty = QColor(colours.border)


class Finish(QWidget):
    """What came of it, and what to do next."""

    more = Signal()
    over = Signal()
    personalize = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setProperty("look", "heading")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self.train = QPushButton(self.tr("&Personalize with it"))
        self.train.setProperty("look", "primary")
        self.train.clicked.connect(self.personalize)
        self.go_on = QPushButton(self.tr("Read &on"))
        self.go_on.clicked.connect(self.more)
        done = QPushButton(self.tr("&Done"))
        done.clicked.connect(self.over)
        row = QHBoxLayout()
        row.addWidget(self.train)
        row.addWidget(self.go_on)
        row.addWidget(done)
        row.addStretch(1)
        card = QFrame()
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 16, 18, 16)
        inside.setSpacing(10)
        inside.addWidget(self._title)
        inside.addWidget(self._text)
        inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)

    def show_sitting(self, sitting: Sitting, *, gold: bool) -> None:
        """How much was read."""
        kept = len(sitting.taken)
        self._title.setText(self.tr("%n sentence(s) kept", "", kept))
        self.train.setVisible(kept > 0 and not gold)
        self.go_on.setVisible(sitting.current is not None)
        if gold:
            text = self.tr("{minutes} min for testing. They tell from now on how good a model really is.")
        elif kept:
            text = self.tr(
                "{minutes} min of your speech. Together with what you correct it makes a model of your own. "
                "A second sitting on another day, in another place, is worth more than a longer one now."
            )
        else:
            text = self.tr("Nothing was kept this time.")
        self._text.setText(text.format(minutes=f"{sitting.seconds / 60:.1f}"))


def words_of(fault: Fault) -> str:
    """What is wrong with a recording, and what to do."""
    texts: dict[Fault, str] = {
        "": "",
        "quiet": QCoreApplication.translate(
            "Reading", "Too quiet. Read it again, nearer to the microphone, or turn the microphone up."
        ),
        "overdriven": QCoreApplication.translate(
            "Reading", "Too loud: the sound is cut off. Turn the microphone down and read it again."
        ),
        "noisy": QCoreApplication.translate(
            "Reading", "Too much noise around your voice. Read it again where it is quieter, or nearer."
        ),
        "short": QCoreApplication.translate("Reading", "Too short for this sentence. Read it again to the end."),
        "long": QCoreApplication.translate(
            "Reading", "Too long for this sentence. Read it again without long pauses or other words."
        ),
        "text": QCoreApplication.translate(
            "Reading", "That was not what stands there. Read it again, word for word, or skip it."
        ),
        "swapped": QCoreApplication.translate("Reading", "That was another sentence. Read this one, or skip it."),
    }
    return texts[fault]
