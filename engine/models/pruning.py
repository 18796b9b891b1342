"""Which personal models are not needed any more: every training that succeeds leaves one."""

from __future__ import annotations

from collections.abc import Sequence

from engine.models.registry import InstalledModel, Registry

KEPT_NEWEST = 2


def prunable(registry: Registry, keep: int = KEPT_NEWEST) -> list[InstalledModel]:
    """Personal models that may go, oldest first: all but the newest `keep`, the active one, and what Attune falls
    back on. Downloaded and imported models stay: only their user knows what they are for.

    Raises:
        ModelError: the pointer to the active model is damaged.
    """
    personal = [model for model in registry.installed() if is_personal(model)]
    personal.sort(key=lambda model: (model.card.created, model.id))
    kept = registry.kept()
    return [model for model in personal[: max(0, len(personal) - keep)] if model.id not in kept]


def is_personal(model: InstalledModel) -> bool:
    """Whether a training on this user's speech made it."""
    return "lineage" in model.card.extra


def freed_bytes(models: Sequence[InstalledModel]) -> int:
    """What removing these gives back, their checkpoints included."""
    return sum(file.stat().st_size for model in models for file in model.folder.rglob("*") if file.is_file())
