"""Punctuation and case on the words that both models recognised, so that neither is judged on other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import jiwer

from trainer.statistics import plain

_EDGES = re.compile(r"^([^\w]*)(.*?)([^\w]*)$", re.DOTALL)


@dataclass(frozen=True)
class Marks:
    """Marks written where they belong (`right`), where they do not (`false`), and left out (`missed`)."""

    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there is nothing to write."""
        total = 2 * self.right + self.false + self.missed
        return 2 * self.right / total if total else None

    @property
    def faulty(self) -> bool:
        """Whether any is false or missed."""
        return self.false + self.missed > 0

    def __add__(self, other: Marks) -> Marks:
        return Marks(self.right + other.right, self.false + other.false, self.missed + other.missed)


@dataclass(frozen=True)
class Formatting:
    """The marks of both kinds in some text."""

    punctuation: Marks = Marks()
    case: Marks = Marks()

    def __add__(self, other: Formatting) -> Formatting:
        return Formatting(self.punctuation + other.punctuation, self.case + other.case)


@dataclass(frozen=True)
class Turned:
    """Words on which only one of two models has all marks of a kind right: the second (`better`), or the first."""

    better: int = 0
    worse: int = 0

    def __add__(self, other: Turned) -> Turned:
        return Turned(self.better + other.better, self.worse + other.worse)


@dataclass(frozen=True)
class FormattingChange:
    """The marks before and after, and by kind the words that turned."""

    before: Formatting = Formatting()
    after: Formatting = Formatting()
    punctuation: Turned = Turned()
    case: Turned = Turned()

    def __add__(self, other: FormattingChange) -> FormattingChange:
        return FormattingChange(
            self.before + other.before,
            self.after + other.after,
            self.punctuation + other.punctuation,
            self.case + other.case,
        )


def compare_formatting(said: str, base: str, candidate: str) -> FormattingChange:
    """The marks of the base and of the candidate on the words of `said` that both wrote."""
    wanted = _split(said)
    before, after = _partners(wanted, _split(base)), _partners(wanted, _split(candidate))
    both = (index for index in range(len(wanted)) if index in before and index in after)
    words = (_change(_marks(wanted[index], before[index]), _marks(wanted[index], after[index])) for index in both)
    return sum(words, FormattingChange())


def _split(text: str) -> list[str]:
    """The written words that have something to say; a dash alone belongs to none."""
    return [word for word in text.split() if plain(word)]


def _partners(wanted: Sequence[str], written: Sequence[str]) -> dict[int, str]:
    """Position in `wanted` -> the same word as it was written, for words that were recognised."""
    if not wanted or not written:
        return {}
    keys, others = [_key(word) for word in wanted], [_key(word) for word in written]
    chunks = jiwer.process_words(" ".join(keys), " ".join(others)).alignments[0]
    return {
        chunk.ref_start_idx + step: written[chunk.hyp_start_idx + step]
        for chunk in chunks
        if chunk.type == "equal"
        for step in range(chunk.ref_end_idx - chunk.ref_start_idx)
    }


def _key(word: str) -> str:
    """The normalised word, in one piece, for it has to stay one word in the alignment."""
    return plain(word).replace(" ", "-")


def _marks(wanted: str, written: str) -> Formatting:
    return Formatting(
        _count(_punctuation(wanted), _punctuation(written)), _count(_capitals(wanted), _capitals(written))
    )


def _change(before: Formatting, after: Formatting) -> FormattingChange:
    """That of one word."""
    return FormattingChange(
        before, after, _turned(before.punctuation, after.punctuation), _turned(before.case, after.case)
    )


def _turned(before: Marks, after: Marks) -> Turned:
    return Turned(better=int(before.faulty and not after.faulty), worse=int(after.faulty and not before.faulty))


def _count(wanted: frozenset[str], written: frozenset[str]) -> Marks:
    return Marks(len(wanted & written), len(written - wanted), len(wanted - written))


def _punctuation(word: str) -> frozenset[str]:
    """The marks around the word, each with its side, once."""
    return frozenset(_sides(word))


def _sides(word: str) -> Iterator[str]:
    found = _EDGES.match(word)
    assert found is not None
    for side, marks in (("before", found[1]), ("behind", found[3])):
        for mark in marks:
            yield f"{side} {mark}"


def _capitals(word: str) -> frozenset[str]:
    """Where the word has capitals; "I" and "Ann" have one, "NATO" has four."""
    letters = [letter for letter in word if letter.isalnum()]
    return frozenset(str(index) for index, letter in enumerate(letters) if letter.isupper())
