"""Where speech was heard."""

from __future__ import annotations

import pytest

from engine.speech.voiced import VoicedRanges


@pytest.fixture
def voiced() -> VoicedRanges:
    ranges = VoicedRanges(0.0)
    ranges.start(1.0)
    ranges.end(2.0)
    ranges.start(3.0)
    ranges.advance(4.0)
    return ranges


def test_speech_that_goes_on_reaches_to_the_present(voiced):
    assert voiced.last_end == 4.0
    voiced.advance(5.0)
    assert voiced.last_end == 5.0
    voiced.end(4.5)
    assert voiced.last_end == 4.5


def test_speech_is_measured_within_bounds(voiced):
    assert voiced.seconds(0.0, 4.0) == 2.0
    assert voiced.seconds(1.5, 3.5) == 1.0
    assert voiced.seconds(2.0, 3.0) == 0.0


def test_pauses_are_what_lies_between(voiced):
    assert voiced.pauses(0.0, 5.0) == [(0.0, 1.0), (2.0, 3.0), (4.0, 5.0)]
    assert voiced.pauses(1.5, 2.5) == [(2.0, 2.5)]
    assert voiced.pauses(3.2, 3.8) == []
    assert VoicedRanges(0.0).pauses(0.0, 1.0) == [(0.0, 1.0)]


def test_a_start_or_end_that_says_nothing_new_changes_nothing(voiced):
    voiced.start(3.5)
    voiced.end(4.0)
    voiced.end(4.5)
    assert voiced.pauses(0.0, 4.0) == [(0.0, 1.0), (2.0, 3.0)]


def test_what_is_forgotten_keeps_the_end_of_the_last_speech(voiced):
    voiced.end(4.0)
    voiced.forget_before(10.0)
    assert len(voiced) == 0
    assert voiced.last_end == 4.0
