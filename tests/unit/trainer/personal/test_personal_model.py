"""The base with its adapter: reading, scaling, merging, the teacher, and what is kept on disk."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import torch
from job_folder import make_job_folder
from peft import PeftModel
from transformers import WhisperForConditionalGeneration

from trainer.forward import encode
from trainer.personal.cache import ArrayCache
from trainer.personal.device import Device
from trainer.personal.inputs import read_inputs
from trainer.personal.job import open_job
from trainer.personal.lora import Adapted
from trainer.personal.losses import hidden_loss, kl_loss, text_loss
from trainer.personal.recipe import Recipe
from trainer.personal.tokens import Tokens
from trainer.personal.whisper import ToRead, decode, load_base, put_on, read

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_job_folder(tmp_path_factory.mktemp("job"))


@pytest.fixture
def adapted(folder: Path) -> Adapted:
    adapted = Adapted.fresh(load_base(folder / "base" / "checkpoint"), Recipe(rank=2, dropout=0.0), seed=1)
    torch.manual_seed(5)
    for parameter in adapted.parameters():
        parameter.data.normal_(std=0.05)
    return adapted


def mel(frames: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-1, 1, (80, frames)).astype(np.float32)


@torch.no_grad()
def logits(adapted: Adapted) -> torch.Tensor:
    whisper = adapted.whisper
    states = encode(whisper.model.encoder, torch.from_numpy(mel(120))[None])
    return whisper.proj_out(decode(whisper, states, torch.tensor([[401, 408, 30, 31]]))[-1])


@pytest.fixture(params=["sdpa", "eager"])
def whisper(folder: Path, request: pytest.FixtureRequest) -> WhisperForConditionalGeneration:
    whisper = load_base(folder / "base" / "checkpoint").train(False)
    whisper.set_attn_implementation(request.param)
    return whisper


def test_only_a_processor_in_bf16_gives_up_the_fused_attention(folder: Path) -> None:
    for device, attention in (
        (Device("cpu", "bf16"), "eager"),
        (Device("cpu", "fp32"), "sdpa"),
        (Device("meta", "bf16"), "sdpa"),
    ):
        whisper = put_on(device, load_base(folder / "base" / "checkpoint"))
        assert whisper.config._attn_implementation == attention


def test_a_large_model_keeps_the_fused_attention(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.personal.whisper.TINY", 1)
    whisper = put_on(Device("cpu", "bf16"), load_base(folder / "base" / "checkpoint"))
    assert whisper.config._attn_implementation == "sdpa"


@torch.no_grad()
def test_the_own_decoder_gives_what_the_library_s_gives(whisper: WhisperForConditionalGeneration) -> None:
    inputs = torch.tensor([[401, 408, 30, 31, 32], [401, 408, 40, 41, 400]])
    states = torch.randn(2, 60, whisper.config.d_model, generator=torch.Generator().manual_seed(1))
    theirs = whisper.model.decoder(input_ids=inputs, encoder_hidden_states=states).last_hidden_state
    torch.testing.assert_close(decode(whisper, states, inputs)[-1], theirs)


@torch.no_grad()
def test_masked_positions_do_not_matter(whisper: WhisperForConditionalGeneration) -> None:
    inputs = torch.tensor([[401, 408, 30, 31]])
    states = torch.randn(1, 60, whisper.config.d_model, generator=torch.Generator().manual_seed(1))
    real = torch.arange(60)[None] < 40
    masked = decode(whisper, states, inputs, real)[-1]
    torch.testing.assert_close(masked, decode(whisper, states[:, :40], inputs)[-1])


def test_reading_gives_texts_in_the_order_of_the_clips(folder: Path) -> None:
    whisper, tokens = load_base(folder / "base" / "checkpoint"), Tokens.load(folder / "base" / "checkpoint")
    long, short = ToRead(mel(200, 1)), ToRead(mel(90, 2))
    together = read(whisper, tokens, [long, short], CPU, context_seconds=3.0)
    assert together == [read(whisper, tokens, [one], CPU, context_seconds=3.0)[0] for one in (long, short)]
    assert all(rows and max(rows) < tokens.end for rows in together)


def test_labels_start_once_and_end_once(folder: Path) -> None:
    tokens = Tokens.load(folder / "base" / "checkpoint")
    labels = [*tokens.prompt(), *tokens.text("the quick fox"), tokens.end]
    assert (labels.count(tokens.start), labels.count(tokens.end)) == (1, 1)
    assert tokens.decode(labels) == "the quick fox"


def test_scale_nought_is_the_base_and_half_the_scale_is_half_the_change(adapted: Adapted, folder: Path) -> None:
    whole = logits(adapted)
    with adapted.switched_off():
        base = logits(adapted)
    adapted.scale(0.0)
    torch.testing.assert_close(logits(adapted), base)
    assert not torch.allclose(whole, base, atol=1e-3)
    adapted.scale(0.5)
    half = logits(adapted)
    merged = adapted.merged()
    states = encode(merged.model.encoder, torch.from_numpy(mel(120))[None])
    torch.testing.assert_close(
        merged.proj_out(decode(merged, states, torch.tensor([[401, 408, 30, 31]]))[-1]), half, atol=1e-4, rtol=1e-4
    )
    original = load_base(folder / "base" / "checkpoint").model.decoder.layers[0].fc1.weight
    assert not torch.equal(merged.model.decoder.layers[0].fc1.weight, original)


@pytest.mark.filterwarnings("ignore:.*is_gradient_checkpointing.*:FutureWarning")
def test_the_saved_adapter_is_peft_s_own_format(adapted: Adapted, folder: Path, tmp_path: Path) -> None:
    adapted.save(tmp_path)
    plain = PeftModel.from_pretrained(load_base(folder / "base" / "checkpoint"), str(tmp_path))
    torch.testing.assert_close(logits(Adapted(plain)), logits(adapted))


def test_a_decoder_recipe_trains_no_encoder_layer(folder: Path) -> None:
    adapted = Adapted.fresh(load_base(folder / "base" / "checkpoint"), Recipe(rank=2, layers="decoder"), seed=1)
    assert adapted.state()
    assert not [name for name in adapted.state() if ".encoder." in name]


def test_losses_of_the_parts_add_up_and_nothing_is_lost_on_the_base_itself() -> None:
    source = torch.Generator().manual_seed(1)
    student, teacher = (torch.randn(4, 3, 7, generator=source) for _ in range(2))
    mask = torch.rand(4, 3, generator=source) > 0.3
    targets = torch.randint(0, 7, (4, 3), generator=source)
    for loss in (
        lambda rows: text_loss(student[rows], targets[rows], 0.1),
        lambda rows: kl_loss(student[rows], teacher[rows], mask[rows]),
        lambda rows: hidden_loss((student[rows],), teacher[None, rows], mask[rows]),
    ):
        torch.testing.assert_close(loss(slice(0, None, 2)) + loss(slice(1, None, 2)), loss(slice(None)))
    assert float(kl_loss(teacher, teacher, mask)) == pytest.approx(0, abs=1e-6)
    assert float(hidden_loss((teacher,), teacher[None], mask)) == 0


def test_kept_arrays_are_made_again_when_their_file_was_cut_off(tmp_path: Path) -> None:
    cache = ArrayCache(tmp_path / "cache")
    made: list[int] = []

    def make() -> np.ndarray:
        made.append(1)
        return np.full((2, 3), 0.1)

    first = cache.get("id", "key", make)
    assert np.array_equal(cache.get("id", "key", make), first)
    assert len(made) == 1
    file = next((tmp_path / "cache").iterdir())
    assert file.stat().st_mode & 0o077 == 0
    file.write_bytes(file.read_bytes()[:70])
    assert np.array_equal(cache.get("id", "key", make), first)
    assert len(made) == 2


def test_threads_that_make_the_same_array_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    cache = ArrayCache(tmp_path / "cache")
    both = threading.Barrier(2)

    def make() -> np.ndarray:
        both.wait(timeout=30)
        return np.ones((2, 3))

    for turn in range(50):
        with ThreadPoolExecutor(2) as pool:
            found = [pool.submit(cache.get, "id", str(turn), make) for _ in range(2)]
        assert all(np.array_equal(one.result(), np.ones((2, 3))) for one in found)
    assert len(list((tmp_path / "cache").iterdir())) == 50


def test_cached_features_follow_the_recording_s_content(folder: Path) -> None:
    from trainer.personal.examples import Composer

    inputs = read_inputs(open_job(folder), lambda _: None)
    composer = Composer(inputs.tokens, 80, ArrayCache(folder / "cache" / "test"), augment=False)
    one, other = inputs.train.clips[0], inputs.train.clips[1]
    before = composer.clean_mel(one)
    content = one.audio.read_bytes()
    one.audio.write_bytes(other.audio.read_bytes())
    assert composer.clean_mel(one).shape != before.shape or not np.array_equal(composer.clean_mel(one), before)
    one.audio.write_bytes(content)
    assert np.array_equal(composer.clean_mel(one), before)


def test_a_processor_is_always_there() -> None:
    assert Device("cpu", "fp32").place == CPU
