"""Bringing in recordings with known text, as training pairs."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

import numpy as np
import soundfile

from engine.audio.decode import Recording
from engine.audio.flac import encode_flac
from engine.audio.ring import Samples
from engine.errors import AudioFileError
from engine.library.database import Database
from engine.library.entities import NewUtterance, Source, moment_of
from engine.library.manifests import FoundPair, read_manifests
from engine.library.recordings import sha256_of
from engine.library.utterances import Utterances
from engine.records import SAMPLE_RATE

BATCH = 32  # pairs a commit
LONGEST = 600.0  # seconds of one recording: an utterance is half a minute at most
DEVELOPMENT_EVERY = 7  # of the recordings to learn from, where a collection names none to choose by


@dataclass
class ImportResult:
    """How many pairs were added, were there already, could not be read (file and why), or must not train (why)."""

    added: int = 0
    already_there: int = 0
    refused: list[tuple[Path, str]] = field(default_factory=list)
    quarantined: Mapping[str, int] = field(default_factory=dict)


def import_pairs(database: Database, utterances: Utterances, path: Path, source: Source | None = None) -> ImportResult:
    """Add the pairs of a folder or manifest. What is there already (same sound, same text) is passed over.

    `source` overrides what the records say of themselves; those that say nothing count as accepted. Of a collection
    that is divided into training and test alone, some of the training become those to choose by.

    Raises:
        InputError: the manifest is wrong; nothing was imported then.
        StorageError: the disk is full; what was committed before stays, and importing again adds the rest.
    """
    found = with_development(read_manifests(path))
    for pair in found:
        if pair.record.created_at:
            moment_of(pair.record.created_at)
    importer = _Importer(database, utterances, source)
    return importer.run(found)


def with_development(found: Sequence[FoundPair]) -> list[FoundPair]:
    """The pairs, one in `DEVELOPMENT_EVERY` of those to learn from in the split "dev" where none is.

    Many collections have no such split, and nothing can be personalized without: the scale of what was learnt is chosen
    on speech that neither trained nor tests.
    """
    if any(pair.record.split == "dev" for pair in found):
        return list(found)
    learnt = [index for index, pair in enumerate(found) if pair.record.split == "train"]
    chosen = set(learnt[DEVELOPMENT_EVERY - 1 :: DEVELOPMENT_EVERY])
    return [
        replace(pair, record=replace(pair.record, split="dev")) if index in chosen else pair
        for index, pair in enumerate(found)
    ]


class _Importer:
    def __init__(self, database: Database, utterances: Utterances, source: Source | None) -> None:
        self._database = database
        self._utterances = utterances
        self._source = source
        self._result = ImportResult()
        self._session: str | None = None
        self._seen: set[tuple[str, str]] = set()

    def run(self, found: Sequence[FoundPair]) -> ImportResult:
        fresh = self._fresh(found)
        added: list[str] = []
        while batch := list(islice(fresh, BATCH)):
            added += [identifier for identifier in self._utterances.add_all(batch) if identifier]
        self._result.added = len(added)
        faults = (self._utterances.get(identifier).quarantine for identifier in added)
        self._result.quarantined = dict(Counter(fault for fault in faults if fault))
        return self._result

    def _fresh(self, found: Sequence[FoundPair]) -> Iterator[NewUtterance]:
        """What is to be added: readable, and not there yet."""
        for pair in found:
            try:
                samples = None if is_ours(pair.file) else read_sound(pair.file)
                sha256 = sha256_of(pair.file) if samples is None else sha256_as_stored(samples, pair.record.text)
            except AudioFileError as error:
                self._result.refused.append((pair.file, error.what))
                continue
            if self._is_there(sha256, pair.record.text):
                self._result.already_there += 1
            else:
                yield self._utterance(pair, samples)

    def _is_there(self, sha256: str, text: str) -> bool:
        if (sha256, text) in self._seen:
            return True
        self._seen.add((sha256, text))
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT 1 FROM utterance WHERE audio_sha256 = ? AND (text = ? OR pair_text = ?) AND deleted_at IS NULL",
                (sha256, text, text),
            ).fetchone()
        return row is not None

    def _utterance(self, pair: FoundPair, samples: Samples | None) -> NewUtterance:
        record = pair.record
        if not record.session_id and self._session is None:
            self._session = self._utterances.start_session()
        return NewUtterance(
            text=record.text,
            session_id=record.session_id or self._session or "",
            samples=samples,
            flac=pair.file if samples is None else None,
            raw_text=record.base_text or None,
            created_at=moment_of(record.created_at) if record.created_at else None,
            language=record.language,
            speaker_id=record.speaker_id,
            model=record.base_model,
            status="imported",
            source=self._source or record.source,
            split=record.split,
            gold=record.gold,
            app=record.app,
            id=record.id or None,
        )


def is_ours(file: Path) -> bool:
    """Whether a file can be taken over byte by byte: FLAC, 16 kHz, mono, 16 bits, of bearable length."""
    if file.suffix.lower() != ".flac":
        return False
    try:
        facts = soundfile.info(file)
    except soundfile.SoundFileError:
        return False
    shape = (facts.format, facts.subtype, facts.samplerate, facts.channels)
    return shape == ("FLAC", "PCM_16", SAMPLE_RATE, 1) and 0 < facts.duration <= LONGEST


def read_sound(file: Path) -> Samples:
    """The sound of any file that FFmpeg knows, as float32 mono at 16 kHz.

    Raises:
        AudioFileError: it is damaged, holds no sound, or is too long.
    """
    pieces: list[Samples] = []
    with Recording(file) as recording:
        for piece in recording.blocks():
            pieces.append(piece)
            if sum(map(len, pieces)) > LONGEST * SAMPLE_RATE:
                raise AudioFileError(f"{file} is longer than {LONGEST / 60:.0f} minutes.", "Cut it into utterances.")
    return np.concatenate(pieces)


def sha256_as_stored(samples: Samples, text: str) -> str:
    """SHA-256 of the file that these samples will be stored in."""
    return hashlib.sha256(encode_flac(samples, text)).hexdigest()
