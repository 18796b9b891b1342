import re
from collections import Counter

import pytest

from engine.errors import InputError
from trainer.text.grammar import generate
from trainer.text.users import SENTENCES_PER_USER, user_ids, user_sentences, user_terms
from trainer.text.wording import is_held_out, normalise, words_of

USERS = user_ids()


@pytest.fixture(scope="module")
def known_words() -> set[str]:
    return {word for text in generate(10_000, 1, split="train") for word in words_of(text)}


def test_there_are_eight_users_with_terms_of_their_own() -> None:
    terms = [term.text for user in USERS for term in user_terms(user)]
    assert len(USERS) == 8
    assert len(set(terms)) == len(terms) == 8 * 40


@pytest.mark.parametrize("user", USERS)
def test_sentences_are_different_repeatable_and_in_written_form(user: str) -> None:
    sentences = user_sentences(user)
    assert sentences == user_sentences(user)
    assert len({normalise(sentence.text) for sentence in sentences}) == SENTENCES_PER_USER
    for sentence in sentences:
        assert re.fullmatch(r"[A-Z][A-Za-z' ,.?!:-]*[.?!]", sentence.text)
        assert re.fullmatch(r"[A-Z][A-Za-z' ,.?!:-]*[.?!]", sentence.spoken)


@pytest.mark.parametrize("user", USERS)
def test_each_term_stands_in_many_contexts(user: str) -> None:
    contexts = Counter(term for sentence in user_sentences(user) for term in sentence.terms)
    assert len(contexts) == 40
    assert min(contexts.values()) >= 8
    for sentence in user_sentences(user):
        assert all(normalise(term) in normalise(sentence.text) for term in sentence.terms)


@pytest.mark.parametrize("user", USERS)
def test_terms_hold_words_the_starter_never_saw(user: str, known_words: set[str]) -> None:
    assert [term.text for term in user_terms(user) if set(words_of(term.text)) <= known_words] == []


def test_ordinary_sentences_of_users_never_trained() -> None:
    ordinary = [sentence.text for sentence in user_sentences(USERS[0]) if not sentence.terms]
    assert len(ordinary) > 200
    assert all(map(is_held_out, ordinary))


def test_an_unknown_user_is_refused() -> None:
    with pytest.raises(InputError, match="no development user 'nobody'"):
        user_terms("nobody")
