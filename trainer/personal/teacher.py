"""What the untouched base thinks of a recording: the hidden states that keep the personal model near it.

The teacher reads with the context that the base needs; the student with the real length. For a base that was never
trained on short context this is audio-context fine-tuning (futo-org/whisper-acft).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import nn

from engine.models.card import Context
from trainer.features import FRAMES_PER_SECOND, MAX_FRAMES, silence_level
from trainer.forward import encode
from trainer.personal.batches import Batch, pad_mel
from trainer.personal.cache import ArrayCache, file_key, key_of
from trainer.personal.device import Device
from trainer.personal.examples import Composer
from trainer.personal.lora import Adapted
from trainer.personal.manifest import Clip
from trainer.personal.whisper import decode

TOGETHER_SECONDS = 60.0  # of padded audio that are read at once


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
        heard = iter(self._of([plan.clips[0] for plan in batch.plans if plan.clips]))
        rows = [next(heard) if plan.clips else None for plan in batch.plans]
        known = next(row for row in rows if row is not None)
        layers, _, width = known.shape
        states = np.zeros((layers, len(rows), batch.inputs.shape[1], width), np.float32)
        mask = torch.zeros(batch.inputs.shape, dtype=torch.bool)
        for index, row in enumerate(rows):
            if row is not None:
                states[:, index, : row.shape[1]] = row
                mask[index, : row.shape[1]] = True
        return torch.from_numpy(states).to(self._device.place), mask.to(self._device.place)

    def _of(self, clips: Sequence[Clip]) -> list[np.ndarray]:
        """(layers + 1, tokens, width) of each clip; those that are not kept yet are read together."""
        keys = [self._key(clip) for clip in clips]
        kept = [self._cache.find(clip.id, key) for clip, key in zip(clips, keys, strict=True)]
        missing = [clip for clip, row in zip(clips, kept, strict=True) if row is None]
        read = itertools.chain.from_iterable(map(self._read, self._together(missing)))
        return [
            self._cache.keep(clip.id, key, next(read)) if row is None else row
            for clip, key, row in zip(clips, keys, kept, strict=True)
        ]

    def _key(self, clip: Clip) -> str:
        return key_of("teacher", self._base, self._context, self._composer.labels(clip), file_key(clip.audio))

    def _together(self, clips: Sequence[Clip]) -> Iterator[Sequence[Clip]]:
        """Groups of little enough audio. One by one, short clips cost several times their products."""
        longest = max((self._context.seconds_for(clip.duration) for clip in clips), default=1.0)
        size = max(1, int(TOGETHER_SECONDS / longest))
        return (clips[first : first + size] for first in range(0, len(clips), size))

    def _read(self, clips: Sequence[Clip]) -> list[np.ndarray]:
        seconds = max(self._context.seconds_for(clip.duration) for clip in clips)
        frames = min(MAX_FRAMES, round(seconds * FRAMES_PER_SECOND))
        inputs = [torch.tensor(self._composer.labels(clip)[:-1]) for clip in clips]
        mel = np.stack([_padded(self._composer.clean_mel(clip), frames) for clip in clips])
        given = nn.utils.rnn.pad_sequence(inputs, batch_first=True).to(self._device.place)
        with self._adapted.switched_off() as base, self._device.autocast():
            hidden = decode(base, encode(base.model.encoder, torch.from_numpy(mel).to(self._device.place)), given)
        states = torch.stack(hidden, 1).float().cpu().numpy()
        return [row[:, : len(tokens)] for row, tokens in zip(states, inputs, strict=True)]


def _padded(mel: np.ndarray, frames: int) -> np.ndarray:
    """A full window is padded with zeros behind the features, as openai/whisper does; a short one with silence."""
    return pad_mel(mel, 0.0 if frames == MAX_FRAMES else silence_level(mel), frames)
