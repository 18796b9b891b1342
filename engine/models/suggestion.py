"""Which models of the catalogue a new user is offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.models.catalogue import Entry
from engine.models.machine import Fit, Machine, fit

MULTILINGUAL = "multilingual"
MOST = 3


@dataclass(frozen=True)
class Suggestion:
    """A model, and how it suits the machine."""

    entry: Entry
    fit: Fit


def suggest(entries: Sequence[Entry], machine: Machine, language: str, most: int = MOST) -> list[Suggestion]:
    """Models that understand the language (a code such as "en"), the largest that is fast enough first.

    One of each size: those for this language alone before those for many, then those that bear the shortest audio.
    Where none is fast enough, the smallest.
    """
    speaking = [entry for entry in entries if language in entry.languages or MULTILINGUAL in entry.languages]
    found = [Suggestion(entry, fit(entry.parameters, entry.context, machine)) for entry in speaking]
    found.sort(key=lambda one: _preference(one.entry, language))
    fast = [one for one in found if one.fit.level == "good"]
    by_size = {one.entry.parameters: one for one in reversed(fast)}
    chosen = sorted(by_size.values(), key=lambda one: -one.entry.parameters)[:most]
    slow = [one for one in found if one.fit.level == "slow"]
    return chosen or [one for one in slow if one.entry.parameters == slow[-1].entry.parameters][:1]


def _preference(entry: Entry, language: str) -> tuple[int, bool, float]:
    return -entry.parameters, language not in entry.languages, entry.context.min_seconds
