"""A model to listen to single recordings with, for the commands that check or read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from engine.audio.ring import Samples
from engine.cli.transcribe import model_folder
from engine.models.card import WINDOW_SECONDS
from engine.records import SAMPLE_RATE

if TYPE_CHECKING:
    from engine.speech.results import Recognised

HYPOTHESES = 5
LONGEST = int(WINDOW_SECONDS * SAMPLE_RATE)


def listener(ctx: click.Context, chosen: str | None) -> tuple[Callable[[Samples], Recognised], str]:
    """What recognises the first 30 s of a recording, with several hypotheses, and the name of its model."""
    from engine.speech.options import DecodeOptions, RecogniserOptions
    from engine.speech.utterance import recognise
    from engine.speech.whisper import Recogniser

    recogniser = Recogniser.load(model_folder(ctx, chosen), RecogniserOptions(language="en"))
    options = DecodeOptions(hypotheses=HYPOTHESES)
    return lambda samples: recognise(recogniser, samples[:LONGEST], options, adaptive=False), recogniser.name


def scorer(ctx: click.Context, chosen: str | None) -> Callable[[Samples, Sequence[str]], list[float]]:
    """What says how well texts fit at most 30 s of sound: the mean log probabilities of their tokens."""
    from engine.speech.options import RecogniserOptions
    from engine.speech.whisper import Recogniser

    recogniser = Recogniser.load(model_folder(ctx, chosen), RecogniserOptions(language="en"))

    def score(samples: Samples, texts: Sequence[str]) -> list[float]:
        encoded = recogniser.encode(samples)
        return [recogniser.score(encoded, text).mean for text in texts]

    return score
