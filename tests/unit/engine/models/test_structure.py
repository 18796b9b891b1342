from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tiny_whisper import make_model

from engine.errors import ModelFolderError
from engine.models.binary import read_outline
from engine.models.structure import check_structure


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_model(tmp_path / "model")


def edit_json(path: Path, change: Callable[[dict], object]) -> None:
    content = json.loads(path.read_text())
    change(content)
    path.write_text(json.dumps(content))


def test_the_sizes_of_a_sound_model(folder: Path) -> None:
    structure = check_structure(folder)
    assert structure.vocabulary == len(json.loads((folder / "vocabulary.json").read_text()))
    assert structure.mel_bins == 80
    assert not structure.multilingual


@pytest.mark.parametrize("name", ["model.bin", "config.json", "tokenizer.json", "vocabulary.json"])
def test_each_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelFolderError, match=name.replace(".", r"\.")):
        check_structure(folder)


def test_mel_bins_that_the_weights_do_not_have(folder: Path) -> None:
    edit_json(folder / "preprocessor_config.json", lambda content: content.update(feature_size=128))
    with pytest.raises(ModelFolderError, match="128 mel bins, the weights need 80"):
        check_structure(folder)


def test_a_vocabulary_of_the_wrong_length(folder: Path) -> None:
    edit_json(folder / "vocabulary.json", lambda tokens: tokens.append("more"))
    with pytest.raises(ModelFolderError, match="the vocabulary has"):
        check_structure(folder)


def test_a_garbage_vocabulary(folder: Path) -> None:
    """What a conversion without tokenizer files produces: the right length, other tokens."""
    tokens = json.loads((folder / "vocabulary.json").read_text())
    (folder / "vocabulary.json").write_text(json.dumps([f"<|{number}|>" for number in range(len(tokens))]))
    with pytest.raises(ModelFolderError, match="another number"):
        check_structure(folder)


def test_swapped_words_in_the_vocabulary(folder: Path) -> None:
    def swap(tokens: list[str]) -> None:
        tokens[300], tokens[301] = tokens[301], tokens[300]

    edit_json(folder / "vocabulary.json", swap)
    with pytest.raises(ModelFolderError, match="not the tokenizer's"):
        check_structure(folder)


@pytest.mark.parametrize("heads", [None, [], [[9, 0]], [3]])
def test_alignment_heads_that_are_not_there(folder: Path, heads: object) -> None:
    edit_json(folder / "config.json", lambda content: content.update(alignment_heads=heads))
    with pytest.raises(ModelFolderError, match="alignment head"):
        check_structure(folder)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("vocabulary.json", "{}", "not a list of tokens"),
        ("vocabulary.json", "[1, 2]", "not a list of tokens"),
        ("vocabulary.json", "[", "damaged"),
        ("tokenizer.json", "{}", "tokenizer.json is damaged"),
        ("config.json", "[]", "not an object"),
        ("preprocessor_config.json", "[]", "says 0 mel bins"),
    ],
)
def test_files_that_hold_something_else(folder: Path, name: str, content: str, said: str) -> None:
    (folder / name).write_text(content)
    with pytest.raises(ModelFolderError, match=said):
        check_structure(folder)


def test_a_tokenizer_that_lacks_a_token(folder: Path) -> None:
    tokenizer = folder / "tokenizer.json"
    tokenizer.write_text(tokenizer.read_text().replace("<|notimestamps|>", "<|something|>"))
    with pytest.raises(ModelFolderError, match=r"does not know <\|notimestamps\|>"):
        check_structure(folder)


def test_the_older_vocabulary_file_is_read(folder: Path) -> None:
    tokens = json.loads((folder / "vocabulary.json").read_text())
    (folder / "vocabulary.json").unlink()
    (folder / "vocabulary.txt").write_text("\n".join(tokens) + "\n")
    assert check_structure(folder).vocabulary == len(tokens)


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_model(tmp_path_factory.mktemp("outline") / "model")
    return shutil.copyfile(folder / "model.bin", folder / "whole.bin")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_weights_cut_anywhere_are_refused(weights: Path, tmp_path: Path, data: st.DataObject) -> None:
    size = weights.stat().st_size
    cut = shutil.copyfile(weights, tmp_path / "model.bin")
    os.truncate(cut, data.draw(st.integers(0, size - 1)))
    with pytest.raises(ModelFolderError):
        read_outline(cut)


def test_weights_with_bytes_left_over_are_refused(weights: Path, tmp_path: Path) -> None:
    longer = tmp_path / "model.bin"
    longer.write_bytes(weights.read_bytes() + b"\0")
    with pytest.raises(ModelFolderError):
        read_outline(longer)


@settings(max_examples=100)
@given(st.binary(max_size=400))
def test_any_bytes_are_refused_without_trouble(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "random.bin"
    file.write_bytes(content)
    with pytest.raises(ModelFolderError):
        read_outline(file)
