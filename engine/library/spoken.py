"""How a written text is said, so that two ways of writing the same words compare equal. Numbers in English."""

from __future__ import annotations

import re
import unicodedata

ONES = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
ORDINALS = {
    "first": "one",
    "second": "two",
    "third": "three",
    "fifth": "five",
    "eighth": "eight",
    "ninth": "nine",
    "twelfth": "twelve",
}
SYMBOLS = {
    "%": " percent ",
    "&": " and ",
    "$": " dollars ",
    "€": " euros ",
    "£": " pounds ",
    "@": " at ",
    "+": " plus ",
}
LARGEST = 10**12
TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’][^\W\d_]+)*")


def same_when_spoken(one: str, other: str) -> bool:
    """Whether two texts differ only in case, punctuation, spacing or the form of their numbers."""
    return any(
        spoken_words(one, years=years) == spoken_words(other, years=other_years)
        for years in (False, True)
        for other_years in (False, True)
    )


def spoken_words(text: str, *, years: bool = False) -> list[str]:
    """The words said, lower case, numbers spelt out, without "and"; ordinals as their cardinals.

    With `years`, numbers of four digits are said as years are: nineteen eighty four.
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    for symbol, word in SYMBOLS.items():
        text = text.replace(symbol, word)
    words: list[str] = []
    for token in TOKEN.findall(text):
        words += spell(token, years=years) if token[0].isdecimal() else [_cardinal(token.replace("’", "'"))]
    return [word for word in words if word != "and"]


def spell(token: str, *, years: bool = False) -> list[str]:
    """A written number as words; one that is too large is said digit by digit."""
    digits = re.sub(r"(st|nd|rd|th)$", "", token)
    if not digits.isascii():
        return [token]
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", digits):
        digits = digits.replace(",", "")
    if not re.fullmatch(r"\d+(\.\d+)?", digits):  # a date, a version: its parts, one after the other
        return [word for part in re.findall(r"\d+", digits) for word in _whole(part)]
    whole, _, fraction = digits.partition(".")
    words = _year(int(whole)) if years and len(whole) == 4 and not fraction else _whole(whole)
    if fraction:
        words += ["point", *(ONES[int(digit)] for digit in fraction)]
    return words


def _whole(digits: str) -> list[str]:
    number = int(digits)
    if number >= LARGEST or (len(digits) > 1 and digits[0] == "0"):
        return [ONES[int(digit)] for digit in digits]
    return _number(number)


def _number(number: int) -> list[str]:
    for scale, name in SCALES:
        if number >= scale:
            rest = number % scale
            return [*_number(number // scale), name, *(_number(rest) if rest else [])]
    if number < len(ONES):
        return [ONES[number]]
    return [TENS[number // 10], *([ONES[number % 10]] if number % 10 else [])]


def _year(number: int) -> list[str]:
    century, rest = divmod(number, 100)
    if number % 1000 < 10 or century < 10:
        return _number(number)
    if rest == 0:
        return [*_number(century), "hundred"]
    return [*_number(century), *(["oh"] if rest < 10 else []), *_number(rest)]


def _cardinal(word: str) -> str:
    """The cardinal of an ordinal written as a word, any other word unchanged."""
    if word in ORDINALS:
        return ORDINALS[word]
    stem = word.removesuffix("th")
    if stem != word and stem.endswith("ie"):
        stem = stem[:-2] + "y"
    return stem if stem != word and stem in {*ONES, *TENS, "hundred", "thousand", "million", "billion"} else word
