"""Candidates that gain nothing, simulated: how many of them does the gate take?

Base and candidate make the same expected errors on each utterance. Utterances differ in difficulty and so do
sessions (both gamma-distributed), so that errors are over-dispersed, as they are in real tests; and the two models
err together to a degree, because a fine-tuned model is a relative of its base.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from trainer.gate import GatePolicy, judge
from trainer.statistics import Counts
from trainer.testing.evaluation import Effort, Evaluation, Reading, SetReadings

WORDS = 9  # of an utterance, about
UTTERANCE_SHAPE = 0.7  # of the gamma distribution of an utterance's difficulty: small is uneven
SHARED = 0.6  # of the errors, that both make


@dataclass(frozen=True)
class Scenario:
    """`utterances` in `sessions`, at a word error rate, at the so-manieth of `looks`."""

    wer: float
    utterances: int
    sessions: int
    looks: int = 1

    @property
    def name(self) -> str:
        """As the table shows it."""
        again = f", look {self.looks}" if self.looks > 1 else ""
        return f"WER {self.wer:.0%}, {self.utterances} utterances, {self.sessions} sessions{again}"


SCENARIOS = (
    Scenario(0.05, 50, 4),
    Scenario(0.05, 150, 10),
    Scenario(0.10, 50, 6),
    Scenario(0.10, 150, 10),
    Scenario(0.10, 400, 30),
    Scenario(0.20, 100, 5),
    Scenario(0.20, 150, 10),
    Scenario(0.20, 150, 10, looks=3),
)


def accepted_runs(scenario: Scenario, runs: int, seed: int = 1) -> int:
    """How many of so many simulated candidates the gate accepts."""
    return sum(
        _is_accepted(scenario, np.random.default_rng((seed, run, scenario.utterances, round(100 * scenario.wer))))
        for run in range(runs)
    )


def _is_accepted(scenario: Scenario, source: np.random.Generator) -> bool:
    base, candidate = simulate(scenario, source)
    return judge(base, candidate, GatePolicy(looks=scenario.looks)).accepted


def simulate(scenario: Scenario, source: np.random.Generator) -> tuple[Evaluation, Evaluation]:
    """Two models on one test set, neither better; other voices and silence are read alike by both."""
    count = scenario.utterances
    sessions = np.sort(source.integers(scenario.sessions, size=count))
    hard = source.gamma(4.0, 1 / 4.0, scenario.sessions)[sessions] * source.gamma(
        UTTERANCE_SHAPE, 1 / UTTERANCE_SHAPE, count
    )
    words = source.integers(3, 2 * WORDS - 2, count)
    rates = np.minimum(0.95, scenario.wer * hard)
    shared = source.binomial(words, rates * SHARED)
    # In some sessions one model is a little better, in others the other one, and neither on the whole.
    tilt = source.normal(0.0, 0.25, scenario.sessions)[sessions]
    own = [source.binomial(words - shared, np.clip(rates * (1 - SHARED) * (1 + side * tilt), 0, 1)) for side in (1, -1)]
    return tuple(
        Evaluation(name, name, (_own(words, shared + errors, sessions), *_others()))
        for name, errors in zip("bc", own, strict=True)
    )  # type: ignore[return-value]


def _own(words: np.ndarray, errors: np.ndarray, sessions: np.ndarray) -> SetReadings:
    return SetReadings("personal", "personal", True, tuple(_readings(words, errors, sessions)))


def _others() -> tuple[SetReadings, SetReadings]:
    general = SetReadings("general", "general", True, tuple(_readings([9] * 20, [0] * 20, range(20))))
    silence = SetReadings("no speech", "silence", False, (_reading("silence", "0", 0, 0),))
    return general, silence


def _readings(words: object, errors: object, sessions: object) -> Iterator[Reading]:
    for number, (length, wrong, session) in enumerate(zip(words, errors, sessions, strict=True)):  # type: ignore[call-overload]
        yield _reading(str(number), str(session), int(wrong), int(length))


def _reading(name: str, session: str, errors: int, words: int) -> Reading:
    """Only the counts are looked at here; the text is a word for every utterance with speech."""
    text = "word" if words else ""
    counts = Counts(errors, words)
    return Reading(name, session, text, text, 3.0, counts, counts, counts, counts, effort=Effort(3.5, 10, 9, 0.1))
