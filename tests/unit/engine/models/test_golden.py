from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from model_shelf import make_finished_model, make_recording
from tiny_whisper import make_checkpoint
from transformers import WhisperForConditionalGeneration

from engine.errors import ModelError, ModelFolderError
from engine.models import golden
from engine.models.card import Card, Context, Golden
from engine.models.golden import check_golden, decode_golden, has_loop, run_golden
from trainer.convert import convert


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_recording(tmp_path_factory.mktemp("golden") / "golden.flac")


def test_a_sound_model_says_the_same_in_a_child_as_here(tmp_path: Path, recording: Path) -> None:
    folder = make_finished_model(tmp_path / "model", "mine")
    here = decode_golden(folder, recording)
    assert here.plausible
    assert len(here.text.split()) >= 4
    there = run_golden(folder, audio=recording)
    assert there == here
    check_golden(folder, Card("mine", "Mine", golden=Golden(here.text)), audio=recording)


def test_other_words_than_the_cards_mean_damage(tmp_path: Path, recording: Path) -> None:
    folder = make_finished_model(tmp_path / "model", "mine")
    with pytest.raises(ModelError, match="other words"):
        check_golden(folder, Card("mine", "Mine", golden=Golden("hello")), audio=recording)


def test_the_recording_of_the_folder_goes_before_the_bundled_one(tmp_path: Path) -> None:
    folder = make_finished_model(tmp_path / "model", "mine", golden=Golden(audio="golden.flac"))
    make_recording(folder / "golden.flac", seconds=1.0)
    assert decode_golden(folder, tmp_path / "missing.flac").text


@pytest.mark.parametrize("audio", ["../golden.flac", "/etc/passwd", "missing.flac"])
def test_a_card_cannot_name_another_file_as_its_recording(tmp_path: Path, recording: Path, audio: str) -> None:
    folder = make_finished_model(tmp_path / "model", "mine", golden=Golden(audio=audio))
    with pytest.raises(ModelFolderError, match=r"golden\.audio should be"):
        decode_golden(folder, recording)


def test_the_context_of_the_card_is_what_the_model_is_checked_with(tmp_path: Path, recording: Path) -> None:
    folder = make_finished_model(tmp_path / "model", "mine")
    full = decode_golden(folder, recording)
    Card("mine", "Mine", context=Context(3.0, 0.5)).save(folder)
    short = decode_golden(folder, recording)
    assert short.score != full.score


def changed_model(folder: Path, change: object) -> Path:
    """A model converted from a checkpoint whose weights were changed."""
    checkpoint = make_checkpoint(folder / "checkpoint")
    model = WhisperForConditionalGeneration.from_pretrained(checkpoint)
    with torch.no_grad():
        change(model.model.decoder)
    model.save_pretrained(checkpoint)
    convert(checkpoint, folder / "model")
    Card("mine", "Mine").save(folder / "model")
    return folder / "model"


def test_a_model_that_repeats_itself_is_seen(tmp_path: Path, recording: Path) -> None:
    def never_end(decoder: torch.nn.Module) -> None:
        decoder.embed_positions.weight[2:] = 4 * decoder.embed_tokens.weight[300]

    result = decode_golden(changed_model(tmp_path, never_end), recording)
    assert result.looped
    assert not result.plausible


def test_a_model_without_finite_scores_is_refused(tmp_path: Path, recording: Path) -> None:
    def poison(decoder: torch.nn.Module) -> None:
        decoder.layer_norm.bias[:] = float("nan")

    folder = changed_model(tmp_path, poison)
    with pytest.raises(ModelError, match="does not work"):
        check_golden(folder, Card("mine", "Mine"), audio=recording)


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_model_whose_loading_kills_the_process_is_called_damaged(
    tmp_path: Path, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dying = tmp_path / "python"
    dying.write_text("#!/bin/sh\nkill -SEGV $$\n")
    dying.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(dying))
    with pytest.raises(ModelError, match=r"damaged.*signal 11"):
        run_golden(tmp_path, audio=recording)


def test_a_check_that_never_ends_is_stopped(tmp_path: Path, recording: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "python"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(slow))
    with pytest.raises(ModelError, match="did not finish"):
        run_golden(tmp_path, audio=recording, time_limit=0.2)


def test_a_damaged_installation_without_the_recording_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(golden, "GOLDEN_AUDIO", tmp_path / "missing.flac")
    with pytest.raises(ModelFolderError, match="is missing"):
        run_golden(make_finished_model(tmp_path / "model", "mine"))


@given(st.lists(st.integers(0, 5), min_size=1, max_size=8), st.lists(st.integers(6, 9), max_size=10))
def test_a_run_four_times_over_is_a_loop(run: list[int], before: list[int]) -> None:
    assert has_loop(before + run * 4)


@given(st.lists(st.integers(), unique=True, max_size=60))
def test_different_tokens_are_no_loop(tokens: list[int]) -> None:
    assert not has_loop(tokens)
    assert not has_loop(tokens[:20] * 3)
