"""The figures of the live bench, on logs short enough to be worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from engine.records import Word
from tests.bench import metrics

REFERENCE = [Word("Hello", 0.5, 1.0, 1.0), Word("big", 1.0, 1.3, 1.0), Word("world.", 1.4, 2.0, 1.0)]


def event(t: float, committed: str, tentative: str = "", name: str = "partial") -> dict[str, Any]:
    return {"t": t, "audio_t": t, "event": name, "committed": committed, "tentative": tentative}


LOG = [
    event(0.0, "", name="start"),
    event(1.2, "", "yellow"),
    event(1.5, "", "hello bit"),
    event(1.8, "hello", "big"),
    event(2.1, "hello", "bit world"),
    event(2.4, "Hello", "big world"),
    event(2.9, "Hello big world", name="final"),
    event(3.0, "", name="end"),
]


def test_the_first_partial_counts_from_the_onset_of_the_first_word():
    assert metrics.first_partial(LOG, REFERENCE) == pytest.approx(0.7)
    assert metrics.first_partial(LOG[:1], REFERENCE) is None


def test_a_word_is_timed_when_first_shown_when_shown_for_good_and_when_committed():
    hello, big, world = metrics.word_lags(LOG, REFERENCE)
    assert (hello.first_shown, hello.stable, hello.committed) == pytest.approx((0.5, 0.5, 0.8))
    assert (big.first_shown, big.stable, big.committed) == pytest.approx((0.5, 1.1, 1.6))
    assert (world.first_shown, world.stable, world.committed) == pytest.approx((0.1, 0.1, 0.9))


def test_a_word_that_was_never_shown_has_no_lag_and_counts_as_such():
    lags = metrics.word_lags([event(2.5, "hello world", name="final")], REFERENCE)
    assert lags[1] == metrics.WordLag("big", None, None, None)
    summary = metrics.summarise([lag.committed for lag in lags])
    assert summary.never == pytest.approx(1 / 3)
    assert (summary.p50, summary.p95) == pytest.approx((1.0, 1.45))


def test_a_word_cannot_be_shown_before_it_is_said():
    lags = metrics.word_lags([event(0.6, "", "world")], REFERENCE)
    assert all(lag.first_shown is None for lag in lags)


def test_without_any_lag_there_are_no_percentiles():
    assert metrics.summarise([None]) == metrics.LagSummary(None, None, 1.0)


def test_erasure_counts_the_words_that_were_taken_off_the_screen():
    # yellow; bit; "big" (before "bit world"); "bit world": 1 + 1 + 1 + 2 words
    assert metrics.normalised_erasure(LOG) == pytest.approx(5 / 3)
    appended = [event(1, "", "hello"), event(2, "hello", "big"), event(3, "hello big world", name="final")]
    assert metrics.normalised_erasure(appended) == 0


def test_committed_words_that_were_taken_back_are_counted():
    assert metrics.committed_erasure(LOG) == 0
    assert metrics.committed_erasure([event(1, "hello big"), event(2, "hello bit", name="final")]) == 1


def test_finalisation_counts_from_the_last_word_of_each_utterance():
    log = [event(1.6, "hello big", name="final"), event(2.9, "world", name="final"), event(4, "", name="final")]
    assert metrics.finalisation(log, REFERENCE) == pytest.approx([0.3, 0.9])


def test_later_utterances_follow_the_text_of_the_earlier_ones():
    log = [event(1.6, "hello big", name="final"), event(2.2, "", "world"), event(2.9, "world", name="final")]
    assert metrics.final_text(log) == "hello big world"
    assert metrics.committed_text(log) == "hello big"
    assert metrics.normalised_erasure(log) == 0
    assert metrics.word_lags(log, REFERENCE)[2].first_shown == pytest.approx(0.2)


def test_word_errors_are_counted_without_case_and_punctuation():
    assert metrics.word_error_rate(REFERENCE, "hello, BIG world") == 0
    assert metrics.word_error_rate(REFERENCE, "hello world") == pytest.approx(1 / 3)
    assert metrics.word_error_rate(REFERENCE, "") == 1


def test_deletions_at_the_head_and_the_tail():
    assert metrics.head_deletions(REFERENCE, "world", count=2) == 2
    assert metrics.tail_deletions(REFERENCE, "hello big", count=3) == 1
    assert metrics.tail_deletions(REFERENCE, "hello big word", count=3) == 0
    assert metrics.head_deletions(REFERENCE, "", count=2) == 2


def test_words_from_silence_count_even_if_they_went_away_again():
    log = [event(5, "", "thank you"), event(9, "", ""), event(30, "you", name="final")]
    assert metrics.words_per_minute_of_silence(log, seconds=30) == 6
    assert metrics.words_per_minute_of_silence([], seconds=30) == 0
