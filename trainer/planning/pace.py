"""How fast fine-tuning goes: on this machine by trying, elsewhere from the work and the data sheet.

Tried are the training's own steps, on bundled speech and with random weights, whose products take as long as trained
ones: reading and disturbing the audio, the untouched base as teacher and the cutting into batches cost more than the
adapter's own work, and no count of products shows them.
"""

from __future__ import annotations

import itertools
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch

from engine.jobs.estimate import TOKENS_PER_SECOND
from engine.jobs.make import REHEARSAL
from engine.library.manifests import read_manifests
from engine.models.card import Card, Context
from engine.paths import STARTER_MODEL
from engine.records import SAMPLE_RATE
from trainer.features import log_mel
from trainer.forward import encode
from trainer.personal.batches import plan_run, prepared
from trainer.personal.cache import ArrayCache
from trainer.personal.device import Device, choose_device
from trainer.personal.encoded import EncodedStates, keeps_states
from trainer.personal.examples import Composer, Kind, Plan
from trainer.personal.learner import Learner
from trainer.personal.lora import Adapted
from trainer.personal.losses import Weights
from trainer.personal.manifest import Clip, clip_of
from trainer.personal.recipe import Recipe
from trainer.personal.teacher import Teacher
from trainer.personal.tokens import Tokens
from trainer.personal.whisper import READ_TOGETHER, put_on
from trainer.planning.machines import Machine, untrained
from trainer.planning.shapes import DICTATED_SECONDS, Shape, measurable, shape_named
from trainer.processes import Processes

BINS = 80
TRIED_STEPS = 2  # of each kind
READ_TOKENS = round(1.5 * TOKENS_PER_SECOND * DICTATED_SECONDS)  # a group is read until its longest text ends
# Of the products of a step: reading one word at a time waits for memory, not for products.
READING_UTILISATION = 0.1


@dataclass(frozen=True)
class Pace:
    """Seconds of work. `first` and `again` are for a second of the user's own speech, heard for the first time and
    after that, with the rehearsal that goes with it; `reading` is for an utterance when the run is measured."""

    first: float
    again: float
    reading: float

    def times(self, factor: float) -> Pace:
        """The pace of a model so many times as large."""
        return Pace(factor * self.first, factor * self.again, factor * self.reading)


def pace_on(chosen: Machine, shape: Shape, recipe: Recipe) -> Pace:
    """The pace of a fine-tuning by `recipe`. Trying takes some seconds, up to a minute for a large model."""
    if chosen.device is None:
        flop = shape.training(DICTATED_SECONDS, adapter=True) / DICTATED_SECONDS / recipe.own_share
        learning = flop / chosen.flop
        return Pace(learning, learning, shape.forward(DICTATED_SECONDS) / chosen.flop / READING_UTILISATION)
    tried = measurable(shape)
    with tempfile.TemporaryDirectory() as folder:
        tries = _Tries(choose_device(chosen.device, tried.parameters), tried, recipe, Path(folder))
        return tries.pace().times(shape.forward(DICTATED_SECONDS) / tried.forward(DICTATED_SECONDS))


class _Tries:
    """A fine-tuning of nothing in particular, a few steps long."""

    def __init__(self, device: Device, shape: Shape, recipe: Recipe, folder: Path) -> None:
        self._device = device
        self._recipe = recipe
        adapted = Adapted.fresh(put_on(device, untrained(shape)), recipe, seed=0)
        adapted.keep_base_in(device.dtype)
        adapted.whisper.train()
        keeps = keeps_states(recipe, device)
        self._composer = Composer(
            Tokens.load(STARTER_MODEL / "checkpoint"), BINS, ArrayCache(folder / "mel"),
            augment=recipe.augment, variants=recipe.variants if keeps else 0,
        )  # fmt: skip
        context = Card.load(STARTER_MODEL / "ctranslate2").context if shape == shape_named("starter") else Context()
        self._learner = Learner(
            adapted=adapted,
            device=device,
            weights=Weights.of(recipe),
            teacher=Teacher(adapted, self._composer, context, ArrayCache(folder / "teacher"), device, "tried"),
            encoded=EncodedStates(adapted, ArrayCache(folder / "states"), device, "tried") if keeps else None,
            processes=Processes(cpu=device.kind == "cpu"),
        )
        self._optimiser = torch.optim.AdamW(adapted.parameters(), lr=1e-6)
        self._scaler = device.scaler()

    def pace(self) -> Pace:
        """Measured now."""
        steps = _steps(self._recipe)
        pairs, rehearsal, packed = steps["pair"], steps["rehearsal"], steps["packed"]
        self._seconds(pairs[:1], 0)  # compiles and allocates
        tried = pairs[1 : 1 + TRIED_STEPS]
        first, again = self._seconds(tried, 1), self._seconds(tried, 1)
        shares = self._recipe.rehearsal_share, self._recipe.packed_share
        rehearsed = self._seconds(rehearsal[:TRIED_STEPS], 2) if shares[0] else 0.0
        long = self._seconds(packed[:TRIED_STEPS], 3) if shares[1] else 0.0
        own = 1 - sum(shares)
        beside = (shares[0] * rehearsed + shares[1] * long) / own
        spoken = sum(plan.seconds for plans in tried for plan in plans) / len(tried)
        return Pace((first + beside) / spoken, (again + beside) / spoken, self._read() / READ_TOGETHER)

    def _seconds(self, steps: Sequence[Sequence[Plan]], seed: int) -> float:
        """What one of the steps takes, with the making of its batch."""
        masks = self._recipe.augment and self._learner.encoded is None
        began = time.perf_counter()
        for batch in prepared(self._composer, steps, seed, 0, masks=masks):
            self._learner.step(batch, self._optimiser, self._recipe.clip_norm, self._scaler)  # returns numbers: done
        return (time.perf_counter() - began) / len(steps)

    def _read(self) -> float:
        self._greedy()
        began = time.perf_counter()
        self._greedy()
        return time.perf_counter() - began

    def _greedy(self) -> list[int]:
        """One word after the other, as a development set is read, but to the usual length, since nothing ends it."""
        whisper, place = self._learner.adapted.whisper, self._device.place
        whisper.train(False)
        mel = log_mel(torch.randn(READ_TOGETHER, round(DICTATED_SECONDS * SAMPLE_RATE)) * 0.1, BINS).to(place)
        given, cache = torch.zeros((READ_TOGETHER, 1), dtype=torch.long, device=place), None
        with torch.no_grad(), self._device.autocast():
            states = encode(whisper.model.encoder, mel)
            for _ in range(READ_TOKENS):
                output: Any = whisper.model.decoder(
                    input_ids=given, encoder_hidden_states=states, past_key_values=cache, use_cache=True
                )
                cache = output.past_key_values
                given = whisper.proj_out(output.last_hidden_state[:, -1:]).argmax(-1)
        return [int(one) for one in given.flatten()]


def _steps(recipe: Recipe) -> dict[Kind, list[list[Plan]]]:
    """Steps of each kind, as the training cuts them from bundled speech."""
    # As if one person had said all of it in one session: only neighbours are packed.
    clips = [replace(clip_of(pair.record, pair.file), session="tried") for pair in read_manifests(REHEARSAL)]
    pairs, others = _part(clips, (2 + TRIED_STEPS) * recipe.batch_seconds)
    mixed = replace(recipe, epochs=1, rehearsal_share=0.4, packed_share=0.4)
    steps: dict[Kind, list[list[Plan]]] = defaultdict(list)
    for step in itertools.chain.from_iterable(plan_run(mixed, pairs, others, seed=0)):
        steps[step[0].kind].append(step)
    return steps


def _part(clips: Sequence[Clip], seconds: float) -> tuple[Sequence[Clip], Sequence[Clip]]:
    """The first clips of so many seconds together, and the rest."""
    ends = list(itertools.accumulate(clip.duration for clip in clips))
    count = sum(end <= seconds for end in ends)
    return clips[:count], clips[count:]
