"""What a dictation tells: the text as it grows, and what went wrong."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from engine.audio.events import CaptureEvent
from engine.audio.ring import Samples
from engine.audio.spool import SpoolEvent
from engine.errors import AttuneError
from engine.records import SAMPLE_RATE

Kind = Literal["start", "partial", "final", "end"]


@dataclass(frozen=True)
class TextEvent:
    """The text at `t` seconds after the first sample, when `audio_t` seconds of audio had come.

    `committed` are the recognised words that never change any more, `tentative` the ones after them. They are one
    utterance's, except in "end", which has the whole dictation. `text` is what was inserted for it, in "final" and
    "end". A "final" with `saved` is acknowledged: the utterance is in the library and survives a power cut.
    """

    event: Kind
    t: float
    audio_t: float
    committed: str = ""
    tentative: str = ""
    utterance: str | None = None
    text: str | None = None
    saved: bool | None = None

    def as_json(self) -> dict[str, Any]:
        """As `attune dictate --json` prints it."""
        values: dict[str, Any] = {
            "t": round(self.t, 4),
            "audio_t": round(self.audio_t, 4),
            "event": self.event,
            "committed": self.committed,
            "tentative": self.tentative,
            "utterance": self.utterance,
        }
        if self.text is not None:
            values["text"] = self.text
        if self.saved is not None:
            values["saved"] = self.saved
        return values


@dataclass(frozen=True)
class Trouble:
    """Something went wrong. With `fatal` no further word can be recognised; the audio is kept all the same."""

    error: AttuneError
    fatal: bool = False


Notice: TypeAlias = CaptureEvent | SpoolEvent | Trouble


class Clock:
    """Seconds since the first sample of the recording, and seconds of audio since then."""

    def __init__(self) -> None:
        self._started: float | None = None
        self._first = 0
        self._end = 0
        self._lock = threading.Lock()

    def note(self, position: int, block: Samples) -> None:
        """`block` has just arrived."""
        with self._lock:
            if self._started is None:
                self._started, self._first = time.monotonic() - len(block) / SAMPLE_RATE, position
            self._end = position + len(block)

    def read(self) -> tuple[float, float]:
        """Both, now; 0 before the first sample."""
        with self._lock:
            if self._started is None:
                return 0.0, 0.0
            return time.monotonic() - self._started, (self._end - self._first) / SAMPLE_RATE
