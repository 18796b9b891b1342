"""Speech for tests, made with espeak-ng and kept for the session.

Six voices are set aside for the measurements and are never used here: awb, awb_time and the espeak-ng
variants +m8, +f5, +whisper, +whisperf.
"""

from __future__ import annotations

import functools
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import soundfile as sf
import soxr

RATE = 16_000
HELD_BACK = ("awb", "awb_time", "+m8", "+f5", "+whisper")


@functools.cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="attune-speech-")


@functools.cache
def speech_wav(text: str, voice: str = "en-us", words_per_minute: int = 160) -> Path:
    """A 22,050 Hz mono WAV of `text`; the same call gives the same file."""
    if any(name in voice for name in HELD_BACK):
        raise ValueError(f"The voice {voice} is held back for the measurements.")
    if shutil.which("espeak-ng") is None:
        raise RuntimeError("The tests need espeak-ng: apt-get install espeak-ng.")
    path = Path(_folder().name) / f"{abs(hash((text, voice, words_per_minute))):x}.wav"
    command = ["espeak-ng", "-v", voice, "-s", str(words_per_minute), "-w", str(path), "--", text]
    subprocess.run(command, check=True, capture_output=True)
    return path


@functools.cache
def speech(text: str, voice: str = "en-us", words_per_minute: int = 160) -> np.ndarray:
    """`text` spoken, float32 16 kHz mono. Shared between tests: do not write to it."""
    samples, rate = sf.read(speech_wav(text, voice, words_per_minute), dtype="float32")
    resampled = soxr.resample(samples, rate, RATE).astype(np.float32)
    resampled.flags.writeable = False
    return resampled


def silence(seconds: float) -> np.ndarray:
    """Digital silence, float32 16 kHz mono."""
    return np.zeros(round(seconds * RATE), dtype=np.float32)


def noise(seconds: float, amplitude: float = 0.1, seed: int = 0) -> np.ndarray:
    """White noise, float32 16 kHz mono."""
    generator = np.random.default_rng(seed)
    return (amplitude * generator.standard_normal(round(seconds * RATE))).astype(np.float32)
