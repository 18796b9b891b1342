"""Adding, reading and marking utterances."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from engine.errors import InputError
from engine.library import pairs
from engine.library.database import Database
from engine.library.entities import (
    COLUMNS,
    NewUtterance,
    Status,
    Utterance,
    UtteranceDetails,
    correction_from,
    now,
    stamp,
    utterance_from,
)
from engine.library.faults import storage_faults
from engine.library.ids import IdMaker, is_id, time_of
from engine.library.recordings import Recording, Recordings
from engine.library.vocabulary import change_text
from engine.records import Hypothesis, Word

FUTURE = 86_400.0  # seconds an imported id may lie ahead: beyond, it would push all later ids forward


@dataclass(frozen=True)
class Filter:
    """Which utterances a list shows; None leaves a field open."""

    status: Status | None = None
    later: bool | None = None
    gold: bool | None = None
    source: str | None = None
    split: str | None = None


EVERYTHING = Filter()


class Utterances:
    """The utterances of a library. `excluded_apps` gives the applications whose dictation is not to be kept now."""

    def __init__(
        self,
        database: Database,
        recordings: Recordings,
        ids: IdMaker,
        excluded_apps: Callable[[], Collection[str]] = tuple,
    ) -> None:
        self._database = database
        self._recordings = recordings
        self._ids = ids
        self._excluded_apps = excluded_apps
        self.storing = threading.Lock()  # held while a recording may be without its row

    def start_session(self, device: str = "") -> str:
        """Begin a session (one use of Attune with one microphone) and return its id."""
        identifier = self._ids.make()
        self._database.write(lambda c: insert_session(c, identifier, stamp(now()), device))
        return identifier

    def add(self, new: NewUtterance) -> str | None:
        """Keep an utterance and return its id: its recording and its row are on the disk then, whatever happens.

        None means that it came from an application whose dictation is not kept.

        Raises:
            StorageError: the disk is full, read-only or failing; nothing of the utterance was kept.
            AudioFileError: the sound is empty or damaged.
        """
        return self.add_all([new])[0]

    def add_all(self, batch: Sequence[NewUtterance]) -> list[str | None]:
        """`add` for several utterances, with one commit: either all rows are kept, or none."""
        ready: list[ReadyUtterance] = []
        with storage_faults(), self.storing:
            try:
                identifiers = [self._prepare(new, ready) for new in batch]
                self._database.write(partial(insert_all, ready=ready))
            except Exception:  # not an interrupt: the row may be committed then
                for item in ready:
                    if item.recording:
                        self._recordings.remove(item.recording.path)
                raise
        return identifiers

    def get(self, identifier: str) -> Utterance:
        """The utterance with this id.

        Raises:
            InputError: there is none.
        """
        with self._database.reading() as connection:
            return utterance_from(find_row(connection, identifier))

    def resolve(self, prefix: str, *, deleted: bool = False) -> str:
        """The id that begins with `prefix`; with `deleted`, among those whose deletion can be undone.

        Raises:
            InputError: none does, or several do.
        """
        prefix = prefix.strip().lower()
        with self._database.reading() as connection:
            rows = connection.execute(
                f"""
                SELECT id FROM utterance WHERE id >= ? AND id < ? AND deleted_at IS {"NOT " if deleted else ""}NULL
                LIMIT 2
                """,  # noqa: S608 # no input in it
                (prefix, prefix + "~"),
            ).fetchall()
        if not prefix or not rows:
            raise unknown(prefix)
        if len(rows) > 1:
            raise InputError(f"Several utterances begin with {prefix!r}.", "Give more of the id.")
        return str(rows[0]["id"])

    def page(self, limit: int | None = 50, before: str | None = None, only: Filter = EVERYTHING) -> list[Utterance]:
        """Utterances, newest first; `before` is the last id of the page before. None as limit gives all."""
        # The plus keeps SQLite from choosing an index that is not in the order of the page.
        conditions, values = ["+deleted_at IS NULL"], list[Any]()
        for name, value in vars(only).items():
            if value is not None:
                conditions.append(f"{name} = ?")
                values.append(int(value) if isinstance(value, bool) else value)
        if before is not None:
            conditions.append("id < ?")
            values.append(before)
        query = f"SELECT {COLUMNS} FROM utterance WHERE {' AND '.join(conditions)} ORDER BY id DESC LIMIT ?"  # noqa: S608 # names of our own
        with self._database.reading() as connection:
            rows = connection.execute(query, (*values, -1 if limit is None else limit))
            return [utterance_from(row) for row in rows]

    def details(self, identifier: str) -> UtteranceDetails:
        """The utterance with its recognised words, other hypotheses and history of corrections, oldest first."""
        with self._database.reading() as connection:
            row = find_row(connection, identifier)
            seq = (connection.execute("SELECT seq FROM utterance WHERE id = ?", (identifier,)).fetchone()[0],)
            words = connection.execute("SELECT * FROM word WHERE utterance = ? ORDER BY position", seq)
            hypotheses = connection.execute("SELECT * FROM hypothesis WHERE utterance = ? ORDER BY rank", seq)
            corrections = connection.execute("SELECT * FROM correction WHERE utterance = ? ORDER BY seq", seq)
            return UtteranceDetails(
                utterance_from(row),
                tuple(Word(w["text"], w["start"], w["end"], w["probability"]) for w in words),
                tuple(Hypothesis(h["text"], h["score"], tuple(json.loads(h["tokens"]))) for h in hypotheses),
                tuple(correction_from(row) for row in corrections),
            )

    def accept(self, identifier: str) -> None:
        """Say that the text is right as it stands: it becomes a training pair.

        Raises:
            InputError: it was corrected, so it was not right.
        """
        self._change(identifier, _accept)

    def reject(self, identifier: str) -> None:
        """Say that the utterance is of no use: it never trains."""
        self._change(
            identifier, lambda c, seq: c.execute("UPDATE utterance SET status = 'rejected' WHERE seq = ?", (seq,))
        )

    def take_back(self, identifier: str) -> None:
        """Say that it was neither accepted nor rejected after all. A correction is undone by `Corrections.undo`."""
        query = "UPDATE utterance SET status = 'dictated' WHERE seq = ? AND status IN ('accepted', 'rejected')"
        self._change(identifier, lambda c, seq: c.execute(query, (seq,)))

    def mark_later(self, identifier: str, later: bool = True) -> None:
        """Set or clear the mark to correct it later."""
        self._change(
            identifier, lambda c, seq: c.execute("UPDATE utterance SET later = ? WHERE seq = ?", (int(later), seq))
        )

    def set_gold(self, identifier: str, gold: bool = True) -> None:
        """Make it part of the gold set, which only ever tests, or take it out.

        Raises:
            InputError: it is training or development data already.
        """
        self._change(identifier, lambda c, seq: _set_gold(c, seq, gold))

    def set_alignment_score(self, identifier: str, score: float) -> None:
        """Store how well a model finds the text in the sound, as `engine.learning.fit` measures it."""
        self._change(
            identifier, lambda c, seq: c.execute("UPDATE utterance SET alignment_score = ? WHERE seq = ?", (score, seq))
        )

    def _prepare(self, new: NewUtterance, ready: list[ReadyUtterance]) -> str | None:
        """Store the recording of `new`, append what its row needs and return its id; None if it is not kept."""
        if new.app in self._excluded_apps() and new.status != "imported":
            return None
        identifier = self._id_for(new)
        created = new.created_at or now()
        recording = None
        if new.flac is not None:
            recording = self._recordings.take_over(identifier, created, new.flac)
        elif new.samples is not None:
            recording = self._recordings.store(identifier, created, new.samples, new.text)
        ready.append(ReadyUtterance(identifier, stamp(created), new, recording))
        return identifier

    def _id_for(self, new: NewUtterance) -> str:
        if new.id is None or not is_id(new.id) or time_of(new.id) > now().timestamp() + FUTURE:
            return self._ids.make()
        with self._database.reading() as connection:
            taken = connection.execute("SELECT 1 FROM utterance WHERE id = ?", (new.id,)).fetchone()
        return self._ids.make() if taken else new.id

    def _change(self, identifier: str, change: Callable[[sqlite3.Connection, int], object]) -> None:
        def work(connection: sqlite3.Connection) -> None:
            seq = find_row(connection, identifier)["seq"]
            change(connection, seq)
            pairs.refresh(connection, seq)

        self._database.write(work)


@dataclass(frozen=True)
class ReadyUtterance:
    """A new utterance whose recording is on the disk."""

    identifier: str
    created_at: str
    new: NewUtterance
    recording: Recording | None


def insert_session(connection: sqlite3.Connection, identifier: str, started_at: str, device: str = "") -> None:
    """Add a session unless it is there."""
    connection.execute(
        "INSERT OR IGNORE INTO session (id, started_at, device) VALUES (?, ?, ?)", (identifier, started_at, device)
    )


def insert_all(connection: sqlite3.Connection, ready: Sequence[ReadyUtterance]) -> None:
    """Add the rows of several utterances, in the caller's transaction."""
    for one in ready:
        insert(connection, one)


def insert(connection: sqlite3.Connection, ready: ReadyUtterance) -> None:
    """Add the rows of an utterance, in the caller's transaction."""
    new, recording = ready.new, ready.recording
    insert_session(connection, new.session_id, ready.created_at)
    values: dict[str, Any] = {
        "id": ready.identifier,
        "session_id": new.session_id,
        "created_at": ready.created_at,
        "duration": recording.duration if recording else new.duration or 0.0,
        "language": new.language,
        "speaker_id": new.speaker_id,
        "app": new.app,
        "model": new.model,
        "raw_text": new.text if new.raw_text is None else new.raw_text,
        "delivered_text": new.text,
        "text": new.text,
        "words": len(new.text.split()),
        "status": new.status,
        "imported_as": new.source if new.status == "imported" else None,
        "gold": int(new.gold),
        "audio": recording and recording.path,
        "audio_sha256": recording and recording.sha256,
        "level_db": recording and recording.level_db,
        "clipped": recording and recording.clipped,
    }
    marks = ", ".join("?" * len(values))
    seq = connection.execute(
        f"INSERT INTO utterance ({', '.join(values)}) VALUES ({marks})",  # noqa: S608 # names of our own
        tuple(values.values()),
    ).lastrowid
    assert seq is not None
    connection.executemany(
        "INSERT INTO word VALUES (?, ?, ?, ?, ?, ?)",
        [(seq, n, word.text, word.start, word.end, word.probability) for n, word in enumerate(new.words)],
    )
    connection.executemany(
        "INSERT INTO hypothesis VALUES (?, ?, ?, ?, ?)",
        [(seq, n, other.text, other.score, json.dumps(other.tokens)) for n, other in enumerate(new.hypotheses)],
    )
    change_text(connection, "", new.text)
    pairs.refresh(connection, seq, new.split)


def find_row(connection: sqlite3.Connection, identifier: str) -> sqlite3.Row:
    """The whole row of an utterance that is not deleted.

    Raises:
        InputError: there is none.
    """
    row = connection.execute("SELECT * FROM utterance WHERE id = ? AND deleted_at IS NULL", (identifier,)).fetchone()
    if row is None:
        raise unknown(identifier)
    assert isinstance(row, sqlite3.Row)
    return row


def unknown(identifier: str) -> InputError:
    """No such utterance."""
    return InputError(f"There is no utterance {identifier[:40]!r}.", "`attune library list` shows what there is.")


def _accept(connection: sqlite3.Connection, seq: int) -> None:
    if pairs.active_corrections(connection, seq):
        raise InputError("The utterance has been corrected.", "Undo the correction first: `attune correct ID --undo`.")
    connection.execute(
        "UPDATE utterance SET status = 'accepted', later = 0 WHERE seq = ? AND status IN ('dictated', 'rejected')",
        (seq,),
    )


def _set_gold(connection: sqlite3.Connection, seq: int, gold: bool) -> None:
    split = connection.execute("SELECT split FROM utterance WHERE seq = ?", (seq,)).fetchone()[0]
    if gold and split in ("train", "dev"):
        raise InputError(f"The utterance is {split} data already.", "Choose one that no training has used.")
    connection.execute("UPDATE utterance SET gold = ? WHERE seq = ?", (int(gold), seq))
