"""A training that ran on another machine: its model comes home by `attune models import`."""

from __future__ import annotations

from engine.errors import StorageError
from engine.library.library import Library
from engine.models.registry import InstalledModel
from engine.models.verdict import outcome_in
from engine.paths import Home


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
        library.runs.finish(model.id, outcome_in(model.card) or "failed", model.id)
    return True
