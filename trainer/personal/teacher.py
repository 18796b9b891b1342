"""What the untouched base thinks of a recording: the hidden states that keep the personal model near it.

The teacher reads with the context that the base needs; the student with the real length. For a base that was never
trained on short context this is audio-context fine-tuning (futo-org/whisper-acft).
"""

from __future__ import annotations

import numpy as np
import torch

from engine.models.card import WINDOW_SECONDS, Context
from trainer.features import FRAMES_PER_SECOND, MAX_FRAMES, silence_level
from trainer.forward import encode
from trainer.personal.batches import Batch, pad_mel
from trainer.personal.cache import ArrayCache, file_key, key_of
from trainer.personal.device import Device
from trainer.personal.examples import Composer
from trainer.personal.lora import Adapted
from trainer.personal.manifest import Clip
from trainer.personal.whisper import decode


class Teacher:
    """Hidden states of the base, computed once for each recording and text and kept on disk."""

    def __init__(
        self, adapted: Adapted, composer: Composer, context: Context, cache: ArrayCache, device: Device, base: str
    ) -> None:
        self._adapted = adapted
        self._composer = composer
        self._context = context
        self._cache = cache
        self._device = device
        self._base = base

    def states(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """Decoder states (layers + 1, batch, tokens, width) for a batch of single clips, and which tokens have any.

        The mask is (batch, tokens); rows without a recording (silence) have none.
        """
        rows = [self._of(plan.clips[0]) if plan.clips else None for plan in batch.plans]
        known = next(row for row in rows if row is not None)
        layers, _, width = known.shape
        states = np.zeros((layers, len(rows), batch.inputs.shape[1], width), np.float32)
        mask = torch.zeros(batch.inputs.shape, dtype=torch.bool)
        for index, row in enumerate(rows):
            if row is not None:
                states[:, index, : row.shape[1]] = row
                mask[index, : row.shape[1]] = True
        return torch.from_numpy(states).to(self._device.place), mask.to(self._device.place)

    def _of(self, clip: Clip) -> np.ndarray:
        labels = self._composer.labels(clip)
        key = key_of("teacher", self._base, self._context, labels, file_key(clip.audio))
        return self._cache.get(clip.id, key, lambda: self._compute(clip, labels[:-1]))

    def _compute(self, clip: Clip, inputs: list[int]) -> np.ndarray:
        mel = self._composer.clean_mel(clip)
        seconds = self._context.seconds_for(clip.duration)
        frames = min(MAX_FRAMES, round(seconds * FRAMES_PER_SECOND))
        # A full window is padded with zeros behind the features, as openai/whisper does; a short one with silence.
        pad = 0.0 if seconds >= WINDOW_SECONDS else silence_level(mel)
        padded = torch.from_numpy(pad_mel(mel, pad, frames))[None].to(self._device.place)
        with self._adapted.switched_off() as base, self._device.autocast():
            hidden = decode(base, encode(base.model.encoder, padded), torch.tensor([inputs], device=self._device.place))
        return np.stack([states[0].float().cpu().numpy() for states in hidden])
