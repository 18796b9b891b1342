"""Systems timed side by side: each does the same item right after the others, so that a busy machine harms all."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass
class Timing:
    """Seconds that one system took, one entry for each round over all items: wall clock, and all its threads'."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


def time_paired(systems: dict[str, Callable[[int], object]], items: int, rounds: int) -> dict[str, Timing]:
    """Run every system on items 0..`items`-1, `rounds` times, after one round that is not counted."""
    timings = {name: Timing() for name in systems}
    names = list(systems)
    for round_number in range(-1, rounds):
        sums = {name: [0.0, 0.0] for name in names}
        for item in range(items):
            # Whoever comes first finds the caches cold: take turns.
            turn = (round_number + item) % len(names)
            for name in names[turn:] + names[:turn]:
                wall, cpu = _clocked(systems[name], item)
                sums[name][0] += wall
                sums[name][1] += cpu
        if round_number >= 0:
            for name, (wall, cpu) in sums.items():
                timings[name].wall.append(wall)
                timings[name].cpu.append(cpu)
    return timings


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> dict[str, float]:
    """Median, least and greatest of the rounds' ratios."""
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    return {"median": statistics.median(ratios), "low": min(ratios), "high": max(ratios)}


def _clocked(work: Callable[[int], object], item: int) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    work(item)
    return time.perf_counter() - wall, time.process_time() - cpu
