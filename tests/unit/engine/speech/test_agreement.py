"""Comparing hypotheses, and finding the seam between two windows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from scripted_recogniser import speech

from engine.records import Word
from engine.speech.agreement import agreed_length, keep_shown, normalise, overlap_length, same_text


def texts(words):
    return [word.text for word in words]


def moved(words, seconds):
    return [Word(word.text, word.start + seconds, word.end + seconds, word.probability) for word in words]


def test_words_compare_without_case_punctuation_and_form_of_letters():
    assert normalise(" Don’t,") == normalise("don't") == "dont"
    assert normalise("STRASSE") == normalise("Straße")
    assert normalise("Cafe\u0301") == normalise("café")
    assert normalise("－") != normalise("%") != ""


@given(st.text())
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


def test_agreement_ends_at_the_first_difference():
    assert agreed_length(speech("The quick brown"), speech("the quick, red fox")) == 2
    assert agreed_length([], speech("the")) == 0


def test_the_same_text_has_the_same_length():
    assert same_text(speech("The end."), speech("the end"))
    assert not same_text(speech("the end"), speech("the end of"))


def test_words_heard_again_are_the_overlap():
    words = speech("one two three four")
    assert overlap_length(words[:2], words) == 2


def test_a_misheard_overlap_is_still_the_overlap():
    words = speech("their house was big")
    assert overlap_length(words[:2], speech("there house was big")) == 2
    assert overlap_length(words[:2], speech("there horse was big")) == 2


def test_an_overlap_that_was_not_heard_again_takes_no_word():
    words = speech("one two three four")
    assert overlap_length(words[:2], words[2:]) == 0
    assert overlap_length(words[:2], words[1:]) == 1
    assert overlap_length(words[:2], []) == 0


def test_words_before_the_overlap_go_with_it():
    words = speech("zero one two three")
    assert overlap_length(words[1:3], words) == 3


def test_times_tell_a_repeated_word_from_one_heard_again():
    words = [Word(text, i, i + 0.6, 1.0) for i, text in enumerate(["very", "very", "very", "good"])]
    assert overlap_length(words[:2], words) == 2
    assert overlap_length(words[:2], words[1:]) == 1
    assert overlap_length(words[:2], words[2:]) == 0


def test_a_word_read_as_one_with_its_neighbour_is_placed_by_its_time():
    can, not_, go = speech("can not go")
    assert overlap_length([can, not_], [Word("cannot", can.start, not_.end, 1.0), go]) == 1


@given(st.floats(-0.15, 0.15), st.integers(1, 3))
def test_the_seam_of_different_words_bears_inexact_times(shift, count):
    words = speech("one two three four five")
    assert overlap_length(words[:count], moved(words, shift)) == count


def test_a_final_may_revise_what_was_shown():
    assert texts(keep_shown(speech("ice cream"), speech("I scream"))) == ["I", "scream"]
    forty_two = speech("forty two")
    number = Word("42", forty_two[0].start, forty_two[1].end, 1.0)
    assert keep_shown(forty_two, [number]) == (number,)


def test_a_final_that_stops_early_or_begins_late_keeps_what_was_shown_there():
    shown = speech("we all go home")
    assert texts(keep_shown(shown, shown[:2])) == texts(shown)
    assert texts(keep_shown(shown, shown[2:])) == texts(shown)
    assert texts(keep_shown(shown, [])) == texts(shown)


def test_a_final_that_times_the_same_words_earlier_doubles_none():
    shown = speech("hello big world")
    assert texts(keep_shown(shown, moved(shown, -0.5))) == texts(shown)
    assert texts(keep_shown(shown, moved(shown, 0.5))) == texts(shown)
