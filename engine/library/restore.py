"""Bringing a backup back, and erasing everything."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from engine.errors import StorageError
from engine.library import pairs
from engine.library.backup import read_manifest
from engine.library.database import Connection, Database, open_read_only
from engine.library.faults import DamagedDatabaseError, fault_of_sqlite, storage_faults
from engine.library.library import AUDIO, DATABASE
from engine.library.lock import HomeLock
from engine.library.migrations import MIGRATIONS, migrate, refuse_newer, version_of
from engine.library.recordings import Recordings, sha256_of
from engine.library.swap import KEPT, READY, finish_swap, swap_in, take_out
from engine.models.durable import copy_private, sync_tree
from engine.paths import Home, make_private_folder

STAGING = "library.restoring"
RECORDING = re.compile(r"\d{4}-\d{2}/[0-9A-Za-z_-]+\.flac")  # no other name may come out of a foreign database


@dataclass(frozen=True)
class RestoreResult:
    """What was restored, which recordings the backup had lost, and where the library from before is kept."""

    utterances: int
    recordings: int
    damage: tuple[str, ...]
    kept: Path | None


def restore(home: Home, folder: Path) -> RestoreResult:
    """Put the backup in `folder` in place of the library, once it is copied and checked; the present one is kept.

    Raises:
        InputError: there is no backup in the folder.
        StorageError: its database is damaged, the disk is full, or the library is in use; nothing has changed then.
    """
    manifest = read_manifest(folder)
    with HomeLock(home), storage_faults():
        finish_swap(home)
        with _staging(home) as staging:
            _copy_database(folder / manifest["database"], manifest["database_sha256"], staging / DATABASE)
            utterances, recordings, damage = _fill(staging, folder / AUDIO)
            sync_tree(staging)
            kept = swap_in(home, staging)
    return RestoreResult(utterances, recordings, tuple(damage), kept)


def erase(home: Home) -> None:
    """Delete all that was said, sound and text: the library, the spool, training jobs, libraries kept by `restore`.

    Models, settings and backups elsewhere stay.

    Raises:
        StorageError: the library is in use or the disk fails.
    """
    with HomeLock(home), storage_faults():
        take_out(home)
        aside = [home.base / READY, home.base / STAGING, *home.base.glob(f"{KEPT}-*")]
        for folder in [home.spool, home.jobs, *aside]:
            if folder.exists():
                shutil.rmtree(folder)


@contextmanager
def _staging(home: Home) -> Iterator[Path]:
    staging = home.base / STAGING
    if staging.exists():
        shutil.rmtree(staging)
    make_private_folder(staging)
    try:
        yield staging
    finally:
        if staging.exists():
            shutil.rmtree(staging)


def _copy_database(source: Path, sha256: str, target: Path) -> None:
    """Copy the database, and refuse one that differs from its manifest, is damaged or is no library of ours."""
    if not source.is_file():
        raise StorageError("The backup's database is missing.", "Use another backup.")
    copy_private(source, target)
    if sha256_of(target) != sha256:
        raise StorageError("The backup's database is damaged.", "Use another backup; nothing has been changed.")
    try:
        with closing(open_read_only(target)) as connection:
            _check_schema(connection)
            answer = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        raise fault_of_sqlite(error) or error from error
    if answer != "ok":
        raise DamagedDatabaseError(f"The backup's database is damaged: {answer}.", "Use another backup.")


def _check_schema(connection: Connection) -> None:
    """Refuse a database with anything but our tables, indexes and triggers: a trigger can do anything."""
    version = version_of(connection)
    refuse_newer(version, len(MIGRATIONS))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrate(fresh, MIGRATIONS[:version])
        query = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
        wanted = [tuple(row) for row in fresh.execute(query)]
        if [tuple(row) for row in connection.execute(query)] != wanted:
            raise StorageError("The backup's database is not a library of Attune.", "Use another backup.")


def _fill(staging: Path, source: Path) -> tuple[int, int, list[str]]:
    """Copy the recordings that the database names, and mark those that are missing or damaged."""
    recordings = Recordings(staging / AUDIO)
    damage: list[str] = []
    with Database(staging / DATABASE) as database:
        with database.reading() as connection:
            rows = connection.execute("SELECT seq, id, audio, audio_sha256 FROM utterance").fetchall()
        for row in rows:
            if row["audio"] is None:
                continue
            _copy_recording(row["audio"], source, staging / AUDIO)
            fault = recordings.fault(row["audio"], row["audio_sha256"])
            if fault:
                damage.append(f"{row['id']}: its recording is {fault} in the backup")
                database.write(partial(pairs.mark_recording, seq=row["seq"], fault=fault))
    return len(rows), sum(1 for row in rows if row["audio"]) - len(damage), damage


def _copy_recording(path: str, source: Path, target: Path) -> None:
    if RECORDING.fullmatch(path) is None:
        raise StorageError(f"The backup names an impossible recording: {path[:60]!r}.", "Use another backup.")
    file = source / path
    if file.is_file() and not file.is_symlink():
        (target / path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy_private(file, target / path)
