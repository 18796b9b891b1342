"""Whether the texts of the training pairs fit their sound, by a model's own score of text given audio."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.audio.flac import read_flac
from engine.audio.ring import Samples
from engine.errors import AudioFileError
from engine.library.cleaning import LONGEST, WORST_ALIGNMENT
from engine.library.library import Library

Score = Callable[[Samples, str], float]


@dataclass(frozen=True)
class FitResult:
    """How many pairs were scored, and those whose text does not fit: id, text, score (mean log probability)."""

    scored: int
    misfits: tuple[tuple[str, str, float], ...]


def measure_fit(
    library: Library, score: Score, *, every: bool = False, progress: Callable[[int, int], None] = lambda n, of: None
) -> FitResult:
    """Score the pairs that have no score yet (or all), and quarantine those whose text does not fit.

    Args:
        score: the mean log probability of a text's tokens given at most 30 s of audio.
    """
    with library.database.reading() as connection:
        rows = connection.execute(
            "SELECT id, audio, pair_text FROM utterance WHERE source IS NOT NULL AND audio IS NOT NULL"
            " AND audio_fault IS NULL AND deleted_at IS NULL AND duration <= ? AND (? OR alignment_score IS NULL)",
            (LONGEST, every),
        ).fetchall()
    scored, misfits = 0, []
    for number, row in enumerate(rows, start=1):
        try:
            samples = read_flac(library.recordings.absolute(row["audio"]))
        except AudioFileError:
            continue  # `attune library verify` finds and marks it
        found = score(samples, row["pair_text"])
        library.utterances.set_alignment_score(row["id"], found)
        scored += 1
        if found < WORST_ALIGNMENT:
            misfits.append((row["id"], row["pair_text"], round(found, 2)))
        progress(number, len(rows))
    return FitResult(scored, tuple(misfits))
