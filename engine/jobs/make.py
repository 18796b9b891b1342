"""A job folder from the library: manifests, copies of the recordings, and ``job.json``."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.errors import InputError, ModelError
from engine.jobs.spec import JobSpec
from engine.library.entities import SPLITS
from engine.library.faults import storage_faults
from engine.library.library import Library
from engine.library.manifests import read_manifests
from engine.library.records import TrainingRecord, manifest_lines, pairs_in
from engine.library.spoken import spoken_words
from engine.models.durable import copy_private
from engine.models.registry import Registry
from engine.paths import GENERAL_SPEECH, RESOURCES, make_private_folder

REHEARSAL = RESOURCES / "rehearsal"  # an audiofolder of speech the starter knows, so that it does not forget it
AUDIO = "audio"
BASE = "base"
MOST_REHEARSED = 600  # utterances: far more than a run gets through


@dataclass(frozen=True)
class Material:
    """What the library offers to a training: pairs with a split, gold ones, unedited speech, and the terms."""

    pairs: tuple[TrainingRecord, ...]
    gold: tuple[TrainingRecord, ...]
    unedited: tuple[TrainingRecord, ...]
    terms: tuple[str, ...] = ()

    def split(self, name: str) -> list[TrainingRecord]:
        """The pairs of one split; gold ones stand apart."""
        blind = {record.id for record in self.gold}
        return [record for record in self.pairs if record.split == name and record.id not in blind]


def collect(library: Library, terms: Sequence[str] = ()) -> Material:
    """Read the library."""
    pairs = tuple(
        pair.record
        for pair in pairs_in(library.database, library.recordings)
        if pair.quarantine is None and pair.record.split is not None
    )
    with library.database.reading() as connection:
        blind = {row[0] for row in connection.execute("SELECT id FROM utterance WHERE gold = 1")}
        rows = connection.execute(
            "SELECT id, audio, raw_text, language, duration, session_id, created_at, model FROM utterance"
            " WHERE status = 'dictated' AND audio IS NOT NULL AND audio_fault IS NULL AND deleted_at IS NULL"
            " AND raw_text != '' ORDER BY id DESC LIMIT ?",
            (MOST_REHEARSED,),
        ).fetchall()
    unedited = tuple(
        TrainingRecord(
            audio=str(library.recordings.absolute(row["audio"])),
            text=row["raw_text"],
            language=row["language"],
            duration=row["duration"],
            id=row["id"],
            session_id=row["session_id"],
            created_at=row["created_at"],
            base_model=row["model"],
            base_text=row["raw_text"],
        )
        for row in rows
    )
    tested = {tuple(spoken_words(record.text)) for record in pairs if record.split != "train"}
    return Material(
        pairs,
        tuple(record for record in pairs if record.id in blind),
        tuple(record for record in unedited if tuple(spoken_words(record.text)) not in tested),
        tuple(terms),
    )


def count_looks(library: Library, tested: Iterable[str]) -> int:
    """How many candidates were judged before by any of these test utterances."""
    tested = set(tested)
    with library.database.reading() as connection:
        rows = connection.execute(
            "SELECT run, utterance_id FROM training_use JOIN training_run ON training_run.id = run"
            " WHERE outcome IN ('accepted', 'refused', 'not proven')"
        ).fetchall()
    return len({row["run"] for row in rows if row["utterance_id"] in tested})


def make_job(
    folder: Path,
    material: Material,
    registry: Registry,
    base: str,
    spec: JobSpec,
    *,
    whole: bool,
    others: Path | None = None,
) -> JobSpec:
    """Write the job into the new folder `folder`; `whole` copies the base too, so that it can be run elsewhere.

    `others` holds recordings of other people, tested on beside those that come along.

    Raises:
        InputError: the folder holds something, or `others` is no folder of recordings with texts.
        ModelError: the base is not installed, or came without the weights that training starts from.
        StorageError: the disk is full.
    """
    if folder.exists() and any(folder.iterdir()):
        raise InputError(f"{folder} is not empty.", "Name a folder that does not exist yet.")
    checkpoint = registry.checkpoint(base)
    model = registry.get(base).folder
    if checkpoint is None:
        raise ModelError(
            f"The model {base} was installed without the weights that training starts from.",
            "Choose another with --base, or import its Hugging Face checkpoint: attune models import DIR",
        )
    with storage_faults():
        make_private_folder(folder)
        make_private_folder(folder / AUDIO)
        sets: dict[str, list[TrainingRecord]] = {name: material.split(name) for name in SPLITS}
        sets |= {"gold": list(material.gold), "rehearsal": [*material.unedited, *_recorded(REHEARSAL, "bundled")]}
        if others:  # without, the trainer takes those that come along by itself
            sets["general"] = [*_recorded(GENERAL_SPEECH, "bundled"), *_recorded(others, "others")]
        manifests = {name: _write(folder, name, records) for name, records in sets.items() if records}
        if whole:
            make_private_folder(folder / BASE)
            _copy_tree(checkpoint, folder / BASE / "checkpoint")
            _copy_tree(model, folder / BASE / "model")
            spec = replace(spec, base=f"{BASE}/checkpoint", base_model=f"{BASE}/model")
        else:
            spec = replace(spec, base=str(checkpoint.absolute()), base_model=str(model.absolute()))
        spec = replace(spec, base_id=base, manifests=manifests, terms=material.terms)
        spec.save(folder)  # last: a folder without job.json is no job
    return spec


def new_model_id(base: str, is_taken: Callable[[str], bool]) -> str:
    """A free id for what comes out: the base's with a number."""
    stem = re.sub(r"-personal-\d+$", "", base)[:48]
    number = 1
    while is_taken(f"{stem}-personal-{number}"):
        number += 1
    return f"{stem}-personal-{number}"


def _recorded(folder: Path, kind: str) -> list[TrainingRecord]:
    """What a folder holds; bundled ones may be left out of an installation."""
    if kind == "bundled" and not folder.is_dir():
        return []
    return [
        replace(pair.record, audio=str(pair.file.absolute()), id=pair.record.id or f"{kind}-{pair.file.stem}")
        for pair in read_manifests(folder)
    ]


def _write(folder: Path, name: str, records: Sequence[TrainingRecord]) -> str:
    placed = []
    for record in records:
        copy = folder / AUDIO / f"{record.id}{Path(record.audio).suffix}"
        if not copy.exists():
            copy_private(Path(record.audio), copy)
        placed.append(replace(record, audio=str(copy)))
    manifest = folder / f"{name}.jsonl"
    descriptor = os.open(manifest, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.writelines(manifest_lines(placed, folder))
    return manifest.name


def _copy_tree(source: Path, destination: Path) -> None:
    make_private_folder(destination)
    for file in source.iterdir():
        if file.is_file():
            copy_private(file, destination / file.name)


def remove_leftovers(folder: Path) -> None:
    """After the end: the report and the adapter stay; copies of recordings, features and weights go."""
    for name in (AUDIO, "cache", "state", "model", "model.part", BASE):
        shutil.rmtree(folder / name, ignore_errors=True)
