"""The choice among the recogniser's hypotheses, by what the user has been known to say.

Log-linear: the decoder's log probability, plus a bonus for each of the user's terms and for each confusion the user
has corrected before. The bonuses are small: a reading the decoder finds far less likely never wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.learning.known import KnownTerm
from engine.learning.rules import Replacement
from engine.learning.textwords import contains, keys_in
from engine.records import Hypothesis

TERM_BONUS = 1.5  # natural log; a reading may be about four times less likely and still be chosen for one term
CONFUSION_BONUS = 1.0
MOST_BONUS = 3.0
TOKENS_PER_WORD = 1.4  # where a hypothesis came without its tokens


def choose(
    hypotheses: Sequence[Hypothesis], terms: Iterable[KnownTerm], confusions: Iterable[Replacement]
) -> Hypothesis:
    """The best hypothesis for this user; the first one unless another is better by a term or a known confusion."""
    best, *others = hypotheses
    trusted = [term for term in terms if term.trusted]
    pairs = list(confusions)
    keys = keys_in(best.text)
    chosen, top = best, log_probability(best)
    for other in others:
        bonus = _bonus(keys, keys_in(other.text), trusted, pairs)
        if bonus > 0 and log_probability(other) + bonus > top:
            chosen, top = other, log_probability(other) + bonus
    return chosen


def log_probability(hypothesis: Hypothesis) -> float:
    """Of the whole text, its end included, in natural log."""
    tokens = len(hypothesis.tokens) or round(TOKENS_PER_WORD * len(hypothesis.text.split()))
    return hypothesis.score * (tokens + 1)


def _bonus(
    best: tuple[str, ...], other: tuple[str, ...], terms: Sequence[KnownTerm], confusions: Sequence[Replacement]
) -> float:
    """What speaks for `other` rather than `best`: terms that only it has, confusions that only `best` shows."""
    bonus = sum(TERM_BONUS for term in terms if contains(other, term.keys) and not contains(best, term.keys))
    for pair in confusions:
        said = keys_in(pair.replacement)
        if contains(best, pair.pattern) and contains(other, said) and not contains(best, said):
            bonus += CONFUSION_BONUS
    lost = any(contains(best, term.keys) and not contains(other, term.keys) for term in terms)
    return 0.0 if lost else min(MOST_BONUS, bonus)
