"""Word error rates with honest intervals.

Intervals are percentile bootstraps over blocks (Bisani & Ney 2004; blocks of utterances that belong together,
Liu & Peng 2020, arXiv 1912.09508): the words of one utterance, or of one session, do not err independently.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import jiwer
import numpy as np

RESAMPLES = 2000
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


def _by_block(counts: Sequence[Counts], blocks: Sequence[str] | None) -> tuple[np.ndarray, np.ndarray]:
    names = list(blocks) if blocks is not None else [str(index) for index in range(len(counts))]
    order = {name: index for index, name in enumerate(dict.fromkeys(names))}
    errors, sizes = np.zeros(len(order)), np.zeros(len(order))
    for name, count in zip(names, counts, strict=True):
        errors[order[name]] += count.errors
        sizes[order[name]] += count.words
    return errors, sizes
