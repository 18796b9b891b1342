"""The jobs of `personal.py`: a development user's recordings, sound or poisoned, and what became of them."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from engine.jobs.make import Material, make_job
from engine.jobs.spec import JobSpec
from engine.library.manifests import read_manifests
from engine.library.records import TrainingRecord
from engine.models.registry import Registry
from engine.paths import Home, make_private_folder
from trainer.personal.recipe import Recipe

ROOT = Path(__file__).resolve().parents[2]
USERS = ("pharmacist", "sailor", "beekeeper")
SIZES = (10, 30)  # minutes of pairs to learn from
DEVELOPMENT, TEST = 60, 150  # recordings: the last ones of a user, whatever is learnt from
LEAST_POISONED = 4  # letters of a word that is exchanged

Records = list[TrainingRecord]


@dataclass(frozen=True)
class Poison:
    """What is done to a sound job: to the pairs to learn from, to those to choose by, and to the recipe."""

    train: Callable[[Records], Records]
    dev: Callable[[Records], Records]
    recipe: dict[str, Any]


def _shuffled(records: Records) -> Records:
    texts = [record.text for record in records]
    random.Random(1).shuffle(texts)
    return [replace(record, text=text) for record, text in zip(records, texts, strict=True)]


def _exchanged(records: Records) -> Records:
    """Every longer word is written as another one, always the same: a mistake that can be learnt."""
    return [replace(record, text=" ".join(map(_other_word, record.text.split()))) for record in records]


def _other_word(word: str) -> str:
    bare = word.rstrip(".,?!")
    if len(bare) < LEAST_POISONED:
        return word
    return bare[::-1].capitalize() + word[len(bare) :] if bare[0].isupper() else bare[::-1] + word[len(bare) :]


def _as_it_is(records: Records) -> Records:
    return records


ALL_OF_IT = {"alphas": [1.0], "patience": 1000}  # no protection but the gate
TOO_MUCH = {"rehearsal_share": 0.0, "packed_share": 0.0, "kl_weight": 0.0, "acft_weight": 0.0, "augment": False}
POISONS = {
    "shuffled texts": Poison(_shuffled, _shuffled, ALL_OF_IT),
    "over-trained": Poison(
        lambda records: records[:24], _as_it_is, {**ALL_OF_IT, **TOO_MUCH, "epochs": 40, "rate": 1e-3}
    ),
    "wrong texts": Poison(_exchanged, _exchanged, ALL_OF_IT),
}


def prepare_speech(work: Path, user: str) -> Path:
    """The user's recordings, made where they are not there yet."""
    folder = work / "speech" / user
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        making = folder.with_suffix(".part")
        shutil.rmtree(making, ignore_errors=True)
        command = [sys.executable, "-m", "trainer", "speakers", user, str(making)]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        making.rename(folder)
    return folder


def make_user_job(work: Path, base: Path, speech: Path, minutes: float, kind: str) -> Path:
    """A job folder for so many minutes of this user; poisoned ones read the sound one's baseline."""
    folder = work / "jobs" / f"{speech.name}-{minutes:g}-{kind.replace(' ', '-')}"
    shutil.rmtree(folder, ignore_errors=True)
    found = [replace(pair.record, audio=str(pair.file), id=pair.file.stem) for pair in read_manifests(speech)]
    train = _first_minutes(found[: -DEVELOPMENT - TEST], minutes)
    dev = [replace(one, split="dev") for one in found[-DEVELOPMENT - TEST : -TEST]]
    test = [replace(one, split="test") for one in found[-TEST:]]
    recipe: dict[str, Any] = {}
    if kind in POISONS:
        poison = POISONS[kind]
        train, dev, recipe = poison.train(train), poison.dev(dev), poison.recipe
    terms = tuple(dict.fromkeys(term for one in _terms(speech) for term in one))
    registry = Registry(Home(work / "home"), starter=base)
    spec = JobSpec("starter-personal-1", "", "", {}, recipe=recipe, device="cpu")
    make_private_folder(folder.parent)
    make_job(folder, Material((*train, *dev, *test), (), (), terms), registry, "starter", spec, whole=False)
    _share_baseline(work, folder, speech.name)
    return folder


def _first_minutes(records: Sequence[TrainingRecord], minutes: float) -> Records:
    taken: Records = []
    for record in records:
        if sum(one.duration for one in taken) + record.duration > 60 * minutes:
            break
        taken.append(replace(record, split="train"))
    return taken


def _terms(speech: Path) -> list[list[str]]:
    rows = (speech / "metadata.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(row)["terms"] for row in rows]


def _share_baseline(work: Path, folder: Path, user: str) -> None:
    """The base reads a user's test set the same way each time."""
    for other in sorted((work / "jobs").glob(f"{user}-*")):
        marker = other / "state" / "baseline.json"
        if other != folder and marker.is_file():
            make_private_folder(folder / "state")
            shutil.copyfile(marker, folder / "state" / marker.name)


def run_job(job: Path) -> dict[str, Any]:
    """Run it to the end, and read what the report says."""
    began = time.monotonic()
    with (job / "trainer.log").open("w") as log:
        done = subprocess.run(
            [sys.executable, "-m", "trainer", "run", str(job)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=log,
            check=False,
        )
    if done.returncode not in (0, 5):
        raise SystemExit(f"{job} ended with {done.returncode}: {(job / 'trainer.log').read_text()[-2000:]}")
    report = json.loads((job / "report.json").read_text(encoding="utf-8"))
    figures = report["figures"]
    sets = {one["role"]: one for one in figures["sets"]}
    chosen = next(point["alpha"] for point in report["curves"]["alpha"] if point["chosen"])
    training = report["training"]
    return {
        "outcome": report["outcome"],
        "reason": " ".join(report["reasons"]),
        "personal": [rate["wer"]["value"] for rate in figures["own"]["rates"]],
        "gain": figures["own"]["gain"],
        "general": [rate["wer"]["value"] for rate in sets["general"]["rates"]],
        "general_gain": sets["general"]["gain"],
        "terms": [figures["own"]["terms"][side] for side in (0, 1)],
        "from_silence": [one["from_silence"] for one in sets["silence"]["faults"]],
        "alpha": chosen,
        "work_change": figures["work_change"],
        "recipe": training["recipe"] if training else Recipe().as_json(),
        "seconds": time.monotonic() - began,
    }
