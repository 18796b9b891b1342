"""Word error rates and their differences, with honest intervals.

Intervals are percentile bootstraps over blocks (Bisani & Ney 2004; blocks of utterances that belong together,
Liu & Peng 2020, arXiv 1912.09508): the words of one utterance, or of one session, do not err independently.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import jiwer
import numpy as np
from scipy import stats

RESAMPLES = 2000
PAIRED_RESAMPLES = 10_000  # the bounds of repeated looks lie far out in the tails
CHUNK = 1 << 20  # drawn numbers held at a time
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


@dataclass(frozen=True)
class Counts:
    """The errors of one utterance against its reference."""

    errors: int
    words: int


@dataclass(frozen=True)
class Estimate:
    """A rate (errors over words) with its 95 % interval; `words` and `utterances` say on how much it stands."""

    value: float
    low: float
    high: float
    words: int
    utterances: int


@dataclass(frozen=True)
class Gain:
    """Error rate of one model minus that of another on the same speech: positive where the second is better.

    `low` and `high` each err with probability `alpha`; `deviation` is the standard error; `blocks` is how many
    independent pieces it stands on.
    """

    value: float
    low: float
    high: float
    alpha: float
    deviation: float
    words: int
    utterances: int
    blocks: int

    @property
    def proven(self) -> bool:
        """Whether the second model is better, not only luckier."""
        return self.low > 0


@dataclass(frozen=True)
class MatchedPairs:
    """The MAPSSWE test: mean difference of errors in a segment, its z and two-sided p, None without a variance."""

    segments: int
    mean: float
    z: float | None
    p: float | None


def plain(text: str) -> str:
    """The words alone, for comparison: case folded, punctuation left out, hyphens read as spaces."""
    return " ".join(_WORD.findall(text.casefold().replace("\u2019", "'")))


def count_word_errors(said: str, read: str) -> Counts:
    """Substitutions, deletions and insertions between normalised texts."""
    reference, hypothesis = plain(said), plain(read)
    if not reference:
        return Counts(len(hypothesis.split()), 0)
    result = jiwer.process_words(reference, hypothesis)
    return Counts(result.substitutions + result.deletions + result.insertions, len(reference.split()))


def error_rate(counts: Sequence[Counts], blocks: Sequence[str] | None = None, seed: int = 1) -> Estimate:
    """The pooled rate and its bootstrap interval over `blocks` (default: each utterance is its own).

    Raises:
        ValueError: there are no words.
    """
    words = sum(count.words for count in counts)
    if words == 0:
        raise ValueError("a rate needs at least one word")
    errors, sizes = _by_block(counts, blocks)
    drawn = np.random.default_rng(seed).integers(len(errors), size=(RESAMPLES, len(errors)))
    rates = errors[drawn].sum(1) / np.maximum(1, sizes[drawn].sum(1))
    low, high = np.quantile(rates, [0.025, 0.975])
    return Estimate(float(errors.sum() / words), float(low), float(high), words, len(counts))


def paired_gain(
    base: Sequence[Counts],
    candidate: Sequence[Counts],
    blocks: Sequence[str] | None = None,
    *,
    alpha: float = 0.05,
    resamples: int = PAIRED_RESAMPLES,
    seed: int = 1,
) -> Gain:
    """What the candidate gains on the base, by a paired bootstrap over blocks (default: utterances).

    The percentile interval is expanded for few blocks (Hesterberg 2015, doi 10.1080/00031305.2015.1089789), which
    it would otherwise be too narrow for.

    Raises:
        ValueError: there are no words, or the two did not read the same texts.
    """
    if [one.words for one in base] != [one.words for one in candidate]:
        raise ValueError("both models must have read the same texts")
    before, sizes = _by_block(base, blocks)
    after, _ = _by_block(candidate, blocks)
    words = sizes.sum()
    if words == 0:
        raise ValueError("a gain needs at least one word")
    saved = before - after
    source = np.random.default_rng(seed)
    low, high = -1.0, 1.0  # one block says nothing about how others would differ
    if len(saved) > 1:
        tail = _expanded(alpha, len(saved))
        low, high = np.quantile(_resampled_rates(saved, sizes, resamples, source), [tail, 1 - tail])
    value = float(saved.sum() / words)
    return Gain(
        value=value,
        low=float(low),
        high=float(high),
        alpha=alpha,
        deviation=_standard_error(saved - value * sizes, float(words)),
        words=int(words),
        utterances=len(base),
        blocks=len(saved),
    )


def utterances_needed(gain: Gain, distance: float, power: float = 0.8) -> int | None:
    """How many utterances, in all, would show a true distance from the limit of doubt; None if none would.

    `distance` is a difference of rates: the gain itself, or what lies between a loss and the loss allowed. The
    usual sample size for a one-sided normal test, from the measured variance of the blocks.
    """
    if distance <= 0 or gain.deviation == 0:
        return None
    reach = float(stats.norm.isf(gain.alpha) + stats.norm.ppf(power))
    return math.ceil(gain.utterances * (reach * gain.deviation / distance) ** 2)


def matched_pairs(differences: Sequence[int]) -> MatchedPairs:
    """Matched-pair sentence-segment word error test (Gillick & Cox 1989): errors of base minus candidate by segment."""
    count = len(differences)
    values = np.asarray(differences, float)
    mean = float(values.mean()) if count else 0.0
    spread = float(values.std(ddof=1)) if count > 1 else 0.0
    if spread == 0:
        return MatchedPairs(count, mean, None, None)
    z = mean / (spread / math.sqrt(count))
    return MatchedPairs(count, mean, z, float(2 * stats.norm.sf(abs(z))))


def spent_alpha(look: int, alpha: float = 0.05) -> float:
    """The error probability for the given look (1, 2, ...) at one test set.

    The first gets `alpha`, later ones ever less, so that all together never exceed 2 alpha: alpha spending (Lan &
    DeMets 1983) along 1 / (k (k + 1)), whose sum is 1 however many looks there will be.
    """
    return 2 * alpha / (look * (look + 1))


def _expanded(alpha: float, blocks: int) -> float:
    """The tail to cut off so that a percentile interval over so few blocks errs as often as it says."""
    return float(stats.norm.cdf(math.sqrt(blocks / (blocks - 1)) * stats.t.ppf(alpha, blocks - 1)))


def _resampled_rates(errors: np.ndarray, sizes: np.ndarray, resamples: int, source: np.random.Generator) -> np.ndarray:
    rows = max(1, CHUNK // len(errors))
    rates = []
    for start in range(0, resamples, rows):
        drawn = source.integers(len(errors), size=(min(rows, resamples - start), len(errors)))
        rates.append(errors[drawn].sum(1) / np.maximum(1, sizes[drawn].sum(1)))
    return np.concatenate(rates)


def _standard_error(residuals: np.ndarray, words: float) -> float:
    """Of a ratio over independent blocks, by linearisation (Cochran 1977)."""
    blocks = len(residuals)
    if blocks < 2:
        return 0.0
    return float(math.sqrt(blocks / (blocks - 1) * np.sum(residuals**2)) / words)


def _by_block(counts: Sequence[Counts], blocks: Sequence[str] | None) -> tuple[np.ndarray, np.ndarray]:
    names = list(blocks) if blocks is not None else [str(index) for index in range(len(counts))]
    order = {name: index for index, name in enumerate(dict.fromkeys(names))}
    errors, sizes = np.zeros(len(order)), np.zeros(len(order))
    for name, count in zip(names, counts, strict=True):
        errors[order[name]] += count.errors
        sizes[order[name]] += count.words
    return errors, sizes
