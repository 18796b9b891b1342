"""What one utterance contributes to the figures: counts from two texts. Pure functions.

Words and letters are counted twice: normalised (as spoken) and raw (as written, with case and punctuation).
"""

from __future__ import annotations

from collections.abc import Sequence

import jiwer

from trainer.statistics import Counts, count_word_errors, plain
from trainer.testing.evaluation import TermCounts


def count_written_errors(said: str, read: str) -> Counts:
    """Word errors of the text as written: case and punctuation count."""
    if not said.split():
        return Counts(len(read.split()), 0)
    result = jiwer.process_words(said, read)
    return Counts(result.substitutions + result.deletions + result.insertions, len(said.split()))


def count_letter_errors(said: str, read: str, *, written: bool) -> Counts:
    """Character errors, of normalised texts or (`written`) of the texts as they are."""
    reference, hypothesis = (said.strip(), read.strip()) if written else (plain(said), plain(read))
    if not reference:
        return Counts(len(hypothesis), 0)
    result = jiwer.process_characters(reference, hypothesis)
    return Counts(result.substitutions + result.deletions + result.insertions, len(reference))


def count_terms(said: str, read: str, terms: Sequence[str]) -> TermCounts:
    """Occurrences of terms that were said, written where said, and written though not said."""
    spoken, written = _bare_words(said), _bare_words(read)
    total = TermCounts()
    for term in dict.fromkeys(tuple(_bare_words(term)) for term in terms):
        wanted, got = _occurrences(term, spoken), _occurrences(term, written)
        total = TermCounts(total.said + wanted, total.found + min(wanted, got), total.false + max(0, got - wanted))
    return total


def count_all(said: str, read: str) -> dict[str, Counts]:
    """The four counts of a `Reading`, by name."""
    return {
        "words": count_word_errors(said, read),
        "letters": count_letter_errors(said, read, written=False),
        "written_words": count_written_errors(said, read),
        "written_letters": count_letter_errors(said, read, written=True),
    }


def _bare_words(text: str) -> list[str]:
    """The normalised words without a possessive ending, so that "Kaelen's" has the term Kaelen in it."""
    return [word.removesuffix("'s") for word in plain(text).split()]


def _occurrences(term: Sequence[str], words: Sequence[str]) -> int:
    length = len(term)
    if not length:
        return 0
    count = index = 0
    while index + length <= len(words):
        found = tuple(words[index : index + length]) == tuple(term)
        count, index = (count + 1, index + length) if found else (count, index + 1)
    return count
