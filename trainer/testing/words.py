"""Word by word: which errors a new model mends, keeps and makes; and the segments they fall into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import jiwer

from trainer.statistics import plain

Fate = Literal["right", "fixed", "still wrong", "newly wrong"]
BUFFER = 2  # words that both models have right end a segment (Gillick & Cox 1989)


@dataclass(frozen=True)
class WordFate:
    """A normalised word that was said, and what became of it."""

    word: str
    fate: Fate


def word_fates(said: str, base: str, candidate: str) -> tuple[WordFate, ...]:
    """The fate of each word of `said`. Words written though nothing was said have none."""
    words = plain(said).split()
    before, after = _errors(words, base)[0], _errors(words, candidate)[0]
    return tuple(WordFate(word, _fate(b > 0, a > 0)) for word, b, a in zip(words, before, after, strict=True))


def segment_differences(said: str, base: str, candidate: str) -> list[int]:
    """Errors of the base minus the candidate's, for each stretch with errors between words both have right."""
    words = plain(said).split()
    if not words:
        return []
    before, after = (_with_insertions(*_errors(words, text)) for text in (base, candidate))
    differences: list[int] = []
    correct = BUFFER
    for first, second in zip(before, after, strict=True):
        if first == second == 0:
            correct += 1
            continue
        if correct >= BUFFER:
            differences.append(0)
        differences[-1] += first - second
        correct = 0
    return differences


def _fate(before: bool, after: bool) -> Fate:
    if before:
        return "still wrong" if after else "fixed"
    return "newly wrong" if after else "right"


def _errors(words: Sequence[str], text: str) -> tuple[list[int], list[int]]:
    """For each word 1 if it was misread or left out; and the words put in before each, and after the last."""
    wrong, inserted = [0] * len(words), [0] * (len(words) + 1)
    if not words:
        return wrong, [len(plain(text).split())]
    for chunk in jiwer.process_words(" ".join(words), plain(text)).alignments[0]:
        if chunk.type == "insert":
            inserted[chunk.ref_start_idx] += chunk.hyp_end_idx - chunk.hyp_start_idx
        elif chunk.type != "equal":
            for index in range(chunk.ref_start_idx, chunk.ref_end_idx):
                wrong[index] = 1
    return wrong, inserted


def _with_insertions(wrong: Sequence[int], inserted: Sequence[int]) -> list[int]:
    """Errors by word; what was put in counts at the word behind it, at the end at the last one."""
    errors = [one + before for one, before in zip(wrong, inserted, strict=False)]
    errors[-1] += inserted[-1]
    return errors
