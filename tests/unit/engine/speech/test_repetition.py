"""Loops are taken out of a hypothesis, and nothing else is."""

from __future__ import annotations

import pytest
from scripted_recogniser import speech

from engine.speech.repetition import without_loops


@pytest.mark.parametrize(
    ("heard", "kept"),
    [
        ("", ""),
        ("so it goes", "so it goes"),
        ("very very good", "very very good"),
        ("so you you you you you", "so you"),
        ("and thank you Thank you. thank you thank you bye", "and thank you bye"),
        ("you you you thank you thank you thank you", "you thank you"),
    ],
)
def test_a_phrase_said_three_times_in_a_row_is_said_once(heard, kept):
    assert " ".join(word.text for word in without_loops(speech(heard))) == kept
