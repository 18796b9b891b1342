"""The pieces a hypothesis is cut into: words, punctuation marks, line breaks and finished texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

CLAUSE_MARKS = ",.;:!?…"  # the marks that speech pauses turn into
SENTENCE_ENDS = ".!?…"
OPENERS = "([{«„“‘¿¡"
CLOSERS = ")]}»”’"

_LEADING = "\"'“”„«»‘’([{¿¡"
_TRAILING = "\"'“”„«»‘’)]}.,;:!?…"
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){2,}", re.UNICODE)  # p.m., U.S., z.B.
_MARK_RUN = re.compile(r"(.)\1*", re.DOTALL)


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    MARK = "mark"
    BREAK = "break"  # line break, paragraph or tab; only commands make them
    SNIPPET = "snippet"


class Attach(Enum):
    """Which neighbours a mark touches without a space."""

    NONE = "none"
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of text.

    spaced: white space stood before it in the hypothesis.
    spoken: a command or rule wrote it, not the recogniser.
    joined: no space before it, whatever the spacing rules say.
    cased: its capital letters are decided.
    literal: it is never read as a number.
    demoted: the recogniser wrote a capital only because of a mark that was taken away.
    """

    text: str
    kind: Kind = Kind.WORD
    spaced: bool = True
    spoken: bool = False
    attach: Attach = Attach.NONE
    joined: bool = False
    cased: bool = False
    literal: bool = False
    demoted: bool = False

    @property
    def key(self) -> str:
        """What tables are asked for: lower case with a straight apostrophe; empty for marks and breaks."""
        return word_key(self.text) if self.kind is Kind.WORD else ""

    @property
    def is_pause_mark(self) -> bool:
        """Whether the recogniser wrote this mark for a pause, so that a command may replace it."""
        return self.kind is Kind.MARK and not self.spoken and self.text[0] in CLAUSE_MARKS + "-–—"


@lru_cache(maxsize=4096)
def word_key(word: str) -> str:
    """How tables write a word: lower case with a straight apostrophe."""
    return word.lower().replace("’", "'")


def tokenize(text: str) -> list[Token]:
    """Cut cleaned text into words and marks; joining them again gives the same text."""
    tokens: list[Token] = []
    for chunk in text.split():
        tokens.extend(_cut(chunk))
    return tokens


def keys_of(tokens: Sequence[Token]) -> list[str]:
    """The key of each token, for phrase tables."""
    return [token.key for token in tokens]


def _cut(chunk: str) -> list[Token]:
    if chunk.isalnum():
        return [Token(chunk)]
    start, end = 0, len(chunk)
    while start < end and chunk[start] in _LEADING:
        start += 1
    while end > start and chunk[end - 1] in _TRAILING:
        end -= 1
    dotted = _ABBREVIATION.match(chunk, start)
    if dotted and dotted.end() > end:
        end = dotted.end()
    core = chunk[start:end]
    if not any(char.isalnum() for char in core):
        core, start = "", len(chunk)
    pieces = [(run, Kind.MARK) for run in _mark_runs(chunk[:start])]
    if core:
        pieces.append((core, Kind.WORD))
        pieces += [(run, Kind.MARK) for run in _mark_runs(chunk[end:])]
    return [Token(piece, kind, spaced=index == 0) for index, (piece, kind) in enumerate(pieces)]


def _mark_runs(marks: str) -> list[str]:
    return [match.group() for match in _MARK_RUN.finditer(marks)]
