"""What others measured when they fine-tuned on one person's speech."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from engine.paths import RESOURCES

TABLE = RESOURCES / "planner" / "studies.json"
NEAR = 4.0  # times as much or as little speech still says something


@dataclass(frozen=True)
class Study:
    """Error rates in percent, before and after; `read` says whether the abstract or the code was read."""

    source: str
    read: str
    speech: str
    minutes: float
    model: str
    measure: str
    before: float
    after: float

    @property
    def change(self) -> float:
        """Relative: -0.5 is half the errors."""
        return self.after / self.before - 1


@dataclass(frozen=True)
class Expectation:
    """The range of relative changes that fitting studies saw, and those studies; empty where there are none."""

    low: float
    high: float
    studies: tuple[Study, ...]


@cache
def studies() -> tuple[Study, ...]:
    """All that are known."""
    return tuple(Study(**one) for one in json.loads(TABLE.read_text(encoding="utf-8"))["studies"])


def expect(hours: float, model: str, speech: str) -> Expectation | None:
    """What studies of about as much speech of this kind (typical, atypical) saw, of this size where there are any."""
    near = [one for one in studies() if one.speech == speech and 1 / NEAR <= 60 * hours / one.minutes <= NEAR]
    fitting = [one for one in near if one.model == model] or near
    if not fitting:
        return None
    changes = [one.change for one in fitting]
    return Expectation(min(changes), max(changes), tuple(fitting))
