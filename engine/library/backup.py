"""Backups: a snapshot of the database, every recording, and a manifest with their hashes.

DIR/manifest.json       names the database file and every recording; written last, so that it is never ahead
DIR/library-TIME.db     from SQLite's backup API: one moment's state, while others go on writing
DIR/audio/...           as in the library; a later backup to the same folder copies only what is new
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import InputError
from engine.json_text import load_json
from engine.library.backup_list import note_backup
from engine.library.database import make_private_file, open_read_only
from engine.library.entities import now, stamp
from engine.library.faults import storage_faults
from engine.library.library import AUDIO, DATABASE, exists
from engine.library.recordings import sha256_of
from engine.models.durable import copy_private, move, sync_tree, write_json
from engine.paths import Home, make_private_folder

MANIFEST = "manifest.json"
FORMAT = 1
PART = ".part"


@dataclass(frozen=True)
class BackupResult:
    """What a backup holds, how many recordings had to be copied, and which could not be (their files are gone)."""

    utterances: int
    recordings: int
    copied: int
    missing: tuple[str, ...]


def back_up(home: Home, folder: Path) -> BackupResult:
    """Write a backup of the library to `folder`: a new or empty one, or that of an earlier backup.

    Raises:
        InputError: there is no library, or the folder holds something else.
        StorageError: the disk is full; an earlier backup there stays whole.
    """
    if not exists(home):
        raise InputError("There is no library to back up.", "Dictate something first: `attune dictate`.")
    _refuse_unsuitable(home, folder)
    make_private_folder(folder)
    with storage_faults():
        created = stamp(now())
        name = f"library-{created.replace(':', '')}.db"
        rows = _copy_database(home.library / DATABASE, folder / name)
        recordings = {row["audio"]: row["audio_sha256"] for row in rows if row["audio"]}
        copied, missing = _copy_recordings(home.library / AUDIO, folder / AUDIO, recordings)
        sync_tree(folder)
        manifest = {
            "format": FORMAT,
            "created_at": created,
            "database": name,
            "database_sha256": sha256_of(folder / name),
            "audio": {path: sha256 for path, sha256 in recordings.items() if path not in missing},
        }
        write_json(folder / MANIFEST, manifest)
        _remove_stale(folder, name, recordings)
        note_backup(home, folder, created)
    return BackupResult(len(rows), len(recordings) - len(missing), copied, tuple(missing))


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of the backup in `folder`.

    Raises:
        InputError: there is no backup, or it was written by a newer Attune.
    """
    try:
        manifest = load_json(folder / MANIFEST)
        version, names = manifest["format"], (manifest["database"], manifest["database_sha256"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{folder} holds no complete backup.", "Name a folder that `attune library backup` wrote."
        ) from error
    if version != FORMAT:
        raise InputError(f"The backup in {folder} was written by a newer Attune.", "Update Attune.")
    if not all(isinstance(name, str) for name in names) or Path(names[0]).name != names[0]:
        raise InputError(f"The manifest in {folder} is damaged.", "Use another backup.")
    assert isinstance(manifest, dict)
    return manifest


def _refuse_unsuitable(home: Home, folder: Path) -> None:
    if folder.resolve().is_relative_to(home.library.resolve()):
        raise InputError("A backup inside the library would be lost with it.", "Name a folder elsewhere.")
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is not a folder.", "Name a new folder.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MANIFEST).exists() and not _is_begun(folder):
        raise InputError(f"{folder} holds something other than a backup.", "Name a new folder.")


def _is_begun(folder: Path) -> bool:
    """Whether all there is comes from a backup that was cut off."""
    return all(file.name == AUDIO or file.name.startswith("library-") for file in folder.iterdir())


def _copy_database(source: Path, target: Path) -> list[sqlite3.Row]:
    """Copy one moment's state and return its utterances (id, audio, audio_sha256)."""
    make_private_file(target)
    with closing(open_read_only(source)) as reader, closing(sqlite3.connect(target)) as writer:
        reader.backup(writer)
        writer.execute("PRAGMA journal_mode = DELETE").fetchall()  # one file, no side files
        writer.row_factory = sqlite3.Row
        return writer.execute("SELECT id, audio, audio_sha256 FROM utterance").fetchall()


def _copy_recordings(source: Path, target: Path, wanted: dict[str, str]) -> tuple[int, list[str]]:
    """Copy what is not there yet. Returns how many, and which were gone: deleted or lost since the snapshot."""
    copied, missing = 0, []
    for path, sha256 in wanted.items():
        there = target / path
        if there.is_file() and sha256_of(there) == sha256:
            continue
        there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = there.with_name(there.name + PART)
        partial.unlink(missing_ok=True)
        try:
            copy_private(source / path, partial)
        except FileNotFoundError:
            partial.unlink(missing_ok=True)
            missing.append(path)
            continue
        move(partial, there)
        copied += 1
    return copied, missing


def _remove_stale(folder: Path, name: str, wanted: dict[str, str]) -> None:
    """Remove what earlier backups left and this one does not name: what was deleted in the library is deleted here."""
    for database in folder.glob("library-*"):
        if database.name != name:
            database.unlink()
    for file in (folder / AUDIO).rglob("*"):
        if file.is_file() and file.relative_to(folder / AUDIO).as_posix() not in wanted:
            file.unlink()
