"""Is there enough to learn from, and to prove it with?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.library.records import TrainingRecord
from engine.library.vocabulary import words_of

FEWEST_MINUTES = 2.0  # less teaches nothing that a vocabulary rule does not do better
ADVISED_MINUTES = 10.0  # below, training is a trial
FEWEST = {"train": 8, "dev": 3, "test": 20}  # utterances; the gate decides nothing on fewer tests
PURPOSE = {"train": "to learn from", "dev": "to choose by", "test": "set aside to test with"}


@dataclass(frozen=True)
class Readiness:
    """What there is: minutes and words of pairs in all, utterances by split. `missing` says what is still needed."""

    minutes: float
    words: int
    utterances: dict[str, int]
    missing: tuple[str, ...]

    @property
    def ready(self) -> bool:
        """Whether a training can start."""
        return not self.missing

    @property
    def is_trial(self) -> bool:
        """Whether so little is there that a gain would be a surprise."""
        return self.minutes < ADVISED_MINUTES


def assess(pairs: Sequence[TrainingRecord]) -> Readiness:
    """Count the sound pairs and say what is missing."""
    minutes = sum(pair.duration for pair in pairs) / 60
    counts = {split: sum(pair.split == split for pair in pairs) for split in FEWEST}
    missing = []
    if minutes < FEWEST_MINUTES:
        missing.append(f"{FEWEST_MINUTES - minutes:.1f} more minutes of corrected, accepted or read speech")
    missing += [
        f"{fewest - counts[split]} more utterances {PURPOSE[split]}"
        for split, fewest in FEWEST.items()
        if counts[split] < fewest
    ]
    words = sum(len(words_of(pair.text)) for pair in pairs)
    return Readiness(minutes, words, counts, tuple(missing))
