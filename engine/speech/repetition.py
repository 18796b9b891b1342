"""What is left of a hypothesis when its loops are taken out."""

from __future__ import annotations

from collections.abc import Sequence

from engine.records import Word
from engine.speech.agreement import normalise
from engine.speech.guards import LONGEST_PHRASE

_LOOP = 3  # times in a row; speakers say a phrase twice, rarely more often


def without_loops(words: Sequence[Word]) -> tuple[Word, ...]:
    """`words` with every phrase that follows itself three times or more said only once.

    For words that a guard objected to when nothing better can be had: after "thank you thank you thank you ..."
    at least one was likely said, and what stands before and after the loop was too.
    """
    kept = list(words)
    for size in range(1, LONGEST_PHRASE + 1):
        kept = _without_loops_of(kept, size)
    return tuple(kept)


def _without_loops_of(words: list[Word], size: int) -> list[Word]:
    texts = [normalise(word.text) for word in words]
    kept: list[Word] = []
    index = 0
    while index < len(words):
        times = _times_in_a_row(texts, index, size)
        if times >= _LOOP:
            kept += words[index : index + size]
            index += times * size
        else:
            kept.append(words[index])
            index += 1
    return kept


def _times_in_a_row(texts: Sequence[str], start: int, size: int) -> int:
    """How often the phrase of `size` words at `start` is said from there on."""
    phrase = texts[start : start + size]
    times = 0
    while len(phrase) == size and texts[start + times * size : start + (times + 1) * size] == phrase:
        times += 1
    return times
