"""Speech made by espeak-ng and flite, as training data for the starter model and for tests."""

from __future__ import annotations

import io
import random
import re
import subprocess
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import soundfile
import soxr

from engine.errors import AttuneError
from engine.records import SAMPLE_RATE
from trainer.espeak_library import EspeakSpeech, espeak_library
from trainer.voices import Voice

ONE_UTTERANCE_SECONDS = 30  # a synthesiser that takes longer hangs


@dataclass(frozen=True)
class Delivery:
    """How a voice speaks. `speed` in words a minute, `pitch` on espeak-ng's scale of 0-99."""

    speed: int = 175
    pitch: int = 50


def varied_delivery(random_source: random.Random, voice: Voice) -> Delivery:
    """A speed and pitch as people vary them from one sentence to the next."""
    speed = random_source.triangular(120, 230, 170)
    pitch = random_source.gauss(50, 10) if voice.engine == "espeak" else 50
    return Delivery(int(speed), int(min(80, max(20, pitch))))


def synthesise(text: str, voice: Voice, delivery: Delivery = Delivery()) -> np.ndarray:
    """Speak `text`. Returns float32 mono at 16 kHz, shape (samples,), without silence at either end.

    Raises:
        AttuneError: the synthesiser is not installed or failed.
    """
    command = _espeak(text, voice, delivery) if voice.engine == "espeak" else _flite(text, voice, delivery)
    try:
        result = subprocess.run(command, capture_output=True, timeout=ONE_UTTERANCE_SECONDS, check=True)
    except FileNotFoundError as error:
        raise AttuneError(f"{command[0]} is not installed.", f"Install the package {command[0]}.") from error
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise AttuneError(f"{command[0]} could not speak with the voice {voice.name}.") from error
    return trim_silence(_read_wav(result.stdout))


@dataclass(frozen=True)
class TimedSpeech:
    """float32 samples (n,) at 16 kHz without silence at either end, and the first sample of each word.

    `word_starts` has an entry for each word of the text as spaces part them, or is empty where the times are unknown.
    """

    samples: np.ndarray
    word_starts: tuple[int, ...] = ()


def synthesise_timed(text: str, voice: Voice, delivery: Delivery = Delivery()) -> TimedSpeech:
    """Speak `text` as `synthesise` does, several times as fast with espeak-ng, and with the times of the words.

    A voice's speech differs a little with what the library spoke before.

    Raises:
        AttuneError: the synthesiser is not installed or failed.
    """
    if voice.engine != "espeak":
        return TimedSpeech(synthesise(text, voice, delivery))
    spoken = espeak_library().speak(text, voice.name, delivery.speed, delivery.pitch)
    mono = spoken.samples.astype(np.float32) / 32768.0
    samples = np.asarray(soxr.resample(mono, spoken.rate, SAMPLE_RATE), dtype=np.float32)
    first, last = _sounding(samples)
    return TimedSpeech(samples[first:last], _word_starts(text, spoken, first, last))


def _word_starts(text: str, spoken: EspeakSpeech, first: int, last: int) -> tuple[int, ...]:
    """For each word between spaces the first sample of its first spoken part; nothing if one was not told."""
    scale = SAMPLE_RATE / spoken.rate
    starts: list[int] = []
    for word in re.finditer(r"\S+", text):
        told = [sample for place, sample in spoken.words if word.start() <= place < word.end()]
        starts.append(max(0, int(min(told) * scale) - first) if told else -1)
    known = all(a < b for a, b in pairwise([-1, *starts, last - first]))
    return tuple(starts) if known else ()


def trim_silence(samples: np.ndarray, floor_db: float = -50.0, margin_seconds: float = 0.02) -> np.ndarray:
    """Cut what lies below `floor_db` of the peak from both ends, so that times can be told exactly."""
    first, last = _sounding(samples, floor_db, margin_seconds)
    return samples[first:last]


def _sounding(samples: np.ndarray, floor_db: float = -50.0, margin_seconds: float = 0.02) -> tuple[int, int]:
    """First and last sample (exclusive) of what is louder than the floor, with a margin."""
    loud = np.flatnonzero(np.abs(samples) > np.abs(samples).max(initial=0.0) * 10 ** (floor_db / 20))
    if loud.size == 0:
        return 0, 0
    margin = int(margin_seconds * SAMPLE_RATE)
    return max(0, int(loud[0]) - margin), min(samples.size, int(loud[-1]) + 1 + margin)


def _espeak(text: str, voice: Voice, delivery: Delivery) -> list[str]:
    return [
        "espeak-ng",
        "-v",
        voice.name,
        "-s",
        str(delivery.speed),
        "-p",
        str(delivery.pitch),
        "--stdout",
        "--",
        text,
    ]


def _flite(text: str, voice: Voice, delivery: Delivery) -> list[str]:
    stretch = 175 / delivery.speed
    return [
        "flite",
        "-voice",
        voice.name,
        "--setf",
        f"duration_stretch={stretch:.3f}",
        "-t",
        text,
        "-o",
        "/dev/stdout",
    ]


def _read_wav(data: bytes) -> np.ndarray:
    # espeak-ng cannot know the length when it starts to write to a pipe and puts a huge one into the header;
    # libsndfile stops at the real end.
    samples, rate = soundfile.read(io.BytesIO(data), dtype="float32", always_2d=True)
    mono = samples.mean(axis=1)
    return np.asarray(soxr.resample(mono, rate, SAMPLE_RATE), dtype=np.float32)
