"""The training loop: from a fresh adapter, or from a checkpoint, to the best development word error rate."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from trainer.personal.batches import Batch, plan_run, prepared
from trainer.personal.checkpoint import Progression, load_checkpoint, save_checkpoint
from trainer.personal.device import peak_mb
from trainer.personal.examples import Composer, Plan
from trainer.personal.learner import Learner
from trainer.personal.manifest import Clip
from trainer.personal.memory import Thrift, is_out_of_memory
from trainer.personal.outcome import CancelledError
from trainer.personal.recipe import Recipe
from trainer.progress import Progress

EVALUATIONS = 8  # of the development set in a whole run
CHECKPOINT_SECONDS = 30.0
REPORT_SECONDS = 1.0


@dataclass(frozen=True)
class Surroundings:
    """What the loop talks to: events, the wish to stop, the folder of checkpoints, the development set's WER."""

    progress: Progress
    stop: Callable[[], bool]
    folder: Path
    development_wer: Callable[[], float]


def train(
    learner: Learner,
    composer: Composer,
    recipe: Recipe,
    pairs: Sequence[Clip],
    rehearsal: Sequence[Clip],
    seed: int,
    around: Surroundings,
) -> Progression:
    """Train until the recipe's last step, or until the development set gets no better.

    Goes on from the checkpoint, and leaves one with the best adapter.

    Raises:
        CancelledError: `stop` asked to end; a checkpoint is on disk.
        NotEnoughMemoryError: nothing was left to give up.
    """
    run = [plans for epoch in plan_run(recipe, pairs, rehearsal, seed) for plans in epoch]
    loop = _Loop(learner, recipe, run, seed, around)
    if loop.progression.finished:
        return loop.progression
    masks = recipe.augment and learner.encoded is None
    around.progress.event("stage", stage="train", step=loop.progression.step, total=len(run))
    if loop.progression.step == 0:
        loop.evaluate()
    for batch in prepared(composer, run, seed, loop.progression.step, masks=masks):
        if learner.processes.any(around.stop(), learner.device.place):
            loop.save()
            raise CancelledError
        loop.step(batch)
        if loop.is_over:
            break
    loop.finish()
    return loop.progression


def rate_at(recipe: Recipe, step: int, total: int) -> float:
    """Linear warm-up, then half a cosine down to a hundredth of the rate."""
    warm = recipe.warmup * total
    if step < warm:
        return recipe.rate * (step + 1) / (warm + 1)
    done = (step - warm) / max(1.0, total - warm)
    return recipe.rate * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * done)))


class _Loop:
    """The state of a run between its steps."""

    def __init__(
        self, learner: Learner, recipe: Recipe, run: Sequence[Sequence[Plan]], seed: int, around: Surroundings
    ) -> None:
        self.learner = learner
        self.recipe = recipe
        self.run = run
        self.seed = seed
        self.around = around
        self.optimiser = torch.optim.AdamW(
            learner.adapted.parameters(), lr=recipe.rate, weight_decay=recipe.weight_decay
        )
        self.scaler = learner.device.scaler()
        self.progression, adapter = load_checkpoint(around.folder, self.optimiser)
        if adapter is not None:
            learner.adapted.set_state(adapter)
            learner.save_memory(_thrift_from(self.progression.thrift))
        every = max(1, math.ceil(len(run) / EVALUATIONS))
        self.evaluate_at = {*range(every, len(run), every), len(run)}
        self.first_step, self.examples = self.progression.step, 0
        self.began = self.last_saved = self.last_told = time.monotonic()

    @property
    def is_over(self) -> bool:
        """Whether the development set has not become better for long enough."""
        return self.progression.unimproved >= self.recipe.patience

    def step(self, batch: Batch) -> None:
        """Learn from a batch; then whatever is due."""
        rate = rate_at(self.recipe, self.progression.step, len(self.run))
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        losses = self._learn(batch)
        self.progression.step += 1
        self.examples += len(batch.plans)
        if not math.isfinite(losses[0]):
            self.around.progress.event("warning", what="A step gave no finite loss and was left out.")
        else:
            self.progression.losses.append([self.progression.step, *(round(value, 5) for value in losses)])
        now = time.monotonic()
        if now - self.last_told >= REPORT_SECONDS or self.progression.step - self.first_step in (1, 5):
            self._tell(rate)
        if self.progression.step in self.evaluate_at:
            self.evaluate()
        if self.learner.processes.any(now - self.last_saved >= CHECKPOINT_SECONDS, self.learner.device.place):
            self.save()

    def _learn(self, batch: Batch) -> list[float]:
        while True:
            # Dropout depends on the step, not on what was drawn before, so that a resumed run repeats it.
            torch.manual_seed(self.seed * 1_000_003 + self.progression.step * 64 + self.learner.processes.rank)
            try:
                return self.learner.step(batch, self.optimiser, self.recipe.clip_norm, self.scaler)
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error) or self.learner.processes.count > 1:
                    raise
            self._give_up_something()

    def _give_up_something(self) -> None:
        self.optimiser.zero_grad(set_to_none=True)
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        thrift = self.learner.thrift.next()
        self.learner.save_memory(thrift)
        self.progression.thrift = {name: int(value) for name, value in asdict(thrift).items()}
        self.around.progress.event("fallback", stage="train", what=thrift.describe())

    def evaluate(self) -> None:
        """Read the development set, and keep the adapter if it was never better."""
        wer = self.around.development_wer()
        step = self.progression.step
        self.progression.wers.append([step, wer])
        self.around.progress.event("metric", stage="train", step=step, set="development", wer=round(wer, 4))
        if self.progression.best_wer is None or wer < self.progression.best_wer:
            self.progression.best_wer, self.progression.best_step = wer, step
            self.progression.best_state = self.learner.adapted.state()
            self.progression.unimproved = 0
        else:
            self.progression.unimproved += 1

    def finish(self) -> None:
        """Take up the best adapter, and note that nothing is left to train."""
        self.progression.finished = True
        self.learner.adapted.set_state(self.progression.best_state)
        self.save()

    def save(self) -> None:
        """Write a checkpoint."""
        now = time.monotonic()
        self.progression.seconds += now - self.last_saved
        self.last_saved = now
        if self.learner.processes.first:
            save_checkpoint(self.around.folder, self.progression, self.learner.adapted.state(), self.optimiser)
            self.around.progress.event("checkpoint", step=self.progression.step)

    def _tell(self, rate: float) -> None:
        self.last_told = time.monotonic()
        elapsed = max(1e-6, self.last_told - self.began)
        done = self.progression.step - self.first_step
        recent = self.progression.losses[-20:]
        self.around.progress.event(
            "progress",
            stage="train",
            step=self.progression.step,
            total=len(self.run),
            loss=round(sum(row[1] for row in recent) / max(1, len(recent)), 4),
            lr=rate,
            eta_s=round(elapsed / done * (len(self.run) - self.progression.step)),
            samples_per_s=round(self.examples / elapsed, 2),
            mem_mb=round(peak_mb(self.learner.device)),
            wer=self.progression.wers[-1][1] if self.progression.wers else None,
        )


def _thrift_from(stored: dict[str, int]) -> Thrift:
    return Thrift(stored.get("parts", 1), bool(stored.get("recompute", False)), bool(stored.get("decoder_only", False)))
