"""The claims about training from scratch and fine-tuning, each with the figure that decides it.

Sentences and limits are those of the document that Attune started from ("Training an ASR Model from Scratch vs
Fine-Tuning", danielrosehill/STT-Fine-Tuning-Notebook), in its words where they stand in quotation marks; where it
gives no figure, the limit is ours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from trainer.comparison.figures import Figures, Mean
from trainer.comparison.material import NEW_SENTENCES, NEW_WORDS, OTHER_ACCENTS, OTHERS, REPLAY

Outcome = Literal["holds", "does not hold", "not shown"]
FAILS = 0.5  # of the words wrong: nobody would correct that
PERFECT = 0.01
OTHER_WORDS, OTHER_CONDITIONS, OTHER_PACE = 0.90, 0.95, 0.85  # the document's figures
ITS_LOSS = 0.02  # of general speech, the least that the document expects of fine-tuning (3-5 % become 5-8 %)
LEARNT_BY_HEART = 0.2  # of the words wrong at most, where the clips were learnt
ALLOWED_LOSS = 0.005  # of general speech, as the gate of a personalization allows


@dataclass(frozen=True)
class Verdict:
    """What became of a claim, and the figure."""

    claim: str
    outcome: Outcome
    figure: str


@dataclass(frozen=True)
class Claim:
    """A sentence, and the difference that is above zero where it holds."""

    text: str
    measure: Callable[[Figures, float], Mean | None]
    says: str


def judge(figures: Figures, minutes: float) -> list[Verdict]:
    """Every claim at one amount of speech. Without an interval that leaves out the limit, nothing is shown."""
    return [_judge(claim, figures, minutes) for claim in CLAIMS]


def _judge(claim: Claim, figures: Figures, minutes: float) -> Verdict:
    found = claim.measure(figures, minutes)
    if found is None:
        return Verdict(claim.text, "not shown", "not measured")
    figure = f"{claim.says}: {_points(found.value)}"
    if not found.known:
        return Verdict(claim.text, "not shown", f"{figure}, one seed")
    figure += f" [{_points(found.low)} .. {_points(found.high)}]"
    outcome: Outcome = "holds" if found.low > 0 else "does not hold" if found.high <= 0 else "not shown"
    return Verdict(claim.text, outcome, figure)


def _points(value: float) -> str:
    return f"{100 * value:+.1f} points"


def _above(arm: str, name: str, limit: float) -> Callable[[Figures, float], Mean | None]:
    """How far the error rate is above a limit."""

    def measure(figures: Figures, minutes: float) -> Mean | None:
        found = figures.rate(arm, minutes, name)
        return Mean(found.value - limit, found.low - limit, found.high - limit, found.seeds) if found else None

    return measure


def _below(arm: str, name: str, limit: float) -> Callable[[Figures, float], Mean | None]:
    above = _above(arm, name, limit)

    def measure(figures: Figures, minutes: float) -> Mean | None:
        found = above(figures, minutes)
        return Mean(-found.value, -found.high, -found.low, found.seeds) if found else None

    return measure


def _more(arm: str, other: str, name: str, allowed: float = 0.0) -> Callable[[Figures, float], Mean | None]:
    """By how much more than `allowed` one arm errs than another."""

    def measure(figures: Figures, minutes: float) -> Mean | None:
        found = figures.difference(arm, other, minutes, name)
        return found and Mean(found.value - allowed, found.low - allowed, found.high - allowed, found.seeds)

    return measure


def _no_more(arm: str, other: str, name: str, allowed: float) -> Callable[[Figures, float], Mean | None]:
    more = _more(arm, other, name, allowed)

    def measure(figures: Figures, minutes: float) -> Mean | None:
        found = more(figures, minutes)
        return found and Mean(-found.value, -found.high, -found.low, found.seeds)

    return measure


def _fails(said: str, name: str, limit: float) -> Claim:
    return Claim(f"From scratch: {said}", _above("A", name, limit), f"words wrong, above {limit:.0%}")


CLAIMS = (
    Claim(
        "From scratch: “Model that memorized” its recordings.",
        _below("A", REPLAY, LEARNT_BY_HEART),
        f"words wrong on its training clips, below {LEARNT_BY_HEART:.0%}",
    ),
    Claim(
        "From scratch: “Perfect transcription of those exact recordings”.",
        _below("A", REPLAY, PERFECT),
        f"words wrong on its training clips, below {PERFECT:.0%}",
    ),
    _fails("“Complete failure on anything else”: other sentences.", NEW_SENTENCES, FAILS),
    _fails("“Different words than in training: 90%+ WER”.", NEW_WORDS, OTHER_WORDS),
    _fails("“Different acoustic conditions: 95%+ WER”, noise of 10 dB.", "noise 10 dB", OTHER_CONDITIONS),
    _fails("“Different speaking pace: 85%+ WER”, a quarter faster.", "tempo 1.25", OTHER_PACE),
    _fails("“Not learn general speech recognition at all”: other people.", OTHERS, FAILS),
    Claim(
        "Fine-tuning: “Improved accuracy on your voice and vocabulary”.",
        _more("C", "B'", NEW_SENTENCES),
        "fewer words wrong than the base on new sentences",
    ),
    Claim(
        "Fine-tuning beats training from scratch.",
        _more("A", "B'", NEW_SENTENCES),
        "fewer words wrong than from scratch on new sentences",
    ),
    Claim(
        "Fine-tuning costs general speech two points and more (“5-8% WER, vs. 3-5% for base Whisper”).",
        _more("B'", "C", OTHERS, ITS_LOSS),
        f"more words wrong than the base on other people, beyond {100 * ITS_LOSS:g} points",
    ),
    Claim(
        "Fine-tuning without rehearsal forgets general speech.",
        _more("B", "C", OTHERS, ALLOWED_LOSS),
        f"more words wrong than the base on other people, beyond {100 * ALLOWED_LOSS:g} points",
    ),
    Claim(
        "Fine-tuning with rehearsal: “Still handles general speech well”.",
        _no_more("B'", "C", OTHERS, ALLOWED_LOSS),
        f"words wrong saved of the {100 * ALLOWED_LOSS:g} points that may be lost on other people",
    ),
    Claim(
        "Fine-tuning with rehearsal keeps other accents.",
        _no_more("B'", "C", OTHER_ACCENTS, ALLOWED_LOSS),
        f"words wrong saved of the {100 * ALLOWED_LOSS:g} points that may be lost on other accents",
    ),
)
