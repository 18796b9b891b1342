"""What a training can be expected to show, before it begins: how often words are wrong now, and how small a gain the
set-aside speech could prove.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from engine.library.records import TrainingRecord
from engine.library.spoken import spoken_words
from engine.text.diff import count_errors

# One-sided 95 % test with a power of 80 %.
REACH = 1.645 + 0.842
# Standard deviation of the errors saved, in units of the square root of the errors there are. Fitted to a simulation
# of paired bootstraps over dispersed errors (12 words an utterance, error rates of 3, 5 and 10 %): it lay between
# 0.66 and 0.73 in all of them.
SPREAD = 0.7
FEWEST_WORDS = 100  # a rate on fewer words says nothing


@dataclass(frozen=True)
class Expectation:
    """`rate` is the share of words that are wrong now, in dictations that were checked since; None with too few.

    `test_utterances` are set aside. `provable` is the smallest gain, as a share of the errors, that would be proven
    four times in five; None where not even their disappearance would be, or the rate is not known. `for_small_gain`
    is how many test utterances it would take for a gain of a fifth.
    """

    rate: float | None
    words: int
    test_utterances: int
    provable: float | None
    for_small_gain: int | None


def expect(pairs: Sequence[TrainingRecord]) -> Expectation:
    """Look at the pairs of a library. What was read aloud from a prompt was not recognised and has no errors."""
    tests = [pair for pair in pairs if pair.split == "test"]
    errors, words = _errors([pair for pair in pairs if pair.base_text and pair.source in ("corrected", "accepted")])
    if words < FEWEST_WORDS:
        return Expectation(None, words, len(tests), None, None)
    rate = errors / words
    tested = sum(len(spoken_words(pair.text)) for pair in tests)
    wrong = rate * tested
    provable = REACH * SPREAD / math.sqrt(wrong) if wrong > 0 else None
    needed = None
    if tests and wrong > 0:
        needed = math.ceil(len(tests) * ((REACH * SPREAD / 0.2) ** 2) / wrong)
    return Expectation(rate, words, len(tests), provable if provable and provable < 1 else None, needed)


def _errors(pairs: Sequence[TrainingRecord]) -> tuple[int, int]:
    errors = words = 0
    for pair in pairs:
        said = spoken_words(pair.text)
        errors += count_errors(said, spoken_words(pair.base_text))
        words += len(said)
    return errors, words
