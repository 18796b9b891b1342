"""Deleting utterances: first so that it can be undone, then for good."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from engine.library import pairs
from engine.library.backup_list import known_backups
from engine.library.database import Database
from engine.library.entities import now, stamp
from engine.library.faults import storage_faults
from engine.library.jobs import forget_in_jobs
from engine.library.recordings import Recordings
from engine.library.runs import seen_by
from engine.library.utterances import find_row, unknown
from engine.library.vocabulary import change_text
from engine.paths import Home

UNDO_WINDOW = timedelta(minutes=10)


@dataclass(frozen=True)
class Trace:
    """What still knows a deleted utterance: models that saw it, and folders of backups that hold it."""

    identifier: str
    models: tuple[str, ...]
    backups: tuple[str, ...]


class Deletions:
    """Deletes from a library, its recordings, and the training jobs that took copies."""

    def __init__(self, database: Database, recordings: Recordings, home: Home) -> None:
        self._database = database
        self._recordings = recordings
        self._home = home

    def delete(self, identifiers: Collection[str]) -> list[Trace]:
        """Hide utterances; they can be brought back until they are purged. Says what still knows them.

        Raises:
            InputError: one of them does not exist; none is deleted then.
        """

        def work(connection: sqlite3.Connection) -> list[Trace]:
            traces = []
            for identifier in dict.fromkeys(identifiers):
                row = find_row(connection, identifier)
                connection.execute("UPDATE utterance SET deleted_at = ? WHERE seq = ?", (stamp(now()), row["seq"]))
                traces.append(self._trace(connection, row))
            return traces

        return self._database.write(work)

    def undo(self, identifier: str) -> None:
        """Bring a deleted utterance back.

        Raises:
            InputError: it has been purged, or was not deleted.
        """

        def work(connection: sqlite3.Connection) -> None:
            found = connection.execute(
                "UPDATE utterance SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL", (identifier,)
            )
            if found.rowcount == 0:
                raise unknown(identifier)

        self._database.write(work)

    def purge(self, window: timedelta = UNDO_WINDOW, moment: datetime | None = None) -> int:
        """Remove for good what was deleted longer than `window` ago: text, sound, search index, job copies.

        Returns how many utterances that were.
        """
        limit = stamp((moment or now()) - window)
        with self._database.reading() as connection:
            rows = connection.execute("SELECT id, seq, audio FROM utterance WHERE deleted_at <= ?", (limit,)).fetchall()
        if not rows:
            return 0
        with storage_faults():
            # The sound goes first: a row without sound is still marked as deleted after a crash, while sound
            # without a row would be taken for an utterance that lost its row, and be brought back.
            for row in rows:
                if row["audio"]:
                    self._recordings.remove(row["audio"])
            forget_in_jobs(self._home.jobs, {row["id"] for row in rows})
        self._database.write(lambda c: _remove_rows(c, [row["seq"] for row in rows]))
        self._database.scrub()
        return len(rows)

    def drop_recordings(self, keep: timedelta, moment: datetime | None = None) -> int:
        """Remove the sound, not the text, of utterances older than `keep`; the gold set stays. Returns how many."""
        limit = stamp((moment or now()) - keep)
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT seq, audio FROM utterance WHERE created_at < ? AND audio IS NOT NULL AND gold = 0", (limit,)
            ).fetchall()
        with storage_faults():
            for row in rows:
                self._recordings.remove(row["audio"])
        self._database.write(lambda c: _mark_dropped(c, [row["seq"] for row in rows]))
        return len(rows)

    def _trace(self, connection: sqlite3.Connection, row: sqlite3.Row) -> Trace:
        """Backups count when they are younger than the utterance and still there."""
        backups = [str(b.folder) for b in known_backups(self._home) if b.created_at >= row["created_at"]]
        return Trace(row["id"], seen_by(connection, row["id"]), tuple(backups))


def _remove_rows(connection: sqlite3.Connection, seqs: Sequence[int]) -> None:
    for seq in seqs:
        text = connection.execute("SELECT text FROM utterance WHERE seq = ?", (seq,)).fetchone()["text"]
        change_text(connection, text, "")
        connection.execute("DELETE FROM utterance WHERE seq = ?", (seq,))


def _mark_dropped(connection: sqlite3.Connection, seqs: Sequence[int]) -> None:
    for seq in seqs:
        connection.execute(
            "UPDATE utterance SET audio = NULL, audio_sha256 = NULL, audio_fault = NULL WHERE seq = ?", (seq,)
        )
        pairs.refresh(connection, seq)
