"""Whether the converted model says what the trained one says: token by token, on the same features.

What is wrong in a conversion shows here and not in the training loss (faster-whisper's tracker has many such cases).
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import ctranslate2
import numpy as np
import torch

from engine.errors import ModelError
from engine.speech.guards import token_limit
from trainer.convert import convert
from trainer.features import FRAMES_PER_SECOND, MAX_FRAMES
from trainer.personal.batches import pad_mel
from trainer.personal.tokens import MAX_TEXT_TOKENS, Tokens
from trainer.personal.whisper import ToRead, load_base, read

LEAST_AGREEMENT = 0.9  # of the tokens: float32 sums in another order may settle a tie differently
PAD_SECONDS = 0.5


@dataclass(frozen=True)
class Agreement:
    """Over all clips: tokens that Hugging Face wrote, how many CTranslate2 (float32) wrote alike, clips all alike."""

    clips: int
    identical: int
    tokens: int
    alike: int

    @property
    def share(self) -> float:
        """Of the tokens, 1 if there are none."""
        return self.alike / self.tokens if self.tokens else 1.0


def compare(checkpoint: Path, tokens: Tokens, clips: Sequence[ToRead]) -> Agreement:
    """Greedy decoding of the same clips by both, one clip at a time, in float32 on the processor."""
    model = load_base(checkpoint)
    model.train(False)
    with tempfile.TemporaryDirectory(prefix="attune-agreement-", dir=checkpoint.parent) as place:
        convert(checkpoint, Path(place) / "float32", quantization="float32")
        converted = ctranslate2.models.Whisper(str(Path(place) / "float32"), device="cpu", compute_type="float32")
        pairs = [
            (
                read(model, tokens, [clip], torch.device("cpu"), pad_seconds=PAD_SECONDS)[0],
                _converted_ids(converted, tokens, clip, model.config.vocab_size),
            )
            for clip in clips
        ]
    return Agreement(
        clips=len(pairs),
        identical=sum(here == there for here, there in pairs),
        tokens=sum(len(here) for here, _ in pairs),
        alike=sum(sum(a == b for a, b in zip(here, there, strict=False)) for here, there in pairs),
    )


def _converted_ids(model: ctranslate2.models.Whisper, tokens: Tokens, clip: ToRead, vocabulary: int) -> list[int]:
    frames = min(MAX_FRAMES, clip.mel.shape[1] + round(PAD_SECONDS * FRAMES_PER_SECOND))
    mel = np.ascontiguousarray(pad_mel(clip.mel, clip.pad, frames)[None], dtype=np.float32)
    prompt = tokens.prompt(clip.language)
    limit = min(MAX_TEXT_TOKENS, token_limit(clip.mel.shape[1] / FRAMES_PER_SECOND))
    result = model.generate(
        ctranslate2.StorageView.from_array(mel),
        [prompt],
        beam_size=1,
        max_length=max(2 * limit, limit + len(prompt) - 1),
        suppress_blank=False,
        suppress_tokens=list(range(tokens.end + 1, vocabulary)),
    )[0]
    ids: list[int] = result.sequences_ids[0][:limit]
    return [number for number in ids if number != tokens.end]


def check(found: Agreement) -> None:
    """Raise where the two write different texts.

    Raises:
        ModelError: they agree on too few tokens.
    """
    if found.share < LEAST_AGREEMENT:
        raise ModelError(
            f"The converted model wrote other text than the trained one ({found.share:.0%} of the tokens agree).",
            "Report this as a defect; the present model stays.",
        )
