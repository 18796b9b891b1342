from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from trainer.scratch.corpus import Clip
from trainer.scratch.examples import IGNORED, Composer, Plan, plan_example
from trainer.scratch.letters import ENGLISH
from trainer.scratch.recipe import Mix
from trainer.scratch.tokens import TokenIds, train_tokenizer

TEXTS = ["Please send the report.", "The kitchen light is broken.", "Call Anna on Monday morning."]
EVERYTHING = Mix(packed=0.0, full_window=0.0, padded=0.0, silent=0.0, timestamps=1.0, previous_text=1.0)
PLAIN = Mix(**{entry.name: 0.0 for entry in fields(Mix)})


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
    assert ENGLISH.ids("Twenty-one!") == ENGLISH.ids("twenty one")


def timed(clip: Clip) -> Clip:
    """The clip as if its words began at even steps."""
    words = len(clip.text.split())
    return replace(clip, word_starts=tuple(range(0, clip.length, clip.length // words))[:words])


def test_an_excerpt_ends_with_the_last_word_that_was_said(clips: list[Clip]) -> None:
    clip = timed(clips[1])
    source = np.random.default_rng(5)

    plans = [plan_example([clip], replace(PLAIN, excerpt=1.0), source) for _ in range(200)]

    for plan in plans:
        (part,) = plan.clips
        said = (plan.before + " " + part.text).split()
        begin, end = (part.start - clip.start), (part.start - clip.start + part.length)
        assert 0 < len(part.text.split()) < 5
        assert " ".join(said).rstrip(".") in clip.text
        assert begin == clip.word_starts[len(plan.before.split())]
        following = [start for start in clip.word_starts if start >= end]
        assert len(said) in (5 - len(following), 5 - len(following) - 1)
        assert part.text.endswith(".") == (len(said) == 5)
    assert {bool(plan.before) for plan in plans} == {True, False}


def test_what_stood_before_an_excerpt_is_its_context(tokenizer: Tokenizer, clips: list[Clip]) -> None:
    ids = TokenIds.of(tokenizer)
    plan = Plan((timed(clips[1]).excerpt(2, 4, 20_000),), 2.0, before="The kitchen")
    composer = Composer(tokenizer, clips)

    examples = [composer.compose(plan, PLAIN, np.random.default_rng(seed)) for seed in range(20)]

    led = [example for example in examples if example.inputs[0] == ids.previous]
    assert 10 < len(led) < 20
    before = tokenizer.encode(" The kitchen").ids
    assert all(example.inputs[: len(before) + 2] == [ids.previous, *before, ids.start] for example in led)
    assert led[0].targets[-1] == ids.end
    assert tokenizer.decode([t for t in led[0].targets[:-1] if 0 <= t < ids.end]).strip() == "light is"


def test_a_clip_whose_word_times_are_unknown_stays_whole(clips: list[Clip]) -> None:
    plans = [plan_example(clips, replace(PLAIN, excerpt=1.0), np.random.default_rng(seed)) for seed in range(5)]

    assert all(plan.clips[0] in clips for plan in plans)


def test_a_vocabulary_stands_before_what_was_said(tokenizer: Tokenizer, clips: list[Clip]) -> None:
    ids = TokenIds.of(tokenizer)
    mix = replace(PLAIN, vocabulary=1.0, previous_text=1.0)

    example = Composer(tokenizer, clips).compose(Plan((clips[0],), 3.0), mix, np.random.default_rng(6))

    past = tokenizer.decode(example.inputs[1 : example.inputs.index(ids.start)]).strip()
    terms, previous = next((past[: -len(text)].strip(), text) for text in TEXTS if past.endswith(text))
    assert previous in TEXTS
    assert all(" " not in term.strip() for term in terms.split(", "))
