"""What the recogniser's word probabilities are worth for this user.

Isotonic regression on the words of reviewed utterances (Zadrozny and Elkan 2002), by pooling adjacent violators (Ayer
et al. 1955). How reliable it is, is measured on utterances it was not fitted on.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from engine.learning.textwords import keys_in
from engine.library.library import Library
from engine.text.diff import align

FEWEST_WORDS = 100  # reviewed, before a history says anything
FEWEST_ERRORS = 5  # and as many right ones
NEWEST = 2_000  # utterances
FLOOR, CEILING = 0.01, 0.99  # nothing is certain
BINS = 10
FOLDS = 2


@dataclass(frozen=True)
class Judged:
    """A word's probability, and whether it turned out right. `utterance` counts up from 0."""

    probability: float
    right: bool
    utterance: int


@dataclass(frozen=True)
class Calibration:
    """A rising curve through `points` (probability, confidence); without points a probability is taken as it is."""

    points: tuple[tuple[float, float], ...] = ()

    def confidence(self, probability: float) -> float:
        """How often a word of this probability is right, 0 to 1."""
        if not self.points:
            return probability
        at = bisect.bisect_left(self.points, (probability, 0.0))
        if at == 0:
            return self.points[0][1]
        if at == len(self.points):
            return self.points[-1][1]
        (x0, y0), (x1, y1) = self.points[at - 1], self.points[at]
        return y0 + (y1 - y0) * (probability - x0) / (x1 - x0) if x1 > x0 else y1


IDENTITY = Calibration()


@dataclass(frozen=True)
class Bin:
    """The words whose probability lies between `low` and `high`: how many there are, and what share is right.

    `raw` and `calibrated` are their mean probability and their mean confidence on utterances not fitted on.
    """

    low: float
    high: float
    words: int
    right: float
    raw: float
    calibrated: float


@dataclass(frozen=True)
class Reliability:
    """A calibration, and the expected calibration error without and with it on utterances it has not seen.

    The errors are None where too little was reviewed; the calibration changes nothing then. `bins` are the reliability
    diagram (DeGroot and Fienberg 1983).
    """

    calibration: Calibration
    words: int
    error_before: float | None = None
    error_after: float | None = None
    bins: tuple[Bin, ...] = ()


def calibrate(library: Library) -> Reliability:
    """Fit to the newest utterances that the user has accepted or corrected as misheard."""
    return fit_and_measure(judged_words(library))


def fit_and_measure(words: Sequence[Judged]) -> Reliability:
    """The calibration from all words, and its error across halves of the utterances."""
    right = sum(word.right for word in words)
    if len(words) < FEWEST_WORDS or min(right, len(words) - right) < FEWEST_ERRORS:
        return Reliability(IDENTITY, len(words))
    unseen: list[tuple[Judged, float]] = []
    for fold in range(FOLDS):
        curve = fit([word for word in words if word.utterance % FOLDS != fold])
        tested = [word for word in words if word.utterance % FOLDS == fold]
        unseen += [(word, curve.confidence(word.probability)) for word in tested]
    before = calibration_error([(word.probability, word.right) for word in words])
    after = calibration_error([(confidence, word.right) for word, confidence in unseen])
    return Reliability(fit(words), len(words), before, after, _diagram(unseen))


def _diagram(judged: Sequence[tuple[Judged, float]]) -> tuple[Bin, ...]:
    """The words in ten equal intervals of their probability; those without words are left out."""
    found: dict[int, list[tuple[Judged, float]]] = {}
    for one in judged:
        found.setdefault(min(BINS - 1, int(one[0].probability * BINS)), []).append(one)
    return tuple(
        Bin(
            number / BINS,
            (number + 1) / BINS,
            len(inside),
            round(sum(word.right for word, _ in inside) / len(inside), 4),
            round(sum(word.probability for word, _ in inside) / len(inside), 4),
            round(sum(confidence for _, confidence in inside) / len(inside), 4),
        )
        for number, inside in sorted(found.items())
    )


def fit(words: Sequence[Judged]) -> Calibration:
    """The rising curve with the least squared error, by pooling adjacent violators."""
    pools: list[list[float]] = []  # [sum of probabilities, right ones, words]
    for probability, group in itertools.groupby(sorted(words, key=_probability), key=_probability):
        same = [word.right for word in group]
        pools.append([probability * len(same), float(sum(same)), float(len(same))])
        while len(pools) > 1 and pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]:
            last = pools.pop()
            pools[-1] = [one + other for one, other in zip(pools[-1], last, strict=True)]
    return Calibration(tuple((p / n, min(CEILING, max(FLOOR, right / n))) for p, right, n in pools))


def _probability(word: Judged) -> float:
    return word.probability


def calibration_error(judged: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error (Guo et al. 2017): mean gap between confidence and truth, in ten equal intervals."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in judged:
        bins.setdefault(min(BINS - 1, int(confidence * BINS)), []).append((confidence, right))
    gaps = (abs(sum(c for c, _ in found) - sum(right for _, right in found)) for found in bins.values())
    return sum(gaps) / len(judged) if judged else 0.0


def judged_words(library: Library) -> list[Judged]:
    """The recognised words of reviewed utterances, each with whether the user left it as it was."""
    with library.database.reading() as connection:
        rows = connection.execute(
            """
            SELECT seq, pair_text FROM utterance
            WHERE source IN ('accepted', 'corrected') AND status IN ('accepted', 'corrected') AND deleted_at IS NULL
            ORDER BY seq DESC LIMIT ?
            """,
            (NEWEST,),
        ).fetchall()
        judged: list[Judged] = []
        for number, row in enumerate(rows):
            found = connection.execute(
                "SELECT text, probability FROM word WHERE utterance = ? ORDER BY position", (row["seq"],)
            )
            judged += _judge([(w["text"], w["probability"]) for w in found], row["pair_text"], number)
    return judged


def _judge(words: Sequence[tuple[str, float]], text: str, utterance: int) -> list[Judged]:
    heard = [(key, probability) for word, probability in words for key in keys_in(word)]
    spans = align([key for key, _ in heard], keys_in(text))
    right = {n for span in spans if span.operation == "equal" for n in range(span.source_start, span.source_end)}
    return [Judged(probability, n in right, utterance) for n, (_, probability) in enumerate(heard)]
