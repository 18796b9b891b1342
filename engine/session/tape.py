"""The recording of a dictation: lately in memory, and each utterance that is not in the library yet in a spool."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from engine.audio.ring import Samples
from engine.audio.spool import SpoolEvent, SpoolWriter
from engine.records import SAMPLE_RATE

MEMORY = 20 * SAMPLE_RATE  # samples; what is older is read from the spool


class Tape:
    """Takes the recording, from one thread, and cuts it into takes, from another.

    Args:
        folder: where the spools go; None keeps nothing on disk, and in memory what is still needed.
        listener: hears of the spools' troubles, on their threads.
    """

    def __init__(self, folder: Path | None, listener: Callable[[SpoolEvent], None]) -> None:
        self._folder = folder
        self._tell = listener
        self._lock = threading.Lock()
        self._blocks: deque[tuple[int, Samples]] = deque()
        self._end = 0
        self._spool: SpoolWriter | None = None

    @property
    def end(self) -> int:
        """The position after the last sample."""
        return self._end

    def audio(self, position: int, block: Samples) -> None:
        """The next samples, float32 mono at 16 kHz; positions that were left out become a gap."""
        with self._lock:
            self._blocks.append((position, block))
            self._end = position + len(block)
            if self._spool is not None:
                self._spool.audio(position, block)

    def gap(self, position: int, samples: int) -> None:
        """From `position` on, `samples` samples were never captured."""
        with self._lock:
            self._end = position + samples
            if self._spool is not None:
                self._spool.gap(position, samples)

    def cut(self, origin: int, metadata: Mapping[str, Any]) -> Take:
        """From `origin` on, which must still be in memory, the recording belongs to a take of its own."""
        with self._lock:
            self._spool = None
            if self._folder is not None:
                self._spool = SpoolWriter(self._folder, metadata, self._tell, start=origin)
                for position, block in self._blocks:
                    if position + len(block) > origin:
                        self._spool.audio(max(position, origin), block[max(0, origin - position) :])
            return Take(self, origin, self._spool)

    def leave(self, spool: SpoolWriter) -> None:
        """Write to `spool` no more; what comes is in memory until the next cut."""
        with self._lock:
            if self._spool is spool:
                self._spool = None

    def forget_before(self, needed: int, judged: int) -> None:
        """Nobody will ask for what lies before `needed`; `judged` is how far the recording was listened to."""
        limit = needed if self._folder is None else judged - MEMORY
        with self._lock:
            while self._blocks and self._blocks[0][0] + len(self._blocks[0][1]) <= limit:
                self._blocks.popleft()

    def recall(self, start: int, stop: int) -> Samples | None:
        """The range from memory, 0 where there was a gap; None where memory does not reach back that far."""
        with self._lock:
            if not self._blocks or self._blocks[0][0] > start:
                return None
            found = [(at, block) for at, block in self._blocks if at < stop and at + len(block) > start]
        samples = np.zeros(stop - start, dtype=np.float32)
        for at, block in found:
            begin, end = max(start, at), min(stop, at + len(block))
            samples[begin - start : end - start] = block[begin - at : end - at]
        return samples


class Take:
    """One utterance's part of the tape, beginning at `origin`."""

    def __init__(self, tape: Tape, origin: int, spool: SpoolWriter | None) -> None:
        self.origin = origin
        self._tape = tape
        self._spool = spool
        self._lock = threading.Lock()  # a spool has one reader at a time

    def read(self, start: int, stop: int) -> Samples:
        """The range, float32; 0 where there was a gap."""
        remembered = self._tape.recall(start, stop)
        if remembered is not None or self._spool is None:
            return remembered if remembered is not None else np.zeros(0, dtype=np.float32)
        with self._lock:
            stored = self._spool.read(start, stop)
        samples = np.zeros(stop - start, dtype=np.float32)
        samples[stored.start - start :][: len(stored.samples)] = stored.samples
        return samples

    def finish(self) -> None:
        """See the spool on disk; it stays there until it is discarded.

        Raises:
            StorageError: the disk refuses.
        """
        if self._spool is not None:
            self._tape.leave(self._spool)
            self._spool.finish()

    def discard(self) -> None:
        """Remove the spool: the utterance is in the library, or nothing was said.

        Raises:
            StorageError: it cannot be removed.
        """
        if self._spool is not None:
            self._tape.leave(self._spool)
            with self._lock:
                self._spool.discard()
