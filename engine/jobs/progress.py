"""How far a training is, from the events of its trainer: pure, so that every window and terminal tells the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

STAGES = ("baseline", "rehearsal", "train", "alpha", "merge", "convert", "agreement", "measure", "evaluate")
MOST_POINTS = 2_000  # of a curve; more than any window has pixels
MOST_NOTES = 20

Point = tuple[int, float]


@dataclass(frozen=True)
class RunProgress:
    """What is known of a run.

    `step` of `total` belong to the `stage`; `eta` is how many seconds that stage still takes, None where it cannot be
    told. `losses` and `wers` are points (step, value) of the training; a word error rate is a fraction, of the
    development set. `notes` are the trainer's warnings and what it gave up to go on.
    """

    stage: str = ""
    step: int = 0
    total: int = 0
    eta: float | None = None
    device: str = ""
    memory_mb: float = 0.0
    losses: tuple[Point, ...] = ()
    wers: tuple[Point, ...] = ()
    notes: tuple[str, ...] = ()
    checkpoint: int | None = None
    first: tuple[float, int] | None = None  # time (s) and step at which this stage was first heard of

    @property
    def stage_number(self) -> int:
        """Which stage it is, from 1; 0 before the first."""
        return STAGES.index(self.stage) + 1 if self.stage in STAGES else 0

    @property
    def share(self) -> float | None:
        """How much of the stage is done, from 0 to 1; None where it does not say."""
        return min(1.0, self.step / self.total) if self.total > 0 else None

    def after(self, event: Mapping[str, Any]) -> RunProgress:
        """The progress once this event was heard. Unknown events and fields of a wrong type change nothing."""
        match event.get("event"):
            case "start":
                return replace(self, device=str(event.get("device") or ""))
            case "stage":
                return self._at_stage(event)
            case "progress":
                return self._at_stage(event)._advanced(event)
            case "metric" if event.get("stage") == "train":
                return self._measured(event)
            case "checkpoint":
                step = _number(event.get("step"))
                return self if step is None else replace(self, checkpoint=int(step))
            case "warning" | "fallback" if event.get("what"):
                return replace(self, notes=(*self.notes, str(event["what"]))[-MOST_NOTES:])
        return self

    def _at_stage(self, event: Mapping[str, Any]) -> RunProgress:
        stage = str(event.get("stage") or self.stage)
        if stage == self.stage:
            return self
        return replace(self, stage=stage, step=0, total=0, eta=None, first=None)

    def _advanced(self, event: Mapping[str, Any]) -> RunProgress:
        step, total = _number(event.get("step")), _number(event.get("total"))
        if step is None or total is None or total <= 0:
            return self
        when, memory = _number(event.get("ts")), _number(event.get("mem_mb"))
        first = self.first if self.first or when is None else (when, int(step))
        eta = _number(event.get("eta_s"))
        if eta is None and first is not None and when is not None and step > first[1]:
            eta = (when - first[0]) / (step - first[1]) * (total - step)
        losses = self.losses
        if (loss := _number(event.get("loss"))) is not None:
            losses = _with(losses, (int(step), loss))
        return replace(
            self,
            step=int(step),
            total=int(total),
            eta=eta,
            first=first,
            memory_mb=max(self.memory_mb, memory or 0.0),
            losses=losses,
        )

    def _measured(self, event: Mapping[str, Any]) -> RunProgress:
        step, wer = _number(event.get("step")), _number(event.get("wer"))
        return self if step is None or wer is None else replace(self, wers=_with(self.wers, (int(step), wer)))


def _with(points: tuple[Point, ...], point: Point) -> tuple[Point, ...]:
    """The points with one more; a run that was resumed goes over some steps again."""
    kept = points if not points or points[-1][0] < point[0] else tuple(one for one in points if one[0] < point[0])
    if len(kept) >= MOST_POINTS:
        kept = kept[::2]
    return (*kept, point)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) == float("inf"):
        return None
    return float(value)
