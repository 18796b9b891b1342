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
        rows = connection.execute("SELECT * FROM figure WHERE utterances > 0").fetchall()
        distinct = connection.execute("SELECT count(*) FROM vocabulary").fetchone()[0]
    sound = [row for row in rows if row["source"] and not row["quarantine"]]
    quarantined: dict[str, int] = {}
    for row in rows:
        if reason := row["quarantine"]:
            quarantined[reason] = quarantined.get(reason, 0) + row["utterances"]
    return Stats(
        total=sum(map(_amount, rows), Amount()),
        by_status=_grouped(rows, "status"),
        by_source=_grouped(sound, "source"),
        by_split=_grouped(sound, "split"),
        quarantined=quarantined,
        distinct_words=distinct,
    )


def recount(connection: sqlite3.Connection) -> bool:
    """Count everything anew; whether that changed anything. The triggers keep the figures; damage may not."""
    columns = "status, source, split, quarantine, utterances, milliseconds, words"
    kept = connection.execute(f"SELECT {columns} FROM figure WHERE utterances != 0").fetchall()  # noqa: S608 # our own
    counted = connection.execute(
        """
        SELECT status, source, split, quarantine, count(*), sum(milliseconds), sum(words) FROM counted
        GROUP BY status, source, split, quarantine
        """
    ).fetchall()
    same = sorted(map(tuple, kept)) == sorted(map(tuple, counted))
    connection.execute("DELETE FROM figure")
    connection.executemany("INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?)", map(tuple, counted))
    return not same


def _grouped(rows: list[sqlite3.Row], column: str) -> dict[str, Amount]:
    groups: dict[str, Amount] = {}
    for row in rows:
        groups[row[column]] = groups.get(row[column], Amount()) + _amount(row)
    return groups


def _amount(row: sqlite3.Row) -> Amount:
    return Amount(row["utterances"], row["milliseconds"] / 60_000, row["words"])
