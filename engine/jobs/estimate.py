"""How long a training will take, roughly, from the sizes of model and data and the speed of the machine."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.errors import InputError
from engine.json_text import parse_json
from engine.speech.options import usable_cores

TOKENS_PER_SECOND = 4.5  # of dictated speech
POSITIONS_PER_SECOND = 50  # encoder outputs
# What the parts of a run reach of the speed of a bare matrix product, as seen with small models on a processor.
TRAINING_SHARE, READING_SHARE = 0.17, 0.1
LITTLE = 8.0  # minutes of pairs: less is gone over so often that other speech needs a stronger hold
PRODUCTS, PRODUCT = 400, 64  # matrices that the speed is measured with, their rows and columns


@dataclass(frozen=True)
class ModelSize:
    """The parameters that work for every encoder output, for every token, and for the vocabulary."""

    encoder: int
    decoder: int
    vocabulary: int

    @property
    def parameters(self) -> int:
        """All of them."""
        return self.encoder + self.decoder + self.vocabulary


@dataclass(frozen=True)
class Work:
    """Seconds of audio that a run learns from (all epochs, rehearsal included), and that it reads to measure."""

    learnt: float
    read: float
    decoder_only: bool = False


def model_size(checkpoint: Path) -> ModelSize:
    """The sizes that ``config.json`` of a Whisper checkpoint says.

    Raises:
        InputError: it is no Whisper checkpoint.
    """
    try:
        config = parse_json((checkpoint / "config.json").read_text(encoding="utf-8"))
        width = int(config["d_model"])
        encoder = int(config["encoder_layers"]) * (4 * width**2 + 2 * width * int(config["encoder_ffn_dim"]))
        decoder = int(config["decoder_layers"]) * (8 * width**2 + 2 * width * int(config["decoder_ffn_dim"]))
        return ModelSize(encoder, decoder, int(config["vocab_size"]) * width)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{checkpoint} is no Whisper checkpoint.", "Install the base again.") from error


def small_model_epochs(minutes: float) -> int:
    """Passes over so many minutes of pairs for models that learn in minutes: somewhat over an hour of speech in all."""
    return max(4, min(10, round(70 / max(1.0, minutes))))


def small_model_own_share(minutes: float) -> float:
    """What so many minutes of pairs are of all the audio that a small model learns from: it rehearses, too."""
    return 0.4 if minutes < LITTLE else 0.6


def estimate_seconds(size: ModelSize, work: Work, products_per_second: float) -> float:
    """The time of a run in seconds; `products_per_second` counts multiplications with additions."""
    read = size.encoder * POSITIONS_PER_SECOND + (size.decoder + size.vocabulary) * TOKENS_PER_SECOND
    # Forward, and backward through activations; the base's weights have no gradients. The weights of a decoder-only
    # run see the encoder once.
    encoder_passes = 1.0 / 3 if work.decoder_only else 2.0
    learnt = size.encoder * POSITIONS_PER_SECOND * encoder_passes
    learnt += 2.0 * (size.decoder + size.vocabulary) * TOKENS_PER_SECOND
    training = work.learnt * learnt / (products_per_second * TRAINING_SHARE)
    return training + work.read * read / (products_per_second * READING_SHARE)


def processor_speed() -> float:
    """Multiplications with additions per second of float32 matrix products; takes about 0.1 s.

    Of products too small for more than one core, the best of many, times the root of the number of cores, for with
    models of this size more of them help little. Products on all cores at once would say a twentieth while something
    else runs on one of them: whatever the machine does at this moment, it says nothing of the hours to come.
    """
    matrices = np.ones((PRODUCTS, PRODUCT, PRODUCT), np.float32)
    matrices @ matrices
    began, best = time.perf_counter(), float("inf")
    while time.perf_counter() - began < 0.1:
        before = time.perf_counter()
        matrices @ matrices
        best = min(best, time.perf_counter() - before)
    return float(PRODUCTS * PRODUCT**3 / best * usable_cores() ** 0.5)


def bytes_needed(size: ModelSize, minutes: float) -> tuple[int, int]:
    """Memory and disk space for a run, in bytes.

    Memory: the base in fp32, twice while it is merged, a step's activations, and what the libraries keep: learning from
    half an hour of speech the starter was seen to hold 2.0 GB in all. Disk: merged fp32, float32 for the comparison,
    fp16, int8; features at 16 kB a second of speech.
    """
    weights = size.parameters
    memory = 9 * weights + 1_500_000_000
    disk = 12 * weights + round(minutes * 60 * 40_000) + 50_000_000
    return memory, disk
