import re

import pytest

from trainer.text.prose import prose
from trainer.text.testing import test_sentences as make_test_sentences
from trainer.text.wording import normalise, words_of


@pytest.mark.parametrize(("use", "at_least"), [("train", 1_200), ("books", 20_000), ("test", 300)])
def test_prose_is_in_written_form(use: str, at_least: int) -> None:
    sentences = prose(use)  # type: ignore[arg-type]
    assert len({normalise(sentence) for sentence in sentences}) == len(sentences) >= at_least
    assert [text for text in sentences if not re.fullmatch(r"[A-Z][A-Za-z' ,.?!:-]*[.?!]", text)] == []
    assert [text for text in sentences if not 4 <= len(text.split()) <= 25] == []


def test_prose_to_test_on_is_unlike_prose_to_train_on() -> None:
    trained = [set(words_of(text)) for text in (*prose("train"), *prose("books"))]
    for text in prose("test"):
        words = set(words_of(text))
        nearest = max(len(words & other) / len(words | other) for other in trained)
        assert nearest < 0.7, text


def test_test_sentences_are_half_prose_and_repeatable() -> None:
    sentences = make_test_sentences(500, seed=7)
    assert sentences == make_test_sentences(500, seed=7)
    assert len({normalise(sentence.text) for sentence in sentences}) == 500
    assert sum(sentence.source == "prose" for sentence in sentences) == 250


def test_more_test_sentences_than_there_is_prose_is_refused() -> None:
    with pytest.raises(ValueError, match="need 1000 of prose"):
        make_test_sentences(2_000, seed=1)
