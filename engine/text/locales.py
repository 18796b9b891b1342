"""Numbers and amounts as a locale writes them, from the Unicode CLDR data in Babel."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_NUMBER_PLACE = re.compile(r"[#0][#0,.]*")


@dataclass(frozen=True)
class LocaleFormat:
    """The separators and patterns of one locale.

    Patterns hold {n} for the number, and {c} for the currency's symbol. `minimum_grouped` is the smallest
    number that is grouped.
    """

    locale: str
    decimal: str
    group: str
    percent: str
    money: str
    minimum_grouped: int

    @property
    def symbol_leads(self) -> bool:
        """Whether the currency symbol stands before the amount."""
        return self.money.startswith("{c}")

    def number(self, text: str, *, grouped: bool) -> str:
        """`text` (digits, with "." or "," before the decimals) as the locale writes it.

        Digits that were spoken stay: "2.50" keeps its zero and "007" its zeros.
        """
        whole, _, decimals = text.replace(",", ".").partition(".")
        if grouped and not whole.startswith("0") and int(whole) >= self.minimum_grouped:
            whole = _group(whole, self.group, indian=self.locale.endswith("_IN"))
        return whole + (self.decimal + decimals if decimals else "")

    def amount(self, number: str, currency: str) -> str:
        """`number`, already written for the locale, with the symbol of an ISO 4217 currency."""
        return self.money.format(n=number, c=_symbol(self.locale, currency))


@lru_cache(maxsize=16)
def load_locale(locale: str, minimum_grouped: int) -> LocaleFormat:
    """The format of a CLDR locale such as "en_GB"."""
    from babel import Locale

    data = Locale.parse(locale)
    symbols = data.number_symbols.get("latn", {})
    money = data.currency_formats["standard"].pattern.split(";")[0].replace("¤", "{c}")
    return LocaleFormat(
        locale=locale,
        decimal=str(symbols.get("decimal", ".")),
        group=str(symbols.get("group", ",")),
        percent=_NUMBER_PLACE.sub("{n}", data.percent_formats[None].pattern),
        money=_NUMBER_PLACE.sub("{n}", money),
        minimum_grouped=minimum_grouped,
    )


def plain(value: Decimal) -> str:
    """The digits of `value`, never in scientific notation."""
    return f"{value:f}"


def _group(digits: str, separator: str, *, indian: bool) -> str:
    if not indian:
        return f"{int(digits):,}".replace(",", separator)
    head, tail = digits[:-3], digits[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)]
    return separator.join([*reversed(pairs), tail])


@lru_cache(maxsize=64)
def _symbol(locale: str, currency: str) -> str:
    from babel.numbers import get_currency_symbol

    symbol: str = get_currency_symbol(currency, locale=locale)
    # Outside its home a dollar is "$US" in CLDR; who dictates "dollars" means the plain sign.
    return "$" if currency == "USD" else symbol
