"""The records that travel between the rooms of the engine."""

from __future__ import annotations

from dataclasses import dataclass, field

SAMPLE_RATE = 16_000  # Hz; all audio inside Attune is mono float32 at this rate
# Written without spaces between words; the list is faster-whisper's.
UNSPACED_LANGUAGES = frozenset({"zh", "ja", "th", "lo", "my", "yue"})


@dataclass(frozen=True)
class Word:
    """One recognised word: times in seconds from the start of its recording, probability in 0..1."""

    text: str
    start: float
    end: float
    probability: float


@dataclass(frozen=True)
class Hypothesis:
    """One way to read an utterance.

    `score` is the mean log probability of its tokens (natural log, at most 0).
    """

    text: str
    score: float
    tokens: tuple[int, ...] = ()


@dataclass(frozen=True)
class Segment:
    """A stretch of a longer recording that was decoded at once, times in seconds."""

    start: float
    end: float
    text: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Transcript:
    """What a recording says. `duration` is the recording's, in seconds."""

    text: str
    language: str
    duration: float
    model: str
    segments: tuple[Segment, ...] = field(default=())

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of all segments in order."""
        return tuple(word for segment in self.segments for word in segment.words)
