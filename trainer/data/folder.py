"""What a step leaves: an audiofolder with what is kept, and beside it what is dropped and why."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from engine.errors import InputError
from engine.json_text import load_json
from engine.library.manifests import read_manifests
from engine.library.records import TrainingRecord, as_line

METADATA, DROPPED, COUNTS = "metadata.jsonl", "dropped.jsonl", "counts.json"


@dataclass(frozen=True)
class Dropped:
    """A recording that goes no further: the name of its file, and the reason in words."""

    file: str
    reason: str


@dataclass(frozen=True)
class Outcome:
    """What a step made of its input. `figures` is what else it found out, for people to read."""

    kept: tuple[TrainingRecord, ...]
    dropped: tuple[Dropped, ...] = ()
    figures: Mapping[str, object] = field(default_factory=dict)

    @property
    def reasons(self) -> dict[str, int]:
        """How many were dropped for which reason, the numbers in the reasons left out."""
        return dict(Counter(one.reason.split(" (")[0] for one in self.dropped).most_common())


class Sieve:
    """Collects what a step keeps and what it drops."""

    def __init__(self) -> None:
        self.kept: list[TrainingRecord] = []
        self.dropped: list[Dropped] = []

    def drop(self, record: TrainingRecord, reason: str) -> None:
        """Note that a record goes no further."""
        self.dropped.append(Dropped(Path(record.audio).name, reason))

    def outcome(self, figures: Mapping[str, object] | None = None) -> Outcome:
        """What was made of the records."""
        return Outcome(tuple(self.kept), tuple(self.dropped), figures or {})


def read_step(folder: Path, step: str) -> list[TrainingRecord]:
    """What a step kept; `audio` is the whole path.

    Raises:
        InputError: the step was not run.
    """
    if not (folder / step / COUNTS).is_file():
        raise InputError(f"The step {step!r} has left nothing in {folder}.", f"Run `trainer data {step}` first.")
    if not load_json(folder / step / COUNTS)["out"]:
        return []
    return [replace(one.record, audio=str(one.file)) for one in read_manifests(folder / step / METADATA)]


def write_step(folder: Path, step: str, outcome: Outcome) -> None:
    """Leave the outcome in `folder`/`step`, a whole audiofolder; what an earlier run left there goes."""
    making = folder / f"{step}.part"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True, mode=0o700)
    lines = [_line(one, _place(Path(one.audio), making)) for one in outcome.kept]
    (making / METADATA).write_text("".join(lines), encoding="utf-8")
    lines = [as_line({"file": one.file, "reason": one.reason}) for one in outcome.dropped]
    (making / DROPPED).write_text("".join(lines), encoding="utf-8")
    counts = {
        "in": len(outcome.kept) + len(outcome.dropped),
        "out": len(outcome.kept),
        "dropped": outcome.reasons,
        **outcome.figures,
    }
    (making / COUNTS).write_text(json.dumps(counts, ensure_ascii=False, indent=1), encoding="utf-8")
    shutil.rmtree(folder / step, ignore_errors=True)
    making.rename(folder / step)


def minutes_of(records: Sequence[TrainingRecord]) -> float:
    """How much sound, in minutes."""
    return round(sum(one.duration for one in records) / 60, 2)


def _line(record: TrainingRecord, file: Path) -> str:
    """A record as Hugging Face's audiofolder has it."""
    values = asdict(record)
    del values["audio"]
    return as_line({"file_name": file.name, **values})


def _place(audio: Path, folder: Path) -> Path:
    """The recording in `folder`: a second name for the same bytes where the disk can do that."""
    target = folder / audio.name
    try:
        os.link(audio, target)
    except OSError:
        shutil.copyfile(audio, target)
    return target
