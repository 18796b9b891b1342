"""Numbers with something after them: money, percentages, measures."""

from __future__ import annotations

from engine.text.normalise.items import Found, Reading


def read_money(reading: Reading, at: int) -> Found | None:
    """An amount of money: "five dollars and twenty cents", "zwölf Euro fünfzig"."""
    if not reading.rules.currency:
        return None
    minus, at_number = _sign(reading, at)
    number = reading.number(at_number)
    currency = reading.table.numbers.currencies.match(reading.keys, at_number + 1)
    if number is None or currency is None or number.ordinal:
        return None
    if number.scale and not reading.locale.symbol_leads:
        return None  # "1,5 Millionen Euro" stays in words after the number
    end = at_number + 1 + currency[1]
    text = reading.write(at_number)
    cents = None if number.scale or number.is_decimal else _cents(reading, end)
    if cents is not None:
        text += f"{reading.locale.decimal}{cents[0]:02d}"
        end += cents[1]
    elif number.is_decimal and not number.scale and text[-2:-1] == reading.locale.decimal:
        text += "0"
    return Found(end - at, minus + reading.locale.amount(text, currency[0]), "currency")


def read_percent(reading: Reading, at: int) -> Found | None:
    """A percentage, or a range of them."""
    if not reading.rules.percent:
        return None
    minus, at_number = _sign(reading, at)
    first = _range_or_number(reading, at_number)
    if first is None:
        return None
    percent = reading.table.numbers.percent.match(reading.keys, at_number + first[1])
    if percent is None:
        return None
    length = at_number - at + first[1] + percent[1]
    return Found(length, minus + reading.locale.percent.format(n=first[0]), "percent")


def read_measure(reading: Reading, at: int) -> Found | None:
    """A number with a unit that has a symbol: "minus five degrees celsius"."""
    if not reading.rules.units:
        return None
    minus, at_number = _sign(reading, at)
    first = _range_or_number(reading, at_number)
    if first is None:
        return None
    unit = reading.table.numbers.units.match(reading.keys, at_number + first[1])
    if unit is None:
        return None
    space = "" if unit[0] == "°" else " "
    return Found(at_number - at + first[1] + unit[1], f"{minus}{first[0]}{space}{unit[0]}", "units")


def _sign(reading: Reading, at: int) -> tuple[str, int]:
    return ("-", at + 1) if reading.key(at) in reading.table.numbers.minus else ("", at)


def _range_or_number(reading: Reading, at: int) -> tuple[str, int] | None:
    """ "ten" or "ten to twenty" at `at` as text, and its length in items."""
    number = reading.number(at)
    if number is None or number.ordinal:
        return None
    second = reading.number(at + 2)
    if second is not None and not second.ordinal and reading.key(at + 1) in reading.table.numbers.to:
        if reading.rules.ranges:
            return f"{reading.write(at)}–{reading.write(at + 2)}", 3
        return None
    return reading.write(at), 1


def _cents(reading: Reading, at: int) -> tuple[int, int] | None:
    """The small change that begins at `at`, and its length in items."""
    words = reading.table.numbers
    linked = 1 if reading.key(at) in words.conjunctions | words.change_links else 0
    value = reading.integer(at + linked, 1, 99)
    if value is None:
        return None
    following = reading.key(at + linked + 1)
    if following in words.subunits:
        return value, linked + 2
    ends = not following or following in reading.table.grammar.function_words
    said = not linked or reading.key(at) in words.change_links
    return (value, 1 + linked) if said and value >= 10 and ends else None
