from __future__ import annotations

from dataclasses import replace

import pytest

from engine.errors import InputError
from trainer.text import languages
from trainer.text.languages import generate_in, language_codes


@pytest.mark.parametrize("language", language_codes())
def test_a_language_has_sentences_to_train_to_watch_and_to_test(language):
    train, dev, test = (set(generate_in(language, 500, 1, split=split)) for split in ("train", "dev", "test"))
    assert len(train) == len(dev) == len(test) == 500
    assert not train & dev
    assert not train & test
    assert not dev & test


def test_the_same_seed_makes_the_same_sentences():
    assert list(generate_in("eo", 20, 1, split="train")) == list(generate_in("eo", 20, 1, split="train"))


def test_more_sentences_than_the_lists_make_are_refused(monkeypatch):
    whole = languages.read_domain(languages.FOLDER / "eo.txt")
    small = replace(whole, lists={name: words[:2] for name, words in whole.lists.items()})
    monkeypatch.setattr(languages, "read_domain", lambda _: small)
    with pytest.raises(InputError, match="makes no"):
        list(generate_in("eo", 100_000, 1, split="dev"))


def test_an_unknown_language_is_told():
    with pytest.raises(InputError, match="no text"):
        list(generate_in("xx", 1, 1, split="train"))
