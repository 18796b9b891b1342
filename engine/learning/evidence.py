"""The evidence for everything learnt: what the corrections in the library say, and the texts the user has confirmed."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from engine.learning.spans import Misheard, misheard_spans
from engine.library.entities import Correction, correction_from
from engine.library.pairs import text_as_said

MOST_TEXTS = 200  # confirmed texts a rule is tried on: the newest that have its words


@dataclass(frozen=True)
class Evidence:
    """One misheard stretch, with the utterance and (by `correction`, its number) the correction it comes from."""

    utterance: str
    correction: int
    misheard: Misheard


@dataclass(frozen=True)
class ConfirmedText:
    """A text the user has accepted, corrected or read; `certain` is false where nobody has looked at it yet."""

    utterance: str
    text: str
    certain: bool


def collect(connection: sqlite3.Connection) -> list[Evidence]:
    """All evidence there is, oldest first. Corrections that were undone, and rewrites, are none."""
    rows = connection.execute(
        """
        SELECT correction.*, utterance.id AS utterance_id, utterance.language FROM correction
        JOIN utterance ON utterance.seq = correction.utterance
        WHERE undone_at IS NULL AND deleted_at IS NULL AND status = 'corrected'
        ORDER BY correction.utterance, correction.seq
        """
    ).fetchall()
    found: list[Evidence] = []
    for identifier, group in itertools.groupby(rows, key=lambda row: str(row["utterance_id"])):
        chain = list(group)
        spans = _misheard([correction_from(row) for row in chain], chain[0]["language"])
        found += [Evidence(identifier, chain[-1]["seq"], misheard) for misheard in spans]
    return sorted(found, key=lambda one: one.correction)


def confirmed_texts(connection: sqlite3.Connection, pattern: str) -> list[ConfirmedText]:
    """The newest texts with the words of `pattern` in a row (at least these)."""
    rows = connection.execute(
        """
        SELECT utterance.id, utterance.text, status FROM utterance_text
        JOIN utterance ON utterance.seq = utterance_text.rowid
        WHERE utterance_text MATCH ? AND deleted_at IS NULL AND status != 'rejected'
        ORDER BY utterance_text.rowid DESC LIMIT ?
        """,
        (f'"{pattern.replace(chr(34), " ")}"', MOST_TEXTS),
    )
    return [ConfirmedText(row["id"], row["text"], row["status"] != "dictated") for row in rows]


def _misheard(corrections: Sequence[Correction], language: str) -> list[Misheard]:
    """What an utterance's corrections say together: from what was delivered to what was said."""
    said = text_as_said(corrections)
    return misheard_spans(corrections[0].before_text, said, language) if said is not None else []
