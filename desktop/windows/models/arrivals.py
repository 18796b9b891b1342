"""Says what became of downloads, wherever in the program they were begun."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.context import Action, Context
from desktop.windows.models.actions import ModelActions
from engine.models.registry import InstalledModel


class Arrivals(QObject):
    """Uses a model that has arrived where that was wanted, and offers it otherwise."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._changes = ModelActions(context, self)
        downloads = context.bridge.downloads
        downloads.finished.connect(self._arrived)
        downloads.failed.connect(context.tasks.failed)

    def _arrived(self, installed: InstalledModel, use: bool) -> None:
        if use:
            self._changes.activate(installed.id)
            return
        action = Action(self.tr("&Use it"), lambda: self._changes.activate(installed.id))
        self._context.notify(self.tr("{name} is installed.").format(name=installed.card.name), action=action)
