"""The trainings of the past, as the library and the jobs remember them."""

from __future__ import annotations

from datetime import datetime

from engine.jobs.child import Outcome
from engine.jobs.result import read_outcome
from engine.jobs.schedule import LastTraining
from engine.library.entities import moment_of
from engine.library.library import Library
from engine.paths import Home

DECIDED = ("accepted", "refused", "not proven")
GIVEN_UP = "Given up."


def last_training(home: Home, library: Library) -> LastTraining | None:
    """The newest training that has ended; None before the first. Its time is local."""
    with library.database.reading() as connection:
        run = connection.execute(
            "SELECT id, ended_at, outcome FROM training_run WHERE ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT 1"
        ).fetchone()
        if run is None:
            return None
        # What was only rehearsed is not a pair and counts for nothing here.
        seconds = connection.execute(
            "SELECT coalesce(sum(duration), 0) FROM training_use JOIN utterance ON utterance.id = utterance_id"
            " WHERE run = ? AND pair_text IS NOT NULL",
            (run["id"],),
        ).fetchone()[0]
    return LastTraining(
        ended=_local(run["ended_at"]),
        accepted=run["outcome"] == "accepted",
        reason=_reason(read_outcome(home.jobs / run["id"]), run["outcome"]),
        minutes=seconds / 60,
        failed=run["outcome"] not in DECIDED,
    )


def _reason(outcome: Outcome | None, said: str) -> str:
    """The job's own words; a job that was removed or ran elsewhere has none left."""
    if outcome and outcome.reason:
        return outcome.reason
    return GIVEN_UP if said == "failed" else f"The training ended: {said}."


def _local(stamp: str) -> datetime:
    return moment_of(stamp).astimezone().replace(tzinfo=None)
