"""Joining and splitting utterances, where the silence that ended one came too early or too late.

What they are made from is kept as deleted, so that it can be undone until it is purged. The new utterances keep the
place, the split, and the models that saw the old ones.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate

import numpy as np

from engine.audio.ring import Samples
from engine.errors import InputError
from engine.library import pairs
from engine.library.cleaning import LONGEST
from engine.library.corrections import Corrections
from engine.library.database import Database
from engine.library.entities import NewUtterance, Utterance, UtteranceDetails, moment_of, now, stamp
from engine.library.faults import storage_faults
from engine.library.ids import decode, encode
from engine.library.recordings import Recordings
from engine.library.utterances import ReadyUtterance, Utterances, find_row, insert
from engine.records import SAMPLE_RATE, Word
from engine.text.diff import align
from engine.text.timing import retimed

WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class _Piece:
    """A new utterance: what was recognised, delivered, and stands there now; `offset` is where it begins (s)."""

    raw: str
    delivered: str
    text: str
    words: tuple[Word, ...]
    samples: Samples | None
    offset: float
    duration: float


class Remaking:
    """Joins and splits the utterances of a library."""

    def __init__(
        self, database: Database, recordings: Recordings, utterances: Utterances, corrections: Corrections
    ) -> None:
        self._database = database
        self._recordings = recordings
        self._utterances = utterances
        self._corrections = corrections

    def split(self, identifier: str, word: int) -> tuple[str, str]:
        """Make two utterances of one; the second begins with `word` of its text (from 0). Returns their ids.

        Raises:
            InputError: there is no such word, or the text is not what was said.
            StorageError: the disk is full; nothing has changed then.
        """
        details = self._utterances.details(identifier)
        _refuse_rewritten([details.utterance])
        count = len(details.utterance.text.split())
        if not 0 < word < count:
            raise InputError(
                f"The text has {count} words: the second part can begin with word 2 to {count}."
                if count > 1
                else "The text has one word only.",
                "`attune library show ID` numbers them.",
            )
        first, second = self._make([details], _halves(details, word, self._sound(details.utterance)))
        return first, second

    def join(self, identifiers: Sequence[str]) -> str:
        """Make one utterance of several, in the order in which they were said. Returns its id.

        Raises:
            InputError: they do not go together, or would be longer than a recogniser hears at once.
            StorageError: the disk is full; nothing has changed then.
        """
        chosen = [self._utterances.details(one) for one in sorted(dict.fromkeys(identifiers))]
        _refuse_unlike([one.utterance for one in chosen])
        (made,) = self._make(chosen, [_whole(chosen, [self._sound(one.utterance) for one in chosen])])
        return made

    def undo(self, identifier: str) -> list[str]:
        """Bring back what a joined or split utterance was made from, in its place. Returns the ids.

        Raises:
            InputError: it was not joined or split, or that is too long ago.
        """

        def work(connection: sqlite3.Connection) -> list[str]:
            seq = find_row(connection, identifier)["seq"]
            sources = _related(connection, "made_from", "utterance", [seq])
            if not sources:
                raise InputError(
                    "The utterance was not joined or split, or that is too long ago to be undone.",
                    "`attune correct ID --undo` takes a correction back.",
                )
            made = _related(connection, "utterance", "made_from", sources)
            marks = [(stamp(now()), one) for one in made] + [(None, one) for one in sources]
            connection.executemany("UPDATE utterance SET deleted_at = ? WHERE seq = ?", marks)
            query = "SELECT id FROM utterance WHERE seq = ?"
            return sorted(connection.execute(query, (one,)).fetchone()["id"] for one in sources)

        return self._database.write(work)

    def _sound(self, utterance: Utterance) -> Samples | None:
        return self._recordings.read(utterance.audio) if utterance.audio and not utterance.audio_fault else None

    def _make(self, sources: Sequence[UtteranceDetails], pieces: Sequence[_Piece]) -> list[str]:
        like = sources[0].utterance
        ready: list[ReadyUtterance] = []
        with storage_faults(), self._utterances.storing:
            try:
                for piece in pieces:
                    self._store(like, piece, ready)
                return self._database.write(lambda connection: self._replace(connection, sources, pieces, ready))
            except Exception:
                for one in ready:
                    if one.recording:
                        self._recordings.remove(one.recording.path)
                raise

    def _store(self, like: Utterance, piece: _Piece, ready: list[ReadyUtterance]) -> None:
        """Write the recording of a piece, and append what its row needs."""
        identifier = self._free_id(like.id, {one.identifier for one in ready})
        created = moment_of(like.created_at) + timedelta(seconds=piece.offset)
        recording = None
        if piece.samples is not None:
            recording = self._recordings.store(identifier, created, piece.samples, piece.text)
        new = NewUtterance(
            text=piece.delivered,
            session_id=like.session_id,
            raw_text=piece.raw,
            duration=piece.duration,
            language=like.language,
            speaker_id=like.speaker_id,
            app=like.app,
            model=like.model,
            words=piece.words,
            status="dictated" if like.status == "corrected" else like.status,
            source=like.source,
            split=like.split,
            gold=like.gold,
        )
        ready.append(ReadyUtterance(identifier, stamp(created), new, recording))

    def _free_id(self, after: str, taken: set[str]) -> str:
        """The next id after one, so that what was made stands in its place."""
        number = decode(after) + 1
        with self._database.reading() as connection:
            while (made := encode(number)) in taken or connection.execute(
                "SELECT 1 FROM utterance WHERE id = ?", (made,)
            ).fetchone():
                number += 1
        return made

    def _replace(
        self,
        connection: sqlite3.Connection,
        sources: Sequence[UtteranceDetails],
        pieces: Sequence[_Piece],
        ready: Sequence[ReadyUtterance],
    ) -> list[str]:
        old = [find_row(connection, one.utterance.id)["seq"] for one in sources]
        for piece, one in zip(pieces, ready, strict=True):
            insert(connection, one)
            if piece.text != piece.delivered:
                kind = next((source.utterance.kind for source in sources if source.utterance.kind), None)
                self._corrections.correct_within(connection, one.identifier, piece.text, kind)
            elif sources[0].utterance.status == "corrected":  # the other part held the error: this one is right
                _set_accepted(connection, one.identifier)
            seq = find_row(connection, one.identifier)["seq"]
            connection.executemany("INSERT INTO origin VALUES (?, ?)", [(seq, source) for source in old])
            connection.executemany(
                "INSERT OR IGNORE INTO training_use SELECT ?, run FROM training_use WHERE utterance_id = ?",
                [(one.identifier, source.utterance.id) for source in sources],
            )
        moment = stamp(now())
        connection.executemany("UPDATE utterance SET deleted_at = ? WHERE seq = ?", [(moment, seq) for seq in old])
        return [one.identifier for one in ready]


def _refuse_rewritten(chosen: Sequence[Utterance]) -> None:
    if any(one.kind == "rewrite" for one in chosen):
        raise InputError(
            "A text that was rewritten cannot be matched with its sound.", "Undo first: `attune correct ID --undo`."
        )


def _refuse_unlike(chosen: Sequence[Utterance]) -> None:
    """Refuse what would mix speech to learn from with speech to test on, or what was reviewed with what was not."""
    if len(chosen) < 2:
        raise InputError("Joining takes at least two utterances.", "Give their ids: `attune library list`.")
    _refuse_rewritten(chosen)
    reviewed = {one.status in ("accepted", "corrected", "read", "imported") for one in chosen}
    if len(reviewed) > 1:
        raise InputError("Some of them are reviewed and others are not.", "Accept or correct the others first.")
    if len({one.language for one in chosen}) > 1 or len({one.audio is None for one in chosen}) > 1:
        raise InputError("They differ in language, or only some have a recording.", "Choose others.")
    if len({(one.split, one.gold) for one in chosen}) > 1:
        raise InputError("They are in different splits: some train and others test.", "Choose others.")
    seconds = sum(one.duration for one in chosen)
    if seconds > LONGEST:
        raise InputError(
            f"Together they are {seconds:.0f} s long; a recogniser hears {LONGEST:.0f} s at once.", "Choose fewer."
        )


def _halves(details: UtteranceDetails, word: int, sound: Samples | None) -> list[_Piece]:
    utterance = details.utterance
    tokens = utterance.text.split()
    at = _begin_of(details, tokens, word)
    raw_at = _same_place(tokens, utterance.raw_text.split(), word)
    delivered_at = _same_place(tokens, utterance.delivered_text.split(), word)
    raw, delivered, text = (
        _cut(utterance.raw_text, raw_at), _cut(utterance.delivered_text, delivered_at), _cut(utterance.text, word)
    )  # fmt: skip
    before = [one for one in details.words if (one.start + one.end) / 2 < at]
    after = details.words[len(before) :]
    cut = round(at * SAMPLE_RATE)
    sounds = (None, None) if sound is None else (sound[:cut], sound[cut:])
    return [
        _Piece(raw[0], delivered[0], text[0], tuple(before), sounds[0], 0.0, at),
        _Piece(raw[1], delivered[1], text[1], _moved(after, -at), sounds[1], at, utterance.duration - at),
    ]


def _begin_of(details: UtteranceDetails, tokens: Sequence[str], word: int) -> float:
    """Where a word of the text begins in the recording: between it and the word before."""
    duration = details.utterance.duration
    if details.words:
        timed = retimed(details.words, tokens)
        found = (timed[word - 1].end + timed[word].start) / 2
    else:  # nothing is known but the letters
        found = duration * sum(map(len, tokens[:word])) / sum(map(len, tokens))
    edge = min(0.1, duration / 4)
    return min(max(found, edge), duration - edge)


def _same_place(text: Sequence[str], other: Sequence[str], word: int) -> int:
    """Before which word of `other` the place before `word` of `text` is."""
    for span in align(text, other):
        if word < span.source_end:
            inside = word - span.source_start
            return min(span.target_end, span.target_start + inside)
    return len(other)


def _cut(text: str, word: int) -> tuple[str, str]:
    places = [found.start() for found in WORD.finditer(text)]
    at = places[word] if word < len(places) else len(text)
    return text[:at].strip(), text[at:].strip()


def _whole(chosen: Sequence[UtteranceDetails], sounds: Sequence[Samples | None]) -> _Piece:
    utterances = [one.utterance for one in chosen]
    offsets = list(accumulate((one.duration for one in utterances), initial=0.0))
    words = [word for one, offset in zip(chosen, offsets, strict=False) for word in _moved(one.words, offset)]
    there = [sound for sound in sounds if sound is not None]

    def joined(text_of: Callable[[Utterance], str]) -> str:
        return " ".join(filter(None, (text_of(one).strip() for one in utterances)))

    return _Piece(
        joined(lambda one: one.raw_text),
        joined(lambda one: one.delivered_text),
        joined(lambda one: one.text),
        tuple(words),
        np.concatenate(there) if len(there) == len(sounds) else None,
        0.0,
        offsets[-1],
    )


def _moved(words: Sequence[Word], seconds: float) -> tuple[Word, ...]:
    return tuple(
        Word(one.text, round(max(0.0, one.start + seconds), 3), round(max(0.0, one.end + seconds), 3), one.probability)
        for one in words
    )


def _related(connection: sqlite3.Connection, wanted: str, given: str, seqs: Sequence[int]) -> list[int]:
    marks = ", ".join("?" * len(seqs))
    query = f"SELECT DISTINCT {wanted} FROM origin WHERE {given} IN ({marks})"  # noqa: S608 # names of our own
    return [row[0] for row in connection.execute(query, tuple(seqs))]


def _set_accepted(connection: sqlite3.Connection, identifier: str) -> None:
    seq = find_row(connection, identifier)["seq"]
    connection.execute("UPDATE utterance SET status = 'accepted' WHERE seq = ?", (seq,))
    pairs.refresh(connection, seq)
