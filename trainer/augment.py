"""What happens to speech between mouth and file: level, noise, rooms; and SpecAugment on the features.

All functions take a numpy Generator, so that a run can be repeated.
"""

from __future__ import annotations

import numpy as np
import torch
from scipy.fft import next_fast_len
from scipy.signal import fftconvolve

from engine.records import SAMPLE_RATE

COLOURS = {"white": 0.0, "pink": 1.0, "brown": 2.0}  # slope of the power spectrum: 1 / f ** slope


def change_gain(samples: np.ndarray, decibels: float) -> np.ndarray:
    """Louder or softer, clipped at full scale as a sound card would. float32 (samples,)."""
    return np.clip(samples * np.float32(10 ** (decibels / 20)), -1.0, 1.0)


def coloured_noise(length: int, colour: str, source: np.random.Generator) -> np.ndarray:
    """Noise of unit RMS, float32 (length,), with a spectrum of 1/f^slope."""
    fast = next_fast_len(length, real=True)  # a prime length would make the transform many times slower
    spectrum = np.fft.rfft(source.standard_normal(fast))
    frequencies = np.maximum(np.fft.rfftfreq(fast, 1 / SAMPLE_RATE), 20.0)
    noise = np.fft.irfft(spectrum / frequencies ** (COLOURS[colour] / 2), fast)[:length]
    return np.asarray(noise / (np.sqrt(np.mean(noise**2)) + 1e-12), dtype=np.float32)


def mains_hum(length: int, frequency: float, level: float) -> np.ndarray:
    """The hum of a power line and its harmonics; `frequency` in Hz, `level` of the first one. float32 (length,)."""
    time = np.arange(length) / SAMPLE_RATE
    hum = sum(level / k * np.sin(2 * np.pi * frequency * k * time) for k in (1, 2, 3, 5))
    return np.asarray(hum, dtype=np.float32)


def clicks(length: int, per_second: float, source: np.random.Generator, level: float = 0.3) -> np.ndarray:
    """Short bursts at random moments, as keys and switches make them. float32 (length,)."""
    sound = np.zeros(length, np.float32)
    count = max(1, int(length * per_second / SAMPLE_RATE))
    for start in source.integers(0, max(1, length - 200), size=count):
        burst = source.standard_normal(160) * np.exp(-np.arange(160) / 20) * level
        sound[start : start + 160] += burst.astype(np.float32)[: length - start]
    return np.clip(sound, -1, 1)


def add_noise(samples: np.ndarray, snr_db: float, colour: str, source: np.random.Generator) -> np.ndarray:
    """Mix in noise at a signal-to-noise ratio taken over the whole recording. float32 (samples,)."""
    level = np.sqrt(np.mean(samples**2)) * 10 ** (-snr_db / 20)
    return np.clip(samples + np.float32(level) * coloured_noise(samples.size, colour, source), -1.0, 1.0)


def room_response(reverberation_seconds: float, direct_share: float, source: np.random.Generator) -> np.ndarray:
    """A synthetic impulse response: the direct sound, then noise that decays by 60 dB in the given time."""
    length = max(2, int(reverberation_seconds * SAMPLE_RATE))
    decay = 10 ** (-3 * np.arange(length) / length)
    tail = source.standard_normal(length) * decay
    tail[: int(0.002 * SAMPLE_RATE)] = 0.0
    tail *= np.sqrt((1 - direct_share) / (np.sum(tail**2) + 1e-12))
    tail[0] = np.sqrt(direct_share)
    return tail.astype(np.float32)


def add_room(samples: np.ndarray, response: np.ndarray) -> np.ndarray:
    """The recording as heard in the room, of the same length and level. float32 (samples,)."""
    wet = fftconvolve(samples, response)[: samples.size]
    scale = np.sqrt(np.mean(samples**2)) / (np.sqrt(np.mean(wet**2)) + 1e-12)
    return np.asarray(np.clip(wet * scale, -1.0, 1.0), dtype=np.float32)


def spec_augment(mel: torch.Tensor, frames: list[int], source: np.random.Generator) -> torch.Tensor:
    """Mask bands of frequency and stretches of time, over the real frames only (Park et al. 2019, arXiv 1904.08779).

    Args:
        mel: (batch, bins, frames), changed in place.
        frames: how many frames of each recording are real.
    """
    bins = mel.shape[1]
    for row, real in zip(mel, frames, strict=True):
        mean = row[:, :real].mean()
        for _ in range(2):
            width = int(source.integers(0, bins // 6))
            low = int(source.integers(0, bins - width))
            row[low : low + width, :real] = mean
        for _ in range(2):
            # At most 0.1 s: longer holes hide whole words, which teaches to invent them.
            width = int(source.integers(0, min(10, max(1, real // 10)) + 1))
            start = int(source.integers(0, max(1, real - width)))
            row[:, start : start + width] = mean
    return mel
