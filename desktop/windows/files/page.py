"""The page of files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.context import Context
from desktop.engine_text import in_language
from desktop.icons import icon
from desktop.tasks import Control
from desktop.windows.files.editor import TranscriptEditor
from desktop.windows.files.job import DONE, FAILED, RUNNING, STOPPED, WAITING, Choice, FileJob
from desktop.windows.main.page import Page
from engine.models.registry import InstalledModel

SUFFIXES = "*.wav *.flac *.mp3 *.m4a *.ogg *.opus *.aac *.wma *.mp4 *.mkv *.webm *.mov *.avi *.3gp"


class FilesPage(Page):
    """Takes files one after the other; what is done can be read, edited, written and kept in the library."""

    key = "files"
    icon = "files"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setAcceptDrops(True)
        self.jobs: list[FileJob] = []
        self._model = QComboBox()
        self._model.setAccessibleName(self.tr("Model"))
        self._model.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._model.setMaximumWidth(self._model.fontMetrics().averageCharWidth() * 64)
        self._model.setToolTip(self.tr("The model that transcribes; dictation keeps its own."))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Files"))
        self._list.currentRowChanged.connect(self._show_row)
        self._stop = QPushButton(self.tr("Cancel"))
        self._stop.clicked.connect(self._stop_current)
        self._editor = TranscriptEditor(context)
        self._lay_out()
        context.bridge.model_changed.connect(self._look)
        self._show()

    @classmethod
    def title(cls) -> str:
        """Its name."""
        return QCoreApplication.translate("FilesPage", "Files")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 # Qt's name
        """See which models there are."""
        super().showEvent(event)
        self._look()

    def open(self, argument: object) -> None:
        """Transcribe the file at this path."""
        self.take([Path(str(argument))])

    def take(self, paths: list[Path]) -> None:
        """Transcribe these files, after those that wait."""
        for path in paths:
            job = FileJob(self.context, path, Choice(str(self._model.currentData() or "")))
            job.changed.connect(self._show)
            self.jobs.append(job)
            item = QListWidgetItem()
            item.setToolTip(str(path))
            self._list.addItem(item)
        if paths:
            self._list.setCurrentRow(len(self.jobs) - 1)
        self._show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 # Qt's name
        """Files of this machine are taken."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 # Qt's name
        """Transcribe what is dropped."""
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _choose(self) -> None:
        kinds = self.tr("Recordings and films ({suffixes})").format(suffixes=SUFFIXES)
        everything = self.tr("All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Transcribe"), "", f"{kinds};;{everything}")
        self.take([Path(name) for name in names])

    def _stop_current(self) -> None:
        job = self._current()
        if job is not None:
            job.stop()

    def _current(self) -> FileJob | None:
        row = self._list.currentRow()
        return self.jobs[row] if 0 <= row < len(self.jobs) else None

    def _show(self) -> None:
        if not any(job.state == RUNNING for job in self.jobs):
            waiting = next((job for job in self.jobs if job.state == WAITING), None)
            if waiting is not None:
                waiting.start()  # comes back here
                return
        for row, job in enumerate(self.jobs):
            text = f"{job.path.name}\n{self._state(job)}"
            self._list.item(row).setText(text)
        self._empty.setVisible(not self.jobs)
        self._split.setVisible(bool(self.jobs))
        self._show_row(self._list.currentRow())

    def _show_row(self, row: int) -> None:
        job = self._current()
        self._stop.setEnabled(job is not None and not job.is_over)
        self._editor.show_job(job)

    def _state(self, job: FileJob) -> str:
        if job.state == RUNNING and job.share is not None:
            return self.tr("{percent} % done").format(percent=round(100 * job.share))
        return {
            WAITING: self.tr("waits"),
            RUNNING: self.tr("is being transcribed…"),
            DONE: self.tr("done"),
            FAILED: self.tr("failed"),
            STOPPED: self.tr("cancelled"),
        }[job.state]

    def _look(self) -> None:
        def look(control: Control) -> list[InstalledModel]:
            return self.context.bridge.registry.installed()

        self.context.tasks.run(self, look, self._fill)

    def _fill(self, models: list[InstalledModel]) -> None:
        chosen = self._model.currentData() or next((model.id for model in models if model.active), "")
        self._model.clear()
        for model in models:
            self._model.addItem(in_language(model.card.name), model.id)
        self._model.setCurrentIndex(max(0, self._model.findData(chosen)))

    def _lay_out(self) -> None:
        choose = QPushButton(icon("add", on_accent=True), self.tr("Choose files…"))
        choose.setProperty("look", "primary")
        choose.clicked.connect(self._choose)
        top = QHBoxLayout()
        top.addWidget(choose)
        top.addStretch(1)
        top.addWidget(QLabel(self.tr("Model")))
        top.addWidget(self._model)
        self.body.addLayout(top)
        self._empty = QLabel(
            self.tr("Drop recordings or films here. They are transcribed on this machine, one after the other.")
        )
        self._empty.setProperty("look", "drop")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.body.addWidget(self._empty, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list, 1)
        column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeft)
        left.setMinimumWidth(200)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(left)
        self._split.addWidget(self._editor)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 3)
        self.body.addWidget(self._split, 1)
