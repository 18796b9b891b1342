"""What the recogniser's operations hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.records import Hypothesis, Word
from engine.speech.guards import Anomaly


@dataclass(frozen=True)
class Encoded:
    """The encoder's output, to be decoded, aligned and detected on as often as needed.

    `states` is CTranslate2's StorageView, (1, positions, width); `seconds` and `frames` (10 ms mel frames) are
    those of the real audio, without padding; `onset` is where its first sound begins, in seconds.
    """

    states: Any
    seconds: float
    frames: int
    onset: float = 0.0


@dataclass(frozen=True)
class Decoded:
    """Hypotheses, best first, and how sure the decoder is that nobody speaks. `limit` is the tokens allowed."""

    hypotheses: tuple[Hypothesis, ...]
    no_speech_probability: float
    limit: int

    @property
    def best(self) -> Hypothesis:
        """The best hypothesis."""
        return self.hypotheses[0]


@dataclass(frozen=True)
class Score:
    """How likely a text is on some audio: natural log, summed over its tokens (the end not included)."""

    log_probability: float
    tokens: int

    @property
    def mean(self) -> float:
        """Per token."""
        return self.log_probability / self.tokens if self.tokens else 0.0


@dataclass(frozen=True)
class Recognised:
    """What an utterance says: no hypotheses where nothing was said or nothing could be trusted.

    `beam` is the one that gave the text (1: the greedy one sufficed). `anomaly` is the last that a guard met on
    the way, also where a later try went well.
    """

    hypotheses: tuple[Hypothesis, ...]
    language: str
    no_speech_probability: float = 0.0
    words: tuple[Word, ...] = ()
    beam: int = 1
    anomaly: Anomaly | None = None

    @property
    def text(self) -> str:
        """The text of the best hypothesis."""
        return self.hypotheses[0].text if self.hypotheses else ""
