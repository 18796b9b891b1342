"""How much of the learnt change to apply: weight-space interpolation by scaling the adapter.

WiSE-FT (Wortsman et al. 2022, arXiv 2109.01903): between the base and the fine-tuned weights there is often a point
that keeps most of what was learnt and loses little of what was known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from trainer.personal.surprise import Surprise, forgotten, mean_surprise
from trainer.statistics import Counts


@dataclass(frozen=True)
class AlphaPoint:
    """One scale: what the development set says of it, and what is forgotten of kept-back rehearsal.

    `surprise` is the cross-entropy of a token of the development set (nats). `forgotten` is how many nats more than at
    the smallest scale (as a rule 0: the base) a token of what is kept back costs, `doubt` its standard error; None
    where nothing is kept back.
    """

    alpha: float
    wer: float
    surprise: float
    forgotten: float | None
    doubt: float = 0.0


@dataclass(frozen=True)
class Heard:
    """At one scale: the errors and the surprises of the development set, and the surprises of what is kept back."""

    errors: Sequence[Counts]
    own: Sequence[Surprise]
    kept_back: Sequence[Surprise] = ()


def sweep(alphas: Sequence[float], hear: Callable[[float], Heard]) -> Iterator[AlphaPoint]:
    """Measure each scale, the smallest first."""
    before: Sequence[Surprise] | None = None
    for alpha in sorted(alphas):
        heard = hear(alpha)
        before = heard.kept_back if before is None else before
        loss, doubt = forgotten(before, heard.kept_back) if before else (None, 0.0)
        yield AlphaPoint(alpha, error_rate(heard.errors), mean_surprise(heard.own), loss, doubt)


def choose_alpha(points: Sequence[AlphaPoint], most_forgotten: float) -> AlphaPoint:
    """The one that the development set surprises least, among those that forget little; of equals the smallest change.

    The development set's word errors are too few to tell neighbours apart. `most_forgotten` is what a point may have
    forgotten, in nats a token, doubt included: a candidate that the gate refuses is of no use, a smaller change is.
    It is counted from the scale that forgets least. At small scales training with smoothed labels makes a model less
    sure of itself, which costs it fewer nats and no fewer words, and would be room to forget (LOG.md). For that scale
    itself it is counted from the base: one that does not bear short audio is surprised least, by far, at a large scale.
    """
    base = min(points, key=lambda point: point.alpha)
    least = min(points, key=lambda point: (point.forgotten or 0.0, point.alpha))
    limit = (least.forgotten or 0.0) + most_forgotten
    keeping = [one for one in points if one is base or _worst(one) <= (most_forgotten if one is least else limit)]
    return min(keeping, key=lambda point: (point.surprise, point.alpha))


def error_rate(counts: Sequence[Counts]) -> float:
    """Errors over words."""
    return sum(one.errors for one in counts) / max(1, sum(one.words for one in counts))


def _worst(point: AlphaPoint) -> float:
    return 0.0 if point.forgotten is None else point.forgotten + point.doubt
