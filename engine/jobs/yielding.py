"""What a training does while something else needs the machine: dictation comes first.

A training always runs at the lowest priority, which leaves a processor to dictation. That does not help where a GPU is
shared, or memory runs out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import psutil

SPARE_SHARE = 0.06  # of the memory: below, the system begins to swap
LEAST_SPARE = 400 << 20  # bytes: a recogniser with a small model
Yielding = Literal["go on", "hold", "let go"]


@dataclass(frozen=True)
class Demand:
    """What is asked of the machine now; memory in bytes."""

    dictating: bool
    on_gpu: bool
    free: int
    spare: int


def yield_to(demand: Demand) -> Yielding:
    """Go on, hold between two steps (which keeps the memory), or let go: end with a checkpoint, to go on later."""
    if demand.free < demand.spare:
        return "let go"
    return "hold" if demand.dictating and demand.on_gpu else "go on"


def may_return(demand: Demand, needed: int) -> bool:
    """Whether a training that has let go may go on; it needs so many bytes."""
    return not demand.dictating and demand.free >= demand.spare + needed


def demand_now(*, dictating: bool, on_gpu: bool) -> Demand:
    """The demand, with this machine's memory as it is now."""
    memory = psutil.virtual_memory()
    return Demand(dictating, on_gpu, memory.available, max(LEAST_SPARE, round(SPARE_SHARE * memory.total)))
