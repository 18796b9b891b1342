"""Which training runs, and so which models, saw which utterance."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from engine.library.database import Database
from engine.library.entities import now, stamp


class TrainingRuns:
    """The training runs of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, run: str, base: str, utterances: Collection[str]) -> None:
        """Note, before it starts, that `run` on the model `base` will see these utterances."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO training_run (id, started_at, base) VALUES (?, ?, ?)", (run, stamp(now()), base)
            )
            connection.executemany(
                "INSERT OR IGNORE INTO training_use (utterance_id, run) VALUES (?, ?)",
                [(identifier, run) for identifier in utterances],
            )

        self._database.write(work)

    def finish(self, run: str, outcome: str, model: str | None = None, report: str = "") -> None:
        """Note how `run` ended (accepted, refused, failed, ...), the model that came out, and the report's path."""

        def work(connection: sqlite3.Connection) -> None:
            moment = stamp(now())
            if model is not None:
                connection.execute(
                    "INSERT OR IGNORE INTO model (id, base, created_at)"
                    " SELECT ?, base, ? FROM training_run WHERE id = ?",
                    (model, moment, run),
                )
            connection.execute(
                "UPDATE training_run SET ended_at = ?, outcome = ?, model = ?, report = ? WHERE id = ?",
                (moment, outcome, model, report, run),
            )

        self._database.write(work)

    def seen_by(self, identifier: str) -> tuple[str, ...]:
        """The models that were trained or tested with an utterance; a run without a model counts by its own id."""
        with self._database.reading() as connection:
            return seen_by(connection, identifier)


def seen_by(connection: sqlite3.Connection, identifier: str) -> tuple[str, ...]:
    """See `TrainingRuns.seen_by`."""
    rows = connection.execute(
        """
        SELECT coalesce(training_run.model, 'run ' || training_run.id) AS name
        FROM training_use JOIN training_run ON training_run.id = training_use.run
        WHERE utterance_id = ? ORDER BY started_at
        """,
        (identifier,),
    )
    return tuple(row["name"] for row in rows)
