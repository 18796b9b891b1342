"""How much of the learnt change to apply: weight-space interpolation by scaling the adapter.

WiSE-FT (Wortsman et al. 2022, arXiv 2109.01903): between the base and the fine-tuned weights there is often a point
that keeps most of what was learnt and loses little of what was known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class AlphaPoint:
    """Word error rates at one scale: on the development set, and against the base's text on kept-back rehearsal."""

    alpha: float
    wer: float
    general: float | None


def sweep(alphas: Sequence[float], measure: Callable[[float], AlphaPoint]) -> list[AlphaPoint]:
    """Measure each scale."""
    return [measure(alpha) for alpha in sorted(alphas)]


def choose_alpha(points: Sequence[AlphaPoint], general_loss: float) -> AlphaPoint:
    """The best on the development set among those that keep general speech; of equals the smallest change.

    `general_loss` is how much more WER than the base's a point may have on kept-back rehearsal.
    """
    base = min(points, key=lambda point: point.alpha)
    limit = (base.general or 0.0) + general_loss
    keeping = [point for point in points if point.general is None or point.general <= limit or point is base]
    return min(keeping, key=lambda point: (point.wer, point.alpha))
