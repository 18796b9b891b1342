"""Dates and years: "march the twelfth twenty twenty six", "am zwölften März"."""

from __future__ import annotations

from engine.text.normalise.items import Found, Reading

EARLIEST_YEAR, LATEST_YEAR = 1000, 2999
_LIKELY_CENTURIES = range(17, 21)  # "nineteen eighty" is a year anywhere, "twelve fifty" only after "in"
_POSSIBLE_CENTURIES = range(10, 22)


def read_date(reading: Reading, at: int) -> Found | None:
    """A date that begins at `at`, in either order of day and month."""
    if not reading.rules.dates:
        return None
    if reading.key(at) in reading.table.calendar.months:
        return _month_first(reading, at) if reading.table.calendar.month_first else _month_year(reading, at)
    return _day_first(reading, at)


def read_year(reading: Reading, at: int) -> Found | None:
    """A year or decade outside a date."""
    number = reading.number(at)
    if not reading.rules.years or number is None or reading.items[at].written:
        return None
    in_context = reading.key(at - 1) in reading.table.numbers.year_context
    pair = _paired_year(reading, at, in_context=in_context)
    if pair is not None:
        return Found(pair[1], pair[0], "years")
    value = reading.integer(at, EARLIEST_YEAR, LATEST_YEAR)
    if value is None or number.scale:
        return None
    if in_context or (1900 <= value <= 2099 and value != 2000):
        return Found(1, str(value), "years")
    return None


def _month_first(reading: Reading, at: int) -> Found | None:
    month = reading.table.calendar.months[reading.key(at)]
    day_at = at + 2 if reading.key(at + 1) in reading.table.numbers.articles | {"the"} else at + 1
    year_only = _year_at(reading, at + 1)
    day = reading.number(day_at)
    if day is None or not 1 <= day.value <= 31 or reading.items[day_at].written:
        return _month_year(reading, at)
    year = _year_at(reading, day_at + 1)
    if year is None and year_only is not None and year_only[1] > 1:
        return _month_year(reading, at)
    if not day.ordinal and year is None and not _is_certain(reading, at):
        return None
    text = f"{month} {int(day.value)}" + (f", {year[0]}" if year else "")
    return Found(day_at + 1 + (year[1] if year else 0) - at, text, "dates")


def _month_year(reading: Reading, at: int) -> Found | None:
    link = 1 if reading.key(at + 1) in reading.table.calendar.year_links else 0
    year = _year_at(reading, at + 1 + link)
    if year is None:
        return None
    words = [reading.table.calendar.months[reading.key(at)], *([reading.key(at + 1)] if link else []), year[0]]
    return Found(1 + link + year[1], " ".join(words), "dates")


def _day_first(reading: Reading, at: int) -> Found | None:
    words = reading.table.calendar
    day = reading.number(at)
    if day is None or not 1 <= day.value <= 31 or day.is_decimal or reading.items[at].written:
        return None
    link = reading.key(at + 1) if reading.key(at + 1) in words.day_links else ""
    month_at = at + (2 if link else 1)
    if reading.key(month_at) not in words.months:
        return None
    year_link = reading.key(month_at + 1) if reading.key(month_at + 1) in words.year_links else ""
    year_at = month_at + (2 if year_link else 1)
    year = _year_at(reading, year_at)
    if year is None and not link and reading.key(month_at) in words.doubtful_months:
        return None
    day_text = words.day_ordinal.format(d=int(day.value)) if words.day_ordinal else day.text
    parts = [day_text, link, words.months[reading.key(month_at)]]
    parts += [year_link, year[0]] if year else []
    end = year_at + year[1] if year else month_at + 1
    return Found(end - at, " ".join(part for part in parts if part), "dates")


def _is_certain(reading: Reading, month_at: int) -> bool:
    """Whether a month that is also an everyday word ("may", "march") is meant as a month."""
    words = reading.table.calendar
    if reading.key(month_at) not in words.doubtful_months:
        return True
    return reading.key(month_at - 1) in words.date_context


def _year_at(reading: Reading, at: int) -> tuple[str, int] | None:
    """The digits of a year inside a date, and how many items it takes."""
    pair = _paired_year(reading, at, in_context=True)
    if pair is not None:
        return pair
    value = reading.integer(at, EARLIEST_YEAR, LATEST_YEAR)
    return (str(value), 1) if value is not None else None


def _paired_year(reading: Reading, at: int, *, in_context: bool) -> tuple[str, int] | None:
    """A year spoken as two numbers ("nineteen eighty four", "nineteen oh five") or as a decade."""
    words = reading.table.numbers
    century = reading.integer(at, _POSSIBLE_CENTURIES.start, _POSSIBLE_CENTURIES.stop - 1)
    if not words.year_pairs or century is None:
        return None
    if century not in _LIKELY_CENTURIES and not in_context:
        return None
    decade = words.decades.get(reading.key(at + 1))
    if decade is not None:
        return f"{century}{decade}s", 2
    rest = reading.integer(at + 1, 10, 99)
    if rest is not None and reading.number(at + 2) is None:
        return f"{century}{rest}", 2
    second, following = reading.item(at + 1), reading.item(at + 2)
    if second is None:
        return None
    if second.number is not None:
        short = len(second.number.text) == 2 and second.number.text.startswith("0")
        return (f"{century}{second.number.text}", 2) if short and not second.written else None
    if second.key in words.zeros and following is not None and following.digit:
        return f"{century}0{following.digit}", 3
    return None
