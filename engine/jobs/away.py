"""A training that ran on another machine: its model comes home by `attune models import`."""

from __future__ import annotations

from collections.abc import Mapping

from engine.errors import StorageError
from engine.library.library import Library
from engine.models.card import Card
from engine.models.registry import InstalledModel
from engine.paths import Home

VERDICT, ACCEPTED = "verdict", "accepted"


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


def was_accepted(model: InstalledModel) -> bool:
    """Whether the model's gate accepted it; a model that met none is not held against it."""
    return outcome_in(model.card) in (ACCEPTED, "")


def verdict_of(model: InstalledModel) -> str:
    """The gate's reasons, for the user."""
    reasons = _verdict(model.card).get("reasons")
    return " ".join(map(str, reasons)) if isinstance(reasons, list) else ""


def outcome_in(card: Card) -> str:
    """What the gate made of the model, "" where it has met none."""
    return str(_verdict(card).get("outcome") or "")


def _verdict(card: Card) -> Mapping[str, object]:
    found = card.extra.get(VERDICT)
    return found if isinstance(found, Mapping) else {}
