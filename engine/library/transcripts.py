"""Keeping the transcript of a recording as utterances, so that correcting it makes training pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from engine.audio.ring import Samples
from engine.library.entities import NewUtterance
from engine.library.importing import sha256_as_stored
from engine.library.library import Library
from engine.records import SAMPLE_RATE, Segment, Transcript, Word


def keep_transcript(library: Library, name: str, blocks: Iterable[Samples], transcript: Transcript) -> list[str]:
    """Add each segment with its sound and return the ids, in order; a segment that is there already is not added.

    Args:
        name: of the recording; it stands where an utterance says into which application it was dictated.
        blocks: the recording once more, float32 mono at 16 kHz.

    Raises:
        StorageError: the disk is full.
    """
    session = library.utterances.start_session(name)
    kept: list[str] = []
    for segment, samples in _cut(blocks, transcript.segments):
        if samples.size == 0:
            continue
        there = _there(library, samples, segment.text)
        if there is not None:
            kept.append(there)
            continue
        new = NewUtterance(
            text=segment.text,
            session_id=session,
            samples=samples,
            language=transcript.language,
            model=transcript.model,
            app=name,
            words=tuple(_moved(word, -segment.start) for word in segment.words),
        )
        if (identifier := library.utterances.add(new)) is not None:
            kept.append(identifier)
    return kept


def _cut(blocks: Iterable[Samples], segments: Iterable[Segment]) -> Iterator[tuple[Segment, Samples]]:
    """The sound of each segment; no more of the recording is in memory than one of them needs."""
    source = iter(blocks)
    held, start = np.zeros(0, np.float32), 0  # `start` is the sample at which what is held begins
    for segment in segments:
        first, end = round(segment.start * SAMPLE_RATE), round(segment.end * SAMPLE_RATE)
        while start + held.size < end and (block := next(source, None)) is not None:
            passed = min(max(0, first - start), held.size)
            held, start = np.concatenate([held[passed:], block]), start + passed
        yield segment, held[max(0, first - start) : max(0, end - start)]


def _there(library: Library, samples: Samples, text: str) -> str | None:
    with library.database.reading() as connection:
        row = connection.execute(
            "SELECT id FROM utterance WHERE audio_sha256 = ? AND deleted_at IS NULL",
            (sha256_as_stored(samples, text),),
        ).fetchone()
    return str(row["id"]) if row else None


def _moved(word: Word, seconds: float) -> Word:
    start = max(0.0, word.start + seconds)
    return replace(word, start=round(start, 3), end=round(max(start, word.end + seconds), 3))
