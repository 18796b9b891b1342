"""What the text before the cursor asks of the text to come: a space, a capital letter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from engine.text.tables import Grammar
from engine.text.tokens import CLOSERS, OPENERS, SENTENCE_ENDS

_QUOTES = "\"'"
_TOUCHING = "-–—/\\@#_$€£§=~+"  # after these, without a space behind them, text goes on at once
_LAST_WORD = re.compile(r"([^\s.]+(?:\.[^\s.]+)*)\.$")
# Chinese, Japanese and Thai write no spaces between words.
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_LOOKBACK = 200  # characters; no rule asks further back


class Place(Enum):
    """Where in a sentence the cursor stands."""

    SENTENCE = "sentence"
    LINE = "line"
    MIDDLE = "middle"
    QUOTE = "quote"  # inside a fresh quotation: either case can be right
    OPEN = "open"  # after a mark that settles nothing


@dataclass(frozen=True)
class Position:
    """Where the text will go. `space`: a word needs a space before it; `line_start`: nothing on the line."""

    place: Place
    space: bool
    line_start: bool


def find_position(before: str, grammar: Grammar) -> Position:
    """Read the text before the cursor; only its last characters matter."""
    tail = before[-_LOOKBACK:]
    line_start = not tail.rpartition("\n")[2].strip(" \t•-*")
    trimmed = tail.rstrip(" \t\u00a0\u202f")
    if not trimmed:
        return Position(Place.SENTENCE, space=False, line_start=True)
    space = len(trimmed) == len(tail) and not _touches(tail)
    if trimmed.endswith(("\n", "•")):
        return Position(Place.LINE, space=space and trimmed.endswith("•"), line_start=line_start)
    return Position(_place(trimmed, grammar), space, line_start)


def is_opening_quote(text: str, at: int) -> bool:
    """Whether the straight quotation mark at `at` opens: nothing, a space or a bracket stands before it."""
    return at == 0 or text[at - 1].isspace() or text[at - 1] in OPENERS


def is_spaceless(char: str) -> bool:
    """Whether the script of `char` puts no spaces between words."""
    return bool(_SPACELESS.match(char))


def _touches(tail: str) -> bool:
    last = tail[-1]
    if last == "\n" or last in OPENERS:
        # A curly apostrophe that closes is not among the openers' positions.
        return last not in CLOSERS
    if last in _QUOTES:
        return is_opening_quote(tail, len(tail) - 1)
    if last in _TOUCHING:
        return last in "@#$€£\\/_" or len(tail) == 1 or not tail[-2].isspace()
    return False


def _place(trimmed: str, grammar: Grammar) -> Place:
    last = trimmed[-1]
    if last in OPENERS or (last in _QUOTES and is_opening_quote(trimmed, len(trimmed) - 1)):
        outside = trimmed[:-1].rstrip()
        if last in "([{" and outside:
            return Place.MIDDLE if _place(outside, grammar) is Place.MIDDLE else Place.OPEN
        return Place.QUOTE
    inner = trimmed.rstrip(CLOSERS + _QUOTES)
    if not inner:
        return Place.OPEN
    if inner[-1] in SENTENCE_ENDS:
        return Place.MIDDLE if _is_abbreviation(inner, grammar) else Place.SENTENCE
    if inner.endswith("\n"):
        return Place.LINE
    return Place.MIDDLE


def _is_abbreviation(text: str, grammar: Grammar) -> bool:
    if text.endswith(("...", "…")):
        return True  # a trailing-off sentence may go on; no capital is forced
    word = _LAST_WORD.search(text)
    return word is not None and word.group(1).lower() in grammar.abbreviations
