"""What holds for any input: nothing dangerous comes out, nothing is lost, nothing raises."""

from __future__ import annotations

import re
from dataclasses import fields

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.text.formatter import Formatter, Snippet
from engine.text.rules import FormattingRules, describe_rules
from engine.text.safety import is_forbidden
from engine.text.tables import load_table

LANGUAGES = {code: Formatter(code) for code in ("en", "de", "fr", "es", "it", "ja")}
WORDS_ONLY = FormattingRules.from_mapping(
    {rule.name: False for rule in describe_rules() if rule.group in ("numbers", "addresses")}
)

TRICKS = st.sampled_from([*"\n\r\t\x00\x07\x1b\x7f\x85\u2028\u2029\u202e\u2066\u200b\u200d\ufeff\u00ad\U000e0041"])
COMMANDS = st.sampled_from(
    [
        "comma",
        "period",
        "open quote",
        "no space",
        "cap",
        "caps on",
        "literal",
        "numeral",
        "scratch that",
        ".",
        "twenty three",
        "five",
        "oh",
        "point",
        "percent",
        "dollars",
        "march",
        "at",
        "dot",
        "com",
        "hundred",
        "komma",
        "punkt",
        "uhr",
        "virgule",
        "heures",
        "coma",
        "millones",
        "double",
        "minus",
        "to",
        "and a half",
    ]
)
PIECES = st.lists(st.one_of(COMMANDS, TRICKS, st.text(max_size=6)), max_size=12).map(" ".join)
ORDINARY = st.lists(
    st.sampled_from(
        [
            "the",
            "dog",
            "house",
            "was",
            "green",
            "and",
            "we",
            "went",
            "home",
            "yesterday",
            "because",
            "Anna",
            "likes",
            "old",
            "trees",
        ]
    ),
    min_size=1,
    max_size=15,
)


def is_clean(text: str) -> bool:
    return not any(is_forbidden(char) for char in text) and not re.search("[A-Za-z][\u200c\u200d]", text)


@given(raw=st.one_of(PIECES, st.text()), before=st.text(max_size=30), language=st.sampled_from([*LANGUAGES]))
@settings(deadline=None, max_examples=150)
def test_no_input_raises_or_lets_a_forbidden_character_through(raw: str, before: str, language: str) -> None:
    assert is_clean(LANGUAGES[language].format(raw, before).text)


@given(raw=st.one_of(PIECES, st.text()))
@settings(deadline=None, max_examples=150)
def test_without_a_layout_command_there_is_no_line_break_or_tab(raw: str) -> None:
    for formatter in LANGUAGES.values():
        result = formatter.format(raw)
        if "layout" not in result.applied:
            assert not {"\n", "\t"} & set(result.text)


@given(words=ORDINARY, marks=st.lists(st.sampled_from(["", "", "", ",", ".", "?", "..."]), min_size=15))
@settings(deadline=None)
def test_ordinary_words_all_come_out_in_order(words: list[str], marks: list[str]) -> None:
    raw = " ".join(word + mark for word, mark in zip(words, marks, strict=False))
    for before in ("", "He said", "Done."):
        text = Formatter("en", WORDS_ONLY).format(raw, before).text
        assert re.findall(r"\w+", text.lower()) == [word.lower() for word in words]


@given(words=ORDINARY)
@settings(deadline=None)
def test_formatting_twice_is_formatting_once(words: list[str]) -> None:
    once = LANGUAGES["en"].format(" ".join(words)).text
    assert LANGUAGES["en"].format(once).text == once


@given(numbers=st.lists(st.integers(min_value=0, max_value=99), min_size=1, max_size=10))
@settings(deadline=None)
def test_no_spoken_digit_is_lost(numbers: list[int]) -> None:
    names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    digits = [digit for number in numbers for digit in str(number)]
    text = LANGUAGES["en"].format(" ".join(names[int(digit)] for digit in digits)).text.lower()
    for value, name in enumerate(names):
        text = text.replace(name, str(value))
    assert re.sub(r"\D", "", text) == "".join(digits)


@given(raw=PIECES, off=st.sets(st.sampled_from([item.name for item in fields(FormattingRules)])))
@settings(deadline=None)
def test_a_rule_that_is_off_is_never_applied(raw: str, off: set[str]) -> None:
    rules = FormattingRules.from_mapping(dict.fromkeys(off, False))
    formatter = Formatter("en", rules, [Snippet("dollars", "money")])
    assert not off & set(formatter.format(raw, "He said").applied)


def test_all_rules_off_returns_the_words_as_they_came() -> None:
    raw = "hello comma world, twenty three I think new line"
    assert Formatter("en", FormattingRules.none()).format(raw, "Before").text == raw


def test_a_language_without_a_table_still_gets_spacing_capitals_and_safety() -> None:
    assert LANGUAGES["it"].format("ciao\u202e virgola venti", "Bene.").text == " Ciao virgola venti"
    assert LANGUAGES["ja"].format("こんにちは", "世界").text == "こんにちは"
    assert load_table("../en").language  # a tag is never a path
