"""Whisper's encoder over the real length of the audio instead of 30 padded seconds.

transformers refuses anything but 3000 frames; the architecture does not need them. A 4 s clip has 400 frames,
so this is where training gets its speed, and a model its ability to live on short context.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial

import torch
from torch.nn import functional
from transformers.models.whisper.modeling_whisper import WhisperEncoder

Listen = Callable[[torch.Tensor], torch.Tensor]  # an encoder as `encode` uses it: features to hidden states


def encode(encoder: WhisperEncoder, mel: torch.Tensor) -> torch.Tensor:
    """Hidden states of mel features, (batch, bins, frames <= 3000) -> (batch, ceil(frames / 2), width)."""
    hidden = functional.gelu(encoder.conv1(mel))
    hidden = functional.gelu(encoder.conv2(hidden)).permute(0, 2, 1)
    hidden = hidden + encoder.embed_positions.weight[: hidden.shape[1]]
    hidden = functional.dropout(hidden, p=encoder.dropout, training=encoder.training)
    for layer in encoder.layers:
        hidden = layer(hidden, None)
    normed: torch.Tensor = encoder.layer_norm(hidden)
    return normed


def listening(encoder: WhisperEncoder) -> Listen:
    """The encoder alone."""
    return partial(encode, encoder)


class Remembered:
    """An encoder that does not change and hears the same batches again: it computes each of them once.

    The states stay in memory, about 150 kB for a second of audio with whisper-small.
    """

    def __init__(self, encoder: WhisperEncoder) -> None:
        self._encoder = encoder
        self._states: dict[bytes, torch.Tensor] = {}

    def __call__(self, mel: torch.Tensor) -> torch.Tensor:
        """Hidden states of features, as `encode` gives them."""
        key = hashlib.blake2b(mel.cpu().numpy().tobytes()).digest()
        if key not in self._states:
            self._states[key] = encode(self._encoder, mel)
        return self._states[key]
