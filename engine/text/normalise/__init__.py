"""Inverse text normalisation: spoken numbers, dates, times and amounts in written form.

Each reader looks at one place of an utterance and says what it found there. They are asked in the order
of `READERS`, the most specific first, because each would otherwise take a part of the next one's phrase:
a date holds ordinals and a year, a time and a year are both two numbers side by side, an amount of money
is a number with a word after it. The first reader that answers takes its words out of the running.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.text.locales import LocaleFormat
from engine.text.normalise.amounts import read_measure, read_money, read_percent
from engine.text.normalise.cardinals import read_fraction, read_label_range, read_number
from engine.text.normalise.clock import read_time
from engine.text.normalise.dates import read_date, read_year
from engine.text.normalise.digits import read_digit_run, read_version
from engine.text.normalise.items import Found, Reading, read_items, replaced
from engine.text.rules import FormattingRules
from engine.text.tables import LanguageTable
from engine.text.tokens import Token

READERS: tuple[Callable[[Reading, int], Found | None], ...] = (
    read_date,
    read_time,
    read_money,
    read_percent,
    read_measure,
    read_version,
    read_year,
    read_digit_run,
    read_label_range,
    read_fraction,
    read_number,
)


@dataclass(frozen=True)
class Normalised:
    """Tokens in written form and the rules that fired."""

    tokens: list[Token]
    applied: list[str]


def normalise(
    tokens: Sequence[Token], table: LanguageTable, rules: FormattingRules, locale: LocaleFormat
) -> Normalised:
    """Write the numbers in `tokens` as the language's table, the rules and the locale say."""
    reading = read_items(tokens, table, rules, locale)
    if all(item.number is None for item in reading.items):
        return Normalised(list(tokens), [])
    written: list[Token] = []
    applied: list[str] = []
    at = 0
    while at < len(reading.items):
        found = _first_answer(reading, at)
        if found is None:
            written.extend(reading.items[at].tokens)
            at += 1
            continue
        for item in reading.items[at : at + found.keep]:
            written.extend(item.tokens)
        written.append(replaced(reading.items[at + found.keep], found.text))
        applied.append(found.rule)
        at += found.length
    return Normalised(written, applied)


def _first_answer(reading: Reading, at: int) -> Found | None:
    if not reading.key(at):
        return None
    for reader in READERS:
        found = reader(reading, at)
        if found is not None:
            return found
    return None
