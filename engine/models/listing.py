"""The one list of models a user sees: what is installed, then what the catalogue could bring."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from engine.models.card import Context
from engine.models.catalogue import Entry, read_catalogue
from engine.models.machine import Fit, Machine, fit
from engine.models.registry import InstalledModel, Registry


@dataclass(frozen=True)
class ListedModel:
    """A line of the list. `size_bytes` is on disk, or, for a model not installed, about what has to be downloaded."""

    id: str
    name: str
    active: bool
    size_bytes: int
    context: Context
    source: str
    licence: str
    installed: bool
    fit: Fit

    def as_json(self) -> dict[str, Any]:
        """The line as ``attune models list --json`` prints it."""
        return asdict(self)


def list_models(registry: Registry, machine: Machine) -> list[ListedModel]:
    """Every model: the starter, the installed ones, the rest of the catalogue."""
    entries = {entry.id: entry for entry in read_catalogue()}
    installed = [_installed(model, entries.pop(model.id, None), machine) for model in registry.installed()]
    return installed + [_available(entry, machine) for entry in entries.values()]


def _installed(model: InstalledModel, entry: Entry | None, machine: Machine) -> ListedModel:
    # An int8 model takes about one byte a parameter.
    parameters = entry.parameters if entry else model.size_bytes
    return ListedModel(
        id=model.id,
        name=model.card.name,
        active=model.active,
        size_bytes=model.size_bytes,
        context=model.card.context,
        source=model.card.source,
        licence=model.card.licence,
        installed=True,
        fit=fit(parameters, model.card.context, machine),
    )


def _available(entry: Entry, machine: Machine) -> ListedModel:
    return ListedModel(
        id=entry.id,
        name=entry.name,
        active=False,
        size_bytes=entry.download_bytes,
        context=entry.context,
        source=entry.repo,
        licence=entry.licence,
        installed=False,
        fit=fit(entry.parameters, entry.context, machine),
    )
