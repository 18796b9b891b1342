"""What capture tells its listener, and what it hands to its sink."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeAlias

from engine.audio.ring import Samples


class AudioSink(Protocol):
    """Takes a recording, in order. Positions are absolute samples of the microphone's timeline, at 16 kHz."""

    def audio(self, position: int, block: Samples) -> None:
        """The next samples: 512, fewer before a gap and at the end. The block is the sink's to keep."""

    def gap(self, position: int, samples: int) -> None:
        """From `position` on, `samples` samples were never captured."""


@dataclass(frozen=True)
class Started:
    """Sound arrives: from now on it is true to say "recording". `pre_roll` samples came before the key."""

    position: int
    pre_roll: int


@dataclass(frozen=True)
class Level:
    """The level of one block, in dB relative to full scale."""

    rms_dbfs: float
    peak_dbfs: float


@dataclass(frozen=True)
class Clipping:
    """The input is too loud; told at most once a second."""

    position: int


@dataclass(frozen=True)
class NoSignal:
    """It has been quieter than any connected microphone for `seconds`."""

    seconds: float


@dataclass(frozen=True)
class Stalled:
    """The audio system has not called for `seconds`, although it says that it is running."""

    seconds: float


@dataclass(frozen=True)
class Lost:
    """The device is gone, for the reason given; capture goes on by itself when one is there."""

    reason: str


@dataclass(frozen=True)
class Resumed:
    """Sound arrives again. `gap_samples` were lost: 0 when the audio system had kept everything."""

    gap_samples: int


@dataclass(frozen=True)
class Overrun:
    """The program was too slow for the audio system, and `gap_samples` were lost."""

    gap_samples: int


@dataclass(frozen=True)
class DeviceChanged:
    """The sound comes from another device now."""

    name: str


@dataclass(frozen=True)
class HeldUp:
    """The program was stopped, or the machine slept, for `seconds`. Sound that waited meanwhile comes now."""

    seconds: float


@dataclass(frozen=True)
class CaughtUp:
    """After `HeldUp`: what waited has been handed on; from `position` on the sound is that of now."""

    position: int


CaptureEvent: TypeAlias = (
    Started | Level | Clipping | NoSignal | Stalled | Lost | Resumed | Overrun | DeviceChanged | HeldUp | CaughtUp
)
