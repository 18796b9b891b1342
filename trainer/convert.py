"""A Hugging Face Whisper checkpoint becomes a CTranslate2 model folder that any faster-whisper program loads.

``python -m trainer.convert CHECKPOINT DESTINATION [--quantization int8]``
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from ctranslate2.converters import TransformersConverter
from ctranslate2.specs.model_spec import ACCEPTED_MODEL_TYPES
from transformers import (
    AutoConfig,
    AutoTokenizer,
    PreTrainedTokenizerBase,
    WhisperConfig,
)
from transformers.models.whisper.tokenization_whisper import TO_LANGUAGE_CODE

from engine.errors import AttuneError, ModelFolderError
from engine.models.structure import check_structure, read_vocabulary

MISFIT = "Its tokenizer or config.json belongs to another model."


class SafetensorsConverter(TransformersConverter):  # type: ignore[misc] # the library ships no types
    """Reads safetensors from a local folder only: no pickle, no network, no remote code."""

    def load_model(self, model_class: Any, model_name_or_path: str, **kwargs: Any) -> Any:
        """Load the weights."""
        return model_class.from_pretrained(model_name_or_path, use_safetensors=True, local_files_only=True, **kwargs)

    def load_tokenizer(self, tokenizer_class: Any, model_name_or_path: str, **kwargs: Any) -> Any:
        """Load the tokenizer."""
        return tokenizer_class.from_pretrained(model_name_or_path, local_files_only=True, **kwargs)


def convert(checkpoint: Path, destination: Path, *, quantization: str = "int8") -> None:
    """Convert the checkpoint in `checkpoint` into the folder `destination`, which must not exist yet.

    The destination appears only when it is complete and its parts fit together; the checkpoint is not changed.

    Raises:
        ModelFolderError: the checkpoint is incomplete, or what came out of it does not fit together.
    """
    if destination.exists():
        raise ModelFolderError(f"{destination} exists already.", "Give a new folder to convert into.")
    config = _read_config(checkpoint)
    destination.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=destination.parent, prefix=".converting-") as place:
        completed = _complete_checkpoint(checkpoint, config, Path(place) / "checkpoint")
        converted = Path(place) / "converted"
        SafetensorsConverter(str(completed)).convert(str(converted), quantization=quantization)
        for name in ("tokenizer.json", "preprocessor_config.json", "generation_config.json"):
            shutil.copyfile(completed / name, converted / name)
        _check_against(config, converted)
        converted.rename(destination)


def _read_config(checkpoint: Path) -> WhisperConfig:
    if not (checkpoint / "config.json").is_file():
        raise ModelFolderError(
            f"{checkpoint} holds no config.json.", "Give the folder of a Hugging Face Whisper checkpoint."
        )
    if not any(checkpoint.glob("*.safetensors")):
        raise ModelFolderError(
            f"{checkpoint} holds no safetensors weights.",
            "Save the checkpoint as safetensors; pickled weights are never loaded.",
        )
    config = AutoConfig.from_pretrained(checkpoint, local_files_only=True)
    if not isinstance(config, WhisperConfig):
        raise ModelFolderError(f"{checkpoint} holds a {config.model_type} model.", "Only Whisper models fit.")
    return config


def _complete_checkpoint(checkpoint: Path, config: WhisperConfig, place: Path) -> Path:
    """A view of the checkpoint (links to the weights) with the files that newer libraries leave out."""
    place.mkdir()
    for file in checkpoint.iterdir():
        if file.suffix in (".safetensors", ".json", ".txt") and file.is_file():
            (place / file.name).symlink_to(file.resolve())
    tokenizer = _load_tokenizer(place)
    if not (place / "tokenizer.json").exists():
        tokenizer.backend_tokenizer.save(str(place / "tokenizer.json"))
    if not (place / "preprocessor_config.json").exists():
        _write_json(place / "preprocessor_config.json", _preprocessor(config))
    if not (place / "generation_config.json").exists():
        _write_json(place / "generation_config.json", _generation(config, tokenizer))
    return place


def _load_tokenizer(place: Path) -> PreTrainedTokenizerBase:
    # Without them the library invents an empty tokenizer, and the conversion "succeeds" with a garbage vocabulary.
    if not (place / "tokenizer.json").exists() and not (place / "vocab.json").exists():
        raise ModelFolderError(
            "The checkpoint holds no tokenizer.json and no vocab.json.",
            "Copy tokenizer.json from the model it was made from.",
        )
    tokenizer = AutoTokenizer.from_pretrained(place, local_files_only=True)
    assert isinstance(tokenizer, PreTrainedTokenizerBase)
    return tokenizer


def _preprocessor(config: WhisperConfig) -> dict[str, object]:
    return {
        "feature_extractor_type": "WhisperFeatureExtractor",
        "feature_size": config.num_mel_bins,
        "sampling_rate": 16_000,
        "hop_length": 160,
        "chunk_length": 30,
        "n_fft": 400,
    }


def _generation(config: WhisperConfig, tokenizer: PreTrainedTokenizerBase) -> dict[str, object]:
    """What ``generation_config.json`` would say; without it word times and language detection break."""
    ids = tokenizer.get_vocab()
    languages = {f"<|{code}|>" for code in TO_LANGUAGE_CODE.values()}
    language_ids = {token: number for token, number in ids.items() if token in languages}
    last_half = range(config.decoder_layers // 2, config.decoder_layers)
    heads = range(config.decoder_attention_heads)
    return {
        "decoder_start_token_id": ids["<|startoftranscript|>"],
        "bos_token_id": ids["<|endoftext|>"],
        "eos_token_id": ids["<|endoftext|>"],
        "pad_token_id": config.pad_token_id,
        "suppress_tokens": getattr(config, "suppress_tokens", None),
        "begin_suppress_tokens": getattr(config, "begin_suppress_tokens", None),
        "no_timestamps_token_id": ids["<|notimestamps|>"],
        # OpenAI's default for a model whose alignment heads nobody measured: all heads of the last half.
        "alignment_heads": [[layer, head] for layer in last_half for head in heads],
        "is_multilingual": len(language_ids) > 1,
        "lang_to_id": language_ids,
    }


def _check_against(config: WhisperConfig, converted: Path) -> None:
    """The converted model must have the checkpoint's sizes and token numbers."""
    structure = check_structure(converted)
    if structure.vocabulary != config.vocab_size:
        raise ModelFolderError(
            f"The vocabulary came out with {structure.vocabulary} tokens instead of {config.vocab_size}.", MISFIT
        )
    if structure.mel_bins != config.num_mel_bins:
        raise ModelFolderError(f"The weights need {structure.mel_bins} mel bins, the config says otherwise.", MISFIT)
    vocabulary = read_vocabulary(converted)
    expected = {"<|startoftranscript|>": config.decoder_start_token_id, "<|endoftext|>": config.eos_token_id}
    for token, number in expected.items():
        if vocabulary.index(token) != number:
            raise ModelFolderError(f"config.json gives {token} the number {number}, which is another token.", MISFIT)


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line. Returns the exit status: 0 good, 2 unusable checkpoint."""
    parser = argparse.ArgumentParser(prog="python -m trainer.convert", description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("destination", type=Path)
    parser.add_argument("--quantization", default="int8", choices=ACCEPTED_MODEL_TYPES)
    given = parser.parse_args(arguments)
    try:
        convert(given.checkpoint, given.destination, quantization=given.quantization)
    except AttuneError as error:
        print(f"convert: {error}", file=sys.stderr)  # noqa: T201 # the command line's answer
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
