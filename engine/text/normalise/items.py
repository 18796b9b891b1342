"""What the readers of numbers look at: words and spoken numbers side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from engine.text.locales import LocaleFormat
from engine.text.numbers import Span, find_spans, token_keys
from engine.text.rules import FormattingRules
from engine.text.tables import LanguageTable
from engine.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Item:
    """One word, mark or spoken number; `key` is empty for marks and literal words."""

    key: str
    tokens: tuple[Token, ...]
    number: Span | None = None
    written: bool = False  # the recogniser wrote the digits itself

    @property
    def integer(self) -> int | None:
        """The whole number it is, if it is one."""
        return self.number.integer if self.number else None

    @property
    def digit(self) -> str:
        """The single digit that was spoken, or an empty string."""
        number = self.number
        if number is None or self.written or len(self.tokens) != 1 or number.integer is None:
            return ""
        return number.text if len(number.text) == 1 else ""


@dataclass(frozen=True)
class Found:
    """What a reader made of the next `length` items."""

    length: int
    text: str
    rule: str
    keep: int = 0  # that many items at the front stay as they are


@dataclass(frozen=True)
class Reading:
    """An utterance for the readers, with the rules and tables they ask."""

    items: Sequence[Item]
    table: LanguageTable
    rules: FormattingRules
    locale: LocaleFormat
    keys: list[str] = field(default_factory=list)

    def key(self, at: int) -> str:
        """The word at `at`, or an empty string beyond the ends."""
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def item(self, at: int) -> Item | None:
        """The item at `at`, or None beyond the ends."""
        return self.items[at] if 0 <= at < len(self.items) else None

    def number(self, at: int) -> Span | None:
        """The number at `at`, if there is one."""
        return self.items[at].number if 0 <= at < len(self.items) else None

    def integer(self, at: int, low: int, high: int) -> int | None:
        """The whole number at `at` when it is within low..high."""
        item = self.item(at)
        value = item.integer if item else None
        return value if value is not None and low <= value <= high and not (item and item.written) else None

    def write(self, at: int, *, grouped: bool = True) -> str:
        """The number at `at` in the locale's form; "1.5 million" keeps its scale word."""
        item = self.items[at]
        assert item.number is not None
        if item.written:
            return item.tokens[0].text
        text = self.locale.number(item.number.text, grouped=grouped and self.rules.grouping)
        return f"{text} {item.tokens[-1].text}" if item.number.scale else text


def read_items(tokens: Sequence[Token], table: LanguageTable, rules: FormattingRules, locale: LocaleFormat) -> Reading:
    """Group the tokens of an utterance into items."""
    spans = find_spans(tokens, table.numbers, table.language)
    keys = token_keys(tokens)
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        span = spans.get(at)
        if span is not None and not (items and items[-1].written and keys[at] in table.numbers.multipliers):
            items.append(Item(keys[at], tuple(tokens[at : at + span.length]), span))
            at += span.length
            continue
        items.append(Item(keys[at], (tokens[at],), _written_number(keys[at]), written=keys[at][:1].isdigit()))
        at += 1
    return Reading(items, table, rules, locale, [item.key for item in items])


def replaced(item: Item, text: str) -> Token:
    """One finished word in the place of an item."""
    return replace(item.tokens[0], text=text, literal=True, cased=True)


def _written_number(key: str) -> Span | None:
    """The number a recogniser wrote in digits; its own grouping is kept as it is."""
    if not key.isascii() or not key[:1].isdigit() or not key.replace(".", "").replace(",", "").isdigit():
        return None
    return Span(0, 1, key, Decimal(key) if key.isdigit() else Decimal(-1))
