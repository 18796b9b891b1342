"""Digits spoken one by one, and numbers with dots: telephone numbers, codes, versions, addresses."""

from __future__ import annotations

import re

from engine.text.normalise.items import Found, Reading

_SHORTEST_RUN = 3  # two digits side by side are more often two numbers
_PHONE_GROUP = re.compile(r"(\d+)(\D*)")


def read_digit_run(reading: Reading, at: int) -> Found | None:
    """At least three digits spoken one after the other: "nine one one", "zéro six douze ..."."""
    if not reading.rules.digit_runs:
        return None
    digits, end = _spell(reading, at)
    if len(digits) < _SHORTEST_RUN or end == at:
        return None
    pattern = _phone_pattern(reading, digits) if reading.rules.phone_numbers else ""
    if not pattern:
        return Found(end - at, digits, "digit_runs")
    return Found(end - at, _in_groups(digits, pattern), "phone_numbers")


def _phone_pattern(reading: Reading, digits: str) -> str:
    """How the country groups so many digits; "1:11" in the table is for eleven that begin with 1."""
    patterns = reading.table.numbers.phone
    return patterns.get(f"{digits[0]}:{len(digits)}", patterns.get(str(len(digits)), ""))


def read_version(reading: Reading, at: int) -> Found | None:
    """Numbers with two or more dots, or with one after a word such as "version"."""
    if not reading.rules.versions:
        return None
    text, end = _component(reading, at)
    while text and reading.key(end) in reading.table.numbers.dots:
        part, part_end = _component(reading, end + 1)
        if not part:
            break
        text, end = f"{text}.{part}", part_end
    labelled = reading.key(at - 1) in reading.table.numbers.version_labels
    if text.count(".") >= (1 if labelled else 2):
        return Found(end - at, text, "versions")
    return None


def _component(reading: Reading, at: int) -> tuple[str, int]:
    """One part of a dotted number and where it ends; empty when there is none."""
    number = reading.number(at)
    if number is None or number.ordinal or reading.items[at].written or "," in number.text:
        return "", at
    if number.is_decimal:
        return number.text, at + 1
    digits, end = _spell(reading, at)
    return (digits, end) if digits else (number.text, at + 1)


def _spell(reading: Reading, at: int) -> tuple[str, int]:
    """The digits spelt out from `at` on and where they end."""
    words = reading.table.numbers
    digits, singles = "", 0
    while (item := reading.item(at)) is not None:
        following = reading.item(at + 1)
        if item.digit:
            digits, singles, at = digits + item.digit, singles + 1, at + 1
        elif item.key in words.repeats and following is not None and following.digit:
            count = words.repeats[item.key]
            digits, singles, at = digits + following.digit * count, singles + count, at + 2
        elif _zero_before_digit(reading, at):
            digits, singles, at = digits + "0", singles + 1, at + 1
        elif _continues(reading, at, digits, singles):
            digits, at = digits + item.number.text if item.number else digits, at + 1
        else:
            break
    return digits, at


def _zero_before_digit(reading: Reading, at: int) -> bool:
    """Whether a word such as "oh" stands for a zero: only before a digit or another such word."""
    zeros = reading.table.numbers.zeros
    while (item := reading.item(at)) is not None and item.number is None and item.key in zeros:
        following = reading.item(at + 1)
        if following is not None and following.digit:
            return True
        at += 1
    return False


def _continues(reading: Reading, at: int, digits: str, singles: int) -> bool:
    """Whether a number of several digits belongs to the run: "zero six", or pairs after single digits."""
    item = reading.items[at]
    if item.number is None or item.number.integer is None or item.written or item.number.scale:
        return False
    if item.number.text.startswith("0"):
        return True
    started = singles >= _SHORTEST_RUN or digits.startswith("0")
    return started and len(item.number.text) == 2


def _in_groups(digits: str, pattern: str) -> str:
    """`digits` cut as in "3-3-4": the numbers are group lengths, the rest stands between the groups."""
    text, at = "", 0
    for size, separator in _PHONE_GROUP.findall(pattern):
        text += digits[at : at + int(size)] + separator
        at += int(size)
    return text
