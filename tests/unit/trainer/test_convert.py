from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from faster_whisper import WhisperModel
from tiny_whisper import make_checkpoint
from transformers import WhisperForConditionalGeneration

from engine.errors import ModelFolderError
from trainer import convert as command
from trainer.convert import convert


@pytest.fixture
def checkpoint(tmp_path: Path) -> Path:
    return make_checkpoint(tmp_path / "checkpoint")


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    content = json.loads(path.read_text())
    change(content)
    path.write_text(json.dumps(content))


def test_the_converted_model_says_what_the_checkpoint_says(checkpoint: Path, tmp_path: Path) -> None:
    convert(checkpoint, tmp_path / "model", quantization="float32")
    converted = WhisperModel(str(tmp_path / "model"), device="cpu", compute_type="float32")
    original = WhisperForConditionalGeneration.from_pretrained(checkpoint).eval()
    features = np.random.default_rng(0).normal(size=(1, 80, 3000)).astype(np.float32)
    start = converted.hf_tokenizer.token_to_id("<|startoftranscript|>")
    plain = converted.hf_tokenizer.token_to_id("<|notimestamps|>")
    end = converted.hf_tokenizer.token_to_id("<|endoftext|>")

    import ctranslate2

    theirs = converted.model.generate(
        ctranslate2.StorageView.from_array(features), [[start, plain]], beam_size=1, max_length=30, suppress_blank=False
    )[0].sequences_ids[0]
    ours = [start, plain]
    with torch.no_grad():
        states = original.model.encoder(torch.from_numpy(features))
        while ours[-1] != end and len(ours) < 30:
            output = original(encoder_outputs=states, decoder_input_ids=torch.tensor([ours]))
            ours.append(int(output.logits[0, -1].argmax()))
    assert theirs == ours[2:-1]
    assert len(theirs) > 3


def test_files_that_newer_libraries_leave_out_are_written(checkpoint: Path, tmp_path: Path) -> None:
    for name in ("preprocessor_config.json", "generation_config.json"):
        (checkpoint / name).unlink()
    convert(checkpoint, tmp_path / "model")
    assert json.loads((tmp_path / "model/preprocessor_config.json").read_text())["feature_size"] == 80
    config = json.loads((tmp_path / "model/config.json").read_text())
    assert config["alignment_heads"] == [[1, 0], [1, 1]]
    assert config["lang_ids"], "the one language of the tokenizer"
    assert not (checkpoint / "generation_config.json").exists(), "the checkpoint stays as it was"


def test_a_checkpoint_without_tokenizer_is_refused(checkpoint: Path, tmp_path: Path) -> None:
    (checkpoint / "tokenizer.json").unlink()
    with pytest.raises(ModelFolderError, match=r"no tokenizer\.json"):
        convert(checkpoint, tmp_path / "model")


def test_pickled_weights_are_never_loaded(checkpoint: Path, tmp_path: Path) -> None:
    (checkpoint / "model.safetensors").rename(checkpoint / "pytorch_model.bin")
    with pytest.raises(ModelFolderError, match="no safetensors"):
        convert(checkpoint, tmp_path / "model")


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        ("config.json", lambda content: content.update(eos_token_id=7), "gives .*endoftext.* the number 7"),
        ("config.json", lambda content: content.update(model_type="bart"), "bart model"),
        ("preprocessor_config.json", lambda content: content.update(feature_size=128), "128 mel bins"),
        ("generation_config.json", lambda content: content.update(alignment_heads=[[5, 0]]), "alignment head"),
    ],
)
def test_parts_that_belong_to_another_model_are_named(
    checkpoint: Path, tmp_path: Path, file: str, change: Callable[[dict[str, Any]], object], said: str
) -> None:
    edit(checkpoint / file, change)
    with pytest.raises(ModelFolderError, match=said):
        convert(checkpoint, tmp_path / "model")
    assert [entry.name for entry in tmp_path.iterdir()] == ["checkpoint"], "nothing half-made stays"


def test_an_existing_folder_is_never_overwritten(checkpoint: Path, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    with pytest.raises(ModelFolderError, match="exists already"):
        convert(checkpoint, tmp_path / "model")


def test_the_command_says_in_one_line_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([str(tmp_path), str(tmp_path / "model")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
