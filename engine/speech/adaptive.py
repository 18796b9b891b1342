"""How weak a greedy text may be before a beam search is worth its time, calibrated on a model's own results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

TOLERANCE = 0.01  # of the beam search's errors, relative


@dataclass(frozen=True)
class Clip:
    """One clip decoded both ways: the greedy text's mean log probability, and the word errors of each text."""

    greedy_score: float
    greedy_errors: int
    beam_errors: int


@dataclass(frozen=True)
class Calibration:
    """What a model's card takes as ``adaptive.beam_threshold``: greedy texts below it are searched again.

    `threshold` is None where only searching every clip keeps the accuracy. `fallback_rate` is the share of clips
    that are searched, `errors` what the mixture makes on them and `beam_errors` what beam search alone makes.
    """

    threshold: float | None
    fallback_rate: float
    errors: int
    beam_errors: int


def calibrate(clips: Sequence[Clip], tolerance: float = TOLERANCE) -> Calibration:
    """The threshold with the fewest fallbacks whose word errors exceed beam search's by at most `tolerance`.

    Raises:
        ValueError: no clips are given.
    """
    if not clips:
        raise ValueError("a threshold can only be calibrated on clips")
    weakest_first = sorted(clips, key=lambda clip: clip.greedy_score)
    beam_errors = sum(clip.beam_errors for clip in clips)
    errors = sum(clip.greedy_errors for clip in clips)
    for searched, clip in enumerate(weakest_first):
        # Clips of one score fall on one side of any threshold.
        is_new = searched == 0 or clip.greedy_score > weakest_first[searched - 1].greedy_score
        if is_new and errors <= beam_errors * (1 + tolerance):
            return Calibration(clip.greedy_score, searched / len(clips), errors, beam_errors)
        errors += clip.beam_errors - clip.greedy_errors
    return Calibration(None, 1.0, beam_errors, beam_errors)
