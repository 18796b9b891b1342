"""A first sentence, and a first correction."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop.context import Context
from desktop.engine_text import in_language
from desktop.tasks import Control
from desktop.windows.cards import make_button, make_label, row_of, set_look
from desktop.windows.first_run.step import Step
from engine.errors import AttuneError
from engine.session.events import TextEvent, Trouble
from engine.session.live import State
from engine.session.target import Document


class PracticeStep(Step):
    """What is said here goes into the field, not into another program, and into the library as every dictation."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            QCoreApplication.translate("PracticeStep", "A sentence to try"),
            QCoreApplication.translate(
                "PracticeStep", "Press the button or your key, read this aloud, and press it again:"
            ),
        )
        self.sentence = make_label(
            self.tr("Please send the minutes of the meeting to everybody by Thursday."), "heading"
        )
        self.talk = make_button(self.tr("&Dictate"), context.bridge.toggle, primary=True)
        self.heard = QLineEdit()
        self.heard.setPlaceholderText(self.tr("What is heard stands here."))
        self.heard.setAccessibleName(self.tr("What was heard"))
        self.heard.textEdited.connect(lambda text: self._offer())
        self.heard.returnPressed.connect(self._save)
        self.save = make_button(self.tr("&Save"), self._save)
        self.verdict = make_label(look="muted")
        name = QLabel(self.tr("&Heard"))
        name.setBuddy(self.heard)
        self.body.addWidget(self.sentence)
        self.body.addLayout(row_of(self.talk, None))
        self.body.addWidget(name)
        self.body.addWidget(self.heard)
        self.body.addLayout(row_of(self.save, None))
        self.body.addWidget(self.verdict)
        self.body.addStretch(1)
        self._utterance = ""
        self._said = ""
        self._here = False
        self._target = context.bridge.make_target
        context.bridge.state_changed.connect(self._show_state)
        context.bridge.text_changed.connect(self._show_text)
        context.bridge.noticed.connect(self._show_notice)
        self._offer()

    @property
    def first(self) -> QWidget:
        """The button that begins."""
        return self.talk

    def enter(self) -> None:
        """What is said stays here, and nothing of it waits to be copied."""
        self._here = True
        self._target = self.context.bridge.make_target
        self.context.bridge.make_target = Document

    def leave(self) -> None:
        """What is said goes into other programs again."""
        if self._here:
            self._here = False
            self.context.bridge.make_target = self._target
            if self.context.bridge.state in ("arming", "recording"):
                self.context.bridge.cancel()

    def _show_state(self, state: State) -> None:
        if not self._here:
            return
        words = {
            "arming": self.tr("Opening the microphone…"),
            "recording": self.tr("Speak now…"),
            "finalising": self.tr("One moment…"),
        }
        self.talk.setText(self.tr("&Stop") if state in ("arming", "recording") else self.tr("&Dictate"))
        if state in words:
            self._say(words[state])

    def _show_text(self, event: TextEvent) -> None:
        if not self._here:
            return
        if event.event == "partial":
            self.heard.setText(f"{event.committed} {event.tentative}".strip())
        elif event.event == "final" and (event.text or "").strip():
            self._utterance = event.utterance or "" if event.saved else ""
            self._said = (event.text or "").strip()
            self.heard.setText(self._said)
            self.heard.setFocus()
            self._say(self.tr("Is a word wrong? Put it right here and press Enter: that is what Attune learns from."))
        self._offer()

    def _show_notice(self, notice: object) -> None:
        if self._here and isinstance(notice, Trouble):
            self._say(str(notice.error), "bad")

    def _offer(self) -> None:
        changed = self.heard.text().strip() != self._said
        self.save.setEnabled(bool(self._utterance and self.heard.text().strip()))
        self.save.setText(self.tr("&Save the correction") if changed else self.tr("&All is right"))

    def _save(self) -> None:
        text, utterance = self.heard.text().strip(), self._utterance
        if not utterance or not text:
            return
        library = self.context.library
        changed = text != self._said

        def work(control: Control) -> None:
            if changed:
                library.corrections.correct(utterance, text, "misheard")
            else:
                library.utterances.accept(utterance)

        def done(_: None) -> None:
            self._utterance, self._said = "", text
            self.context.bridge.library_changed.emit()
            self._say(
                self.tr(
                    "Learnt. Corrected words are expected from the next sentence on; with enough of them Personalize "
                    "trains the model."
                )
                if changed
                else self.tr("Confirmed. That counts too: it shows what the model can do already."),
                "good",
            )
            self._offer()

        def failed(error: AttuneError) -> None:
            self._say(in_language(str(error)), "bad")

        self.context.tasks.run(self, work, done, failed=failed)

    def _say(self, text: str, look: str = "muted") -> None:
        self.verdict.setText(text)
        set_look(self.verdict, look)
