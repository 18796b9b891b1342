"""The page of recognition models."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from desktop.context import Action, Context
from desktop.tasks import Control
from desktop.windows.cards import clear, make_button, make_label, row_of, scrolled
from desktop.windows.main.page import Page
from desktop.windows.models.actions import ModelActions
from desktop.windows.models.row import ModelRow
from engine.errors import AttuneError, ModelError
from engine.models.card import Card as ModelCard
from engine.models.catalogue import find_entry
from engine.models.importing import import_folder, new_card
from engine.models.listing import ListedModel, list_models
from engine.models.machine import this_machine
from engine.models.pointer import STARTER_ID, Pointer
from engine.models.pruning import freed_bytes, prunable
from engine.models.registry import InstalledModel


@dataclass(frozen=True)
class _Shelf:
    """What there is: each model with its card, and those that stay whatever happens."""

    models: list[tuple[ListedModel, ModelCard]]
    kept: frozenset[str]


class ModelsPage(Page):
    """Installed models, then the catalogue."""

    key = "models"
    icon = "models"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.changes = ModelActions(context, self)
        self._downloads = context.bridge.downloads
        self.rows: dict[str, ModelRow] = {}
        self.needless: list[InstalledModel] = []
        self.roll_back = make_button(self.tr("Go &back to the model before"), self.changes.roll_back)
        self.import_button = make_button(self.tr("&Import a folder…"), self._choose_folder)
        self.import_button.setToolTip(
            self.tr("A CTranslate2 model (model.bin), or a Whisper checkpoint of Hugging Face (safetensors).")
        )
        self.prune = make_button("", self._remove_needless)
        self.prune.hide()
        self.prune.setToolTip(
            self.tr("Earlier personal versions, but for the newest two and what Attune falls back on. Can be undone.")
        )
        self.body.addLayout(row_of(self.roll_back, self.import_button, self.prune, None))
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self._column.addWidget(make_label(self.tr("Looking…"), "muted"))
        self._column.addStretch(1)
        self.body.addWidget(scrolled(self._column), 1)
        self.changes.changed.connect(self.refresh)
        self.changes.busy_changed.connect(self._show_busy)
        self._downloads.changed.connect(self._show_download)
        self._downloads.finished.connect(self.refresh)
        self._downloads.failed.connect(self.refresh)
        context.bridge.model_changed.connect(self._refresh_if_shown)

    @classmethod
    def title(cls) -> str:
        """Its name."""
        return QCoreApplication.translate("ModelsPage", "Models")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 # Qt's name
        """Look what there is."""
        super().showEvent(event)
        self.refresh()

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Look at the shelf and the catalogue."""
        self.context.tasks.run(self, self._look, self._show)

    def import_from(self, folder: Path) -> None:
        """Install what is in the folder; it is converted where it has to be."""
        self.import_button.setEnabled(False)
        self.context.notify(self.tr("Importing {name}; converting takes a while…").format(name=folder.name))
        registry = self.context.bridge.registry
        card = new_card(folder.name, source=str(folder))

        def done(installed: InstalledModel) -> None:
            self.import_button.setEnabled(True)
            self._note_installed(installed)

        def failed(error: AttuneError) -> None:
            self.import_button.setEnabled(True)
            self.context.tasks.failed.emit(error)

        self.context.tasks.run(self, lambda control: import_folder(registry, folder, card), done, failed=failed)

    def _look(self, control: Control) -> _Shelf:
        registry = self.context.bridge.registry
        installed = {model.id: model.card for model in registry.installed()}
        models = [
            (model, installed[model.id] if model.installed else find_entry(model.id).card())
            for model in list_models(registry, this_machine())
        ]
        try:
            pointer = registry.pointer()
        except ModelError:  # a damaged one: choosing a model must still be possible
            pointer = Pointer()
        # The registry looks closer before it removes one: it reads every file of the one it would fall back on.
        return _Shelf(models, frozenset({STARTER_ID, pointer.active, pointer.last_good, *pointer.previous[:1]}))

    def _look_for_needless(self, control: Control) -> tuple[list[InstalledModel], int]:
        found = prunable(self.context.bridge.registry)
        return found, freed_bytes(found)

    def _offer_pruning(self, found: tuple[list[InstalledModel], int]) -> None:
        self.needless, freed = found
        size = QLocale().formattedDataSize(freed, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        count = self.tr("Remove %n old version(s)", "", len(self.needless))
        self.prune.setText(f"{count} ({size})")
        self.prune.setVisible(bool(self.needless))

    def _show(self, shelf: _Shelf) -> None:
        clear(self._column)
        self.rows = {}
        self._column.addWidget(make_label(self.tr("Installed"), "heading"))
        heading_stands = False
        for model, card in shelf.models:
            if not model.installed and not heading_stands:
                heading_stands = True
                self._add_catalogue_heading()
            row = ModelRow(model, card, kept=model.id in shelf.kept, begun=self._downloads.is_begun(model.id))
            self._connect(row)
            self.rows[model.id] = row
            self._column.addWidget(row)
        self._column.addStretch(1)
        self._show_busy()
        self._show_download()
        self.context.tasks.run(self, self._look_for_needless, self._offer_pruning)

    def _add_catalogue_heading(self) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(make_label(self.tr("To download"), "heading"))
        said = self.tr("Only a click on Download uses the network. A download that was stopped goes on where it was.")
        self._column.addWidget(make_label(said, "muted"))

    def _connect(self, row: ModelRow) -> None:
        row.use_wanted.connect(self.changes.activate)
        row.verify_wanted.connect(self.changes.verify)
        row.remove_wanted.connect(self.changes.remove)
        row.download_wanted.connect(lambda model: self._downloads.begin(find_entry(model)))
        row.cancel_wanted.connect(self._downloads.cancel)

    def _show_busy(self) -> None:
        for row in self.rows.values():
            row.set_busy(bool(self.changes.busy) or (not row.model.installed and self._downloads.entry is not None))
        active = next((row.model for row in self.rows.values() if row.model.active), None)
        self.roll_back.setEnabled(not self.changes.busy and active is not None and active.id != STARTER_ID)

    def _show_download(self) -> None:
        for row in self.rows.values():
            row.show_download(self._downloads)
        self._show_busy()

    def _note_installed(self, installed: InstalledModel) -> None:
        use = Action(self.tr("&Use it"), lambda: self.changes.activate(installed.id))
        self.context.notify(self.tr("{name} is installed.").format(name=installed.card.name), action=use)
        self.refresh()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of a model"))
        if chosen:
            self.import_from(Path(chosen))

    def _remove_needless(self) -> None:
        self.changes.remove_all([model.id for model in self.needless])
