"""The scale of an adapter: what is measured at each, and which is taken."""

from pathlib import Path

import pytest
import torch
from job_folder import make_job_folder
from transformers.modeling_outputs import BaseModelOutput

from trainer.forward import Remembered, encode
from trainer.personal.alpha import AlphaPoint, Heard, choose_alpha, error_rate, sweep
from trainer.personal.batches import collate
from trainer.personal.cache import ArrayCache
from trainer.personal.device import Device
from trainer.personal.examples import Composer
from trainer.personal.inputs import read_inputs
from trainer.personal.job import open_job
from trainer.personal.lora import Adapted
from trainer.personal.recipe import Recipe
from trainer.personal.surprise import Surprise, forgotten, surprises
from trainer.personal.whisper import READ_TOGETHER, load_base
from trainer.statistics import Counts


def test_the_scale_must_keep_general_speech() -> None:
    points = [AlphaPoint(0.0, 0.4, 2.0, 0.0), AlphaPoint(0.5, 0.2, 1.0, 0.004), AlphaPoint(1.0, 0.1, 0.5, 0.03)]
    assert choose_alpha(points, 0.012).alpha == 0.5
    assert choose_alpha([points[0], AlphaPoint(0.5, 0.2, 1.0, 0.004, 0.009)], 0.012).alpha == 0.0


def test_what_is_forgotten_is_counted_from_the_scale_that_forgets_least() -> None:
    less_sure = AlphaPoint(0.25, 0.3, 1.5, -0.008)
    further = [AlphaPoint(0.5, 0.2, 1.0, 0.003, 0.001), AlphaPoint(1.0, 0.1, 0.5, 0.01, 0.001)]
    assert choose_alpha([AlphaPoint(0.0, 0.4, 2.0, 0.0), *further], 0.012).alpha == 1.0
    assert choose_alpha([AlphaPoint(0.0, 0.4, 2.0, 0.0), less_sure, *further], 0.012).alpha == 0.5


def test_a_base_that_learns_to_bear_short_audio_may_be_changed_although_the_doubt_is_large() -> None:
    base = AlphaPoint(0.0, 1.5, 1.1, 0.0)
    learnt = [AlphaPoint(0.5, 0.56, 0.81, -0.73, 0.05), AlphaPoint(1.0, 0.55, 0.8, -1.44, 0.1)]
    assert choose_alpha([base, *learnt], 0.012).alpha == 1.0
    assert choose_alpha([base, AlphaPoint(1.0, 0.55, 0.8, -0.01, 0.1)], 0.012).alpha == 0.0


def test_the_scale_is_the_one_that_the_own_speech_surprises_least() -> None:
    near = [AlphaPoint(0.0, 0.4, 2.0, None), AlphaPoint(0.5, 0.1, 1.1, None), AlphaPoint(1.0, 0.12, 1.0, None)]
    assert choose_alpha(near, 0.012).alpha == 1.0
    assert choose_alpha([AlphaPoint(0.0, 0.4, 2.0, None), AlphaPoint(1.0, 0.4, 2.0, None)], 0.012).alpha == 0.0


def test_a_sweep_measures_what_each_scale_adds_to_the_smallest() -> None:
    own = {0.0: 4, 0.5: 2, 1.0: 1}
    kept_back = {0.0: (3.0, 1.0), 0.5: (2.0, 1.0), 1.0: (6.0, 5.0)}

    def hear(alpha: float) -> Heard:
        others = [Surprise(nats, 10) for nats in kept_back[alpha]]
        return Heard([Counts(own[alpha], 10)], [Surprise(5.0 * own[alpha], 20)], others)

    assert list(sweep((1.0, 0.0, 0.5), hear)) == [
        AlphaPoint(0.0, 0.4, 1.0, 0.0, 0.0),
        AlphaPoint(0.5, 0.2, 0.5, -0.05, 0.05),
        AlphaPoint(1.0, 0.1, 0.25, 0.35, 0.25),
    ]
    alone = sweep((1.0,), lambda _: Heard([Counts(1, 10)], [Surprise(5.0, 20)]))
    assert list(alone) == [AlphaPoint(1.0, 0.1, 0.25, None, 0.0)]


def test_the_doubt_about_a_loss_grows_with_what_changed_and_not_with_what_stayed_bad() -> None:
    before = [Surprise(9.0, 10), Surprise(0.5, 10), Surprise(30.0, 20)]
    assert forgotten(before, before) == (0.0, 0.0)
    assert forgotten(before, [Surprise(10.0, 10), *before[1:]]) == pytest.approx((1 / 40, 1 / 40))
    assert error_rate([Counts(1, 10), Counts(0, 10), Counts(3, 20)]) == 0.1


@torch.no_grad()
def test_the_surprise_at_a_text_is_the_library_s_loss_over_its_tokens(tmp_path: Path) -> None:
    job = open_job(make_job_folder(tmp_path))
    inputs = read_inputs(job, lambda _: None)
    whisper = load_base(job.base).train(False)
    composer = Composer(inputs.tokens, whisper.config.num_mel_bins, ArrayCache(tmp_path / "mel"), augment=True)
    clips = sorted(inputs.train.clips, key=lambda clip: -clip.duration)
    found = surprises(whisper, composer, clips, Device("cpu", "fp32"))

    assert [one.tokens for one in found] == [len(composer.labels(clip)) - 1 for clip in clips]
    longest = composer.undisturbed(clips[0])  # the others are filled up with silence to its length
    batch = collate([longest], inputs.tokens.end, 0.5)
    states = BaseModelOutput(encode(whisper.model.encoder, batch.mel))
    theirs = whisper(encoder_outputs=states, decoder_input_ids=batch.inputs, labels=batch.targets)
    assert found[0].nats / found[0].tokens == pytest.approx(float(theirs.loss), rel=1e-4)


def test_an_encoder_that_stays_the_base_s_is_asked_once_for_all_scales(tmp_path: Path) -> None:
    job = open_job(make_job_folder(tmp_path))
    inputs = read_inputs(job, lambda _: None)
    adapted = Adapted.fresh(load_base(job.base), Recipe(rank=2, dropout=0.0, layers="decoder"), seed=1)
    for parameter in adapted.parameters():
        parameter.data.normal_(std=0.05, generator=torch.Generator().manual_seed(2))
    whisper = adapted.whisper
    composer = Composer(inputs.tokens, whisper.config.num_mel_bins, ArrayCache(tmp_path / "mel"), augment=True)
    device, clips = Device("cpu", "fp32"), inputs.train.clips
    asked = []
    whisper.model.encoder.conv1.register_forward_hook(lambda *_: asked.append(1))
    listen = Remembered(whisper.model.encoder)

    found = []
    for alpha in (0.0, 0.5, 1.0):
        adapted.scale(alpha)
        found.append(surprises(whisper, composer, clips, device, listen))
    once = len(asked)
    assert once == -(-len(clips) // READ_TOGETHER)
    assert found[-1] == surprises(whisper, composer, clips, device)
    assert found[0] != found[-1]
    assert len(asked) == 2 * once
