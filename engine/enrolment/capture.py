"""One recording from the microphone, from a key to the next."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.audio.microphone import Microphone
from engine.audio.ring import Samples
from engine.errors import DeviceError

TAIL_SECONDS = 0.3


class _Taker:
    """Keeps what a microphone hands over."""

    def __init__(self) -> None:
        self.blocks: list[Samples] = []
        self.gaps = 0

    def audio(self, position: int, block: Samples) -> None:
        """The next samples."""
        self.blocks.append(block)

    def gap(self, position: int, samples: int) -> None:
        """Samples that were never captured."""
        self.gaps += samples


def record(device: str | None, wait: Callable[[], object]) -> Samples:
    """Record until `wait` returns: float32 mono at 16 kHz.

    Raises:
        DeviceError: there is no microphone, or it went away while recording.
    """
    taker = _Taker()
    with Microphone(device, taker, lambda event: None) as microphone:
        microphone.start()
        wait()
        microphone.stop(TAIL_SECONDS)
    if taker.gaps or not taker.blocks:
        raise DeviceError("The microphone was interrupted.", "Check its cable, then read the sentence again.")
    return np.concatenate(taker.blocks)
