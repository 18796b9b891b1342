"""Means over seeds, with intervals: what the table, the plots and the verdicts are made of."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from trainer.comparison.cell import Cell

CONFIDENCE = 0.95


@dataclass(frozen=True)
class Mean:
    """A mean over seeds with its 95 % interval (Student's t); without a second seed the interval is unknown."""

    value: float
    low: float
    high: float
    seeds: int

    @property
    def known(self) -> bool:
        """Whether there is an interval."""
        return self.seeds > 1


def mean_of(values: Sequence[float]) -> Mean:
    """The mean of independent runs.

    Raises:
        ValueError: there is none.
    """
    if not values:
        raise ValueError("a mean needs a value")
    centre, count = float(np.mean(values)), len(values)
    if count == 1:
        return Mean(centre, -math.inf, math.inf, 1)
    reach = float(stats.t.ppf((1 + CONFIDENCE) / 2, count - 1) * np.std(values, ddof=1) / math.sqrt(count))
    return Mean(centre, centre - reach, centre + reach, count)


@dataclass(frozen=True)
class Figures:
    """All cells of a comparison."""

    cells: tuple[Cell, ...]

    @property
    def arms(self) -> list[str]:
        """In their order."""
        return sorted({cell.arm for cell in self.cells})

    @property
    def minutes(self) -> list[float]:
        """The amounts of speech, the least first."""
        return sorted({cell.minutes for cell in self.cells})

    @property
    def sets(self) -> list[str]:
        """Every set that was read, in the order of the first cell."""
        return list(dict.fromkeys(name for cell in self.cells for name in cell.sets))

    def rates(self, arm: str, minutes: float, name: str) -> dict[int, float]:
        """The word error rate of each seed."""
        return {
            cell.seed: cell.sets[name][0] / max(1, cell.sets[name][1])
            for cell in self.cells
            if (cell.arm, cell.minutes) == (arm, minutes) and name in cell.sets
        }

    def rate(self, arm: str, minutes: float, name: str) -> Mean | None:
        """The mean word error rate, None where nothing was measured."""
        found = self.rates(arm, minutes, name)
        return mean_of(list(found.values())) if found else None

    def difference(self, arm: str, other: str, minutes: float, name: str) -> Mean | None:
        """By how much the error rate of `arm` is above that of `other`, seed by seed."""
        left, right = self.rates(arm, minutes, name), self.rates(other, minutes, name)
        both = sorted(left.keys() & right.keys())
        return mean_of([left[seed] - right[seed] for seed in both]) if both else None
