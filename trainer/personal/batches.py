"""Which examples are learnt from in which step, and the tensors of a step.

Step k of a run depends on the seed and k alone, so a resumed run sees what the uninterrupted one would have.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch

from trainer.augment import spec_augment
from trainer.features import FRAMES_PER_SECOND, MAX_FRAMES
from trainer.personal.examples import GAP_SECONDS, IGNORED, WINDOW_SECONDS, Composer, Example, Kind, Plan
from trainer.personal.manifest import Clip
from trainer.personal.recipe import Recipe

POOL_BATCHES = 16  # batches whose examples are sorted by length together
PACKED_SECONDS = 28.5
SILENT_SHARE = 0.03  # of the rehearsal: nothing was said, nothing is written
AHEAD = 2  # batches prepared while one trains

T = TypeVar("T")


@dataclass(frozen=True)
class Batch:
    """mel (batch, bins, frames), inputs and targets (batch, tokens); targets are -100 where nothing is asked.

    `frames` and `keys` say of each example how many frames are real and what names them (see `Example`).
    """

    plans: tuple[Plan, ...]
    mel: torch.Tensor
    inputs: torch.Tensor
    targets: torch.Tensor
    frames: tuple[int, ...]
    keys: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        """What its examples are."""
        return self.plans[0].kind

    def rows(self, chosen: slice) -> Batch:
        """Some of the examples."""
        tensors = (self.mel[chosen], self.inputs[chosen], self.targets[chosen])
        return Batch(self.plans[chosen], *tensors, self.frames[chosen], self.keys[chosen])


def plan_run(recipe: Recipe, pairs: Sequence[Clip], rehearsal: Sequence[Clip], seed: int) -> list[list[list[Plan]]]:
    """The batches of each epoch: every pair once, packed neighbours, and rehearsal, in random order."""
    replay = _endless(rehearsal, np.random.default_rng((seed, 1)))
    windows = _endless(pack_neighbours(pairs), np.random.default_rng((seed, 2)))
    return [
        _plan_epoch(recipe, pairs, replay, windows, np.random.default_rng((seed, 3, epoch)))
        for epoch in range(recipe.epochs)
    ]


def _plan_epoch(
    recipe: Recipe,
    pairs: Sequence[Clip],
    replay: Iterator[Clip] | None,
    windows: Iterator[tuple[Clip, ...]] | None,
    source: np.random.Generator,
) -> list[list[Plan]]:
    order = [Plan("pair", (pairs[int(index)],)) for index in source.permutation(len(pairs))]
    batches = _cut(order, recipe.batch_seconds)
    own = 1.0 - (recipe.packed_share if windows else 0) - (recipe.rehearsal_share if replay else 0)
    total = len(batches) / own
    if replay:
        seconds = recipe.rehearsal_batch * recipe.batch_seconds
        batches += _replayed(replay, round(total * recipe.rehearsal_share), seconds)
    if windows:
        size = max(1, round(recipe.batch_seconds / WINDOW_SECONDS))
        for _ in range(round(total * recipe.packed_share)):
            batches.append([Plan("packed", clips) for clips in itertools.islice(windows, size)])
    return [batches[int(index)] for index in source.permutation(len(batches))]


def _replayed(replay: Iterator[Clip], wanted: int, batch_seconds: float) -> list[list[Plan]]:
    """So many batches of rehearsal, cut like the user's own: lengths alike, and padded silence counted."""
    batches: list[list[Plan]] = []
    while len(batches) < wanted:
        plans: list[Plan] = []
        while sum(plan.seconds for plan in plans) < (wanted - len(batches)) * batch_seconds:
            plans.append(Plan("rehearsal", (next(replay),)))
        batches += _cut(plans, batch_seconds)
    return batches[:wanted]


def _cut(plans: list[Plan], batch_seconds: float) -> list[list[Plan]]:
    """Batches of at most `batch_seconds` of padded audio, of similar lengths."""
    batches: list[list[Plan]] = []
    pool_seconds = POOL_BATCHES * batch_seconds
    for pool in _pools(plans, pool_seconds):
        batch: list[Plan] = []
        for plan in sorted(pool, key=lambda one: one.seconds):
            if batch and (len(batch) + 1) * plan.seconds > batch_seconds:
                batches.append(batch)
                batch = []
            batch.append(plan)
        batches.append(batch)
    return batches


def _pools(plans: list[Plan], seconds: float) -> Iterator[list[Plan]]:
    pool: list[Plan] = []
    filled = 0.0
    for plan in plans:
        pool.append(plan)
        filled += plan.seconds
        if filled >= seconds:
            yield pool
            pool, filled = [], 0.0
    if pool:
        yield pool


def pack_neighbours(clips: Sequence[Clip]) -> list[tuple[Clip, ...]]:
    """Utterances that follow one another in a session, as many as fit into a window; lonely ones are left out."""
    packs: list[tuple[Clip, ...]] = []
    for _, group in itertools.groupby(sorted(clips, key=lambda one: (one.session, one.id)), lambda one: one.session):
        pack: list[Clip] = []
        for clip in group:
            if sum(one.duration + GAP_SECONDS for one in pack) + clip.duration > PACKED_SECONDS:
                packs.append(tuple(pack))
                pack = []
            pack.append(clip)
        packs.append(tuple(pack))
    return [pack for pack in packs if len(pack) > 1]


def _endless(items: Sequence[T], source: np.random.Generator) -> Iterator[T] | None:
    """The items over and over, each pass in another order; None where there are none."""
    if not items:
        return None
    return (items[int(index)] for _ in itertools.count() for index in source.permutation(len(items)))


def prepared(
    composer: Composer, run: Sequence[Sequence[Plan]], seed: int, first: int, *, masks: bool
) -> Iterator[Batch]:
    """The batches of the steps from `first` on, made by a thread ahead of the training step."""
    with ThreadPoolExecutor(1) as pool:
        waiting: list[Future[Batch]] = []
        for step in range(first, len(run)):
            waiting.append(pool.submit(_prepare, composer, run[step], (seed, 4, step), masks))
            if len(waiting) > AHEAD:
                yield waiting.pop(0).result()
        for future in waiting:
            yield future.result()


def _prepare(composer: Composer, plans: Sequence[Plan], seed: tuple[int, ...], masks: bool) -> Batch:
    source = np.random.default_rng(seed)
    examples = [composer.compose(plan, source) for plan in _with_silence(plans, source)]
    batch = collate(examples, composer.tokens.end, extra_seconds=float(source.uniform(0.1, 0.8)))
    if masks and batch.kind == "pair":
        spec_augment(batch.mel, [example.mel.shape[1] for example in examples], source)
    return batch


def _with_silence(plans: Sequence[Plan], source: np.random.Generator) -> list[Plan]:
    """Now and then a stretch without speech takes the last place of a rehearsal batch."""
    silent = plans[0].kind == "rehearsal" and len(plans) > 1 and source.random() < SILENT_SHARE * len(plans)
    return [*plans[:-1], Plan("silence", ())] if silent else list(plans)


def collate(examples: Sequence[Example], end: int, extra_seconds: float) -> Batch:
    """Pad the examples to one length: features with silence, as a recogniser pads, and tokens with ignored ones."""
    longest = max(example.mel.shape[1] for example in examples)
    frames = min(MAX_FRAMES, longest + round(extra_seconds * FRAMES_PER_SECOND))
    tokens = max(len(example.inputs) for example in examples)
    mel = np.stack([pad_mel(example.mel, example.pad, frames) for example in examples])
    inputs = torch.full((len(examples), tokens), end)
    targets = torch.full((len(examples), tokens), IGNORED)
    for row, example in enumerate(examples):
        inputs[row, : len(example.inputs)] = torch.tensor(example.inputs)
        targets[row, : len(example.targets)] = torch.tensor(example.targets)
    return Batch(
        tuple(example.plan for example in examples),
        torch.from_numpy(mel),
        inputs,
        targets,
        tuple(example.mel.shape[1] for example in examples),
        tuple(example.key for example in examples),
    )


def pad_mel(mel: np.ndarray, value: float, frames: int) -> np.ndarray:
    """Features lengthened to `frames` with `value`."""
    return np.pad(mel[:, :frames], ((0, 0), (0, max(0, frames - mel.shape[1]))), constant_values=value)
