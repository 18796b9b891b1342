"""Where the first sound of a recording begins."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.records import SAMPLE_RATE

FRAME = SAMPLE_RATE // 100
SMOOTHED = 3  # frames
DEEPEST = 60.0  # dB below the loud parts; what is softer is silence
LEAST = 6.0  # dB between loud and soft parts; with less there is no beginning to be seen
RISE = 0.3  # of the way from soft to loud


def onset(samples: NDArray[np.float32]) -> float:
    """Seconds until the sound first rises from its background, 0 where it is there from the beginning.

    Args:
        samples: float32 at 16 kHz, (samples,).
    """
    frames = samples[: samples.size // FRAME * FRAME].reshape(-1, FRAME)
    if len(frames) < 2 * SMOOTHED:
        return 0.0
    power = np.convolve(np.mean(frames.astype(np.float64) ** 2, axis=1), np.ones(SMOOTHED) / SMOOTHED, "same")
    level = 10 * np.log10(power + 1e-12)
    loud = float(np.percentile(level, 95))
    soft = max(float(np.percentile(level, 5)), loud - DEEPEST)
    if loud - soft < LEAST:
        return 0.0
    first = int(np.argmax(level > soft + RISE * (loud - soft)))
    return first * FRAME / SAMPLE_RATE
