"""What to review first: where ten minutes of correcting are worth the most.

An utterance is worth the errors it probably holds, unseen words and the user's terms counting more, for each second
it takes to listen to it. What was marked to be corrected later comes first of all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from engine.learning.confidence import Calibration, calibrate
from engine.learning.lexicon import is_ordinary
from engine.learning.textwords import TextWord, words_in
from engine.learning.vocabulary import read_terms
from engine.library.entities import COLUMNS, Utterance, utterance_from
from engine.library.library import Library
from engine.records import Word

NEWEST = 2_000  # utterances that nobody has looked at
OVERHEAD = 3.0  # s for each utterance, beside listening
UNSEEN = 1.0  # extra worth of a doubtful word that is no ordinary one
TERM = 0.5  # and of one of the user's terms
UNKNOWN_CONFIDENCE = 0.8  # of words that came without a probability
DOUBTFUL = 0.6  # confidence below which a word is shown as doubtful


@dataclass(frozen=True)
class QueueEntry:
    """An utterance to be reviewed. `value` is the expected worth per minute of reviewing.

    `doubtful` are the words that are probably wrong, numbered as `attune correct --words` numbers them (from 1).
    """

    utterance: Utterance
    value: float
    expected_errors: float
    doubtful: tuple[tuple[int, str, float], ...]


def review_queue(library: Library, limit: int | None = 20) -> list[QueueEntry]:
    """The utterances that nobody has looked at, the worthiest first; at most the newest 2,000 are weighed."""
    calibration = calibrate(library).calibration
    with library.database.reading() as connection:
        terms = {word.key for term in read_terms(connection) if term.enabled for word in words_in(term.text)}
        rows = connection.execute(
            f"""
            SELECT seq, {COLUMNS} FROM utterance
            WHERE deleted_at IS NULL AND (later = 1 OR status = 'dictated')
            ORDER BY later DESC, id DESC LIMIT ?
            """,  # noqa: S608 # names of our own
            (NEWEST,),
        ).fetchall()
        entries = [_weigh(utterance_from(row), _words(connection, row["seq"]), calibration, terms) for row in rows]
    entries.sort(key=lambda entry: (not entry.utterance.later, -entry.value))
    return entries[:limit]


def confidences(text: str, words: Sequence[Word], calibration: Calibration) -> list[float]:
    """One confidence for each word of `text`, from the recognised words where they are the same in order."""
    recognised = [(found.key, word.probability) for word in words for found in words_in(word.text)]
    keys = [word.key for word in words_in(text)]
    if [key for key, _ in recognised] == keys:
        return [calibration.confidence(probability) for _, probability in recognised]
    lowest: dict[str, float] = {}
    for key, probability in recognised:
        lowest[key] = min(probability, lowest.get(key, 1.0))
    return [calibration.confidence(lowest[key]) if key in lowest else UNKNOWN_CONFIDENCE for key in keys]


def _weigh(utterance: Utterance, words: Sequence[Word], calibration: Calibration, terms: set[str]) -> QueueEntry:
    found = words_in(utterance.text)
    sure = confidences(utterance.text, words, calibration)
    worth = sum((1 - one) * _weight(word, utterance.language, terms) for word, one in zip(found, sure, strict=True))
    minutes = (utterance.duration + OVERHEAD) / 60
    doubtful = tuple(
        (number, text, round(one, 3)) for number, text, one in _numbered(utterance.text, sure) if one < DOUBTFUL
    )
    return QueueEntry(utterance, round(worth / minutes, 3), round(sum(1 - one for one in sure), 3), doubtful)


def _weight(word: TextWord, language: str, terms: set[str]) -> float:
    unseen = word.key not in terms and not is_ordinary(word.text, language)
    return 1.0 + UNSEEN * unseen + TERM * (word.key in terms)


def _numbered(text: str, sure: Sequence[float]) -> list[tuple[int, str, float]]:
    """The white-space words of a text, from 1, each with its lowest confidence."""
    numbered, at = [], 0
    for number, token in enumerate(text.split(), start=1):
        size = len(words_in(token))
        if size:
            numbered.append((number, token, min(sure[at : at + size])))
        at += size
    return numbered


def _words(connection: sqlite3.Connection, seq: int) -> list[Word]:
    rows = connection.execute('SELECT text, start, "end", probability FROM word WHERE utterance = ?', (seq,))
    return [Word(*row) for row in rows]
