"""The manifest: SHA-256 and size of every file of a folder of models or weights.

CTranslate2's files carry no checksum of their own, and a single flipped bit can change the recognised text
without an error; so a folder is used only after it has been compared with its manifest.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

from engine.errors import ModelError
from engine.json_text import load_json
from engine.models.durable import write_json

MANIFEST_NAME = "manifest.json"
CHECKPOINT_FOLDER = "checkpoint"  # the weights a model was converted from, with a manifest of their own

MODEL_NAMES = frozenset(
    {
        "model.bin",
        "config.json",
        "vocabulary.json",
        "vocabulary.txt",
        "tokenizer.json",
        "preprocessor_config.json",
        "generation_config.json",
        "card.json",
        "golden.flac",
    }
)
CHECKPOINT_NAMES = frozenset(
    {
        "model.safetensors",
        "model.safetensors.index.json",
        "config.json",
        "generation_config.json",
        "tokenizer.json",
        "vocab.json",
        "merges.txt",
        "normalizer.json",
        "added_tokens.json",
        "special_tokens_map.json",
        "tokenizer_config.json",
        "preprocessor_config.json",
    }
)
# Beside a checkpoint that was trained from scratch here, and on no hub: what a longer training goes on with.
TRAINING_NAMES = frozenset({"ctc_head.safetensors", "letters.txt"})
_SHARD = re.compile(r"model-\d{5}-of-\d{5}\.safetensors")
REMEDY = "Remove the model and install it again."


def is_model_file(name: str) -> bool:
    """Whether a model folder may hold a file of this name."""
    return name in MODEL_NAMES


def is_checkpoint_file(name: str) -> bool:
    """Whether a checkpoint folder may hold a file of this name: safetensors and its small companions."""
    return name in CHECKPOINT_NAMES | TRAINING_NAMES or _SHARD.fullmatch(name) is not None


def write_manifest(folder: Path) -> None:
    """Describe the folder's files in ``manifest.json``.

    Raises:
        ModelError: something in it is no regular file; a link to a device would be read without end.
    """
    listed = [path for path in sorted(folder.iterdir()) if path.name not in (MANIFEST_NAME, CHECKPOINT_FOLDER)]
    for path in listed:
        _refuse_irregular(path)
    files = {path.name: {"sha256": file_sha256(path), "size": path.stat().st_size} for path in listed}
    write_json(folder / MANIFEST_NAME, {"version": 1, "files": files})


def verify_manifest(folder: Path) -> None:
    """Compare the folder with its manifest: names, then sizes, then hashes.

    Raises:
        ModelError: the first difference, by file.
    """
    expected = read_manifest(folder)
    present = {path.name: path for path in folder.iterdir() if path.name != MANIFEST_NAME}
    present.pop(CHECKPOINT_FOLDER, None)
    for name in sorted(present.keys() - expected.keys()):
        raise ModelError(f"{folder.name}: {name} does not belong to the model.", REMEDY)
    for name in sorted(expected.keys() - present.keys()):
        raise ModelError(f"{folder.name}: {name} is missing.", REMEDY)
    for name, path in sorted(present.items()):
        _refuse_irregular(path)
        size = path.stat().st_size
        if size != expected[name]["size"]:
            raise ModelError(
                f"{folder.name}: {name} is damaged: {size} bytes instead of {expected[name]['size']}.", REMEDY
            )
    for name, path in sorted(present.items()):
        if file_sha256(path) != expected[name]["sha256"]:
            raise ModelError(f"{folder.name}: {name} is damaged: its SHA-256 does not match.", REMEDY)


def read_manifest(folder: Path) -> dict[str, dict[str, Any]]:
    """The manifest's files: name -> sha256 and size.

    Raises:
        ModelError: it is missing, damaged, or names a file that no model has.
    """
    path = folder / MANIFEST_NAME
    try:
        content = load_json(path)
        files = content["files"]
        entries = {str(name): {"sha256": entry["sha256"], "size": entry["size"]} for name, entry in files.items()}
    except FileNotFoundError:
        raise ModelError(f"{folder.name}: there is no {MANIFEST_NAME}.", REMEDY) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{folder.name}: {MANIFEST_NAME} is damaged.", REMEDY) from error
    for name in entries:
        if not is_model_file(name) and not is_checkpoint_file(name):
            raise ModelError(f"{folder.name}: {MANIFEST_NAME} names {name[:60]!r}, which no model has.", REMEDY)
    return entries


def file_sha256(path: Path) -> str:
    """The file's SHA-256 as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refuse_irregular(path: Path) -> None:
    if path.is_symlink() or not path.is_file():
        raise ModelError(f"{path.parent.name}: {path.name} is not a regular file.", REMEDY)
