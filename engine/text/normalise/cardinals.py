"""Plain numbers, ordinals, fractions, and numbers after words such as "page"."""

from __future__ import annotations

from math import gcd

from engine.text.normalise.items import Found, Item, Reading

LARGEST_WORD = 9  # up to here a number stands in words unless something asks for digits


def read_number(reading: Reading, at: int) -> Found | None:
    """A cardinal, decimal or ordinal on its own."""
    item = reading.items[at]
    number = item.number
    if number is None or item.written or _is_bare_multiplier(item, reading):
        return None
    small = (
        number.value <= LARGEST_WORD
        and not number.is_decimal
        and (number.text == "0" or not number.text.startswith("0"))
    )
    if small and not reading.rules.small_numbers and not _beside_digits(reading, at):
        return None
    if number.ordinal:
        return Found(1, _ordinal(number.text, reading), "ordinals") if reading.rules.ordinals else None
    return Found(1, reading.write(at), "numbers") if reading.rules.numbers else None


def read_label_range(reading: Reading, at: int) -> Found | None:
    """ "page three", "pages ten to twenty"."""
    words = reading.table.numbers
    if reading.key(at) not in words.labels:
        return None
    first = reading.number(at + 1)
    if first is None or first.ordinal or reading.items[at + 1].written:
        return None
    second = reading.number(at + 3)
    if reading.rules.ranges and second and not second.ordinal and reading.key(at + 2) in words.to:
        text = f"{reading.write(at + 1)}–{reading.write(at + 3)}"
        return Found(4, text, "ranges", keep=1)
    alone = reading.number(at + 2) is None and reading.key(at + 2) not in words.zeros | words.dots
    if reading.rules.labels and alone and first.integer is not None and first.integer <= LARGEST_WORD:
        return Found(2, first.text, "labels", keep=1)
    return None


def read_fraction(reading: Reading, at: int) -> Found | None:
    """ "two thirds", "two and a half", "two and a half million"."""
    number = reading.number(at)
    if not reading.rules.fractions or number is None or number.integer is None or reading.items[at].written:
        return None
    words = reading.table.numbers
    mixed = words.halves.match(reading.keys, at + 1)
    if mixed is not None:
        return _mixed(reading, at, mixed)
    denominator = words.denominators.get(reading.key(at + 1))
    if denominator is None or not 0 < number.integer < denominator or gcd(number.integer, denominator) > 1:
        return None
    return Found(2, f"{number.text}/{denominator}", "fractions")


def _mixed(reading: Reading, at: int, mixed: tuple[str, int]) -> Found:
    fraction, length = mixed
    end = at + 1 + length
    scale = reading.item(end)
    numerator, _, denominator = fraction.partition("/")
    if scale is not None and scale.key in reading.table.numbers.scales:
        decimals = f"{int(numerator) / int(denominator):.10g}".partition(".")[2]
        text = f"{reading.write(at)}{reading.locale.decimal}{decimals} {scale.tokens[-1].text}"
        return Found(end + 1 - at, text, "fractions")
    return Found(end - at, f"{reading.write(at)} {fraction}", "fractions")


def _beside_digits(reading: Reading, at: int) -> bool:
    """Whether a neighbour is a number in digits: "seven eleven" is 7 11, not seven 11."""
    number = reading.number(at)
    if number is None or number.ordinal:
        return False
    for neighbour in (reading.number(at - 1), reading.number(at + 1)):
        if neighbour is not None and not neighbour.ordinal and neighbour.value > LARGEST_WORD:
            return True
    return False


def _is_bare_multiplier(item: Item, reading: Reading) -> bool:
    """ "a hundred", "thousand": words by themselves, with or without the article."""
    words = reading.table.numbers
    spoken = [token.key for token in item.tokens]
    if spoken[0] in words.articles and len(spoken) == 2:
        return spoken[1] in words.multipliers
    return len(spoken) == 1 and spoken[0] in words.multipliers


def _ordinal(text: str, reading: Reading) -> str:
    for ending, written in reading.table.numbers.ordinal_endings.items():
        if text.endswith(ending):
            return text.removesuffix(ending) + written
    return text
