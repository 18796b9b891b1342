"""What the library holds, as plain records."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from engine.audio.ring import Samples
from engine.errors import InputError
from engine.records import Hypothesis, Word

Status = Literal["dictated", "accepted", "corrected", "rejected", "read", "imported"]
Kind = Literal["misheard", "rewrite", "formatting"]
Source = Literal["corrected", "accepted", "read"]
Split = Literal["train", "dev", "test"]

STATUSES: tuple[Status, ...] = ("dictated", "accepted", "corrected", "rejected", "read", "imported")
KINDS: tuple[Kind, ...] = ("misheard", "rewrite", "formatting")
SOURCES: tuple[Source, ...] = ("corrected", "accepted", "read")
SPLITS: tuple[Split, ...] = ("train", "dev", "test")

SPEAKER = "me"  # the library holds one person's speech


@dataclass(frozen=True)
class NewUtterance:
    """An utterance to be added.

    `samples` is float32 mono at 16 kHz, or None where the sound is not kept; `flac` names a 16 kHz mono FLAC file to
    be taken over byte by byte instead. `raw_text` is the recognised text where it differs from the delivered `text`,
    and `words` are its words. `source`, `split` and `id` are set by imports; an id that is taken is replaced.
    """

    text: str
    session_id: str
    samples: Samples | None = None
    flac: Path | None = None
    raw_text: str | None = None
    created_at: datetime | None = None
    duration: float | None = None
    language: str = "en"
    speaker_id: str = SPEAKER
    app: str = ""
    model: str = ""
    words: tuple[Word, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    status: Status = "dictated"
    source: Source | None = None
    split: Split | None = None
    gold: bool = False
    id: str | None = None


@dataclass(frozen=True)
class Utterance:
    """A stored utterance; see the schema for the meaning of each field. Times of day are ISO 8601 in UTC."""

    id: str
    session_id: str
    created_at: str
    duration: float
    language: str
    speaker_id: str
    app: str
    model: str
    raw_text: str
    delivered_text: str
    text: str
    status: Status
    kind: Kind | None
    source: Source | None
    pair_text: str | None
    split: Split | None
    quarantine: str | None
    gold: bool
    later: bool
    audio: str | None
    audio_sha256: str | None
    audio_fault: str | None


@dataclass(frozen=True)
class Correction:
    """One change of an utterance's text. `words` is (first, count) in `before_text`, None for the whole."""

    id: str
    created_at: str
    before_text: str
    after_text: str
    kind: Kind
    proposed_kind: Kind
    words: tuple[int, int] | None
    undone: bool


@dataclass(frozen=True)
class UtteranceDetails:
    """An utterance with all that belongs to it."""

    utterance: Utterance
    words: tuple[Word, ...] = field(default=())
    hypotheses: tuple[Hypothesis, ...] = field(default=())
    corrections: tuple[Correction, ...] = field(default=())


COLUMNS = ", ".join(f"utterance.{name}" for name in Utterance.__dataclass_fields__)


def utterance_from(row: sqlite3.Row) -> Utterance:
    """The utterance in a row that has `COLUMNS`."""
    values = {name: row[name] for name in Utterance.__dataclass_fields__}
    values["gold"] = bool(values["gold"])
    values["later"] = bool(values["later"])
    return Utterance(**values)


def correction_from(row: sqlite3.Row) -> Correction:
    """The correction in a row of its table."""
    whole = row["first_word"] is None
    return Correction(
        id=row["id"],
        created_at=row["created_at"],
        before_text=row["before_text"],
        after_text=row["after_text"],
        kind=row["kind"],
        proposed_kind=row["proposed_kind"],
        words=None if whole else (row["first_word"], row["word_count"]),
        undone=row["undone_at"] is not None,
    )


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """ISO 8601 in UTC with milliseconds, so that stamps sort as text."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment_of(text: str) -> datetime:
    """The moment an ISO 8601 text names; UTC where it says nothing.

    Raises:
        InputError: the text is not a moment.
    """
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise InputError(f"{text[:40]!r} is not a date and time.", "Write it like 2026-01-31T09:30:00Z.") from error
