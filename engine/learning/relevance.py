"""Which terms to tell the decoder to expect: few, for a long list makes it write terms nobody said."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from engine.learning.known import KnownTerm
from engine.learning.lexicon import is_very_common
from engine.learning.textwords import keys_in

MOST_TOKENS = 48
MOST_TERMS = 12
CHARACTERS_PER_TOKEN = 2.5  # of rare words, on the safe side
RECENT = 40  # utterances
LEAST = 0.5


def relevant_terms(terms: Sequence[KnownTerm], context: str, tokens: int = MOST_TOKENS) -> tuple[str, ...]:
    """The terms that may well come next after `context`, the likeliest first, in at most so many tokens."""
    said = frozenset(key for key in keys_in(context) if not is_very_common(key))
    rated = sorted(((relevance(term, said), term.text) for term in terms), reverse=True)
    chosen: list[str] = []
    for value, text in rated:
        tokens -= math.ceil((len(text) + 2) / CHARACTERS_PER_TOKEN)
        if value < LEAST or tokens < 0 or len(chosen) == MOST_TERMS:
            break
        chosen.append(text)
    return tuple(chosen)


def relevance(term: KnownTerm, context: Collection[str]) -> float:
    """Recency, frequency and likeness of context, in one figure; a term never said counts by its context alone."""
    company = len(term.company & set(context)) / math.sqrt(len(context)) if context else 0.0
    if not term.trusted and not term.uses:
        return company
    recency = math.exp(-term.last_use / RECENT)
    return company + recency + 0.1 * math.log1p(term.uses + term.evidence)
