"""Which utterances are training pairs, and with which text."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from engine.library import cleaning, splits
from engine.library.entities import Correction, Source, Split, correction_from
from engine.library.spoken import same_when_spoken

COMMAND = "a spoken command changed the text"
NO_RECORDING = "the recording is not kept"


@dataclass(frozen=True)
class Pair:
    """What an utterance trains: its source and the text in written form; `fault` says why it must not."""

    source: Source
    text: str
    fault: str | None = None


def refresh(connection: sqlite3.Connection, seq: int, given: Split | None = None) -> None:
    """Bring source, training text, quarantine and split of utterance `seq` up to date, in the caller's transaction.

    To be called after every change of text, status or recording. `given` is the split an import brings along.
    """
    row = connection.execute("SELECT * FROM utterance WHERE seq = ?", (seq,)).fetchone()
    pair = pair_of(row, active_corrections(connection, seq))
    text = pair and pair.text
    score = row["alignment_score"] if row["pair_text"] == text else None  # that of another text says nothing
    fault = pair and (pair.fault or fault_of(row, pair, score))
    connection.execute(
        "UPDATE utterance SET source = ?, pair_text = ?, alignment_score = ? WHERE seq = ?",
        (pair and pair.source, text, score, seq),
    )
    if pair and not fault:
        fault = splits.assign(connection, seq, pair.text, given)
    connection.execute("UPDATE utterance SET quarantine = ? WHERE seq = ?", (fault, seq))


def mark_recording(connection: sqlite3.Connection, seq: int, fault: str | None) -> None:
    """Note that the recording of utterance `seq` is `missing` or `damaged`, or whole again (None)."""
    connection.execute("UPDATE utterance SET audio_fault = ? WHERE seq = ?", (fault, seq))
    refresh(connection, seq)


def active_corrections(connection: sqlite3.Connection, seq: int) -> list[Correction]:
    """The corrections of utterance `seq` that were not undone, oldest first."""
    rows = connection.execute("SELECT * FROM correction WHERE utterance = ? AND undone_at IS NULL ORDER BY seq", (seq,))
    return [correction_from(row) for row in rows]


def pair_of(row: sqlite3.Row, corrections: Sequence[Correction]) -> Pair | None:
    """The pair an utterance makes; None when it says nothing about what was said."""
    status = row["status"]
    if status == "read":
        return Pair("read", cleaning.normalise(row["text"]))
    if status == "imported":
        return Pair(row["imported_as"], cleaning.normalise(row["text"]))
    unformatted = same_when_spoken(row["raw_text"], row["delivered_text"])
    if status == "accepted":
        text = row["delivered_text"] if unformatted else row["raw_text"]
        return Pair("accepted", cleaning.normalise(text))
    if status == "corrected":
        text = text_as_said(corrections)
        if text is not None:
            return Pair("corrected", cleaning.normalise(text), None if unformatted else COMMAND)
    return None


def text_as_said(corrections: Sequence[Correction]) -> str | None:
    """What was said, by corrections in order: all of them up to the first rewrite, if one was about mishearing."""
    text: str | None = None
    misheard = False
    for correction in corrections:
        if correction.kind == "rewrite":
            break
        misheard = misheard or correction.kind == "misheard"
        text = correction.after_text
    return text if misheard else None


def fault_of(row: sqlite3.Row, pair: Pair, alignment_score: float | None) -> str | None:
    """Why the sound or the text must not train. `alignment_score` is from engine/learning/fit.py."""
    if row["audio"] is None:
        return NO_RECORDING
    if row["audio_fault"] is not None:
        return f"the recording is {row['audio_fault']}"
    return cleaning.find_fault(
        cleaning.Candidate(pair.text, row["duration"], row["level_db"], row["clipped"], alignment_score)
    )
