"""How much of the learnt change to apply: weight-space interpolation by scaling the adapter.

WiSE-FT (Wortsman et al. 2022, arXiv 2109.01903): between the base and the fine-tuned weights there is often a point
that keeps most of what was learnt and loses little of what was known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from trainer.personal.forgetting import Surprise, forgotten
from trainer.statistics import Counts


@dataclass(frozen=True)
class AlphaPoint:
    """One scale: the development set's word error rate, and what is forgotten of kept-back rehearsal.

    `forgotten` is how many nats more than at the smallest scale (as a rule 0: the base) a token costs there, `doubt`
    its standard error; None where nothing is kept back.
    """

    alpha: float
    wer: float
    forgotten: float | None
    doubt: float = 0.0


def sweep(
    alphas: Sequence[float], read: Callable[[float], tuple[Sequence[Counts], Sequence[Surprise]]]
) -> Iterator[AlphaPoint]:
    """Measure each scale, the smallest first: `read` says what is wrong in the one set and surprises in the other.

    The second set may be empty.
    """
    before: Sequence[Surprise] | None = None
    for alpha in sorted(alphas):
        own, kept_back = read(alpha)
        before = kept_back if before is None else before
        loss, doubt = forgotten(before, kept_back) if kept_back else (None, 0.0)
        yield AlphaPoint(alpha, error_rate(own), loss, doubt)


def choose_alpha(points: Sequence[AlphaPoint], most_forgotten: float) -> AlphaPoint:
    """The best on the development set among those that forget little; of equals the smallest change.

    `most_forgotten` is what a point may have forgotten, in nats a token, doubt included: a candidate that the gate
    refuses is of no use, a smaller change is.
    """
    base = min(points, key=lambda point: point.alpha)
    keeping = [point for point in points if point is base or _worst(point) <= most_forgotten]
    return min(keeping, key=lambda point: (point.wer, point.alpha))


def error_rate(counts: Sequence[Counts]) -> float:
    """Errors over words."""
    return sum(one.errors for one in counts) / max(1, sum(one.words for one in counts))


def _worst(point: AlphaPoint) -> float:
    return 0.0 if point.forgotten is None else point.forgotten + point.doubt
