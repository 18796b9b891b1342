"""Brings a folder of somebody else's making into the registry: a checkpoint is converted, a ready model copied."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from engine.errors import ModelError, ModelFolderError
from engine.models.card import CARD_NAME, Card, Golden
from engine.models.conversion import convert_checkpoint
from engine.models.durable import copy_private
from engine.models.golden import GoldenResult, run_golden
from engine.models.manifest import (
    CHECKPOINT_FOLDER,
    MANIFEST_NAME,
    is_checkpoint_file,
    is_model_file,
    verify_manifest,
)
from engine.models.registry import InstalledModel, Registry, finish_staged
from engine.models.structure import check_structure

GoldenRun = Callable[[Path], GoldenResult]


def is_ready(folder: Path) -> bool:
    """Whether the folder is a CTranslate2 model, not a checkpoint to be converted."""
    return (folder / "model.bin").exists()


def import_folder(registry: Registry, folder: Path, card: Card, *, golden: GoldenRun = run_golden) -> InstalledModel:
    """Install a model from `folder`; `card` says what is known about it, a card of its own says it better.

    Raises:
        ModelFolderError: the folder holds no model, or its files do not fit together.
        ModelError: a model of this id is installed already, conversion failed, or the model does not work.
    """
    check_importable(folder)
    if (folder / CARD_NAME).is_file():
        card = Card.load(folder)
    registry.refuse_installed(card.id)
    if (folder / MANIFEST_NAME).is_file():
        verify_manifest(folder)
    with registry.staging() as place:
        staged = place / "model"
        if is_ready(folder):
            staged.mkdir(mode=0o700)
            _take(folder, staged, is_model_file)
            _take_checkpoint(folder / CHECKPOINT_FOLDER, staged / CHECKPOINT_FOLDER)
        else:
            convert_checkpoint(folder, staged)
            (staged / CHECKPOINT_FOLDER).mkdir(mode=0o700)
            _take(folder, staged / CHECKPOINT_FOLDER, is_checkpoint_file)
        _complete(staged, card, golden)
        return registry.install(staged)


def check_importable(folder: Path) -> None:
    """Raise unless the folder holds a CTranslate2 model or safetensors weights, as regular files.

    Raises:
        ModelFolderError: what is missing or not allowed.
    """
    if not folder.is_dir():
        raise ModelFolderError(f"There is no folder {folder}.", "Give the folder of a model.")
    for file in folder.iterdir():
        if (is_model_file(file.name) or is_checkpoint_file(file.name)) and (file.is_symlink() or not file.is_file()):
            raise ModelFolderError(
                f"{file.name} is not a regular file.", "Copy the folder with its links resolved first (cp -rL)."
            )
    if is_ready(folder) or any(folder.glob("*.safetensors")):
        return
    if any(folder.glob("*.bin")) or any(folder.glob("*.pt")):
        raise ModelFolderError(
            f"{folder} holds pickled weights, which can run programs when they are loaded.",
            "Save the model as safetensors and import that.",
        )
    raise ModelFolderError(
        f"{folder} holds no model.", "Give a folder with model.bin (CTranslate2) or model.safetensors (Hugging Face)."
    )


def new_card(model: str, *, source: str) -> Card:
    """The card of a model about which only its origin is known."""
    return Card(id=model, name=model, source=source, created=_now())


def _take(folder: Path, place: Path, wanted: Callable[[str], bool]) -> None:
    for file in sorted(folder.iterdir()):
        if file.is_file() and wanted(file.name):
            copy_private(file, place / file.name)


def _take_checkpoint(folder: Path, place: Path) -> None:
    """The weights that came with a ready model, so that it can be trained on; a model may come without."""
    if not (folder / "config.json").is_file():
        return
    check_importable(folder)
    if (folder / MANIFEST_NAME).is_file():
        verify_manifest(folder)
    place.mkdir(mode=0o700)
    _take(folder, place, is_checkpoint_file)


def _complete(staged: Path, card: Card, golden: GoldenRun) -> None:
    """Add what a foreign model lacks: the mel bins' file, the card, what it says to the check recording, manifests."""
    if not (staged / "preprocessor_config.json").exists():
        _write_preprocessor(staged)
    check_structure(staged)
    card = replace(card, created=card.created or _now())
    card.save(staged)
    if card.golden.text is None:
        result = golden(staged)
        if not result.plausible:
            raise ModelError(
                f"The model {card.id} does not work: on the check recording it says nothing or repeats itself.",
                "Choose another model.",
            )
        replace(card, golden=Golden(text=result.text, audio=card.golden.audio)).save(staged)
    finish_staged(staged)


def _write_preprocessor(staged: Path) -> None:
    """Older conversions leave it out, and faster-whisper then takes every model for one of 80 mel bins."""
    from engine.models.binary import read_outline

    shape = read_outline(staged / "model.bin").shapes.get("encoder/conv1/weight", (0, 0, 0))
    content = {"feature_size": shape[1], "sampling_rate": 16_000, "hop_length": 160, "chunk_length": 30, "n_fft": 400}
    (staged / "preprocessor_config.json").write_text(json.dumps(content) + "\n", encoding="utf-8")


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
