"""Whisper's log-mel features over the real length of the audio, batched, in torch.

The same numbers as Whisper's own extractor (Radford et al. 2022), which pads everything to 30 s.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import torch
from transformers.audio_utils import mel_filter_bank

from engine.records import SAMPLE_RATE

WINDOW = 400  # samples: 25 ms
HOP = 160  # samples: 10 ms
FRAMES_PER_SECOND = SAMPLE_RATE // HOP  # mel frames
POSITIONS_PER_SECOND = FRAMES_PER_SECOND // 2  # encoder outputs: the second convolution halves the rate
MAX_FRAMES = 30 * FRAMES_PER_SECOND


def log_mel(samples: torch.Tensor, bins: int = 80) -> torch.Tensor:
    """Log-mel features of float32 audio at 16 kHz, (batch, samples) -> (batch, bins, samples // 160).

    Each recording is scaled by its own maximum, as Whisper does.
    """
    window = torch.hann_window(WINDOW, device=samples.device)
    spectrum = torch.stft(samples, WINDOW, HOP, window=window, return_complex=True)
    power = spectrum[..., :-1].abs() ** 2
    mel = _filters(bins).to(samples.device) @ power
    logarithm = mel.clamp(min=1e-10).log10()
    loudest = logarithm.amax(dim=(1, 2), keepdim=True)
    return (torch.maximum(logarithm, loudest - 8.0) + 4.0) / 4.0


def silence_level(mel: np.ndarray) -> float:
    """What features, (bins, frames), say of digital silence beside this recording: 8 below its loudest, scaled."""
    return max(-1.5, float(mel.max()) - 2.0)


@lru_cache(maxsize=2)
def _filters(bins: int) -> torch.Tensor:
    filters = mel_filter_bank(
        num_frequency_bins=WINDOW // 2 + 1,
        num_mel_filters=bins,
        min_frequency=0.0,
        max_frequency=SAMPLE_RATE / 2,
        sampling_rate=SAMPLE_RATE,
        norm="slaney",
        mel_scale="slaney",
    )
    return torch.from_numpy(filters.T.copy()).float()
