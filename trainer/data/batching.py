"""The last step: which recordings a training reads together, in its first pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.errors import InputError
from engine.library.records import TrainingRecord, as_line
from trainer.data.folder import minutes_of
from trainer.personal.batches import plan_run
from trainer.personal.manifest import clip_of
from trainer.personal.recipe import TINY, choose_recipe

BATCHES = "batches.jsonl"


@dataclass(frozen=True)
class PlannedBatch:
    """One step's recordings. `seconds` is the sound in it, `padded` what is computed: all as long as the longest."""

    kind: str
    files: tuple[str, ...]
    seconds: float
    padded: float


def plan_batches(records: Sequence[TrainingRecord], parameters: int = TINY - 1, seed: int = 1) -> list[PlannedBatch]:
    """The first pass over the records of the split `train`, as a personalization of a small base would make it.

    Raises:
        InputError: there is nothing to train on.
    """
    clips = [clip_of(record, Path(record.audio)) for record in records if record.split == "train"]
    if not clips:
        raise InputError("No recording is in the split 'train'.", "Collect more of them.")
    recipe = choose_recipe(minutes_of(records), parameters, "cpu")
    batches = []
    for plans in plan_run(recipe, clips, (), seed)[0]:
        files = tuple(clip.audio.name for plan in plans for clip in plan.clips)
        seconds = sum(clip.duration for plan in plans for clip in plan.clips)
        padded = len(plans) * max(plan.seconds for plan in plans)
        batches.append(PlannedBatch(plans[0].kind, files, round(seconds, 2), round(padded, 2)))
    return batches


def write_batches(batches: Sequence[PlannedBatch], folder: Path) -> None:
    """One line a batch, in the order of the training."""
    lines = [as_line(asdict(batch)) for batch in batches]
    (folder / BATCHES).write_text("".join(lines), encoding="utf-8")
