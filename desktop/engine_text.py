"""What the engine and the trainer say, in the language of the windows.

Neither knows Qt, and much of what they say comes from another process or out of a report: a sentence is found again by
the pattern it was made from ("{0} is empty."). The patterns are collected from the sources by packaging/translate.py.
"""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.i18n import FOLDER

CONTEXT = "Engine"
PATTERNS = FOLDER / "engine_texts.json"
PLACE = re.compile(r"\{(\d+)\}")
DECIMAL = re.compile(r"(?<=\d)\.(?=\d+(?: %)?$)")


@dataclass(frozen=True)
class Pattern:
    """A kind of sentence, its translation, and how much of it is its own words."""

    found: re.Pattern[str]
    translation: str
    letters: int


def in_language(text: str) -> str:
    """A text of the engine's, translated where its sentences are known; what is not known stays as it is."""
    patterns = _patterns(QLocale().name())
    return "\n".join(_translated(line, patterns) for line in text.splitlines()) if patterns else text


@functools.lru_cache(maxsize=2)
def _patterns(_language: str) -> tuple[Pattern, ...]:
    """What has another wording in the language that is installed."""
    patterns = []
    for source in json.loads(PATTERNS.read_text(encoding="utf-8")):
        translation = QCoreApplication.translate(CONTEXT, source)
        if translation == source:
            continue
        own = PLACE.split(source)[::2]
        expression = "(.+?)".join(map(re.escape, own))
        patterns.append(Pattern(re.compile(expression), translation, sum(map(len, own))))
    return tuple(patterns)


def _translated(text: str, patterns: tuple[Pattern, ...]) -> str:
    """The sentences of a text, parted so that as much of it as possible is known.

    Some patterns hold several sentences, and a value may end like one: all ways to part it are looked at.
    """
    sentences = re.split(r"(?<=[.?!]) ", text)
    best: list[tuple[int, list[str]]] = [(0, [])]
    for end in range(1, len(sentences) + 1):
        ways = []
        for start in range(end):
            letters, said = _one(" ".join(sentences[start:end]), patterns)
            ways.append((best[start][0] + letters, [*best[start][1], said]))
        best.append(max(ways, key=lambda way: (way[0], len(way[1]))))
    return " ".join(best[-1][1])


def _one(sentence: str, patterns: tuple[Pattern, ...]) -> tuple[int, str]:
    """How many letters of a sentence are known, its values included, and the sentence with these translated."""
    best = 0, sentence
    for pattern in patterns:
        match = pattern.letters <= len(sentence) and pattern.found.fullmatch(sentence)
        if match:
            values = [_one(_local(value), patterns) for value in match.groups()]
            letters = pattern.letters + sum(known for known, _ in values)
            if letters > best[0]:
                best = letters, pattern.translation.format(*(said for _, said in values))
    return best


def _local(value: str) -> str:
    """A number as the language writes it."""
    return DECIMAL.sub(QLocale().decimalPoint(), value)
