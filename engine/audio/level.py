"""How loud the input is, whether it clips, and whether there is any signal at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.audio.ring import Samples
from engine.records import SAMPLE_RATE

FULL_SCALE = 0.999  # what 16-bit full scale and its neighbours become as float
CLIPPED_RUN = 3  # samples in a row at full scale: one alone may be a true peak
QUIET_DBFS = -70.0  # below the noise floor of a connected, unmuted microphone
SILENCE_DBFS = -120.0  # stands for minus infinity: 16-bit audio ends at about -96


@dataclass(frozen=True)
class Reading:
    """The level of one block in dB relative to full scale, and what is wrong with it.

    `clipping` is true when a run at full scale ends or goes on in this block. `no_signal` is true once,
    when it has been quiet for as long as the meter was told.
    """

    rms_dbfs: float
    peak_dbfs: float
    clipping: bool
    no_signal: bool


class LevelMeter:
    """Reads the level of consecutive blocks of 16 kHz mono float32."""

    def __init__(self, quiet_seconds: float = 3.0) -> None:
        self.quiet_seconds = quiet_seconds
        self._full_scale_run = 0
        self._quiet_samples = 0

    def read(self, block: Samples) -> Reading:
        """The reading of `block`, which may have any length but 0."""
        rms = to_dbfs(float(np.sqrt(np.mean(np.square(block, dtype=np.float64)))))
        peak = to_dbfs(float(np.max(np.abs(block))))
        return Reading(rms, peak, self._is_clipping(block), self._goes_quiet(rms, len(block)))

    def _is_clipping(self, block: Samples) -> bool:
        full = np.abs(block) >= FULL_SCALE
        if not full.any():
            self._full_scale_run = 0
            return False
        longest = run = self._full_scale_run
        for is_full in full.tolist():
            run = run + 1 if is_full else 0
            longest = max(longest, run)
        self._full_scale_run = run
        return longest >= CLIPPED_RUN

    def _goes_quiet(self, rms_dbfs: float, count: int) -> bool:
        if rms_dbfs >= QUIET_DBFS:
            self._quiet_samples = 0
            return False
        limit = self.quiet_seconds * SAMPLE_RATE
        was_quiet = self._quiet_samples >= limit
        self._quiet_samples += count
        return not was_quiet and self._quiet_samples >= limit


def to_dbfs(amplitude: float) -> float:
    """An amplitude (1.0 is full scale) in dB, at least `SILENCE_DBFS`."""
    return max(SILENCE_DBFS, 20.0 * float(np.log10(amplitude))) if amplitude > 0.0 else SILENCE_DBFS
