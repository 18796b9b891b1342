"""Counting the words of all texts, so that figures about them need not read the texts."""

from __future__ import annotations

import sqlite3
from collections import Counter

from engine.text.diff import strip_word


def words_of(text: str) -> list[str]:
    """The words of a text as they are counted: letters and digits only, case folded."""
    return [bare for word in text.split() if (bare := strip_word(word))]


def change_text(connection: sqlite3.Connection, before: str, after: str) -> None:
    """Note that a text became another one ("" for none), in the caller's transaction."""
    change = Counter(words_of(after))
    change.subtract(words_of(before))
    moved = [(word, by) for word, by in change.items() if by]
    connection.executemany(
        "INSERT INTO vocabulary (word, occurrences) VALUES (?, ?)"
        " ON CONFLICT (word) DO UPDATE SET occurrences = occurrences + excluded.occurrences",
        moved,
    )
    lost = [(word,) for word, by in moved if by < 0]
    connection.executemany("DELETE FROM vocabulary WHERE word = ? AND occurrences <= 0", lost)


def recount(connection: sqlite3.Connection) -> bool:
    """Count everything anew; whether that changed anything."""
    counted: Counter[str] = Counter()
    for row in connection.execute("SELECT text FROM utterance"):
        counted.update(words_of(row["text"]))
    if dict(connection.execute("SELECT word, occurrences FROM vocabulary").fetchall()) == dict(counted):
        return False
    connection.execute("DELETE FROM vocabulary")
    connection.executemany("INSERT INTO vocabulary (word, occurrences) VALUES (?, ?)", counted.items())
    return True
