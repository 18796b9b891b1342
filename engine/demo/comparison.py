"""What the demonstration shows at its end: the model before and after, on sentences it never trained on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import InputError

SHOWN = {"your speech": "held-out sentences", "general": "other people's speech"}
MOST_EXAMPLES = 4


@dataclass(frozen=True)
class Rate:
    """Words wrong of `words` (a fraction) before and after, each with its 95 % interval as (value, low, high)."""

    name: str
    words: int
    before: tuple[float, float, float]
    after: tuple[float, float, float]


@dataclass(frozen=True)
class Example:
    """One held-out sentence: what was said, and what each model wrote."""

    said: str
    before: str
    after: str


@dataclass(frozen=True)
class Shown:
    """The last screen. `gain` is (value, low, high) of the words wrong before less those after; the interval errs
    with probability `alpha` on each side. `work` is how much more work the new model takes, a fraction."""

    accepted: bool
    reasons: tuple[str, ...]
    rates: tuple[Rate, ...]
    gain: tuple[float, float, float]
    alpha: float
    terms_said: int
    terms_found: tuple[int, int]
    words_from_silence: tuple[int, int]
    work: float
    examples: tuple[Example, ...]

    @property
    def is_slower(self) -> bool:
        """Whether the new model takes noticeably more work for the same speech."""
        return self.work > 0.05


def read_comparison(report: Path) -> Shown:
    """The figures of a training's ``report.json``.

    Raises:
        InputError: it is missing or damaged.
    """
    try:
        content = json.loads(report.read_text(encoding="utf-8"))
        return _shown(content)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise InputError(f"{report} is no report of a training.", "Run the demonstration again.") from error


def _shown(content: Mapping[str, Any]) -> Shown:
    figures = content["figures"]
    own = figures["own"]
    sets = [own, *figures["sets"]]
    silence = [one["faults"] for one in figures["sets"] if one["role"] == "silence"]
    return Shown(
        accepted=content["accepted"],
        reasons=tuple(content["reasons"]),
        rates=tuple(_rate(one) for one in sets if one["name"] in SHOWN and one["rates"]),
        gain=(own["gain"]["value"], own["gain"]["low"], own["gain"]["high"]),
        alpha=own["gain"]["alpha"],
        terms_said=own["terms"][0]["said"],
        terms_found=(own["terms"][0]["found"], own["terms"][1]["found"]),
        words_from_silence=(
            sum(before["from_silence"] for before, _ in silence),
            sum(after["from_silence"] for _, after in silence),
        ),
        work=figures["work_change"],
        examples=_examples(content["utterances"]),
    )


def _rate(one: Mapping[str, Any]) -> Rate:
    before, after = ((rate["wer"]["value"], rate["wer"]["low"], rate["wer"]["high"]) for rate in one["rates"])
    return Rate(SHOWN[one["name"]], one["rates"][0]["wer"]["words"], before, after)


def _examples(utterances: Sequence[Mapping[str, Any]]) -> tuple[Example, ...]:
    """Sentences that changed, spread over the whole test, whether for better or worse."""
    changed = [one for one in utterances if one["role"] in ("personal", "gold") and one["base"] != one["candidate"]]
    step = max(1, len(changed) // MOST_EXAMPLES)
    return tuple(Example(one["said"], one["base"], one["candidate"]) for one in changed[::step][:MOST_EXAMPLES])
