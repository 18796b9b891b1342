"""How a run can end other than well, each with the exit status that tells the parent."""

from __future__ import annotations

from engine.errors import AttuneError

ACCEPTED, BUG, BAD_DATA, CANCELLED, OUT_OF_MEMORY, REFUSED = 0, 1, 2, 3, 4, 5


class CancelledError(AttuneError):
    """Asked to stop; a checkpoint is on disk."""

    exit_code = CANCELLED

    def __init__(self) -> None:
        super().__init__("Stopped; what was done is kept.", "To go on: attune personalize")


class NotEnoughMemoryError(AttuneError):
    """The machine cannot train this model."""

    exit_code = OUT_OF_MEMORY
