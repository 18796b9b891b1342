"""How often words were wrong in what was dictated, by model and over time: the figure that learning is to lower."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from engine.library.database import Database
from engine.library.entities import moment_of
from engine.library.spoken import spoken_words
from engine.text.diff import count_errors

MOST_UTTERANCES = 5_000  # the newest ones: months of dictation


@dataclass(frozen=True)
class Accuracy:
    """Dictations of one week, named by its Monday, that one model recognised and somebody checked since."""

    week: date
    model: str
    errors: int
    words: int
    utterances: int

    @property
    def per_hundred(self) -> float:
        """Wrong words among a hundred that were said."""
        return 100 * self.errors / self.words


def accuracy_by_week(database: Database) -> list[Accuracy]:
    """By week, the oldest first. Only corrected and accepted dictations count, and only what was misheard."""
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT created_at, model, raw_text, pair_text FROM utterance"
            " WHERE source IN ('corrected', 'accepted') AND status IN ('corrected', 'accepted') AND model != ''"
            " AND raw_text != '' AND pair_text IS NOT NULL AND deleted_at IS NULL ORDER BY id DESC LIMIT ?",
            (MOST_UTTERANCES,),
        ).fetchall()
    counted: dict[tuple[date, str], list[tuple[int, int]]] = {}
    for row in rows:
        said = spoken_words(row["pair_text"])
        if said:
            errors = count_errors(said, spoken_words(row["raw_text"]))
            day = moment_of(row["created_at"]).astimezone().date()
            counted.setdefault((day - timedelta(days=day.weekday()), row["model"]), []).append((errors, len(said)))
    return [_summed(week, model, counts) for (week, model), counts in sorted(counted.items())]


def _summed(week: date, model: str, counts: Sequence[tuple[int, int]]) -> Accuracy:
    errors, words = (sum(column) for column in zip(*counts, strict=True))
    return Accuracy(week, model, errors, words, len(counts))
