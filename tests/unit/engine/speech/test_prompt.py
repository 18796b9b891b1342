from __future__ import annotations

from pathlib import Path

import pytest
from faster_whisper.tokenizer import Tokenizer
from hypothesis import given
from hypothesis import strategies as st
from tiny_whisper import make_model
from tokenizers import Tokenizer as Backend

from engine.speech.options import DecodeOptions
from engine.speech.prompt import PREVIOUS_TOKENS, VOCABULARY_TOKENS, build_prompt


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Tokenizer:
    folder: Path = make_model(tmp_path_factory.mktemp("model"))
    return Tokenizer(Backend.from_file(str(folder / "tokenizer.json")), multilingual=False)


def test_without_anything_to_lead_it_the_decoder_starts_at_the_transcript(tokenizer: Tokenizer) -> None:
    assert build_prompt(tokenizer, DecodeOptions()) == [tokenizer.sot, tokenizer.no_timestamps]
    assert build_prompt(tokenizer, DecodeOptions(timestamps=True)) == [tokenizer.sot]


def test_terms_come_first_then_what_was_said_then_the_transcript(tokenizer: Tokenizer) -> None:
    options = DecodeOptions(vocabulary=("fox", "old town"), previous_text="The weather is fine.")

    prompt = build_prompt(tokenizer, options)

    assert prompt[0] == tokenizer.sot_prev
    assert prompt[-2:] == [tokenizer.sot, tokenizer.no_timestamps]
    assert tokenizer.decode(prompt[1:-2]) == " fox, old town The weather is fine."


def test_of_a_long_past_the_end_is_kept_and_of_many_terms_the_first(tokenizer: Tokenizer) -> None:
    past = tokenizer.decode(build_prompt(tokenizer, DecodeOptions(previous_text="fox " * 500 + "dog"))[1:-2])
    terms = build_prompt(tokenizer, DecodeOptions(vocabulary=tuple(f"number {n}" for n in range(500))))[1:-2]

    assert past.endswith(" dog")
    assert len(tokenizer.encode(past)) <= PREVIOUS_TOKENS
    assert len(terms) <= VOCABULARY_TOKENS
    assert tokenizer.decode(terms).startswith(" number 0, number 1, number 2")


@given(text=st.lists(st.sampled_from(["<|endoftext|>", "<|0.00|>", "<|en|>", " ", "the", "<|", "ö"])).map("".join))
def test_no_text_becomes_a_special_token(tokenizer: Tokenizer, text: str) -> None:
    prompt = build_prompt(tokenizer, DecodeOptions(previous_text=text, vocabulary=(text,)))

    special = [token for token in prompt if token >= tokenizer.eot]
    assert special in (
        [tokenizer.sot, tokenizer.no_timestamps],
        [tokenizer.sot_prev, tokenizer.sot, tokenizer.no_timestamps],
    )
