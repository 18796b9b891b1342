"""The steps, each from the records before it to those after it. Every rule is the library's own."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from engine.audio.flac import write_flac
from engine.errors import AudioFileError
from engine.library import cleaning, splits
from engine.library.importing import read_sound
from engine.library.manifests import read_manifests
from engine.library.migrations import MIGRATIONS, migrate
from engine.library.recordings import describe, sha256_of
from engine.library.records import TrainingRecord
from engine.library.spoken import spoken_words
from trainer.data.folder import Outcome, Sieve, minutes_of

MOST_READINGS = 3  # of one sentence: more of it teaches little, and makes it all a model says
Report = Callable[[int, int], None]


def collect(source: Path) -> Outcome:
    """The recordings that the manifests in `source` name, each once.

    Raises:
        InputError: there is no manifest, or one of its records is wrong.
    """
    sieve, seen = Sieve(), set()
    for pair in read_manifests(source):
        sha256 = sha256_of(pair.file)
        record = replace(pair.record, audio=str(pair.file), sha256=sha256)
        if sha256 in seen:
            sieve.drop(record, "the same recording twice")
        else:
            sieve.kept.append(record)
        seen.add(sha256)
    return sieve.outcome()


def normalise_audio(records: Sequence[TrainingRecord], work: Path, report: Report) -> Outcome:
    """Every recording as FLAC, 16 kHz, mono, in `work`; without those that nobody could learn from."""
    sieve = Sieve()
    for number, record in enumerate(records, 1):
        try:
            samples = read_sound(Path(record.audio))
        except AudioFileError as error:
            sieve.drop(record, f"unreadable ({error.what})")
            continue
        file = work / f"{number:06d}.flac"
        facts = describe(str(file), write_flac(file, samples), samples)
        pair = cleaning.Candidate(record.text, facts.duration, facts.level_db, facts.clipped)
        if fault := cleaning.fault_of_recording(pair):
            sieve.drop(record, fault)
        else:
            duration = round(facts.duration, 3)
            sieve.kept.append(replace(record, audio=facts.path, sha256=facts.sha256, duration=duration))
        report(number, len(records))
    return sieve.outcome({"minutes": minutes_of(sieve.kept)})


def clean_text(records: Sequence[TrainingRecord]) -> Outcome:
    """The texts in written form; without those that hold no words, or not what the sound's length could hold."""
    sieve, changed = Sieve(), 0
    for record in records:
        text = cleaning.normalise(record.text)
        if fault := cleaning.fault_of_writing(cleaning.Candidate(text, record.duration)):
            sieve.drop(record, fault)
        else:
            sieve.kept.append(replace(record, text=text))
            changed += text != record.text
    return sieve.outcome({"texts changed": changed})


def balance(records: Sequence[TrainingRecord]) -> Outcome:
    """At most `MOST_READINGS` of one sentence; and what is there of whom, from where, and in which words."""
    sieve, readings = Sieve(), Counter[tuple[str, ...]]()
    for record in records:
        sentence = tuple(spoken_words(record.text))
        readings[sentence] += 1
        if readings[sentence] > MOST_READINGS:
            sieve.drop(record, f"said more than {MOST_READINGS} times")
        else:
            sieve.kept.append(record)
    return sieve.outcome(_figures(sieve.kept))


def split(records: Sequence[TrainingRecord]) -> Outcome:
    """Each record's split: train, dev or test, by stretches of a session, near-duplicates together.

    A split that a record brings along is kept, unless that would leak.
    """
    sieve = Sieve()
    with closing(_empty_library()) as connection:
        for seq, record in enumerate(records, 1):
            _enter(connection, seq, record)
            fault = splits.assign(connection, seq, record.text, record.split)
            found = connection.execute("SELECT split FROM utterance WHERE seq = ?", (seq,)).fetchone()[0]
            if fault:
                sieve.drop(record, fault)
            else:
                sieve.kept.append(replace(record, split=found))
    parts = {name: [one for one in sieve.kept if one.split == name] for name in splits.SHARES}
    return sieve.outcome({name: {"recordings": len(part), "minutes": minutes_of(part)} for name, part in parts.items()})


def _figures(records: Sequence[TrainingRecord]) -> dict[str, object]:
    words = Counter(word for record in records for word in spoken_words(record.text))
    return {
        "minutes": minutes_of(records),
        "minutes by speaker": _by(records, lambda one: one.speaker_id),
        "minutes by source": _by(records, lambda one: one.source),
        "minutes by language": _by(records, lambda one: one.language),
        "words": words.total(),
        "different words": len(words),
        "words said once": sum(count == 1 for count in words.values()),
    }


def _by(records: Sequence[TrainingRecord], key: Callable[[TrainingRecord], str]) -> dict[str, float]:
    names = sorted({key(one) for one in records})
    return {name: minutes_of([one for one in records if key(one) == name]) for name in names}


def _empty_library() -> sqlite3.Connection:
    """The library's tables in memory: what decides a split there decides it here."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    migrate(connection, MIGRATIONS)
    return connection


def _enter(connection: sqlite3.Connection, seq: int, record: TrainingRecord) -> None:
    session, moment = record.session_id or record.speaker_id, record.created_at or "1970-01-01T00:00:00Z"
    connection.execute("INSERT OR IGNORE INTO session (id, started_at) VALUES (?, ?)", (session, moment))
    connection.execute(
        "INSERT INTO utterance (seq, id, session_id, created_at, duration, language, speaker_id, delivered_text, text,"
        " words, status, gold) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'imported', ?)",
        (
            *(seq, str(seq), session, moment, record.duration, record.language, record.speaker_id),
            *(record.text, record.text, int(record.gold)),
        ),
    )
