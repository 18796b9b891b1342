from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from trainer.scratch.corpus import Clip
from trainer.scratch.examples import IGNORED, Composer, Plan, ctc_characters, plan_example
from trainer.scratch.recipe import Mix
from trainer.scratch.tokens import TokenIds, train_tokenizer

TEXTS = ["Please send the report.", "The kitchen light is broken.", "Call Anna on Monday morning."]
EVERYTHING = Mix(packed=0.0, full_window=0.0, padded=0.0, silent=0.0, timestamps=1.0, previous_text=1.0)
PLAIN = Mix(0, 0, 0, 0, 0, 0, 0, 0, 0)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return train_tokenizer(TEXTS, 300)


@pytest.fixture
def clips(tmp_path: Path) -> list[Clip]:
    noise = (np.random.default_rng(0).standard_normal(3 * 32_000) * 3000).astype(np.int16)
    noise.tofile(tmp_path / "shard.pcm")
    return [Clip(tmp_path / "shard.pcm", i * 32_000, 32_000, text, "en-us") for i, text in enumerate(TEXTS)]


def test_targets_are_the_inputs_shifted_by_one(tokenizer: Tokenizer, clips: list[Clip]) -> None:
    ids = TokenIds.of(tokenizer)
    plan = Plan((clips[0],), 3.0)

    example = Composer(tokenizer, clips).compose(plan, PLAIN, np.random.default_rng(1))

    text = tokenizer.encode(" " + TEXTS[0]).ids
    assert example.inputs == [ids.start, ids.no_timestamps, *text]
    assert example.targets == [ids.no_timestamps, *text, ids.end]


def test_what_was_said_before_is_given_but_not_learnt(tokenizer: Tokenizer, clips: list[Clip]) -> None:
    ids = TokenIds.of(tokenizer)

    example = Composer(tokenizer, clips).compose(Plan((clips[1],), 3.0), EVERYTHING, np.random.default_rng(2))

    start = example.inputs.index(ids.start)
    assert example.inputs[0] == ids.previous
    assert start > 1
    assert example.targets[:start] == [IGNORED] * start
    assert example.targets[start:-1] == example.inputs[start + 1 :]


def test_timestamps_lie_where_the_speech_lies(tokenizer: Tokenizer, clips: list[Clip]) -> None:
    ids = TokenIds.of(tokenizer)
    mix = Mix(timestamps=1.0, previous_text=0.0, vocabulary=0.0, noisy=0.0, reverberant=0.0)

    example = Composer(tokenizer, clips).compose(Plan(tuple(clips[:2]), 6.0), mix, np.random.default_rng(3))

    times = [(token - ids.no_timestamps - 1) * 0.02 for token in example.targets if token > ids.no_timestamps]
    loud = np.flatnonzero(np.abs(example.samples) > 0.005) / 16_000
    assert len(times) == 4
    assert times == sorted(times)
    assert times[0] == pytest.approx(loud[0], abs=0.03)
    assert times[-1] == pytest.approx(loud[-1], abs=0.03)


def test_silence_teaches_no_speech_and_no_text(tokenizer: Tokenizer, clips: list[Clip]) -> None:
    ids = TokenIds.of(tokenizer)
    for seed in range(8):
        example = Composer(tokenizer, clips).compose(Plan((), 2.0), PLAIN, np.random.default_rng(seed))
        assert example.targets[0] == ids.no_speech
        assert all(token >= ids.end for token in example.targets)


def test_no_plan_is_longer_than_a_window(clips: list[Clip]) -> None:
    mix = Mix(packed=0.4, full_window=0.3, padded=0.2)
    source = np.random.default_rng(4)
    plans = [plan_example(clips, mix, source) for _ in range(300)]

    assert max(plan.seconds for plan in plans) <= 30.0
    assert {len(plan.clips) > 1 for plan in plans} == {True, False}


def test_hyphens_are_read_as_spaces() -> None:
    assert ctc_characters("Twenty-one!") == ctc_characters("twenty one")
