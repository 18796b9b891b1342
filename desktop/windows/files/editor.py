"""The text of one file: read, edited, written in another form, kept in the library."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from desktop.context import Context
from desktop.icons import icon
from desktop.tasks import Control
from desktop.windows.files.job import DONE, RUNNING, FileJob
from engine.text.transcript_files import FORMS, save_transcript


class TranscriptEditor(QFrame):
    """One line for each segment, with its time; a double click or F2 edits it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._job: FileJob | None = None
        self._shown: object = None
        self.setProperty("look", "card")
        self._remark = QLabel()
        self._remark.setWordWrap(True)
        self._remark.setProperty("look", "muted")
        self._bar = QProgressBar()
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName(self.tr("Text"))
        self.table.setHorizontalHeaderLabels([self.tr("Time"), self.tr("Text (F2 edits)")])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setShowGrid(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setWordWrap(True)
        self.table.cellChanged.connect(lambda row, column: self._edited())
        self._copy = QPushButton(icon("copy"), self.tr("Copy"))
        self._copy.clicked.connect(self._copy_text)
        self._save = QPushButton(icon("export"), self.tr("Save as"))
        menu = QMenu(self._save)
        for suffix, words in self._forms().items():
            menu.addAction(words).triggered.connect(lambda checked, suffix=suffix: self._save_as(suffix))
        self._save.setMenu(menu)
        self._keep = QPushButton(self.tr("Keep in the history"))
        self._keep.setToolTip(
            self.tr("To be corrected like dictation, and then to train your model: for your own voice only.")
        )
        self._keep.clicked.connect(self._keep_text)
        buttons = QHBoxLayout()
        for button in (self._copy, self._save, self._keep):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self._remark)
        column.addWidget(self._bar)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def show_job(self, job: FileJob | None) -> None:
        """Show this file as far as it has come."""
        self._job = job
        done = job is not None and job.state == DONE
        for button in (self._copy, self._save, self._keep):
            button.setEnabled(done)
        self._remark.setText(job.remark if job else "")
        self._remark.setVisible(bool(job and job.remark))
        self._bar.setVisible(job is not None and job.state == RUNNING)
        if job is not None:
            self._bar.setRange(0, 1000 if job.share is not None else 0)
            self._bar.setValue(round(1000 * (job.share or 0.0)))
        transcript = job.transcript if job else None
        if transcript is not self._shown:
            self._shown = transcript
            self._fill()

    def save(self, path: Path) -> None:
        """Write the text in the form of the path's suffix."""
        job = self._job
        if job is None or job.transcript is None:
            return
        title, transcript = job.path.stem, job.transcript
        self._context.tasks.run(
            self,
            lambda control: save_transcript(path, title, transcript),
            lambda nothing: self._context.notify(self.tr("Written: {path}").format(path=path)),
        )

    def _fill(self) -> None:
        segments = self._job.transcript.segments if self._job and self._job.transcript else ()
        self.table.blockSignals(True)
        self.table.setRowCount(len(segments))
        for row, segment in enumerate(segments):
            time = QTableWidgetItem(_clock(segment.start))
            time.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(row, 0, time)
            self.table.setItem(row, 1, QTableWidgetItem(segment.text))
        self.table.blockSignals(False)

    def _edited(self) -> None:
        if self._job is not None and self._job.transcript is not None:
            items = (self.table.item(row, 1) for row in range(self.table.rowCount()))
            self._job.edit([item.text().strip() if item else "" for item in items])
            self._shown = self._job.transcript

    def _copy_text(self) -> None:
        if self._job is not None and self._job.transcript is not None:
            text = "\n".join(segment.text for segment in self._job.transcript.segments)
            QGuiApplication.clipboard().setText(text)
            self._context.notify(self.tr("Copied."))

    def _save_as(self, suffix: str) -> None:
        if self._job is None:
            return
        proposed = str(self._job.path.with_suffix(suffix))
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), proposed, f"*{suffix}")
        if name:
            path = Path(name)
            self.save(path if path.suffix.lower() in FORMS else path.with_name(path.name + suffix))

    def _keep_text(self) -> None:
        job = self._job
        if job is None or job.transcript is None:
            return
        library, path, transcript = self._context.library, job.path, job.transcript
        self._keep.setEnabled(False)

        def work(control: Control) -> list[str]:
            from engine.audio.decode import Recording  # it loads FFmpeg
            from engine.library.transcripts import keep_transcript

            with Recording(path) as recording:
                return keep_transcript(library, path.name, recording.blocks(), transcript)

        self._context.tasks.run(self, work, self._kept)

    def _kept(self, identifiers: list[str]) -> None:
        self._context.notify(self.tr("%n utterance(s) are in the history.", "", len(identifiers)))
        self._context.bridge.library_changed.emit()

    def _forms(self) -> dict[str, str]:
        return {
            ".txt": self.tr("Text (.txt)"),
            ".srt": self.tr("Subtitles for players (.srt)"),
            ".vtt": self.tr("Subtitles for the web (.vtt)"),
            ".docx": self.tr("Word document (.docx)"),
        }


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600}:{whole % 3600 // 60:02d}:{whole % 60:02d}"
