"""Which words everybody uses: what is not among them may be a term.

The list of ordinary English words is that of the formatter (SCOWL); the very common ones are the 600 most frequent
of the project's own English text. Common first and last names, towns, countries, languages, days and months count as
ordinary too: a recogniser that writes one of them may well be right.
"""

from __future__ import annotations

from functools import cache

from engine.paths import RESOURCES

LISTED_LANGUAGE = "en"


@cache
def ordinary_words() -> frozenset[str]:
    """English words, and names that everybody knows, case folded."""
    text = (RESOURCES / "formatting" / "en.words.txt").read_text(encoding="utf-8")
    return frozenset(text.split()) | known_names() | very_common_words() | {"i", "a"}


@cache
def known_names() -> frozenset[str]:
    """Names that everybody knows, days and months among them, case folded."""
    return frozenset((RESOURCES / "learning" / "names.txt").read_text(encoding="utf-8").casefold().split())


@cache
def very_common_words() -> frozenset[str]:
    """English words that turn up everywhere."""
    return frozenset((RESOURCES / "learning" / "common-words.txt").read_text(encoding="utf-8").split())


def is_ordinary(word: str, language: str = LISTED_LANGUAGE) -> bool:
    """Whether a word needs no learning. Where there is no list for a language, a word in lower case does not."""
    if any(character.isdigit() for character in word):
        return word.isdecimal()
    if language != LISTED_LANGUAGE:
        return word.islower()
    key = word.casefold().replace("’", "'")
    return key in ordinary_words() or key.removesuffix("'s") in ordinary_words()


def is_very_common(word: str) -> bool:
    """Whether a word turns up everywhere (a single letter counts as one that does)."""
    key = word.casefold().replace("’", "'")
    return len(key) < 2 or key in very_common_words()
