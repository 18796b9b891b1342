"""A training that ran on another machine: its model comes home by `attune models import`."""

from __future__ import annotations

from collections.abc import Mapping

from engine.errors import StorageError
from engine.library.library import Library
from engine.models.registry import InstalledModel
from engine.paths import Home

VERDICT = "verdict"


def note_brought_home(home: Home, model: InstalledModel) -> bool:
    """Tell the library how the training of this model ended; whether it was this home's.

    The test set was looked at, wherever the training ran, and a later one has to know.

    Raises:
        StorageError: the library is in use or damaged.
    """
    try:
        with Library(home, writable=False) as library, library.database.reading() as connection:
            row = connection.execute(
                "SELECT 1 FROM training_run WHERE id = ? AND ended_at IS NULL", (model.id,)
            ).fetchone()
    except StorageError:  # no library: nothing of this home was trained on
        row = None
    if row is None:
        return False
    with Library(home) as library:
        outcome = _verdict(model).get("outcome") or "failed"
        library.runs.finish(model.id, str(outcome), model.id)
    return True


def was_accepted(model: InstalledModel) -> bool:
    """Whether the model's gate accepted it; a model that met none is not held against it."""
    return _verdict(model).get("outcome", "accepted") == "accepted"


def verdict_of(model: InstalledModel) -> str:
    """The gate's reasons, for the user."""
    reasons = _verdict(model).get("reasons")
    return " ".join(map(str, reasons)) if isinstance(reasons, list) else ""


def _verdict(model: InstalledModel) -> Mapping[str, object]:
    found = model.card.extra.get(VERDICT)
    return found if isinstance(found, Mapping) else {}
