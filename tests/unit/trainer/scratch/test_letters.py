from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from trainer.scratch.letters import ENGLISH, Letters
from trainer.scratch.model import new_model
from trainer.scratch.recipe import BASIC
from trainer.scratch.tokens import save_tokenizer, train_tokenizer
from trainer.scratch.weights import save_ctc_head, take_encoder

TINY = replace(BASIC, width=16, heads=2, encoder_layers=1, decoder_layers=1)
ESPERANTO = Letters.of(["Ĉu la ĝardeno estas ŝia? Jes, ĝi estas."] * 3)


def test_letters_are_those_of_the_text():
    assert set("ĉuŝĝ'") < set(ESPERANTO.alphabet)
    assert "x" not in ESPERANTO.alphabet
    assert ESPERANTO.plain("ĈU ŜI-ĝi?") == "ĉu ŝi ĝi"
    assert ESPERANTO.plain("G\u0302i") == "ĝi"  # composed before it is looked up


def test_a_letter_that_is_hardly_there_is_not_spelt():
    assert "q" not in Letters.of(["aaa bbb q"]).alphabet


def test_they_are_kept_with_the_tokenizer(tmp_path):
    ESPERANTO.save(tmp_path)
    assert Letters.load(tmp_path) == ESPERANTO
    (tmp_path / "letters.txt").unlink()
    ENGLISH.save(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert Letters.load(tmp_path) == ENGLISH


@pytest.mark.parametrize("text", ["Twenty-one!", "don't stop", ""])
def test_what_is_spelt_can_be_read_back(text):
    assert ENGLISH.text(ENGLISH.ids(text)) == ENGLISH.plain(text)


def test_an_encoder_of_another_language_brings_the_letters_both_have(tmp_path):
    tokenizer = train_tokenizer(["call anna now"], 270)
    english, other = new_model(TINY, tokenizer), new_model(TINY, tokenizer, ESPERANTO)
    english.whisper.save_pretrained(tmp_path)
    save_tokenizer(tokenizer, tmp_path)
    save_ctc_head(english, tmp_path)
    before = other.ctc_head.weight.clone()

    take_encoder(other, tmp_path)

    at = ESPERANTO.alphabet.index
    theirs = english.ctc_head.weight[ENGLISH.alphabet.index("a") + 1]
    torch.testing.assert_close(other.ctc_head.weight[at("a") + 1], theirs, rtol=1e-2, atol=1e-3)
    torch.testing.assert_close(other.ctc_head.weight[at("ĝ") + 1], before[at("ĝ") + 1])
