"""Whether the files of a model folder fit together, found without loading the weights."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import ModelFolderError
from engine.json_text import load_json
from engine.models.binary import Outline, read_outline

DEFAULT_MEL_BINS = 80  # faster-whisper's default where preprocessor_config.json is missing
MULTILINGUAL_MARK = ""  # CTranslate2 takes a Whisper model for multilingual if its vocabulary holds the empty token
NEEDED_TOKENS = ("<|endoftext|>", "<|startoftranscript|>", "<|notimestamps|>")
MULTILINGUAL_TOKENS = ("<|transcribe|>", "<|translate|>", "<|en|>")
REMEDY = "Convert or download the model again."


@dataclass(frozen=True)
class Structure:
    """The sizes that the files of a model agree on."""

    vocabulary: int
    mel_bins: int
    multilingual: bool


def check_structure(folder: Path) -> Structure:
    """Check that a CTranslate2 Whisper folder is complete and its files fit together.

    Raises:
        ModelFolderError: the first thing that is missing or does not fit.
    """
    for name in ("model.bin", "config.json", "tokenizer.json"):
        if not (folder / name).is_file():
            raise ModelFolderError(f"{folder.name} holds no {name}.", REMEDY)
    outline = read_outline(folder / "model.bin")
    if outline.kind != "WhisperSpec":
        raise ModelFolderError(f"{folder.name} is a {outline.kind[:40]}, not a Whisper model.", REMEDY)
    vocabulary = read_vocabulary(folder)
    structure = Structure(
        vocabulary=len(vocabulary),
        mel_bins=_mel_bins(outline),
        multilingual=MULTILINGUAL_MARK in vocabulary,
    )
    _check_vocabulary(folder, vocabulary, outline)
    _check_tokens(folder, vocabulary, structure)
    _check_mel_bins(folder, structure)
    _check_config(folder, outline, structure)
    return structure


def read_vocabulary(folder: Path) -> list[str]:
    """The tokens by id, from ``vocabulary.json`` or the older ``vocabulary.txt``.

    Raises:
        ModelFolderError: neither is there, or it is not a list of tokens.
    """
    if (folder / "vocabulary.json").is_file():
        tokens = read_json(folder / "vocabulary.json")
        if not isinstance(tokens, list) or not all(isinstance(token, str) for token in tokens):
            raise ModelFolderError("vocabulary.json is not a list of tokens.", REMEDY)
        return tokens
    if (folder / "vocabulary.txt").is_file():
        return (folder / "vocabulary.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    raise ModelFolderError(f"{folder.name} holds no vocabulary.json.", REMEDY)


def read_json(path: Path) -> Any:
    """Read a JSON file of a model folder.

    Raises:
        ModelFolderError: it is missing or damaged.
    """
    try:
        return load_json(path)
    except (OSError, ValueError) as error:
        raise ModelFolderError(f"{path.name} is missing or damaged.", REMEDY) from error


def _mel_bins(outline: Outline) -> int:
    shape = outline.shapes.get("encoder/conv1/weight", ())
    if len(shape) != 3:
        raise ModelFolderError("model.bin holds no Whisper encoder.", REMEDY)
    return shape[1]  # (width, mel bins, kernel)


def _check_vocabulary(folder: Path, vocabulary: list[str], outline: Outline) -> None:
    embeddings = outline.shapes.get("decoder/embeddings/weight", (0,))
    if len(vocabulary) != embeddings[0]:
        raise ModelFolderError(
            f"{folder.name}: the vocabulary has {len(vocabulary)} tokens, the weights {embeddings[0]}.", REMEDY
        )


def _check_tokens(folder: Path, vocabulary: list[str], structure: Structure) -> None:
    from tokenizers import Tokenizer  # loaded only when a model is checked

    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as error:  # the library raises bare Exception
        raise ModelFolderError("tokenizer.json is damaged.", REMEDY) from error
    needed = NEEDED_TOKENS + (MULTILINGUAL_TOKENS if structure.multilingual else ())
    for token in needed:
        number = tokenizer.token_to_id(token)
        if number is None:
            raise ModelFolderError(f"tokenizer.json does not know {token}.", REMEDY)
        if number >= len(vocabulary) or vocabulary[number] != token:
            raise ModelFolderError(f"{token} has another number in the vocabulary than in the tokenizer.", REMEDY)
    ordinary = vocabulary.index("<|endoftext|>")
    if any(tokenizer.id_to_token(number) != vocabulary[number] for number in range(ordinary)):
        raise ModelFolderError("The vocabulary is not the tokenizer's.", REMEDY)


def _check_mel_bins(folder: Path, structure: Structure) -> None:
    stated = DEFAULT_MEL_BINS
    if (folder / "preprocessor_config.json").exists():
        content = read_json(folder / "preprocessor_config.json")
        stated = content.get("feature_size", DEFAULT_MEL_BINS) if isinstance(content, dict) else 0
    if stated != structure.mel_bins:
        raise ModelFolderError(
            f"preprocessor_config.json says {stated} mel bins, the weights need {structure.mel_bins}.", REMEDY
        )


def _check_config(folder: Path, outline: Outline, structure: Structure) -> None:
    config = read_json(folder / "config.json")
    if not isinstance(config, dict):
        raise ModelFolderError("config.json is not an object.", REMEDY)
    heads = config.get("alignment_heads")
    if not isinstance(heads, list) or not heads:
        raise ModelFolderError("config.json names no alignment heads, so words would have no times.", REMEDY)
    layers = sum(name.startswith("decoder/layer_") and name.endswith("/ffn/linear_0/weight") for name in outline.shapes)
    for head in heads:
        if not isinstance(head, list) or len(head) != 2 or not 0 <= head[0] < layers:
            raise ModelFolderError(f"config.json names an alignment head that is not there: {head}.", REMEDY)
    if structure.multilingual and not config.get("lang_ids"):
        raise ModelFolderError("config.json lists no languages (lang_ids), so none could be detected.", REMEDY)
