"""Which model to dictate with, by what this machine can do."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QButtonGroup, QProgressBar, QRadioButton, QVBoxLayout

from desktop.context import Context
from desktop.engine_text import in_language
from desktop.tasks import Control
from desktop.windows.cards import clear, make_button, make_label, row_of
from desktop.windows.first_run.step import Step
from desktop.windows.models.actions import ModelActions
from desktop.windows.models.words import describe_download
from engine.errors import AttuneError
from engine.models.catalogue import Entry, read_catalogue
from engine.models.machine import this_machine, update_seconds
from engine.models.registry import InstalledModel
from engine.models.suggestion import Suggestion, suggest
from engine.settings.declarations import LANGUAGE


@dataclass(frozen=True)
class _Found:
    """What suits this machine, and how long each takes to bring the text up to date, in seconds."""

    suggestions: list[tuple[Suggestion, float]]
    installed: frozenset[str]


class ModelStep(Step):
    """The starter now, or a real model by one click."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            QCoreApplication.translate("ModelStep", "The model that understands you"),
            QCoreApplication.translate(
                "ModelStep",
                "The starter model is here already, but it knows synthetic voices only. For real use get one of these; "
                "you can go on while it downloads.",
            ),
        )
        self._downloads = context.bridge.downloads
        self.changes = ModelActions(context, self)
        self._choices = QButtonGroup(self)
        self._entries: dict[int, Entry] = {}
        self._options = QVBoxLayout()
        self._measured = make_label(self.tr("Measuring how fast this machine is…"), "muted")
        self.download = make_button(self.tr("&Download and use it"), self._download, primary=True)
        self.download.setToolTip(self.tr("Only this click uses the network."))
        self.stop = make_button(self.tr("&Stop"), self._downloads.cancel)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Download"))
        self._state = make_label(look="muted")
        self.body.addWidget(self._measured)
        self.body.addLayout(self._options)
        self.body.addLayout(row_of(self.download, self.stop, None))
        self.body.addWidget(self._bar)
        self.body.addWidget(self._state)
        self.body.addStretch(1)
        self._downloads.changed.connect(self._show_download)
        self._downloads.finished.connect(self._note_installed)
        self._downloads.failed.connect(self._note_failed)
        self._choices.idToggled.connect(lambda number, on: self._show_download())
        self._show_download()

    def enter(self) -> None:
        """Measure, once."""
        if not self._entries:
            self.context.tasks.run(self, self._look, self._show)

    def _look(self, control: Control) -> _Found:
        from engine.jobs.estimate import processor_speed

        language = self.context.settings.get(LANGUAGE) or QLocale.system().name().partition("_")[0]
        machine = replace(this_machine(), products_per_second=processor_speed())
        found = suggest(read_catalogue(), machine, language)
        rows = [(one, update_seconds(one.entry.parameters, one.entry.context, machine)) for one in found]
        return _Found(rows, frozenset(model.id for model in self.context.bridge.registry.installed()))

    def _show(self, found: _Found) -> None:
        clear(self._options)
        self._measured.setText(
            self.tr(
                "Measured on this machine. The times say how long it takes to bring the text up to date as you speak."
            )
            if found.suggestions
            else self.tr("This machine has too little memory for a larger model. The starter works.")
        )
        starter = QRadioButton(self.tr("Stay with the starter model for now"))
        self._choices.addButton(starter, 0)
        for number, (one, seconds) in enumerate(found.suggestions, 1):
            size = QLocale().formattedDataSize(one.entry.download_bytes, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
            time = QLocale().toString(max(0.1, seconds), "f", 1)
            best = self.tr("best here") if number == 1 else self.tr("smaller and faster")
            if one.fit.level != "good":
                best = self.tr("slow here")
            button = QRadioButton(
                self.tr("{name} — {best}: {size} to download, about {time} s").format(
                    name=one.entry.name, best=best, size=size, time=time
                )
            )
            button.setToolTip(one.entry.note)
            self._entries[number] = one.entry
            self._choices.addButton(button, number)
            self._options.addWidget(button)
        self._options.addWidget(starter)
        first = self._choices.button(1) or starter
        first.setChecked(True)
        self._show_download()

    def _download(self) -> None:
        entry = self._entries.get(self._choices.checkedId())
        if entry is None:
            return
        if entry.id in {model.id for model in self.context.bridge.registry.installed()}:
            self.changes.activate(entry.id)
        else:
            self._downloads.begin(entry, use=True)

    def _show_download(self) -> None:
        entry = self._downloads.entry
        busy = entry is not None
        self.download.setEnabled(not busy and self._choices.checkedId() > 0)
        self.stop.setVisible(busy)
        self.stop.setEnabled(not self._downloads.installing and not self._downloads.stopping)
        self._bar.setVisible(busy)
        if entry is None:
            return
        progress = self._downloads.progress
        known = progress is not None and progress.total > 0 and not self._downloads.installing
        self._bar.setRange(0, 1000 if known else 0)
        if progress is not None and known:
            self._bar.setValue(round(1000 * progress.done / progress.total))
        self._state.setText(f"{entry.name}: {describe_download(self._downloads)}")

    def _note_installed(self, installed: InstalledModel, use: bool) -> None:
        self._state.setText(self.tr("{name} is installed.").format(name=in_language(installed.card.name)))

    def _note_failed(self, error: AttuneError) -> None:
        self._state.setText(in_language(str(error)))
