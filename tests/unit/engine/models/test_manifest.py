from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import ModelError
from engine.models.manifest import MANIFEST_NAME, is_checkpoint_file, verify_manifest, write_manifest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "model.bin").write_bytes(os.urandom(3000))
    (tmp_path / "config.json").write_text("{}")
    write_manifest(tmp_path)
    return tmp_path


def test_a_whole_folder_passes(folder: Path) -> None:
    verify_manifest(folder)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(position=st.integers(0, 2999), bit=st.integers(0, 7))
def test_every_flipped_bit_is_found(folder: Path, position: int, bit: int) -> None:
    file = folder / "model.bin"
    whole = file.read_bytes()
    damaged = bytearray(whole)
    damaged[position] ^= 1 << bit
    file.write_bytes(damaged)
    try:
        with pytest.raises(ModelError, match=r"model\.bin is damaged"):
            verify_manifest(folder)
    finally:
        file.write_bytes(whole)


def test_a_file_cut_short_is_found_by_its_size(folder: Path) -> None:
    os.truncate(folder / "model.bin", 2999)
    with pytest.raises(ModelError, match="2999 bytes instead of 3000"):
        verify_manifest(folder)


def test_missing_and_foreign_files_are_named(folder: Path) -> None:
    (folder / "extra.py").write_text("print()")
    with pytest.raises(ModelError, match=r"extra\.py does not belong"):
        verify_manifest(folder)
    (folder / "extra.py").unlink()
    (folder / "config.json").unlink()
    with pytest.raises(ModelError, match=r"config\.json is missing"):
        verify_manifest(folder)


def test_a_link_is_refused_even_to_the_same_content(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "model.bin"
    (folder / "model.bin").rename(elsewhere)
    (folder / "model.bin").symlink_to(elsewhere)
    with pytest.raises(ModelError, match="not a regular file"):
        verify_manifest(folder)


@pytest.mark.parametrize("content", ["", "[]", '{"files": {"model.bin": 3}}', '{"files": []}'])
def test_a_damaged_manifest_is_refused(folder: Path, content: str) -> None:
    (folder / "manifest.json").write_text(content)
    with pytest.raises(ModelError, match="damaged"):
        verify_manifest(folder)


def test_no_manifest_is_written_over_a_link_to_what_never_ends(folder: Path) -> None:
    before = (folder / MANIFEST_NAME).read_bytes()
    (folder / "model.bin").unlink()
    (folder / "model.bin").symlink_to("/dev/zero")
    with pytest.raises(ModelError, match=r"model\.bin is not a regular file"):
        write_manifest(folder)
    assert (folder / MANIFEST_NAME).read_bytes() == before


def test_a_manifest_cannot_name_files_outside(folder: Path) -> None:
    (folder / "manifest.json").write_text(json.dumps({"files": {"../secret": {"sha256": "", "size": 1}}}))
    with pytest.raises(ModelError, match="no model has"):
        verify_manifest(folder)


def test_only_safetensors_count_as_weights() -> None:
    assert is_checkpoint_file("model-00001-of-00002.safetensors")
    for name in ("pytorch_model.bin", "model.pt", "modeling_whisper.py", "../model.safetensors", "training_args.bin"):
        assert not is_checkpoint_file(name)
