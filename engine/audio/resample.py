"""Any sample rate to the 16 kHz of Attune, as a stream."""

from __future__ import annotations

import numpy as np
import soxr

from engine.audio.ring import Samples
from engine.records import SAMPLE_RATE


class StreamResampler:
    """Resamples consecutive mono blocks with the state carried over, so that no seam is heard (soxr, HQ)."""

    def __init__(self, source_rate: int) -> None:
        self.source_rate = source_rate
        self._stream = (
            None if source_rate == SAMPLE_RATE else soxr.ResampleStream(source_rate, SAMPLE_RATE, 1, dtype="float32")
        )

    def process(self, block: Samples) -> Samples:
        """What can be given out after `block`: the filter keeps some milliseconds back."""
        return self._resample(block, last=False)

    def flush(self) -> Samples:
        """What the filter kept back; the stream ends here."""
        return self._resample(np.zeros(0, dtype=np.float32), last=True)

    def _resample(self, block: Samples, *, last: bool) -> Samples:
        if self._stream is None:
            return block
        resampled: Samples = self._stream.resample_chunk(block, last=last)
        return resampled
