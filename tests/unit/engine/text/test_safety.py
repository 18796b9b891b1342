"""Characters that must never reach another program."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.text.formatter import Formatter, Snippet
from engine.text.safety import clean_hypothesis, clean_snippet


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("rm -rf\nls", "rm -rf ls"),
        ("a\tb\r\nc", "a b c"),
        ("\x1b[31mred", "[31mred"),
        ("abc\u202edef\u202c", "abcdef"),
        ("\u2066x\u2069", "x"),
        ("pay\u200bpal", "paypal"),
        ("pay\u200dpal", "paypal"),
        ("line\u2028break\u2029two", "line break two"),
        ("tag\U000e0041\U000e0042", "tag"),
        ("half\ufffd", "half"),
        ("a\u00a0b", "a b"),
        ("cafe\u0301", "café"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\ud800x", "x"),
    ],
)
def test_a_hypothesis_keeps_only_visible_text(raw: str, clean: str) -> None:
    assert clean_hypothesis(raw) == clean


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_normalised(text: str) -> None:
    clean = clean_hypothesis(text)
    assert clean_hypothesis(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)


def test_a_snippet_keeps_its_lines_but_no_escape_sequences() -> None:
    assert clean_snippet("1 Main St\r\n\tTown\x1b\u202e") == "1 Main St\n\tTown"
    assert clean_snippet("family 👨\u200d👩\u200d👧") == "family 👨\u200d👩\u200d👧"


def test_a_hypothesis_cannot_break_a_line_through_a_snippet_or_a_command_word() -> None:
    formatter = Formatter("en", snippets=[Snippet("my address", "1 Main St")])
    assert formatter.format("send\nmy address\nnow").text == "Send 1 Main St now"
