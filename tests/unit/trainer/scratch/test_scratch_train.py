import io
import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from trainer.progress import Progress
from trainer.scratch.corpus import Clip
from trainer.scratch.examples import Composer
from trainer.scratch.model import ScratchModel, new_model
from trainer.scratch.recipe import BASIC, Mix
from trainer.scratch.tokens import train_tokenizer
from trainer.scratch.train import Watch, rate_at, train

TINY = replace(
    BASIC, width=16, heads=2, encoder_layers=1, decoder_layers=1, steps=6, batch_seconds=6.0, easy_share=0.5,
    mix=Mix(full_window=0.0, padded=0.0),
)  # fmt: skip


def clips_in(folder: Path) -> list[Clip]:
    (np.random.default_rng(0).standard_normal(4 * 16_000) * 3000).astype(np.int16).tofile(folder / "shard.pcm")
    return [
        Clip(folder / "shard.pcm", i * 16_000, 16_000, f"call anna {word}", "en-us") for i, word in enumerate("abcd")
    ]


def run(folder: Path, clips: list[Clip], steps: int) -> dict[str, torch.Tensor]:
    """Train up to `steps`, on from what is in `folder`."""
    tokenizer = train_tokenizer([clip.text for clip in clips], 270)
    torch.manual_seed(1)
    model: ScratchModel = new_model(TINY, tokenizer)
    left = iter([False] * (steps + 1))
    stop = lambda: next(left, True)  # noqa: E731
    done = train(
        TINY, model, Composer(tokenizer, clips), Watch(clips, tokenizer), folder, torch.device("cpu"),
        Progress(io.StringIO()), stop,
    )  # fmt: skip
    assert done or steps < TINY.steps
    return model.state_dict()


def test_an_interrupted_run_ends_where_the_uninterrupted_one_does(tmp_path: Path) -> None:
    clips = clips_in(tmp_path)
    whole = run(tmp_path / "whole", clips, TINY.steps)

    run(tmp_path / "parts", clips, 2)
    parts = run(tmp_path / "parts", clips, TINY.steps)

    for name, value in whole.items():
        torch.testing.assert_close(parts[name], value, rtol=1e-3, atol=1e-4)


def test_the_rate_rises_and_falls() -> None:
    rates = [rate_at(BASIC, step) for step in range(BASIC.steps)]
    peak = int(np.argmax(rates))

    assert 0 < peak < 0.1 * BASIC.steps
    assert rates[peak:] == sorted(rates[peak:], reverse=True)
    assert rates[-1] < 0.02 * BASIC.rate


def test_the_mix_comes_in_little_by_little() -> None:
    shares = [BASIC.mix.scaled(BASIC.hardness(step)).noisy for step in range(BASIC.steps)]

    assert shares[0] == 0.0
    assert shares == sorted(shares)
    assert shares[-1] == BASIC.mix.noisy
    assert max(b - a for a, b in itertools.pairwise(shares)) < 0.01
