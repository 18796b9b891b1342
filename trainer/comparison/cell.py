"""One arm, one amount of speech, one seed: trained, read on every set, and kept as a file that is never half there."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from transformers import WhisperForConditionalGeneration

from engine.models.durable import write_json
from trainer.comparison.arms import BASE_ARM, Ground, train_arm
from trainer.comparison.material import Material, clip_to_read, to_read
from trainer.personal.device import Device
from trainer.personal.manifest import Clip
from trainer.personal.tokens import Tokens
from trainer.personal.whisper import ToRead, read
from trainer.statistics import Counts, count_word_errors


@dataclass(frozen=True)
class Key:
    """Which cell."""

    arm: str
    minutes: float
    seed: int

    @property
    def name(self) -> str:
        """Of its file."""
        return f"{self.minutes:g}-{self.seed}-{self.arm.replace(chr(39), '+')}"


@dataclass(frozen=True)
class Cell:
    """What came out. `curve` is (seconds heard, development WER); `sets` are errors and words by the set's name."""

    arm: str
    minutes: float
    seed: int
    learnt: int  # clips
    heard: float  # seconds of audio, repetitions and rehearsal included
    took: float  # seconds of training
    alpha: float | None
    curve: list[tuple[float, float]] = field(default_factory=list)
    sets: dict[str, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Cell | None:
        """The cell in a file, None if there is none."""
        if not path.is_file():
            return None
        values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        values["curve"] = [tuple(point) for point in values["curve"]]
        values["sets"] = {name: tuple(counts) for name, counts in values["sets"].items()}
        return cls(**values)


class Reader:
    """Reads clips and sets greedily, in batches; features are computed once."""

    def __init__(self, tokens: Tokens, bins: int, device: Device) -> None:
        self._tokens = tokens
        self._bins = bins
        self._device = device
        self._clips: dict[str, ToRead] = {}
        self._sets: dict[str, list[ToRead]] = {}

    def word_errors(self, whisper: WhisperForConditionalGeneration, clips: Sequence[Clip]) -> list[Counts]:
        """What is wrong in each of the clips."""
        for clip in clips:
            if clip.id not in self._clips:
                self._clips[clip.id] = clip_to_read(clip, self._bins)
        return self._count(whisper, [self._clips[clip.id] for clip in clips], [clip.text for clip in clips])

    def texts(self, whisper: WhisperForConditionalGeneration, features: Sequence[ToRead]) -> list[str]:
        """What the model reads."""
        with self._device.autocast():
            rows = read(whisper, self._tokens, features, self._device.place)
        return [self._tokens.decode(row) for row in rows]

    def errors(
        self,
        whisper: WhisperForConditionalGeneration,
        material: Material,
        learnt: Sequence[Clip],
        known: Mapping[str, tuple[int, int]],
    ) -> dict[str, tuple[int, int]]:
        """Errors and words in every set of a cell; `known` are those of this model in sets of every cell."""
        found = {}
        fixed = {one.name for one in material.sets}
        for one in material.sets_for(learnt):
            if one.name in fixed and one.name in known:
                found[one.name] = known[one.name]
                continue
            features = self._sets.get(one.name) or to_read(one, self._bins)
            if one.name in fixed:
                self._sets[one.name] = features
            counts = self._count(whisper, features, [utterance.text for utterance in one.utterances])
            found[one.name] = (sum(count.errors for count in counts), sum(count.words for count in counts))
        return found

    def _count(
        self, whisper: WhisperForConditionalGeneration, features: Sequence[ToRead], said: Sequence[str]
    ) -> list[Counts]:
        return [count_word_errors(*pair) for pair in zip(said, self.texts(whisper, features), strict=True)]


def run_cell(key: Key, ground: Ground, material: Material, reader: Reader, folder: Path) -> Cell:
    """Train and measure, or read what was measured before; `folder` keeps the cells.

    Raises:
        CancelledError: the wish to stop was heard.
    """
    path = folder / f"{key.name}.json"
    if (before := Cell.load(path)) is not None:
        return before
    learnt = material.draw(key.minutes, key.seed)
    working = folder / f"{key.name}.training"
    working.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    trained = train_arm(key.arm, ground, learnt, key.seed, working)
    took = time.monotonic() - began
    cell = Cell(
        key.arm, key.minutes, key.seed, len(learnt), round(trained.heard, 1), round(took, 1), trained.alpha,
        [(round(heard, 1), round(wer, 4)) for heard, wer in trained.curve],
        reader.errors(trained.whisper, material, learnt, _of_the_base(folder) if key.arm == BASE_ARM else {}),
    )  # fmt: skip
    write_json(path, asdict(cell))
    shutil.rmtree(working, ignore_errors=True)
    return cell


def _of_the_base(folder: Path) -> Mapping[str, tuple[int, int]]:
    """What the untouched base makes of the sets, if a cell has it: it is the same model in every one."""
    before = next((cell for path in sorted(folder.glob(f"*-{BASE_ARM}.json")) if (cell := Cell.load(path))), None)
    return before.sets if before else {}
