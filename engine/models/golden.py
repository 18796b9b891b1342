"""The golden check: a child process loads a model and decodes a known recording.

A damaged model can kill the process that loads it, or load and quietly write other words; the first happens to the
child only, the second shows in the text. ``python -m engine.models.golden FOLDER --audio FILE`` prints JSON.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.errors import AttuneError, ModelError, ModelFolderError
from engine.json_text import parse_json
from engine.models.card import Card
from engine.paths import PROGRAM, RESOURCES, child_environment
from engine.records import SAMPLE_RATE

GOLDEN_AUDIO = RESOURCES / "golden" / "golden.flac"
OWN_AUDIO = "golden.flac"  # where a model folder keeps a recording of its own
TIME_LIMIT_SECONDS = 300.0  # a large model on two cores, loaded from a slow disk
TOKENS_PER_SECOND, SPARE_TOKENS = 8, 10
LONGEST_LOOPED, LOOP_REPEATS = 8, 4


@dataclass(frozen=True)
class GoldenResult:
    """What a model said to the golden recording. `score` is the mean log probability (natural log) of a token."""

    text: str
    score: float
    looped: bool

    @property
    def plausible(self) -> bool:
        """Whether a sound model could have said this: something, finite, and not the same over and over."""
        return bool(self.text.strip()) and math.isfinite(self.score) and not self.looped


def run_golden(folder: Path, *, audio: Path | None = None, time_limit: float = TIME_LIMIT_SECONDS) -> GoldenResult:
    """Decode the golden recording in a child process; `audio` replaces the bundled recording.

    Raises:
        ModelError: the child died, failed or took longer than `time_limit` seconds.
        ModelFolderError: the folder's card or recording cannot be read.
    """
    command = [sys.executable, "-m", "engine.models.golden", str(folder), "--audio", str(audio or GOLDEN_AUDIO)]
    try:
        child = subprocess.run(
            command, cwd=PROGRAM, env=child_environment(), capture_output=True, timeout=time_limit, check=False
        )
    except subprocess.TimeoutExpired:
        raise ModelError(
            f"The model {folder.name} did not finish its check in {time_limit:.0f} s.", "Choose a smaller model."
        ) from None
    answer = _answer(child.stdout)
    if child.returncode == 0 and answer is not None:
        return GoldenResult(str(answer["text"]), float(answer["score"]), bool(answer["looped"]))
    if answer is not None:
        kind = ModelFolderError if child.returncode == ModelFolderError.exit_code else ModelError
        raise kind(answer["what"], answer["remedy"])
    how = f"signal {-child.returncode}" if child.returncode < 0 else f"exit status {child.returncode}"
    raise ModelError(
        f"The model {folder.name} is damaged: loading it ended the check with {how}.",
        "Remove the model and install it again.",
    )


def check_golden(folder: Path, card: Card, *, audio: Path | None = None) -> GoldenResult:
    """Run the golden check and compare it with what the card says a sound model answers.

    Raises:
        ModelError: the model does not load, loops, gives no finite score, or says something else than it should.
    """
    result = run_golden(folder, audio=audio)
    if not math.isfinite(result.score) or result.looped:
        raise ModelError(
            f"The model {card.id} does not work: it repeats itself or computes no numbers on the check recording.",
            "Remove the model and install it again.",
        )
    if card.golden.text is not None and result.text != card.golden.text:
        raise ModelError(
            f"The model {card.id} is damaged: it writes other words than it should for the check recording.",
            "Remove the model and install it again.",
        )
    return result


def _answer(output: bytes) -> dict[str, Any] | None:
    try:
        answer = parse_json(output)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


def decode_golden(folder: Path, bundled: Path = GOLDEN_AUDIO) -> GoldenResult:
    """Load the model in this process and decode the golden recording greedily (run in a child: it may die).

    Raises:
        ModelFolderError: the card or the recording cannot be read.
        ModelError: the model cannot be loaded.
    """
    import ctranslate2
    import numpy as np
    from faster_whisper import WhisperModel
    from faster_whisper.audio import decode_audio

    card = Card.load(folder)
    audio = decode_audio(str(_recording(folder, card, bundled)), sampling_rate=SAMPLE_RATE)
    seconds = len(audio) / SAMPLE_RATE
    try:
        model = WhisperModel(str(folder), device="cpu", compute_type="int8")
    except (RuntimeError, ValueError) as error:
        raise ModelError(f"The model {card.id} cannot be loaded: {error}.", "Install it again.") from error
    context = np.zeros(math.ceil(card.context.seconds_for(seconds) * SAMPLE_RATE), np.float32)
    context[: len(audio)] = audio[: len(context)]
    features = model.feature_extractor(context, padding=0)[None].astype(np.float32)
    prompt = _prompt(model)
    limit = math.ceil(seconds * TOKENS_PER_SECOND) + SPARE_TOKENS
    decoded = model.model.generate(
        ctranslate2.StorageView.from_array(np.ascontiguousarray(features)),
        [prompt],
        beam_size=1,
        max_length=2 * (len(prompt) + limit),  # CTranslate2 takes half of it
        return_scores=True,
    )[0]
    tokens = decoded.sequences_ids[0]
    end = model.hf_tokenizer.token_to_id("<|endoftext|>")
    text = model.hf_tokenizer.decode([token for token in tokens if token < end])
    return GoldenResult(text.strip(), float(decoded.scores[0]), looped=len(tokens) >= limit or has_loop(tokens))


def _recording(folder: Path, card: Card, bundled: Path) -> Path:
    if card.golden.audio not in (None, OWN_AUDIO):
        raise ModelFolderError(f"card.json: golden.audio should be {OWN_AUDIO}.", "Install the model again.")
    recording = folder / OWN_AUDIO if card.golden.audio else bundled
    if not recording.is_file():
        raise ModelFolderError(f"The check recording {recording} is missing.", "Install Attune again.")
    return recording


def has_loop(tokens: Sequence[int]) -> bool:
    """Whether a run of up to 8 tokens stands at least 4 times in a row."""
    for length in range(1, LONGEST_LOOPED + 1):
        repeated = 0
        for here in range(length, len(tokens)):
            repeated = repeated + 1 if tokens[here] == tokens[here - length] else 0
            if repeated >= length * (LOOP_REPEATS - 1):
                return True
    return False


def _prompt(model: Any) -> list[int]:
    names = ["<|startoftranscript|>", "<|notimestamps|>"]
    if model.model.is_multilingual:
        names[1:1] = ["<|en|>", "<|transcribe|>"]
    return [model.hf_tokenizer.token_to_id(name) for name in names]


def main(arguments: list[str] | None = None) -> int:
    """Run the check in this process and print its result, or what went wrong, as one JSON object."""
    parser = argparse.ArgumentParser(prog="python -m engine.models.golden")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--audio", type=Path, default=GOLDEN_AUDIO)
    given = parser.parse_args(arguments)
    try:
        result = decode_golden(given.folder, given.audio)
    except AttuneError as error:
        json.dump({"what": error.what, "remedy": error.remedy}, sys.stdout)
        return error.exit_code
    json.dump(asdict(result), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
