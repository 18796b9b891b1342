"""Evaluations made of texts, as two models might have read them."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from trainer.testing.evaluation import Effort, Evaluation, Reading, SetReadings
from trainer.testing.scoring import count_all, count_terms
from trainer.testsets import Role

Row = tuple[str, str]  # what was said, what was read
_counts = functools.cache(count_all)


def reading(
    said: str,
    read: str,
    name: str = "u1",
    *,
    block: str = "s1",
    anomaly: str = "",
    terms: Sequence[str] = (),
    effort: Effort | None = None,
) -> Reading:
    """One utterance of three seconds; by default encoded in 3.5 s and decoded greedily, a token a word."""
    tokens = len(read.split())
    return Reading(
        id=name,
        block=block,
        said=said,
        read=read,
        seconds=3.0,
        terms=count_terms(said, read, terms),
        effort=effort or Effort(context=3.5, steps=tokens + 1, tokens=tokens, elapsed=0.2),
        anomaly=anomaly,
        **_counts(said, read),
    )


def readings(name: str, role: Role, rows: Sequence[Row], terms: Sequence[str] = ()) -> SetReadings:
    """A set of utterances, ten in a session."""
    found = tuple(
        reading(said, read, f"{name}/{number}", block=f"{name} {number // 10}", terms=terms)
        for number, (said, read) in enumerate(rows)
    )
    return SetReadings(name, role, role != "silence", found)


def evaluation(*sets: SetReadings, model: str = "starter") -> Evaluation:
    """A model's readings."""
    return Evaluation(model, "0" * 64, sets)
