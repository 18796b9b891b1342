"""A ring of samples between the audio callback and its reader."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from engine.records import SAMPLE_RATE

Samples: TypeAlias = npt.NDArray[np.float32]  # one-dimensional, mono, nominally -1..1


class Overwritten(LookupError):  # noqa: N818 - says what happened to the samples
    """Samples that were asked for are gone; `oldest` is the first position that may still be read."""

    def __init__(self, oldest: int) -> None:
        super().__init__(f"Samples before {oldest} are overwritten.")
        self.oldest = oldest


class Ring:
    """The last `seconds` of mono float32 audio, addressed by absolute sample position from 0.

    One thread writes, one reads. The writer takes no lock and allocates nothing: it announces how far it is
    about to write, copies, then publishes. The reader looks at the announcement after it has copied, so that
    what was overwritten meanwhile is never returned (the sequence-lock idea).
    """

    def __init__(self, seconds: float, sample_rate: int = SAMPLE_RATE) -> None:
        self.sample_rate = sample_rate
        self.capacity = max(1, round(seconds * sample_rate))
        self._samples: Samples = np.zeros(self.capacity, dtype=np.float32)
        self._announced = 0
        self._written = 0

    @property
    def written(self) -> int:
        """How many samples were ever written: the position of the next one."""
        return self._written

    @property
    def oldest(self) -> int:
        """The first position that is not overwritten and not being overwritten."""
        return max(0, self._announced - self.capacity)

    def write(self, block: Samples) -> None:
        """Append `block`, of any length; one longer than the ring leaves its end."""
        stop = self._written + len(block)
        self._announced = stop
        kept = block[-self.capacity :]
        at = (stop - len(kept)) % self.capacity
        first = min(len(kept), self.capacity - at)
        self._samples[at : at + first] = kept[:first]
        self._samples[: len(kept) - first] = kept[first:]
        self._written = stop

    def skip(self, count: int) -> None:
        """Go `count` samples on without audio; the reader finds silence there."""
        stop = self._written + count
        self._announced = stop
        silent = min(count, self.capacity)
        at = (stop - silent) % self.capacity
        first = min(silent, self.capacity - at)
        self._samples[at : at + first] = 0.0
        self._samples[: silent - first] = 0.0
        self._written = stop

    def read(self, start: int, stop: int) -> Samples:
        """A copy of positions `start` to `stop`, cut where the writer has not been yet.

        Raises:
            Overwritten: a part is gone; nothing is returned, so that no splice goes unseen.
        """
        stop = min(stop, self._written)
        if start < self.oldest:
            raise Overwritten(self.oldest)
        if stop <= start:
            return np.zeros(0, dtype=np.float32)
        at, count = start % self.capacity, stop - start
        first = min(count, self.capacity - at)
        copy = np.concatenate((self._samples[at : at + first], self._samples[: count - first]))
        if start < self.oldest:
            raise Overwritten(self.oldest)
        return copy
