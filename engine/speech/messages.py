"""What passes between the live policy, the recogniser and the session that joins them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.records import SAMPLE_RATE, Word


class RequestKind(StrEnum):
    """Why a stretch of audio is to be recognised."""

    PARTIAL = "partial"  # the speaker goes on
    SPECULATIVE = "speculative"  # the speaker may have finished
    FINAL = "final"  # the utterance has ended


@dataclass(frozen=True)
class RecognitionRequest:
    """Recognise the recording from `window_start` to `window_end`, in seconds.

    `previous_text` is what was committed before the window; it is context, not part of the answer.
    """

    number: int  # counts up from 0 in each utterance; a repeated request keeps its number
    kind: RequestKind
    window_start: float
    window_end: float
    previous_text: str
    beam_size: int

    @property
    def seconds(self) -> float:
        """Length of the audio."""
        return self.window_end - self.window_start

    @property
    def samples(self) -> tuple[int, int]:
        """First sample of the recording that belongs to the window, and the first that no longer does."""
        return round(self.window_start * SAMPLE_RATE), round(self.window_end * SAMPLE_RATE)


@dataclass(frozen=True)
class Answer:
    """The recogniser's answer: words in order, timed in seconds from the start of the recording.

    `anomaly` says that a guard objects to these words (a loop, an impossible rate of tokens).
    """

    request: RecognitionRequest
    words: tuple[Word, ...]
    anomaly: bool = False


class CommitReason(StrEnum):
    """Why words will never change again."""

    AGREED = "agreed"  # two hypotheses in a row had them
    FORCED = "forced"  # the window was full
    FINAL = "final"  # the utterance ended


@dataclass(frozen=True)
class TextUpdate:
    """What changed in the text: `committed` is appended to it for ever, `tentative` follows for now.

    `reason` is set when words were committed and on the last update of an utterance, which has `final` set.
    """

    committed: tuple[Word, ...]
    tentative: tuple[Word, ...]
    reason: CommitReason | None = None
    final: bool = False
