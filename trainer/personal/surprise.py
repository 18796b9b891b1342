"""How little a model expects what was said: the cross-entropy of the right text, given the right text so far.

One pass, no decoding. From as many sentences it tells a loss from none two to three times as sharply as word errors do
(LOG.md, "The choice of alpha"), since every token says how sure the model was, and not only the few that it gets wrong.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch.nn import functional
from transformers import WhisperForConditionalGeneration

from trainer.forward import Listen, listening
from trainer.personal.batches import collate
from trainer.personal.device import Device
from trainer.personal.examples import IGNORED, Composer
from trainer.personal.manifest import Clip
from trainer.personal.whisper import PAD_SECONDS, alike, decode


@dataclass(frozen=True)
class Surprise:
    """The cross-entropy of one utterance's text, summed over its tokens (nats)."""

    nats: float
    tokens: int


@torch.no_grad()
def surprises(
    whisper: WhisperForConditionalGeneration,
    composer: Composer,
    clips: Sequence[Clip],
    device: Device,
    listen: Listen | None = None,
) -> list[Surprise]:
    """What each clip's text costs the model, in the clips' order. `listen` stands in for the model's own encoder."""
    listen = listen or listening(whisper.model.encoder)
    found = [Surprise(0.0, 0)] * len(clips)
    training = whisper.training
    whisper.train(False)
    for group in alike([clip.duration for clip in clips]):
        rows = _of_batch(whisper, listen, composer, [clips[index] for index in group], device)
        for index, surprise in zip(group, rows, strict=True):
            found[index] = surprise
    whisper.train(training)
    return found


def mean_surprise(found: Sequence[Surprise]) -> float:
    """The cross-entropy of a token (nats)."""
    return sum(one.nats for one in found) / max(1, sum(one.tokens for one in found))


def forgotten(before: Sequence[Surprise], after: Sequence[Surprise]) -> tuple[float, float]:
    """How many nats a token costs more than before, on the same utterances, and the standard error of that."""
    tokens = max(1, sum(one.tokens for one in before))
    more = [new.nats - old.nats for old, new in zip(before, after, strict=True)]
    return sum(more) / tokens, math.sqrt(sum(one * one for one in more)) / tokens


def _of_batch(
    whisper: WhisperForConditionalGeneration, listen: Listen, composer: Composer, clips: Sequence[Clip], device: Device
) -> list[Surprise]:
    batch = collate([composer.undisturbed(clip) for clip in clips], composer.tokens.end, PAD_SECONDS)
    inputs, targets = batch.inputs.to(device.place), batch.targets.to(device.place)
    with device.autocast():
        hidden = decode(whisper, listen(batch.mel.to(device.place)), inputs)
        logits = whisper.proj_out(hidden[-1])
    # (batch, vocabulary, tokens), as torch wants classes; nothing is lost for what is not asked.
    nats = functional.cross_entropy(logits.float().transpose(1, 2), targets, ignore_index=IGNORED, reduction="none")
    asked = (targets != IGNORED).sum(1)
    return [Surprise(float(row.sum()), int(count)) for row, count in zip(nats, asked, strict=True)]
