"""Clock times: "three thirty p m", "at ten fifteen", "achtzehn Uhr dreißig"."""

from __future__ import annotations

from engine.text.normalise.items import Found, Reading


def read_time(reading: Reading, at: int) -> Found | None:
    """A clock time that begins at `at`."""
    hour = reading.integer(at, 0, 23)
    if not reading.rules.times or hour is None or not reading.table.calendar.clock_maximum:
        return None
    return _with_hour_word(reading, at, hour) or _with_meridiem(reading, at, hour) or _after_context(reading, at, hour)


def _with_hour_word(reading: Reading, at: int, hour: int) -> Found | None:
    words = reading.table.calendar
    if reading.key(at + 1) not in words.hour_words:
        return None
    minutes = _minutes(reading, at + 2)
    if minutes is not None and words.hour_minute:
        value, length = minutes
        return Found(2 + length, words.hour_minute.format(h=hour, m=f"{value:02d}"), "times")
    return Found(2, words.hour_only.format(h=hour), "times") if words.hour_only else None


def _with_meridiem(reading: Reading, at: int, hour: int) -> Found | None:
    if not 1 <= hour <= 12:
        return None
    minutes = _minutes(reading, at + 1)
    value, length = minutes if minutes is not None else (None, 0)
    meridiem = reading.table.calendar.meridiems.match(reading.keys, at + 1 + length)
    if meridiem is None:
        return None
    clock = str(hour) if value is None else f"{hour}:{value:02d}"
    return Found(1 + length + meridiem[1], f"{clock} {meridiem[0]}", "times")


def _after_context(reading: Reading, at: int, hour: int) -> Found | None:
    """Two numbers after "at" or "until" are a time when nothing numeric follows."""
    words = reading.table.calendar
    minutes = _minutes(reading, at + 1)
    if minutes is None or reading.key(at - 1) not in words.clock_context:
        return None
    value, length = minutes
    if not 1 <= hour <= words.clock_maximum or reading.number(at + 1 + length) is not None:
        return None
    return Found(1 + length, f"{hour}:{value:02d}", "times")


def _minutes(reading: Reading, at: int) -> tuple[int, int] | None:
    """Minutes at `at` and how many items say them."""
    link = 1 if reading.key(at) in reading.table.calendar.clock_links else 0
    at += link
    item = reading.item(at)
    if item is None:
        return None
    number = item.number
    if number is not None and number.integer is not None and number.integer < 60 and not item.written:
        return (number.integer, 1 + link) if number.integer >= 10 or len(number.text) == 2 else None
    following = reading.item(at + 1)
    if item.key in reading.table.numbers.zeros and following is not None and following.digit:
        return int(following.digit), 2 + link
    return None
