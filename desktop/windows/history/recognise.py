"""Recognising an utterance anew with another model; the user decides whether the new text is taken."""

from __future__ import annotations

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.engine_text import in_language
from desktop.tasks import Control
from engine.errors import AttuneError
from engine.library.entities import Utterance
from engine.speech.file_client import FileTranscriber, Transcribed


class RecogniseDialog(QDialog):
    """Shows both texts. Taking the new one is a correction, which can be undone like any other."""

    def __init__(self, context: Context, utterance: Utterance, model: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._utterance = utterance
        assert utterance.audio is not None
        file = context.library.recordings.absolute(utterance.audio)
        self._transcriber = FileTranscriber(context.home, file, model, utterance.language or None)
        self.setWindowTitle(self.tr("Recognise anew"))
        self.setMinimumWidth(520)
        self._state = QLabel(self.tr("{model} is listening…").format(model=model))
        self._state.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        before = QPlainTextEdit(utterance.text)
        before.setReadOnly(True)
        before.setAccessibleName(self.tr("Present text"))
        before.setTabChangesFocus(True)
        self.after = QPlainTextEdit()
        self.after.setAccessibleName(self.tr("New text"))
        self.after.setTabChangesFocus(True)
        self.after.setEnabled(False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = self._buttons.addButton(self.tr("Take the new text"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setEnabled(False)
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (
            self._state,
            self._bar,
            QLabel(self.tr("Present text")),
            before,
            QLabel(self.tr("New text")),
            self.after,
            self._buttons,
        ):
            column.addWidget(widget)
        self._task = context.tasks.run(self, self._work, self._show, failed=self._fail)

    def reject(self) -> None:
        """Close, and let the model go."""
        self._task.cancel()
        self._transcriber.stop()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 # Qt's name
        """As Cancel."""
        self._task.cancel()
        self._transcriber.stop()
        super().closeEvent(event)

    def _work(self, control: Control) -> Transcribed | None:
        return self._transcriber.run(lambda seconds, duration: None)

    def _show(self, done: Transcribed | None) -> None:
        self._bar.hide()
        if done is None:
            return
        text = done.transcript.text
        same = text == self._utterance.text
        self._state.setText(
            self.tr("It hears the same.") if same else self.tr("Compare, change what is wrong, and take it or not.")
        )
        self.after.setPlainText(text)
        self.after.setEnabled(True)
        self.take.setEnabled(bool(text) and not same)
        self.after.textChanged.connect(
            lambda: self.take.setEnabled(self.after.toPlainText().strip() not in ("", self._utterance.text))
        )

    def _fail(self, error: AttuneError) -> None:
        self._bar.hide()
        self._state.setText(in_language(str(error)))

    def _take(self) -> None:
        text, identifier = self.after.toPlainText().strip(), self._utterance.id
        self._context.tasks.run(
            self,
            lambda control: self._context.library.corrections.correct(identifier, text, "misheard"),
            lambda correction: self._taken(),
            failed=self._fail,
        )

    def _taken(self) -> None:
        self._context.bridge.library_changed.emit()
        self.accept()
