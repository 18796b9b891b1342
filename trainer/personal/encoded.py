"""The frozen encoder's answers, computed once for each version of a recording: what makes training on a CPU cheap."""

from __future__ import annotations

import numpy as np
import torch

from trainer.features import FRAMES_PER_SECOND, MAX_FRAMES
from trainer.forward import encode
from trainer.personal.batches import Batch, pad_mel
from trainer.personal.cache import ArrayCache, key_of
from trainer.personal.device import Device
from trainer.personal.lora import Adapted
from trainer.personal.recipe import Recipe

PAD_SECONDS = 0.5  # of silence behind each recording, as in a live decode


def keeps_states(recipe: Recipe, device: Device) -> bool:
    """Whether a run keeps them: where the encoder does not learn and computing it anew is what takes the time."""
    return recipe.layers == "decoder" and device.kind == "cpu"


class EncodedStates:
    """Encoder states from the cache. The encoder must not change."""

    def __init__(self, adapted: Adapted, cache: ArrayCache, device: Device, base: str) -> None:
        self._adapted = adapted
        self._cache = cache
        self._device = device
        self._base = base

    def states(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """States (batch, positions, width) of the examples, and which positions are theirs, (batch, positions)."""
        rows = [self._of(batch, index) for index in range(len(batch.plans))]
        longest = max(row.shape[0] for row in rows)
        states = np.zeros((len(rows), longest, rows[0].shape[1]), np.float32)
        real = torch.zeros((len(rows), longest), dtype=torch.bool)
        for index, row in enumerate(rows):
            states[index, : row.shape[0]] = row
            real[index, : row.shape[0]] = True
        return torch.from_numpy(states).to(self._device.place), real.to(self._device.place)

    def _of(self, batch: Batch, index: int) -> np.ndarray:
        key, clips = batch.keys[index], batch.plans[index].clips
        if not key:
            return self._compute(batch, index)
        return self._cache.get(clips[0].id, key_of("states", self._base, key), lambda: self._compute(batch, index))

    @torch.no_grad()
    def _compute(self, batch: Batch, index: int) -> np.ndarray:
        frames = min(MAX_FRAMES, batch.frames[index] + round(PAD_SECONDS * FRAMES_PER_SECOND))
        mel = batch.mel[index].numpy()
        # What stands behind the speech in the batch is silence; the last column goes on with it.
        padded = pad_mel(mel, float(mel[:, -1].min()), frames)
        encoder = self._adapted.whisper.model.encoder.eval()
        with self._device.autocast():
            states = encode(encoder, torch.from_numpy(padded)[None].to(self._device.place))[0]
        return states.float().cpu().numpy()
