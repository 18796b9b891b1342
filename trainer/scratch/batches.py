"""Examples sorted by length into batches, made by threads ahead of the training step.

Batch k of a run depends on the seed and k alone, so a resumed run sees what the uninterrupted one would have. Example i
of it depends on i besides, so that several processes, each with its part of the batch, see what one alone would have.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np
import torch

from engine.records import SAMPLE_RATE
from trainer.augment import spec_augment
from trainer.features import HOP, log_mel
from trainer.scratch.corpus import Clip, Corpus
from trainer.scratch.examples import IGNORED, WINDOW_SAMPLES, Composer, Example, Plan, plan_example
from trainer.scratch.model import Batch
from trainer.scratch.recipe import Mix, ScratchRecipe

POOL_BATCHES = 16  # batches whose examples are drawn and sorted by length together
AHEAD = 3  # batches prepared while one trains
EXTRA_SECONDS = 0.3  # of silence behind the longest example

# A processor's kernels are compiled for each shape they meet: few shapes cost a quarter less than many.
LENGTH_GRAIN = 32 * HOP  # samples
TOKEN_GRAIN = 8


def batches(
    recipe: ScratchRecipe, corpus: Corpus, composer: Composer, first_step: int, rank: int = 0, count: int = 1
) -> Iterator[Batch]:
    """Batches from `first_step` on, for ever; of each the part of process `rank` of `count`."""
    # One thread of torch's own there: more would fight with those of the training step.
    with ThreadPoolExecutor(1, initializer=torch.set_num_threads, initargs=(1,)) as pool:
        waiting: list[Future[Batch]] = []
        for step, plans in _planned(recipe, corpus, first_step):
            part = list(enumerate(plans))[rank::count] or [(0, plans[0])]
            waiting.append(pool.submit(_prepare, recipe, composer, step, part))
            if len(waiting) > AHEAD:
                yield waiting.pop(0).result()


def _planned(recipe: ScratchRecipe, corpus: Corpus, first_step: int) -> Iterator[tuple[int, list[Plan]]]:
    step = first_step - first_step % POOL_BATCHES
    while True:
        source = np.random.default_rng((recipe.seed, step))
        clips = corpus.first(recipe.visible_clips(step))
        for offset, plans in enumerate(_draw_pool(recipe, clips, recipe.mix_at(step), source)):
            if step + offset >= first_step:
                yield step + offset, plans
        step += POOL_BATCHES


def _draw_pool(recipe: ScratchRecipe, clips: list[Clip], mix: Mix, source: np.random.Generator) -> list[list[Plan]]:
    """As many batches as a pool holds, each of about `batch_seconds` of padded audio."""
    drawn: list[Plan] = []
    total = 0.0
    while total < POOL_BATCHES * recipe.batch_seconds:
        drawn.append(plan_example(clips, mix, source))
        total += drawn[-1].seconds
    drawn.sort(key=lambda plan: plan.seconds)
    share = total / POOL_BATCHES
    groups: list[list[Plan]] = [[]]
    filled = 0.0
    for plan in drawn:
        if filled >= share * len(groups) and len(groups) < POOL_BATCHES:
            groups.append([])
        groups[-1].append(plan)
        filled += plan.seconds
    while len(groups) < POOL_BATCHES:  # a few very long examples can swallow the share of a batch
        groups.append(groups[-1])
    return [groups[int(index)] for index in source.permutation(POOL_BATCHES)]


def _prepare(recipe: ScratchRecipe, composer: Composer, step: int, plans: list[tuple[int, Plan]]) -> Batch:
    mix = recipe.mix_at(step)
    sources = [np.random.default_rng((recipe.seed, step, 1, number)) for number, _ in plans]
    examples = [composer.compose(plan, mix, source) for (_, plan), source in zip(plans, sources, strict=True)]
    batch = collate(examples, recipe.least_seconds)
    for mel, example, source in zip(batch.mel, examples, sources, strict=True):
        if source.random() < mix.masked:
            spec_augment(mel[None], [example.real_frames], source)
    return batch


def collate(examples: list[Example], least_seconds: float = 0.0) -> Batch:
    """Pad the examples to one length, at least `least_seconds`, as a recogniser pads, and tokens with ignored ones.

    Short windows end in silence; full ones have zeros behind the features, as openai/whisper reads them.
    """
    longest = max(example.samples.size for example in examples) + int(EXTRA_SECONDS * SAMPLE_RATE)
    longest = max(int(least_seconds * SAMPLE_RATE), _round_up(longest, LENGTH_GRAIN))
    longest = min(WINDOW_SAMPLES, longest)
    audio = np.stack([np.pad(e.samples[:longest], (0, longest - min(longest, e.samples.size))) for e in examples])
    tokens = _round_up(max(len(example.inputs) for example in examples), TOKEN_GRAIN)
    end = 0
    inputs = torch.full((len(examples), tokens), end)
    targets = torch.full((len(examples), tokens), IGNORED)
    characters = torch.zeros(len(examples), max(1, *(len(e.characters) for e in examples), 1), dtype=torch.long)
    for row, example in enumerate(examples):
        inputs[row, : len(example.inputs)] = torch.tensor(example.inputs)
        targets[row, : len(example.targets)] = torch.tensor(example.targets)
        characters[row, : len(example.characters)] = torch.tensor(example.characters, dtype=torch.long)
    mel = log_mel(torch.from_numpy(audio))
    if longest == WINDOW_SAMPLES:
        for row, example in zip(mel, examples, strict=True):
            row[:, example.real_frames :] = 0.0
    positions = torch.full((len(examples),), (mel.shape[2] + 1) // 2)
    counts = torch.tensor([len(example.characters) for example in examples])
    return Batch(mel, inputs, targets, characters, counts, positions)


def _round_up(value: int, grain: int) -> int:
    return -(-value // grain) * grain
