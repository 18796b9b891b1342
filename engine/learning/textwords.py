"""The words of a text and where they stand, so that words can be replaced and everything else stays as it is."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?…:]")


@dataclass(frozen=True)
class TextWord:
    """A word of a text: as it is written, case folded, and its place in characters."""

    text: str
    key: str
    start: int
    end: int


@lru_cache(maxsize=4_096)
def words_in(text: str) -> tuple[TextWord, ...]:
    """The words of a text by Unicode's letters and digits; punctuation belongs to none."""
    return tuple(TextWord(found[0], key_of(found[0]), found.start(), found.end()) for found in WORD.finditer(text))


def key_of(word: str) -> str:
    """A word as it is compared."""
    return word.casefold().replace("’", "'")


def keys_in(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(word.key for word in words_in(text))


def run_together(text: str, words: Sequence[TextWord]) -> bool:
    """Whether only spaces and hyphens stand between neighbouring words."""
    gaps = (text[one.end : other.start] for one, other in itertools.pairwise(words))
    return all(not gap.strip(" -\u2010\u2011") for gap in gaps)


def begins_sentence(text: str, words: Sequence[TextWord], index: int) -> bool:
    """Whether a word is the first of a sentence, so that its capital says nothing."""
    if index == 0:
        return True
    return SENTENCE_END.search(text[words[index - 1].end : words[index].start]) is not None


def contains(keys: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether `wanted` occurs in `keys` word by word."""
    size = len(wanted)
    return size > 0 and any(tuple(keys[at : at + size]) == tuple(wanted) for at in range(len(keys) - size + 1))
