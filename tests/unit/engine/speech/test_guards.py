from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.speech.guards import (
    Anomaly,
    find_anomaly,
    is_prompt_echo,
    is_repetitive,
    is_silence,
    says_too_little,
    token_limit,
)

WORDS = st.text("abcdefghij", min_size=2, max_size=8)
DISTINCT = st.lists(WORDS, min_size=3, max_size=12, unique=True)


@given(DISTINCT, st.integers(9, 30))
def test_a_phrase_said_over_and_over_is_repetitive_wherever_it_stands(phrase: list[str], times: int) -> None:
    assert is_repetitive(" ".join(["Well,", *phrase * times, "I", "think."]))


@given(DISTINCT)
def test_a_text_that_says_nothing_twice_is_not(words: list[str]) -> None:
    assert not is_repetitive(" ".join(words))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No, no, no, no, no.",
        "Yes yes yes, I know, I know, I know.",
        "very, very, very good; very, very, very bad",
        "one two one two one two testing",
        "five five five zero zero zero one one one",
        "To be, or not to be, that is the question. To be, or not to be, that is the question.",
    ],
)
def test_what_people_say_is_not_repetitive(text: str) -> None:
    assert not is_repetitive(text)


@given(st.lists(WORDS, min_size=3, max_size=10, unique=True))
def test_prompted_terms_that_come_back_are_an_echo(terms: list[str]) -> None:
    assert is_prompt_echo(", ".join(terms) + ".", terms)


@given(st.lists(WORDS, min_size=3, max_size=10, unique=True))
def test_terms_within_a_sentence_are_not_an_echo(terms: list[str]) -> None:
    assert not is_prompt_echo(" and then we saw ".join(terms), terms)


def test_one_or_two_terms_alone_may_be_all_that_was_said() -> None:
    assert not is_prompt_echo("Kubernetes.", ["Kubernetes", "Ansible"])
    assert not is_prompt_echo("Kubernetes, Ansible.", ["Kubernetes", "Ansible"])


def test_terms_of_several_words_count_as_wholes() -> None:
    terms = ["New York", "Los Angeles", "San Juan Hill"]
    assert is_prompt_echo("new york los angeles san juan hill", terms)
    assert not is_prompt_echo("new angeles los hill", terms)


def test_silence_needs_a_decoder_that_does_not_believe_its_own_text() -> None:
    assert is_silence(score=-1.5, no_speech_probability=0.9)
    assert not is_silence(score=-0.3, no_speech_probability=0.9)
    assert not is_silence(score=-1.5, no_speech_probability=0.5)


def test_an_output_that_reaches_its_limit_has_run_away() -> None:
    limit = token_limit(2.0)
    said = {"text": "a b c", "score": -0.2, "no_speech_probability": 0.0, "vocabulary": ()}
    assert find_anomaly(tokens=limit, limit=limit, **said) is Anomaly.RUNAWAY
    assert find_anomaly(tokens=limit - 1, limit=limit, **said) is None


def test_a_dozen_tokens_are_too_few_for_half_a_minute_of_speech() -> None:
    assert says_too_little(12, speech_seconds=25.0)
    assert not says_too_little(75, speech_seconds=25.0)
    assert not says_too_little(2, speech_seconds=0.9)
