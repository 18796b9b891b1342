"""Where the next window begins."""

from __future__ import annotations

from scripted_recogniser import speech

from engine.records import Word
from engine.speech.policy import StreamingPolicy
from engine.speech.voiced import VoicedRanges
from engine.speech.window import CommittedTail, Window, window_after_pause, window_before_last_words

POLICY = StreamingPolicy(overlap_words=2)


def tail_of(words):
    tail = CommittedTail(POLICY, 0.0)
    tail.add(words)
    return tail


def test_the_last_words_are_heard_again_from_just_before_them():
    words = speech("we all go home")
    window = window_before_last_words(Window(0.0), tail_of(words), POLICY, floor=0.0)
    assert window.overlap == tuple(words[2:])
    assert words[1].end < window.start < words[2].start


def test_a_window_never_begins_earlier_than_the_one_before():
    words = speech("we all go home")
    window = window_before_last_words(Window(0.9), tail_of(words), POLICY, floor=0.0)
    assert window.start >= 0.9
    assert window.overlap == (words[3],)


def test_a_committed_word_that_the_floor_cuts_is_still_overlap():
    long_word = Word("well", 1.0, 4.0, 1.0)
    assert window_before_last_words(Window(0.0), tail_of([long_word]), POLICY, 2.0) == Window(2.0, (long_word,))


def test_the_pause_after_what_was_read_is_a_place_to_begin():
    voiced = VoicedRanges(0.0)
    voiced.start(0.0)
    voiced.end(1.1)
    voiced.start(3.0)
    voiced.advance(4.0)
    after = window_after_pause(Window(0.0), 1.0, 4.0, voiced, POLICY, hangover=0.2)
    assert after == Window(3.0 - POLICY.lead_in)
    assert window_after_pause(after, 1.0, 4.0, voiced, POLICY, hangover=0.2) is None, "it is there already"


def test_a_pause_with_unread_speech_before_it_is_not():
    voiced = VoicedRanges(0.0)
    voiced.start(0.0)
    voiced.end(2.0)
    voiced.advance(4.0)
    assert window_after_pause(Window(0.0), 1.0, 4.0, voiced, POLICY, hangover=0.2) is None


def test_context_is_what_precedes_the_overlap_and_begins_anew_when_dropped():
    tail = tail_of(speech("we all go"))
    assert tail.context(overlap=2) == "we"
    tail.drop_context()
    assert tail.context(overlap=2) == ""
    tail.add(speech("home now and then"))
    assert tail.context(overlap=2) == "home now"


def test_context_and_memory_are_bounded():
    tail = tail_of(speech("word " * 500))
    assert len(tail.context(overlap=2).split()) == POLICY.context_words
    assert len(tail) < 2 * POLICY.context_words
