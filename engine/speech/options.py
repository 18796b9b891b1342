"""The options of recognition: one frozen dataclass for loading a model, one for a decode."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal

from engine.models.card import Context

Task = Literal["transcribe", "translate"]


def usable_cores() -> int:
    """The processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True)
class RecogniserOptions:
    """How a model is loaded.

    `device` is auto, cpu or cuda; `compute_type` is auto or one of CTranslate2's. `language` (a code such as "en")
    is detected when None. `context` and `beam_threshold` stand in for what the model's card says. `threads` None means
    as many as pay for a model of that size.
    """

    device: Literal["auto", "cpu", "cuda"] = "auto"
    compute_type: str = "auto"
    threads: int | None = None
    language: str | None = None
    context: Context | None = None
    beam_threshold: float | None = None


@dataclass(frozen=True)
class DecodeOptions:
    """How an utterance is decoded.

    `max_tokens` None means in proportion to the audio. `previous_text` is what was said just before, `vocabulary`
    the terms to expect; both only lead the decoder. `temperature` 0 is beam search, above it is sampling.
    `language` None means the one the recogniser was loaded for, or else the one it hears. Without `retries` nothing is
    tried again, whatever a guard says, and only a calibrated model searches, where it is in doubt: for what is decoded
    again a moment later anyway.
    """

    beam: int = 5
    hypotheses: int = 1
    max_tokens: int | None = None
    previous_text: str = ""
    vocabulary: tuple[str, ...] = ()
    timestamps: bool = False
    task: Task = "transcribe"
    language: str | None = None
    temperature: float = 0.0
    retries: bool = True

    @property
    def is_prompted(self) -> bool:
        """Whether the decoder is led by text."""
        return bool(self.previous_text or self.vocabulary)


LOAD_DEFAULTS = RecogniserOptions()
DECODE_DEFAULTS = DecodeOptions()
