"""The schema's versions: one step from each to the next, in order. A step that shipped is never changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from engine.errors import StorageError

Step = Callable[[sqlite3.Connection], None]
SCHEMA = Path(__file__).parent / "schema"


def create(connection: sqlite3.Connection) -> None:
    """From an empty file to version 1."""
    run_script(connection, (SCHEMA / "v1.sql").read_text(encoding="utf-8"))


def keep_figures(connection: sqlite3.Connection) -> None:
    """From version 1 to 2."""
    run_script(connection, (SCHEMA / "v2.sql").read_text(encoding="utf-8"))


MIGRATIONS: tuple[Step, ...] = (create, keep_figures)


def migrate(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Bring the database to version `len(steps)`, each step in its own transaction.

    Raises:
        StorageError: the database was written by a newer Attune.
    """
    version = version_of(connection)
    refuse_newer(version, len(steps))
    for number, step in enumerate(steps[version:], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            step(connection)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.commit()
        except BaseException:
            connection.rollback()
            raise


def check_version(connection: sqlite3.Connection) -> None:
    """Raise `StorageError` unless the database is of the present version."""
    version = version_of(connection)
    refuse_newer(version, len(MIGRATIONS))
    if version < len(MIGRATIONS):
        raise StorageError("The library is of an older version.", "Run `attune library verify` to upgrade it.")


def refuse_newer(version: int, known: int) -> None:
    """Raise `StorageError` when `version` is beyond what this program knows."""
    if version > known:
        raise StorageError(
            f"The library was written by a newer Attune (version {version}, this one knows {known}).",
            "Update Attune.",
        )


def version_of(connection: sqlite3.Connection) -> int:
    """The schema's version, 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run each statement in the present transaction (`executescript` would commit it first)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    assert not statement.strip()
