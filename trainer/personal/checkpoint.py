"""The state of a training run on disk: there is always a whole one, the old or the new."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch

from engine.models.durable import move

CHECKPOINT = "training.pt"


@dataclass
class Progression:
    """How far a run is and what it has seen. `best_state` is the adapter with the best development WER."""

    step: int = 0
    best_wer: float | None = None
    best_step: int = 0
    unimproved: int = 0
    thrift: dict[str, int] = field(default_factory=dict)
    losses: list[list[float]] = field(default_factory=list)
    wers: list[list[float]] = field(default_factory=list)
    seconds: float = 0.0
    best_state: dict[str, torch.Tensor] = field(default_factory=dict)
    finished: bool = False


def save_checkpoint(
    folder: Path, progression: Progression, adapter: dict[str, torch.Tensor], optimiser: torch.optim.Optimizer
) -> None:
    """Write beside the old checkpoint, then rename into place."""
    temporary = folder / f"{CHECKPOINT}.part"
    torch.save({**asdict(progression), "adapter": adapter, "optimiser": optimiser.state_dict()}, temporary)
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    temporary.chmod(0o600)
    move(temporary, folder / CHECKPOINT)


def load_checkpoint(
    folder: Path, optimiser: torch.optim.Optimizer | None = None
) -> tuple[Progression, dict[str, torch.Tensor] | None]:
    """The state in `folder`, and the adapter; a new state where there is none. No pickled code is ever run."""
    path = folder / CHECKPOINT
    if not path.exists():
        return Progression(), None
    content = torch.load(path, map_location="cpu", weights_only=True)
    adapter: dict[str, torch.Tensor] = content.pop("adapter")
    optimiser_state = content.pop("optimiser")
    if optimiser is not None:
        optimiser.load_state_dict(optimiser_state)
    return Progression(**content), adapter
