"""Finding numbers among words, with the text2num library (Allo-Media, MIT)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from engine.text.tables import NumberWords
from engine.text.tokens import Token, keys_of

SPOKEN_NUMBERS = frozenset({"en", "de", "fr", "es"})  # with a table of the words around numbers
_SEPARATOR = "\x00"  # stands for what is no word: the library never takes it into a number


@dataclass(frozen=True, slots=True)
class Span:
    """A spoken number.

    start, length: the tokens it covers.
    text: digits as the library writes them; an ordinal with its ending ("21st").
    scale: the last word when the number is a plain multiple of it: 1.5 "million".
    holds_command_word: a word inside it could also be a command, such as the German decimal "Komma".
    """

    start: int
    length: int
    text: str
    value: Decimal
    ordinal: bool = False
    scale: str = ""
    holds_command_word: bool = False

    @property
    def integer(self) -> int | None:
        """The value when it is whole and not an ordinal."""
        return int(self.value) if not self.ordinal and self.value == int(self.value) else None

    @property
    def is_decimal(self) -> bool:
        """Whether a decimal separator was spoken."""
        return not self.ordinal and ("." in self.text or "," in self.text)


class _Word:
    """A word as text2num wants it."""

    __slots__ = ("word",)

    def __init__(self, word: str) -> None:
        self.word = word

    def text(self) -> str:
        return self.word

    def nt_separated(self, previous: _Word) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def find_spans(tokens: Sequence[Token], words: NumberWords, language: str) -> dict[int, Span]:
    """The numbers spoken in `tokens`, by the index of their first token."""
    if language not in SPOKEN_NUMBERS:
        return {}
    keys = _readable_keys(tokens, words)
    found = _search(keys, language)
    if not found:
        return {}
    merged = _with_scales(found, keys, words, language)
    return {span.start: span for span in (_with_article(item, keys, words) for item in merged)}


def roman(value: Decimal) -> str | None:
    """Roman numerals for 1..3999, None for anything else."""
    if value != int(value) or not 0 < value < 4000:
        return None
    rest, text = int(value), ""
    for size, letters in _ROMAN:
        count, rest = divmod(rest, size)
        text += letters * count
    return text


_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def _readable_keys(tokens: Sequence[Token], words: NumberWords) -> list[str]:
    keys = [
        _SEPARATOR if token.literal or not token.key.replace("-", "").replace("'", "").isalpha() else token.key
        for token in tokens
    ]
    for at in range(len(keys)):
        mask = words.masks.match(keys, at)
        if mask is not None:
            keys[at : at + mask[1]] = [_SEPARATOR] * mask[1]
    return keys


def _search(keys: Sequence[str], language: str) -> list[Span]:
    from text_to_num import find_numbers

    spans = []
    for found in find_numbers([_Word(key) for key in keys], language, threshold=0):
        try:
            value = Decimal(int(found.value)) if found.is_ordinal else Decimal(found.text.replace(",", "."))
        except (InvalidOperation, ValueError, OverflowError):
            continue
        spans.append(Span(found.start, found.end - found.start, found.text, value, found.is_ordinal))
    return spans


def _with_scales(found: list[Span], keys: Sequence[str], words: NumberWords, language: str) -> list[Span]:
    """Join "one point five" and "million", which the library reads apart or glues wrongly."""
    merged: list[Span] = []
    for span in found:
        last = span.start + span.length - 1
        scale = words.scales.get(keys[last], 0)
        previous = merged[-1] if merged else None
        if not scale or span.ordinal:
            merged.append(span)
        elif span.length == 1 and previous and previous.is_decimal and _touches(previous, span):
            merged[-1] = _scaled(previous, scale, keys[last])
        elif span.length > 1:
            head = _search(keys[span.start : last], language)
            whole = len(head) == 1 and head[0].start == 0 and head[0].length == span.length - 1
            simple = whole and all(key not in words.scales for key in keys[span.start : last])
            merged.append(_scaled(_shift(head[0], span.start), scale, keys[last]) if simple else span)
        else:
            merged.append(span)
    return merged


def _scaled(head: Span, scale: int, word: str) -> Span:
    return Span(head.start, head.length + 1, head.text, head.value * scale, scale=word)


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.length, span.text, span.value, span.ordinal)


def _touches(first: Span, second: Span) -> bool:
    return first.start + first.length == second.start


def _with_article(span: Span, keys: Sequence[str], words: NumberWords) -> Span:
    """Take the article of "a hundred and five" into the number."""
    before = span.start - 1
    if before < 0 or keys[before] not in words.articles or keys[span.start] not in words.multipliers:
        return span
    scale = keys[span.start] if span.length == 1 and keys[span.start] in words.scales else span.scale
    text = "1" if span.length == 1 and scale else span.text
    return Span(before, span.length + 1, text, span.value, span.ordinal, scale)


def token_keys(tokens: Sequence[Token]) -> list[str]:
    """The keys of `tokens`; a literal word has none, so that no number rule reads it."""
    return ["" if token.literal else key for token, key in zip(tokens, keys_of(tokens), strict=True)]
