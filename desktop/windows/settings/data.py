"""The part of the settings that is about what was said: how long it is kept, copies of it, and its end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.context import Context
from desktop.tasks import Control
from desktop.windows.settings.fields import Spin
from engine.errors import AttuneError
from engine.library.backup import BackupResult, back_up
from engine.library.export import ExportResult, export
from engine.library.restore import erase, restore
from engine.library.retention import MOST_DAYS, Retention

if TYPE_CHECKING:
    from engine.library.importing import ImportResult


class DataSection(QFrame):
    """Changes what is kept at once; copies and restores in the background. `text` is what a search looks at."""

    failed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("look", "card")
        kept = context.library.retention
        self.days = Spin()
        self.days.setRange(0, MOST_DAYS)
        self.days.setSpecialValueText(self.tr("for ever"))
        self.days.setSuffix(self.tr(" days"))
        self.days.setValue(kept.audio_days or 0)
        self.days.setKeyboardTracking(False)
        self.days.valueChanged.connect(lambda days: self._keep())
        self.apps = QPlainTextEdit("\n".join(sorted(kept.excluded_apps)))
        self.apps.setTabChangesFocus(True)
        self.apps.setFixedHeight(self.apps.fontMetrics().lineSpacing() * 4 + 16)
        self.apps.textChanged.connect(self._keep)
        form = QFormLayout()
        self._add(form, self.tr("Keep recordings"), self.days, self.tr("Older sound is removed; the text stays."))
        self._add(
            form,
            self.tr("Keep nothing from"),
            self.apps,
            self.tr("One program a line, as the history names it: neither sound nor text of what is said there."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addLayout(form)
        self._add_buttons(column)
        self.text = " ".join(
            [
                *(label.text() for label in self.findChildren(QLabel)),
                *(b.text() for b in self.findChildren(QPushButton)),
            ]
        ).casefold()

    def back_up(self, folder: Path) -> None:
        """Copy the library to `folder`."""

        def done(result: BackupResult) -> None:
            text = self.tr("%n utterance(s) are in the backup {folder}.", "", result.utterances)
            self._context.notify(text.format(folder=folder))

        self._context.tasks.run(self, lambda control: back_up(self._context.home, folder), done)

    def export(self, folder: Path) -> None:
        """Write the training pairs to `folder`."""
        library = self._context.library

        def done(result: ExportResult) -> None:
            text = self.tr("%n pair(s) were written to {folder}.", "", sum(result.splits.values()))
            self._context.notify(text.format(folder=folder))

        self._context.tasks.run(self, lambda control: export(library.database, library.recordings, folder), done)

    def bring_in(self, path: Path) -> None:
        """Take recordings with their texts into the library."""
        library = self._context.library

        def work(control: Control) -> ImportResult:
            from engine.library.importing import import_pairs  # it loads FFmpeg

            return import_pairs(library.database, library.utterances, path)

        def done(result: ImportResult) -> None:
            text = self.tr("%n recording(s) were taken in.", "", result.added)
            if result.refused:
                text += " " + self.tr("%n could not be.", "", len(result.refused))
            self._context.notify(text, warning=bool(result.refused))
            self._context.bridge.library_changed.emit()

        self._context.tasks.run(self, work, done)

    def _keep(self) -> None:
        apps = frozenset(line.strip() for line in self.apps.toPlainText().splitlines() if line.strip())
        try:
            self._context.bridge.keep_only(Retention(self.days.value() or None, apps))
        except AttuneError as error:
            self.failed.emit(error)

    def _restore(self) -> None:
        folder = self._folder(self.tr("Folder of the backup"))
        if folder is None or not self._sure(
            self.tr("Put this backup in place of what is there?"),
            self.tr("The present library is kept beside it. Attune starts anew."),
        ):
            return
        home = self._context.home

        def work() -> str:
            result = restore(home, folder)
            return self.tr("%n utterance(s) were restored.", "", result.utterances)

        self._context.bridge.restart_wanted.emit(work)

    def _erase(self) -> None:
        word = self.tr("erase")
        typed, sure = QInputDialog.getText(
            self,
            self.tr("Erase everything"),
            self.tr(
                "All that was said is deleted, text and sound, with the training made of it. "
                "Models stay, backups too. This cannot be undone.\nType “{word}” to go on."
            ).format(word=word),
        )
        if not sure or typed.strip().casefold() != word.casefold():
            return
        home = self._context.home

        def work() -> str:
            erase(home)
            return self.tr("Everything was erased.")

        self._context.bridge.restart_wanted.emit(work)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        for text, title, use in (
            (self.tr("Back up…"), self.tr("Where to copy the library to"), self.back_up),
            (self.tr("Export training pairs…"), self.tr("Where to write them to"), self.export),
            (self.tr("Import recordings…"), self.tr("Folder of recordings with their texts"), self.bring_in),
        ):
            row.addWidget(self._button(text, partial(self._with_folder, title, use)))
        row.addStretch(1)
        column.addLayout(row)
        row = QHBoxLayout()
        row.addWidget(self._button(self.tr("Restore a backup…"), self._restore))
        row.addWidget(self._button(self.tr("Erase everything…"), self._erase))
        row.addStretch(1)
        column.addLayout(row)

    def _button(self, text: str, clicked: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda checked: clicked())
        return button

    def _with_folder(self, title: str, use: Callable[[Path], None]) -> None:
        folder = self._folder(title)
        if folder is not None:
            use(folder)

    def _folder(self, title: str) -> Path | None:
        name = QFileDialog.getExistingDirectory(self, title)
        return Path(name) if name else None

    def _sure(self, question: str, what_happens: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Question, "Attune", question, parent=self)
        box.setInformativeText(what_happens)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        return box.exec() == QMessageBox.StandardButton.Yes

    def _add(self, form: QFormLayout, title: str, editor: QWidget, explanation: str) -> None:
        for named in (editor, *editor.findChildren(QLineEdit)):
            named.setAccessibleName(title)
            named.setAccessibleDescription(explanation)
        label = QLabel(explanation)
        label.setProperty("look", "muted")
        label.setWordWrap(True)
        form.addRow(title, editor)
        form.addRow("", label)
