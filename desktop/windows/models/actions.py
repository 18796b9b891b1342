"""What can be done with installed models, each off the window's thread and said when it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from desktop.context import Action, Context
from desktop.tasks import Control
from engine.models.registry import InstalledModel


class ModelActions(QObject):
    """One change at a time; `busy` says with which model, "" for none. `changed` means the list is another."""

    busy_changed = Signal()
    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._registry = context.bridge.registry
        self.busy = ""

    def activate(self, model: str) -> None:
        """Check it and dictate with it from the next utterance on."""

        def done(installed: InstalledModel) -> None:
            self._context.bridge.use_active_model()
            self._context.notify(self.tr("You dictate with {name} now.").format(name=installed.card.name))

        self._do(model, lambda: self._registry.activate(model), done)

    def roll_back(self) -> None:
        """Dictate with the model that was active before."""

        def done(installed: InstalledModel) -> None:
            self._context.bridge.use_active_model()
            self._context.notify(self.tr("Back to {name}.").format(name=installed.card.name))

        self._do("rollback", self._registry.rollback, done)

    def verify(self, model: str) -> None:
        """Compare its files with what was installed."""
        name = self._name(model)
        said = self.tr("{name} is whole: every file is as it was installed.").format(name=name)
        self._do(model, lambda: self._registry.verify(model), lambda _: self._context.notify(said))

    def remove(self, model: str) -> None:
        """Remove it; until the next start of the recogniser that can be undone."""
        name = self._name(model)

        def done(_: object) -> None:
            undo = Action(self.tr("&Undo"), lambda: self.restore(model))
            self._context.notify(self.tr("Removed {name}.").format(name=name), action=undo)

        self._do(model, lambda: self._registry.remove(model), done)

    def remove_all(self, models: Sequence[str]) -> None:
        """Remove several; that too can be undone."""

        def work() -> None:
            for model in models:
                self._registry.remove(model)

        def undo() -> None:
            for model in models:
                self._registry.restore(model)

        def restore() -> None:
            self._do("removed", undo, lambda _: self._context.notify(self.tr("The old versions are back.")))

        def done(_: object) -> None:
            said = self.tr("Removed %n old version(s).", "", len(models))
            self._context.notify(said, action=Action(self.tr("&Undo"), restore))

        self._do("removed", work, done)

    def restore(self, model: str) -> None:
        """Take a removal back."""

        def done(installed: InstalledModel) -> None:
            self._context.notify(self.tr("{name} is back.").format(name=installed.card.name))

        self._do(model, lambda: self._registry.restore(model), done)

    def _name(self, model: str) -> str:
        return self._registry.get(model).card.name

    def _do(self, model: str, work: Callable[[], object], done: Callable[..., None]) -> None:
        if self.busy:
            return
        self._mark(model)

        def finished(result: object) -> None:
            self._mark("")
            done(result)
            self.changed.emit()

        def failed(error: Exception) -> None:
            self._mark("")
            self._context.tasks.failed.emit(error)
            self.changed.emit()

        def run(control: Control) -> object:
            return work()

        self._context.tasks.run(self, run, finished, failed=failed)

    def _mark(self, model: str) -> None:
        self.busy = model
        self.busy_changed.emit()
