"""What the library holds, in figures: is there enough to train on, and is it balanced?"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from engine.library.database import Database


@dataclass(frozen=True)
class Amount:
    """So many utterances, minutes of sound and words."""

    utterances: int = 0
    minutes: float = 0.0
    words: int = 0

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.utterances + other.utterances, self.minutes + other.minutes, self.words + other.words)


@dataclass(frozen=True)
class Stats:
    """Everything; by status; the training pairs by source and by split; the quarantined by reason."""

    total: Amount
    by_status: Mapping[str, Amount]
    by_source: Mapping[str, Amount]
    by_split: Mapping[str, Amount]
    quarantined: Mapping[str, int]
    distinct_words: int

    def as_json(self) -> dict[str, Any]:
        """The same as plain data."""
        return asdict(self)


def collect(database: Database) -> Stats:
    """Count what is in the library. Deleted utterances do not count; quarantined pairs only as such."""
    with database.reading() as connection:
        rows = connection.execute(
            """
            SELECT status, source, split, quarantine, count(*) AS n, sum(duration) AS seconds, sum(words) AS words
            FROM utterance WHERE deleted_at IS NULL GROUP BY status, source, split, quarantine
            """
        ).fetchall()
        distinct = connection.execute("SELECT count(*) FROM vocabulary").fetchone()[0]
    sound = [row for row in rows if row["source"] and row["quarantine"] is None]
    quarantined: dict[str, int] = {}
    for row in rows:
        if row["quarantine"]:
            reason = row["quarantine"].split(" (")[0]
            quarantined[reason] = quarantined.get(reason, 0) + row["n"]
    return Stats(
        total=sum(map(_amount, rows), Amount()),
        by_status=_grouped(rows, "status"),
        by_source=_grouped(sound, "source"),
        by_split=_grouped(sound, "split"),
        quarantined=quarantined,
        distinct_words=distinct,
    )


def _grouped(rows: list[sqlite3.Row], column: str) -> dict[str, Amount]:
    groups: dict[str, Amount] = {}
    for row in rows:
        groups[row[column]] = groups.get(row[column], Amount()) + _amount(row)
    return groups


def _amount(row: sqlite3.Row) -> Amount:
    return Amount(row["n"], row["seconds"] / 60, row["words"])
