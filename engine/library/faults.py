"""The border to SQLite and the disk: their errors become ours here, and nowhere else."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import DiskFullError, StorageError

FULL = "Free some space and try again; nothing that was saved before is lost."
READ_ONLY = "Make the folder writable, or choose another with --home."
FAILING = "Check the disk, then run `attune library verify`."

_Fault = tuple[type[StorageError], str, str]  # its kind, what the user is told, and the remedy
_BY_SQLITE: dict[str, _Fault] = {
    "SQLITE_FULL": (DiskFullError, "The disk is full.", FULL),
    "SQLITE_READONLY": (StorageError, "The library cannot be written.", READ_ONLY),
    "SQLITE_CANTOPEN": (StorageError, "The library cannot be opened: no permission, or the disk is full.", READ_ONLY),
    "SQLITE_IOERR": (StorageError, "The disk returned an error.", FAILING),
    "SQLITE_BUSY": (StorageError, "The library is busy.", "Try again when the other program has finished."),
    "SQLITE_LOCKED": (StorageError, "The library is busy.", "Try again when the other program has finished."),
}
_BY_SYSTEM: dict[int, _Fault] = {
    errno.ENOSPC: (DiskFullError, "The disk is full.", FULL),
    errno.EDQUOT: (DiskFullError, "Your disk quota is used up.", FULL),
    errno.EROFS: (StorageError, "The disk is read-only.", READ_ONLY),
    errno.EACCES: (StorageError, "The folder may not be written.", READ_ONLY),
    errno.EPERM: (StorageError, "The folder may not be written.", READ_ONLY),
    errno.EIO: (StorageError, "The disk returned an error.", FAILING),
}


class DamagedDatabaseError(StorageError):
    """The database file is damaged. `kept_in` is where it was put aside, if it was."""

    def __init__(self, what: str, remedy: str, kept_in: Path | None = None) -> None:
        super().__init__(what, remedy)
        self.kept_in = kept_in


@contextmanager
def storage_faults() -> Iterator[None]:
    """Raise the faults of database and disk as `StorageError`; defects of Attune pass unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        fault = fault_of_sqlite(error)
        if fault is None:
            raise
        raise fault from error
    except OSError as error:
        fault = fault_of_system(error)
        if fault is None:
            raise
        raise fault from error


def fault_of_sqlite(error: sqlite3.Error) -> StorageError | None:
    """What the user is told about an error of SQLite; None if it is a defect."""
    if is_damage(error):
        return DamagedDatabaseError("The library's database is damaged.", "Run `attune library verify`.")
    name: str = getattr(error, "sqlite_errorname", "") or ""
    for prefix, (kind, what, remedy) in _BY_SQLITE.items():
        if name.startswith(prefix):
            return kind(what, remedy)
    return None


def is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite found its file damaged, or not to be a database at all."""
    name: str = getattr(error, "sqlite_errorname", "") or ""
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def fault_of_system(error: OSError) -> StorageError | None:
    """What the user is told about an error of the operating system; None if it is a defect."""
    if error.errno not in _BY_SYSTEM:
        return None
    kind, what, remedy = _BY_SYSTEM[error.errno]
    place = f" ({os.fsdecode(error.filename)})" if error.filename else ""
    return kind(f"{what[:-1]}{place}.", remedy)
