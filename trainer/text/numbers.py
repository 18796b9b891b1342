"""Numbers, dates, times, money and measures as they are spoken, in words.

Training text holds no digits and no symbols, so that what a synthesiser says is exactly what is written.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_FRACTIONS = (
    "half", "one third", "two thirds", "a quarter", "three quarters", "one fifth", "two fifths",
    "three fifths", "four fifths", "one sixth", "five sixths", "one eighth", "three eighths", "one tenth",
    "seven tenths", "nine tenths",
)  # fmt: skip
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def cardinal(number: int) -> str:
    """`number` (0 to 999,999,999) in words: "two hundred and five"."""
    if not 0 <= number < 1_000_000_000:
        raise ValueError(f"{number} is outside 0 to 999,999,999")
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{cardinal(number // size)} {name}" + (joint + cardinal(rest) if rest else "")
    if number < 20:
        return _SMALL[number]
    return _TENS[number // 10] + ("-" + _SMALL[number % 10] if number % 10 else "")


def ordinal(number: int) -> str:
    """`number` as an ordinal: "twenty-first"."""
    words = cardinal(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    if last in _IRREGULAR_ORDINALS:
        return words[:cut] + _IRREGULAR_ORDINALS[last]
    return words[:cut] + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def year(number: int) -> str:
    """A year from 1100 to 2099 as it is said: "nineteen eighty-four", "two thousand and nine"."""
    if 2000 <= number < 2010:
        return cardinal(number)
    century, rest = divmod(number, 100)
    if rest == 0:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} " + (f"oh {cardinal(rest)}" if rest < 10 else cardinal(rest))


def clock(hour: int, minute: int) -> str:
    """A time on the twelve-hour clock, to five minutes, as it is said: "a quarter past nine"."""
    named, following = _SMALL[(hour - 1) % 12 + 1], _SMALL[hour % 12 + 1]
    if minute == 0:
        return f"{named} o'clock"
    if minute in (15, 30):
        return f"{'a quarter' if minute == 15 else 'half'} past {named}"
    if minute == 45:
        return f"a quarter to {following}"
    return f"{cardinal(minute)} past {named}" if minute < 30 else f"{cardinal(60 - minute)} to {following}"


def _time(chance: Random) -> str:
    hour, minute = chance.randint(1, 12), 5 * chance.randrange(12)
    if chance.random() < 0.25 and minute >= 10:
        return f"{cardinal(hour)} {cardinal(minute)}"
    return clock(hour, 0 if chance.random() < 0.35 else minute)


def _date(chance: Random) -> str:
    month = chance.randrange(12)
    day = ordinal(chance.randint(1, _DAYS_IN_MONTH[month]))
    return f"{_MONTHS[month]} the {day}" if chance.random() < 0.2 else f"the {day} of {_MONTHS[month]}"


def _year(chance: Random) -> str:
    return year(chance.randint(1950, 2035) if chance.random() < 0.7 else chance.randint(1100, 1950))


def _money(chance: Random) -> str:
    amount = _magnitude(chance, 1000)
    kind = chance.choice(("pound", "pound", "dollar", "euro"))
    whole = f"{cardinal(amount)} {kind}" + ("" if amount == 1 else "s")
    if kind in ("dollar", "euro") and chance.random() < 0.3:
        return f"{whole} and {cardinal(5 * chance.randint(1, 19))} cents"
    if kind == "pound" and chance.random() < 0.3:
        return f"{whole} {cardinal(5 * chance.randint(1, 19))}"
    return f"{chance.choice(_SMALL[2:])} pence" if chance.random() < 0.04 else whole


def _big_money(chance: Random) -> str:
    kind = chance.choice(("pounds", "dollars", "euros"))
    if chance.random() < 0.5:
        return f"{cardinal(chance.randint(2, 99))} {chance.choice(('million', 'billion', 'thousand'))} {kind}"
    return f"{cardinal(_round(chance, 1000, 900_000))} {kind}"


def _duration(chance: Random) -> str:
    return (_hours if chance.random() < 0.5 else _days)(chance)


def _hours(chance: Random) -> str:
    if chance.random() < 0.6:
        return f"{cardinal(5 * chance.randint(1, 11))} minutes"
    return _counted(chance.randint(1, 12), "hour")


def _days(chance: Random) -> str:
    unit, most = chance.choice((("day", 10), ("day", 10), ("week", 8), ("month", 11), ("year", 12)))
    return _counted(chance.randint(1, most), unit)


def _counted(count: int, unit: str) -> str:
    return f"a {unit}" if count == 1 else f"{cardinal(count)} {unit}s"


def _percent(chance: Random) -> str:
    whole = cardinal(_magnitude(chance, 100))
    if chance.random() < 0.2:
        whole += f" point {chance.choice(_SMALL[1:10])}"
    return f"{whole} percent"


def _phone(chance: Random) -> str:
    return ", ".join(_digits(chance, length) for length in (3, 3, 4)[chance.randrange(2) :])


def _digits(chance: Random, length: int) -> str:
    return " ".join(chance.choice(_SMALL[:10]) for _ in range(length))


def _decimal(chance: Random) -> str:
    point = " ".join(chance.choice(_SMALL[1:10]) for _ in range(chance.choice((1, 1, 2))))
    return f"{cardinal(_magnitude(chance, 40))} point {point}"


def _fraction(chance: Random) -> str:
    return chance.choice(_FRACTIONS)


def _weight(chance: Random) -> str:
    return _measured(chance, ("kilograms", "kilos", "tons", "pounds", "ounces", "grams"), 200)


def _light_weight(chance: Random) -> str:
    return f"{cardinal(25 * chance.randint(2, 36))} grams"


def _volume(chance: Random) -> str:
    if chance.random() < 0.5:
        return f"{cardinal(25 * chance.randint(1, 30))} millilitres"
    unit = chance.choice(("cup", "pint", "litre"))
    return chance.choice((f"half a {unit}", f"a {unit}", f"two {unit}s", f"three {unit}s"))


def _length(chance: Random) -> str:
    return _measured(chance, ("metres", "feet", "inches", "centimetres", "miles", "kilometres", "yards"), 300)


def _measured(chance: Random, units: tuple[str, ...], most: int) -> str:
    return f"{cardinal(max(2, _magnitude(chance, most)))} {chance.choice(units)}"


def _score(chance: Random) -> str:
    first, second = sorted((chance.randint(0, 6), chance.randint(0, 6)), reverse=True)
    return f"{_SMALL[first]} {'nil' if second == 0 else _SMALL[second]}"


def _magnitude(chance: Random, most: int) -> int:
    """A number from 1 to `most`, small ones more often."""
    return int(chance.randint(2, 12) if chance.random() < 0.35 else chance.randint(1, most))


def _round(chance: Random, least: int, most: int) -> int:
    """A number with two or three digits that are not zero."""
    number = chance.randint(least, most)
    unit = int(10 ** (len(str(number)) - chance.choice((1, 2, 2, 3))))
    return max(unit, number // unit * unit)


NUMBER_SLOTS: dict[str, Callable[[Random], str]] = {
    "small": lambda chance: cardinal(chance.randint(2, 12)),
    "number": lambda chance: cardinal(max(2, _magnitude(chance, 999))),
    "number_60": lambda chance: cardinal(chance.randint(2, 60)),
    "number_100": lambda chance: cardinal(chance.randint(2, 100)),
    "big": lambda chance: cardinal(_round(chance, 100, 90_000)),
    "ordinal": lambda chance: ordinal(chance.randint(1, 31)),
    "ordinal_small": lambda chance: ordinal(chance.randint(1, 4)),
    "age": lambda chance: cardinal(chance.randint(2, 99)),
    "bp": lambda chance: cardinal(5 * chance.randint(18, 40)),
    "bp_low": lambda chance: cardinal(chance.randint(50, 120)),
    "temp_body": lambda chance: f"{cardinal(chance.randint(36, 40))} point {chance.choice(_SMALL[1:10])}",
    "temp_room": lambda chance: cardinal(chance.randint(15, 25)),
    "oven": lambda chance: cardinal(10 * chance.randint(14, 24)),
    "date": _date,
    "time": _time,
    "year": _year,
    "money": _money,
    "money_big": _big_money,
    "duration": _duration,
    "hours": _hours,
    "days": _days,
    "percent": _percent,
    "phone": _phone,
    "phone_short": lambda chance: _digits(chance, 4),
    "decimal": _decimal,
    "fraction": _fraction,
    "weight": _weight,
    "weight_small": _light_weight,
    "volume": _volume,
    "length": _length,
    "score": _score,
}
