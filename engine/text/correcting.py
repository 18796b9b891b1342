"""Correcting by voice: "choose three" takes an alternative, "correct cooper netties" goes to these words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from engine.text.diff import strip_word

LONGEST = 5  # words that one asks to be corrected

# For each language: what is said before a number, before words, and the numbers.
CHOOSE = {
    "en": ("choose", "pick", "take"),
    "de": ("nimm", "wähle"),
    "fr": ("choisis", "prends"),
    "es": ("elige", "toma"),
}
CORRECT = {"en": ("correct",), "de": ("korrigiere",), "fr": ("corrige",), "es": ("corrige",)}
NUMBERS = {
    "en": "one two three four five six seven eight nine",
    "de": "eins zwei drei vier fünf sechs sieben acht neun",
    "fr": "un deux trois quatre cinq six sept huit neuf",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve",
}
BEFORE_NUMBER = frozenset({"number", "nummer", "numéro", "número", "the"})


@dataclass(frozen=True)
class ChooseCommand:
    """Take the alternative of this number."""

    number: int


@dataclass(frozen=True)
class WordsCommand:
    """Go to these words, as they are compared (`strip_word`)."""

    words: tuple[str, ...]


SpokenCorrection: TypeAlias = ChooseCommand | WordsCommand


def parse_correction(text: str, language: str) -> SpokenCorrection | None:
    """The command that a whole utterance is, or nothing. Whether the words are there to be corrected is not known."""
    words = tuple(bare for word in text.split() if (bare := strip_word(word)))
    if len(words) < 2:
        return None
    if words[0] in CHOOSE.get(language, ()):
        number = _number(words[1:], language)
        return ChooseCommand(number) if number else None
    if words[0] in CORRECT.get(language, ()) and len(words) <= LONGEST + 1:
        return WordsCommand(words[1:])
    return None


def find_words(text: str, wanted: Sequence[str]) -> tuple[int, int] | None:
    """Where `wanted` stand in `text` in a row, the last time they do: first character and end; None if they do not."""
    places, at = [], 0
    for token in text.split():
        start = text.index(token, at)
        at = start + len(token)
        places.append((strip_word(token), start, at))
    places = [place for place in places if place[0]]
    size = len(wanted)
    for first in range(len(places) - size, -1, -1):
        if size and [place[0] for place in places[first : first + size]] == list(wanted):
            return places[first][1], places[first + size - 1][2]
    return None


def _number(words: Sequence[str], language: str) -> int:
    """1 to 9, or 0 where they are no such number."""
    rest = [word for word in words if word not in BEFORE_NUMBER]
    if len(rest) != 1:
        return 0
    names = NUMBERS[language].split()
    if rest[0] in names:
        return names.index(rest[0]) + 1
    return int(rest[0]) if rest[0].isascii() and rest[0].isdigit() and len(rest[0]) == 1 else 0
