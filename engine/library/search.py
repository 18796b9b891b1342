"""Full-text search over what was said."""

from __future__ import annotations

from dataclasses import dataclass

from engine.library.database import Database
from engine.library.entities import COLUMNS, Utterance, utterance_from

LONGEST_QUERY = 1_000  # characters
SHORTEST_BEGINNING = 2  # letters: one alone begins a large part of all words


@dataclass(frozen=True)
class Match:
    """An utterance that was found; `snippet` is the place in its text, the words found between `[` and `]`."""

    utterance: Utterance
    snippet: str


def search(database: Database, text: str, limit: int = 50) -> list[Match]:
    """Utterances that have every word of `text`, newest first. The last word may be the beginning of one.

    Case and accents do not count, and no character of `text` has a meaning of its own.
    """
    query = quote(text)
    if not query:
        return []
    with database.reading() as connection:
        rows = connection.execute(
            f"""
            SELECT {COLUMNS}, snippet(utterance_text, 0, '[', ']', '…', 12) AS snippet
            FROM utterance_text JOIN utterance ON utterance.seq = utterance_text.rowid
            WHERE utterance_text MATCH ? AND deleted_at IS NULL
            ORDER BY utterance_text.rowid DESC LIMIT ?
            """,  # noqa: S608 # names of our own
            (query, limit),
        )
        return [Match(utterance_from(row), row["snippet"]) for row in rows]


def quote(text: str) -> str:
    """An FTS5 query that looks for the words of `text` and for nothing else."""
    words = text[:LONGEST_QUERY].replace("\0", " ").split()
    quoted = ['"' + word.replace('"', '""') + '"' for word in words if any(map(str.isalnum, word))]
    if not quoted:
        return ""
    may_go_on = len(quoted[-1]) >= SHORTEST_BEGINNING + 2  # with its quotation marks
    return " ".join(quoted) + ("*" if may_go_on else "")
