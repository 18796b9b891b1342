"""A finished training's ``report.json``, as the windows show it. The trainer writes it; see `trainer.report`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import InputError

REPORT_NAME = "report.json"
PAGE_NAME = "report.html"
OWN_ROLES = ("personal", "gold")


@dataclass(frozen=True)
class Rate:
    """A word error rate with its 95 % interval, as fractions."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class TestedSet:
    """One set of test speech, read by the old and the new model; without words in it there are no rates."""

    name: str
    role: str
    utterances: int
    before: Rate | None
    after: Rate | None


@dataclass(frozen=True)
class Check:
    """One question of the gate: `result` is passed, in doubt or failed."""

    name: str
    result: str
    reason: str


@dataclass(frozen=True)
class TestedUtterance:
    """An utterance of the user that nobody trained on. `fates` are words with what became of them."""

    id: str
    said: str
    before: str
    after: str
    errors_before: int
    errors_after: int
    fates: tuple[tuple[str, str], ...]

    @property
    def outcome(self) -> str:
        """Fixed, better, still wrong, worse, or right (before as well as after)."""
        if self.errors_after < self.errors_before:
            return "fixed" if self.errors_after == 0 else "better"
        if self.errors_after > self.errors_before:
            return "worse"
        return "still wrong" if self.errors_after else "right"


@dataclass(frozen=True)
class Report:
    """What a training changed. Words are given with how often each was; curve points are (step, value)."""

    created: str
    accepted: bool
    outcome: str
    reasons: tuple[str, ...]
    checks: tuple[Check, ...]
    own: TestedSet | None
    gain: Rate | None
    sets: tuple[TestedSet, ...]
    fixed: tuple[tuple[str, int], ...]
    still_wrong: tuple[tuple[str, int], ...]
    newly_wrong: tuple[tuple[str, int], ...]
    utterances: tuple[TestedUtterance, ...]
    losses: tuple[tuple[int, float], ...]
    wers: tuple[tuple[int, float], ...]
    seconds: float | None


def load_report(path: Path) -> Report:
    """Read a report.

    Raises:
        InputError: it is not there any more, or cannot be read.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return _report(content)
    except FileNotFoundError:
        raise InputError(
            "The report of this training is no longer there.",
            "Reports quote what was said; one goes when a recording it quotes is deleted.",
        ) from None
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise InputError(f"{path} cannot be read.", "Train again to get another report.") from error


def _report(content: Mapping[str, Any]) -> Report:
    figures, words = content["figures"], content["words"]
    own, gain = figures.get("own"), (figures.get("own") or {}).get("gain")
    points = content["curves"]["learning"]
    training = content.get("training") or {}
    return Report(
        created=str(content["created"]),
        accepted=bool(content["accepted"]),
        outcome=str(content["outcome"]),
        reasons=tuple(map(str, content["reasons"])),
        checks=tuple(Check(str(one["name"]), str(one["result"]), str(one["reason"])) for one in content["checks"]),
        own=_set(own) if own else None,
        gain=Rate(float(gain["value"]), float(gain["low"]), float(gain["high"])) if gain else None,
        sets=tuple(_set(one) for one in figures["sets"]),
        fixed=_tally(words["fixed"]),
        still_wrong=_tally(words["still_wrong"]),
        newly_wrong=_tally(words["newly_wrong"]),
        utterances=_own_utterances(content["utterances"]),
        losses=tuple((int(one["step"]), float(one["loss"])) for one in points),
        wers=tuple((int(one["step"]), float(one["wer"])) for one in points if one.get("wer") is not None),
        seconds=float(training["seconds"]) if training.get("seconds") is not None else None,
    )


def _set(one: Mapping[str, Any]) -> TestedSet:
    rates = [None, None] if one.get("rates") is None else [_rate(side["wer"]) for side in one["rates"]]
    return TestedSet(str(one["name"]), str(one["role"]), int(one["utterances"]), rates[0], rates[1])


def _rate(one: Mapping[str, Any]) -> Rate:
    return Rate(float(one["value"]), float(one["low"]), float(one["high"]))


def _tally(rows: Sequence[Sequence[Any]]) -> tuple[tuple[str, int], ...]:
    return tuple((str(word), int(count)) for word, count in rows)


def _own_utterances(rows: Sequence[Mapping[str, Any]]) -> tuple[TestedUtterance, ...]:
    """The user's own, each once: gold ones are personal ones too."""
    own = {str(one["id"]): one for one in rows if one["role"] in OWN_ROLES}
    return tuple(
        TestedUtterance(
            id=name,
            said=str(one["said"]),
            before=str(one["base"]),
            after=str(one["candidate"]),
            errors_before=int(one["errors"][0]),
            errors_after=int(one["errors"][1]),
            fates=tuple((str(word), str(fate)) for word, fate in one["fates"]),
        )
        for name, one in own.items()
    )
