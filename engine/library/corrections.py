"""Correcting what was recognised, and taking it back."""

from __future__ import annotations

import re
import sqlite3

from engine.errors import InputError
from engine.library import pairs
from engine.library.database import Database
from engine.library.entities import Correction, Kind, correction_from, now, stamp
from engine.library.ids import IdMaker
from engine.library.kinds import propose_kind
from engine.library.utterances import find_row
from engine.library.vocabulary import change_text
from engine.text.diff import align, regions

WORD = re.compile(r"\S+")


class Corrections:
    """The corrections of a library. They form a chain: each starts from the text the one before left."""

    def __init__(self, database: Database, ids: IdMaker) -> None:
        self._database = database
        self._ids = ids

    def correct(
        self, identifier: str, text: str, kind: Kind | None = None, words: tuple[int, int] | None = None
    ) -> Correction:
        """Replace the text of an utterance, or `words` (first, count) of it; `kind` is proposed when not given.

        Raises:
            InputError: nothing would change, nothing would be left, or there are no such words.
        """

        return self._database.write(lambda c: self.correct_within(c, identifier, text, kind, words))

    def correct_within(
        self,
        connection: sqlite3.Connection,
        identifier: str,
        text: str,
        kind: Kind | None = None,
        words: tuple[int, int] | None = None,
    ) -> Correction:
        """`correct`, in the caller's transaction."""
        row = find_row(connection, identifier)
        before = row["text"]
        after = replace_words(before, text, words) if words else text.strip()
        _refuse_empty(before, after)
        proposed = propose_kind(before, after, *heard_of_change(connection, row, after))
        self._insert(connection, row, (before, after), (kind or proposed, proposed), words)
        return _renew(connection, row["seq"])

    def undo(self, identifier: str) -> Correction:
        """Take back the latest correction and return it; the text is again what it was before.

        Raises:
            InputError: there is none.
        """

        def work(connection: sqlite3.Connection) -> Correction:
            seq, latest = _latest(connection, identifier)
            connection.execute("UPDATE correction SET undone_at = ? WHERE seq = ?", (stamp(now()), latest["seq"]))
            _set_text(connection, seq, latest["before_text"], latest["before_status"])
            _renew_kind(connection, seq)
            return correction_from(latest)

        return self._database.write(work)

    def change_kind(self, identifier: str, kind: Kind) -> Correction:
        """Say that the latest correction is of another kind.

        Raises:
            InputError: there is none.
        """

        def work(connection: sqlite3.Connection) -> Correction:
            seq, latest = _latest(connection, identifier)
            connection.execute("UPDATE correction SET kind = ? WHERE seq = ?", (kind, latest["seq"]))
            return _renew(connection, seq)

        return self._database.write(work)

    def _insert(
        self,
        connection: sqlite3.Connection,
        row: sqlite3.Row,
        texts: tuple[str, str],
        kinds: tuple[Kind, Kind],
        words: tuple[int, int] | None,
    ) -> None:
        first, count = words or (None, None)
        connection.execute(
            """
            INSERT INTO correction (id, utterance, created_at, before_text, after_text, kind, proposed_kind,
                                    first_word, word_count, before_status)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (self._ids.make(), row["seq"], stamp(now()), *texts, *kinds, first, count, row["status"]),
        )
        _set_text(connection, row["seq"], texts[1], "corrected")


def replace_words(text: str, replacement: str, words: tuple[int, int]) -> str:
    """`text` with `words` (first, count) replaced; everything else, white space too, stays. "" takes words out.

    Raises:
        InputError: the text has no such words.
    """
    first, count = words
    places = [(match.start(), match.end()) for match in WORD.finditer(text)]
    if first < 0 or count < 1 or first + count > len(places):
        raise InputError(
            f"The text has {len(places)} words; there are no words {first + 1} to {first + count}.",
            "`attune library show ID` numbers them.",
        )
    start, end = places[first][0], places[first + count - 1][1]
    if replacement.strip():
        return text[:start] + replacement.strip() + text[end:]
    return (text[:start].rstrip() + " " + text[end:].lstrip()).strip()


def heard_of_change(connection: sqlite3.Connection, row: sqlite3.Row, after: str) -> tuple[float | None, float | None]:
    """How long the audio of the changed words is, and how far the recogniser believed them (0 to 1).

    Where the words that were recognised cannot be found in the text, the length is the whole utterance's, and how far
    they were believed is not known.
    """
    before = row["text"].split()
    words = connection.execute(
        'SELECT start, "end", probability FROM word WHERE utterance = ? ORDER BY position', (row["seq"],)
    ).fetchall()
    whole: float | None = row["duration"] or None
    changes = regions(align(before, after.split()))
    if len(words) != len(before) or not words or not changes:
        return whole, None
    start = words[min(changes[0].source_start, len(words) - 1)]["start"]
    end = words[max(changes[-1].source_end - 1, 0)]["end"]
    believed = [word["probability"] for one in changes for word in words[one.source_start : one.source_end]]
    return max(0.0, float(end - start)), sum(believed) / len(believed) if believed else None


def _refuse_empty(before: str, after: str) -> None:
    if not after:
        raise InputError("The correction leaves no text.", "Use `attune library delete` to remove an utterance.")
    if before == after:
        raise InputError("The correction changes nothing.", "Use `attune library mark ID --accepted` to accept it.")


def _set_text(connection: sqlite3.Connection, seq: int, text: str, status: str) -> None:
    before = connection.execute("SELECT text FROM utterance WHERE seq = ?", (seq,)).fetchone()["text"]
    connection.execute(
        "UPDATE utterance SET text = ?, words = ?, status = ?, later = 0 WHERE seq = ?",
        (text, len(text.split()), status, seq),
    )
    change_text(connection, before, text)


def _latest(connection: sqlite3.Connection, identifier: str) -> tuple[int, sqlite3.Row]:
    """The sequence number of an utterance and the row of its latest correction that was not undone."""
    seq = find_row(connection, identifier)["seq"]
    latest = connection.execute(
        "SELECT * FROM correction WHERE utterance = ? AND undone_at IS NULL ORDER BY seq DESC LIMIT 1", (seq,)
    ).fetchone()
    if latest is None:
        raise InputError("The utterance has no correction.", "Give the corrected text: `attune correct ID TEXT`.")
    return seq, latest


def _renew(connection: sqlite3.Connection, seq: int) -> Correction:
    """Bring the utterance in line with its corrections and return the latest."""
    latest = _renew_kind(connection, seq)
    assert latest is not None
    return latest


def _renew_kind(connection: sqlite3.Connection, seq: int) -> Correction | None:
    active = pairs.active_corrections(connection, seq)
    latest = active[-1] if active else None
    connection.execute("UPDATE utterance SET kind = ? WHERE seq = ?", (latest and latest.kind, seq))
    pairs.refresh(connection, seq)
    return latest
