"""The training pairs as a folder that Hugging Face `datasets` loads with its splits (`audiofolder`).

DIR/train/metadata.jsonl, DIR/train/ID.flac, ...    likewise dev (loaded as "validation") and test
DIR/quarantined/                                    pairs that must not train; `datasets` does not load them
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

from engine.errors import InputError
from engine.library.database import Database
from engine.library.faults import storage_faults
from engine.library.recordings import FLAC, Recordings
from engine.library.records import LibraryPair, as_line, pairs_in
from engine.models.durable import copy_private
from engine.paths import make_private_folder

METADATA = "metadata.jsonl"
QUARANTINED = "quarantined"


@dataclass(frozen=True)
class ExportResult:
    """How many pairs went into each split, and how many were quarantined."""

    splits: Mapping[str, int]
    quarantined: int


def export(database: Database, recordings: Recordings, folder: Path) -> ExportResult:
    """Write every pair into `folder`, which must be new or empty.

    Raises:
        InputError: the folder holds something, or there is nothing to export.
        StorageError: the disk is full or read-only.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder} is not empty.", "Name a folder that does not exist yet.")
    pairs = list(pairs_in(database, recordings))
    if not pairs:
        raise InputError(
            "There is nothing to export yet.", "Correct or accept utterances first: `attune library list`."
        )
    make_private_folder(folder)
    counts: Counter[str] = Counter()
    manifests: dict[str, TextIO] = {}
    with storage_faults():
        try:
            for pair in pairs:
                part = QUARANTINED if pair.quarantine else str(pair.record.split)
                if part not in manifests:
                    manifests[part] = _open_manifest(folder / part)
                _write(pair, folder / part, manifests[part])
                counts[part] += 1
        finally:
            for manifest in manifests.values():
                manifest.close()
    quarantined = counts.pop(QUARANTINED, 0)
    return ExportResult(dict(counts), quarantined)


def _open_manifest(folder: Path) -> TextIO:
    make_private_folder(folder)
    descriptor = os.open(folder / METADATA, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    return os.fdopen(descriptor, "w", encoding="utf-8")


def _write(pair: LibraryPair, folder: Path, manifest: TextIO) -> None:
    name = pair.record.id + FLAC
    copy_private(Path(pair.record.audio), folder / name)
    values: dict[str, object] = asdict(pair.record)
    del values["audio"]  # `datasets` makes this column from file_name
    if pair.quarantine:
        values["quarantine"] = pair.quarantine
    manifest.write(as_line({"file_name": name, **values}))
