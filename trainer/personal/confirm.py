"""What a scale of the adapter costs on general speech as dictation reads it: the int8 model with its search.

The sweep over the scales reads greedily, because that is quick; a search forgives much of what a changed model gets
wrong at first. So the most promising scales are converted and read as the gate will read, on kept-back rehearsal: the
gate's own speech is not touched.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from engine.models.card import CARD_NAME
from trainer.convert import convert
from trainer.personal import candidate
from trainer.personal.alpha import AlphaPoint, Confirmation, error_rate, loss_doubt, promising, settle
from trainer.personal.job import Job
from trainer.personal.manifest import Clip
from trainer.statistics import Counts
from trainer.testing import evaluate
from trainer.testsets import TestSet, Utterance

TRIAL = "trial"


def choose(
    job: Job,
    points: Sequence[AlphaPoint],
    general_loss: float,
    kept_back: Sequence[Clip],
    on_clip: Callable[[int], None],
) -> tuple[float, list[Confirmation]]:
    """The scale that is best on the development set among those that keep general speech, and what was measured.

    `on_clip` hears how many of the kept-back recordings were read, again at each scale.
    """
    alphas = promising(points, general_loss)
    if not kept_back or len(alphas) == 1:
        return alphas[0], []
    utterances = (Utterance(one.samples(), one.text, one.session, one.id, one.language) for one in kept_back)
    heard = TestSet("kept back", tuple(utterances))
    before = _errors(job.base_model, heard, on_clip)

    def loss_at(alpha: float) -> tuple[float, float]:
        trial = _converted(job, alpha)
        after = _errors(trial, heard, on_clip)
        shutil.rmtree(trial)
        return error_rate(after) - error_rate(before), loss_doubt(before, after)

    return settle(alphas, general_loss, loss_at)


def _converted(job: Job, alpha: float) -> Path:
    """The base changed at this scale, in int8, with the base's card: its context, and when it searches."""
    trial = job.state / TRIAL
    shutil.rmtree(trial, ignore_errors=True)
    convert(candidate.merge(job, alpha), trial, quantization="int8")
    card = job.base_model / CARD_NAME
    if card.is_file():
        shutil.copyfile(card, trial / CARD_NAME)
    return trial


def _errors(model: Path, heard: TestSet, on_clip: Callable[[int], None]) -> list[Counts]:
    found = evaluate(model, [heard], on_utterance=lambda _, done, __: on_clip(done))
    return [reading.words for reading in found.sets[0].readings]
