"""Whisper's encoder over the real length of the audio instead of 30 padded seconds.

transformers refuses anything but 3000 frames; the architecture does not need them. A 4 s clip has 400 frames,
so this is where training gets its speed, and a model its ability to live on short context.
"""

from __future__ import annotations

import torch
from torch.nn import functional
from transformers.models.whisper.modeling_whisper import WhisperEncoder


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
