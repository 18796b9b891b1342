"""Whisper's log-mel features (Radford et al. 2022), over the real length of the audio and on one core."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.records import SAMPLE_RATE

FFT_SAMPLES = 400  # 25 ms
HOP_SAMPLES = 160  # 10 ms
FRAMES_PER_SECOND = SAMPLE_RATE // HOP_SAMPLES
# A product this small stays on the calling thread. As one large product it wakes the linear algebra library's
# thread pool, whose spinning costs several times the work (the bench `tests/bench/offline.py` shows it).
FRAMES_PER_PRODUCT = 16

Floats = NDArray[np.float32]


def log_mel(samples: Floats, filters: Floats) -> Floats:
    """Log-mel features of 16 kHz audio, (samples,) -> (bins, samples // 160), float32.

    Args:
        samples: at least 1 sample, float32 in -1..1.
        filters: the mel filter bank, (bins, 201), as faster-whisper's FeatureExtractor has it.
    """
    power = _power(samples)
    frames = len(power) - len(power) % -FRAMES_PER_PRODUCT
    padded = np.zeros((frames, power.shape[1]), np.float32)
    padded[: len(power)] = power
    bins = np.ascontiguousarray(filters.T)
    mel = (padded.reshape(-1, FRAMES_PER_PRODUCT, power.shape[1]) @ bins).reshape(frames, -1)[: len(power)]
    logarithm = np.log10(np.maximum(mel, 1e-10))
    scaled = (np.maximum(logarithm, logarithm.max() - 8.0) + 4.0) / 4.0
    # The last frame looks beyond the audio; Whisper's own extractor computes it too, for the maximum, and drops it.
    return np.ascontiguousarray(scaled[: max(1, samples.size // HOP_SAMPLES)].T)


def _power(samples: Floats) -> Floats:
    """Power spectrum of each frame, (frames, 201)."""
    extended = np.pad(samples.astype(np.float32, copy=False), (0, HOP_SAMPLES))
    centred = np.pad(extended, FFT_SAMPLES // 2, mode="reflect")
    windows = np.lib.stride_tricks.sliding_window_view(centred, FFT_SAMPLES)[::HOP_SAMPLES][:-1]
    spectrum = np.fft.rfft(windows * np.hanning(FFT_SAMPLES + 1)[:-1].astype(np.float32))
    return np.square(spectrum.real) + np.square(spectrum.imag)
