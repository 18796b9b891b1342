"""The chosen utterance, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QTextBrowser, QVBoxLayout

from desktop.context import Context
from desktop.engine_text import in_language
from desktop.icons import icon
from desktop.tasks import Control
from desktop.windows.history.doubt import as_html, doubtful_words
from desktop.windows.history.model import about
from engine.library.entities import UtteranceDetails
from engine.models.registry import InstalledModel


class DetailsPanel(QFrame):
    """Shows one utterance. `correct`, `delete` and `recognise` (with the id of a model) only say what was chosen."""

    correct = Signal(str)
    delete = Signal(str)
    recognise = Signal(str, str)
    copied = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._details: UtteranceDetails | None = None
        self.setProperty("look", "card")
        self._about = QLabel()
        self._about.setProperty("look", "muted")
        self._about.setWordWrap(True)
        self._text = QTextBrowser()
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setAccessibleName(self.tr("Text"))
        self._text.setOpenLinks(False)
        self._text.document().setDocumentMargin(0)
        self._doubt = QLabel(self.tr("Underlined: heard with little certainty."))
        self._doubt.setProperty("look", "muted")
        self.play_button = QPushButton(icon("play"), self.tr("Play"))
        self.play_button.clicked.connect(self.play)
        self.copy_button = self._button("copy", self.tr("Copy"), self.copy)
        self.correct_button = self._button("correct", self.tr("Correct"), lambda: self._emit(self.correct))
        self.correct_button.setIcon(icon("correct", on_accent=True))
        self.correct_button.setProperty("look", "primary")
        self.recognise_button = QPushButton(icon("retry"), self.tr("Recognise anew"))
        self.recognise_button.setToolTip(self.tr("With another model; the text only changes if you take it."))
        self._models = QMenu(self.recognise_button)
        self._models.aboutToShow.connect(self._list_models)
        self.recognise_button.setMenu(self._models)
        self.delete_button = self._button("delete", self.tr("Delete"), lambda: self._emit(self.delete))
        self._lay_out()
        context.bridge.playback.changed.connect(self._show_playing)
        context.theme.changed.connect(self._show_text)
        self.show_details(None)

    @property
    def identifier(self) -> str:
        """The id of the utterance that is shown, "" for none."""
        return self._details.utterance.id if self._details else ""

    def show_details(self, details: UtteranceDetails | None) -> None:
        """Show this one."""
        self._details = details
        has_sound = details is not None and details.utterance.audio is not None
        for button in (self.copy_button, self.correct_button, self.delete_button):
            button.setEnabled(details is not None)
        for button in (self.play_button, self.recognise_button):
            button.setEnabled(has_sound)
        self._about.setText(self._line(details) if details else "")
        self._show_text()
        self._show_playing(self._context.bridge.playback.playing)

    def play(self) -> None:
        """Play the recording, or stop it."""
        playback = self._context.bridge.playback
        if self._details is None or self._details.utterance.audio is None:
            return
        if playback.playing == self.identifier:
            playback.stop()
            return
        path, identifier = self._details.utterance.audio, self.identifier
        self._context.tasks.run(
            self,
            lambda control: self._context.library.recordings.read(path),
            lambda samples: playback.play(identifier, samples),
        )

    def copy(self) -> None:
        """Put the text into the clipboard."""
        if self._details is not None:
            self.copied.emit(self._details.utterance.text)

    def _emit(self, signal: SignalInstance) -> None:
        if self._details is not None:
            signal.emit(self.identifier)

    def _show_text(self) -> None:
        if self._details is None:
            self._text.clear()
            self._doubt.hide()
            return
        marked = doubtful_words(self._details, self._context.bridge.layer.calibration)
        self._text.setHtml(as_html(self._details.utterance.text, marked, self._context.theme.colours.doubt))
        self._doubt.setVisible(bool(marked))

    def _line(self, details: UtteranceDetails) -> str:
        utterance = details.utterance
        states = {
            "dictated": self.tr("not looked at yet"),
            "accepted": self.tr("accepted as right"),
            "corrected": self.tr("corrected"),
            "rejected": self.tr("rejected, never trains"),
            "read": self.tr("read aloud"),
            "imported": self.tr("imported"),
        }
        parts = [about(utterance), utterance.model, states[utterance.status]]
        if utterance.audio is None:
            parts.append(self.tr("sound not kept"))
        return "  ·  ".join(part for part in parts if part)

    def _show_playing(self, name: str) -> None:
        playing = bool(name) and name == self.identifier
        self.play_button.setText(self.tr("Stop") if playing else self.tr("Play"))
        self.play_button.setIcon(icon("stop" if playing else "play"))

    def _list_models(self) -> None:
        self._models.clear()
        self._models.addAction(self.tr("Looking…")).setEnabled(False)

        def look(control: Control) -> list[InstalledModel]:
            return self._context.bridge.registry.installed()

        self._context.tasks.run(self, look, self._fill_models)

    def _fill_models(self, models: list[InstalledModel]) -> None:
        self._models.clear()
        for model in models:
            label = f"{in_language(model.card.name)} ({model.id})"
            action = self._models.addAction(self.tr("{model}, active").format(model=label) if model.active else label)
            action.triggered.connect(lambda checked, model=model.id: self.recognise.emit(self.identifier, model))

    def _button(self, name: str, text: str, clicked: object) -> QPushButton:
        button = QPushButton(icon(name), text)
        button.clicked.connect(clicked)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.play_button, self.copy_button, self.correct_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        more = QHBoxLayout()
        more.addWidget(self.recognise_button)
        more.addWidget(self.delete_button)
        more.addStretch(1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.addWidget(self._about)
        inside.addWidget(self._text, 1)
        inside.addWidget(self._doubt, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(buttons)
        inside.addLayout(more)
