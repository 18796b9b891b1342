"""How much of the learnt change to apply: weight-space interpolation by scaling the adapter.

WiSE-FT (Wortsman et al. 2022, arXiv 2109.01903): between the base and the fine-tuned weights there is often a point
that keeps most of what was learnt and loses little of what was known.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from trainer.statistics import Counts


@dataclass(frozen=True)
class AlphaPoint:
    """Word error rates at one scale: on the development set, and on kept-back rehearsal.

    `doubt` is the standard error of how much more is wrong there than at the smallest scale (as a rule 0: the base).
    """

    alpha: float
    wer: float
    general: float | None
    doubt: float = 0.0


def sweep(
    alphas: Sequence[float], read: Callable[[float], tuple[Sequence[Counts], Sequence[Counts]]]
) -> Iterator[AlphaPoint]:
    """Measure each scale, the smallest first: what `read` finds wrong, clip by clip, in both sets at a scale.

    The second set may be empty.
    """
    before: Sequence[Counts] | None = None
    for alpha in sorted(alphas):
        own, kept_back = read(alpha)
        before = kept_back if before is None else before
        general = error_rate(kept_back) if kept_back else None
        yield AlphaPoint(alpha, error_rate(own), general, loss_doubt(before, kept_back))


def choose_alpha(points: Sequence[AlphaPoint], general_loss: float) -> AlphaPoint:
    """The best on the development set among those that keep general speech; of equals the smallest change.

    `general_loss` is how much more WER than the base's a point may have on kept-back rehearsal, doubt included: a
    candidate that the gate refuses is of no use, a smaller change is.
    """
    base = min(points, key=lambda point: point.alpha)
    limit = (base.general or 0.0) + general_loss
    keeping = [
        point for point in points if point.general is None or point.general + point.doubt <= limit or point is base
    ]
    return min(keeping, key=lambda point: (point.wer, point.alpha))


def error_rate(counts: Sequence[Counts]) -> float:
    """Errors over words."""
    return sum(one.errors for one in counts) / max(1, sum(one.words for one in counts))


def loss_doubt(before: Sequence[Counts], after: Sequence[Counts]) -> float:
    """The standard error of the difference of two error rates on the same recordings."""
    squares = sum((new.errors - old.errors) ** 2 for old, new in zip(before, after, strict=True))
    return math.sqrt(squares) / max(1, sum(one.words for one in before))
