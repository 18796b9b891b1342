"""Which sentences to read first: the user's own errors and rare terms, then every sound beside every other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from engine.learning.evidence import collect
from engine.learning.lexicon import is_very_common
from engine.learning.sounds import sounds_of
from engine.learning.textwords import contains, keys_in
from engine.learning.vocabulary import read_terms
from engine.library.library import Library
from engine.library.utterances import Filter

OWN_WEIGHT = 10.0  # of a term or misheard word, against one new pair of sounds
REPETITIONS = 3  # after which a term needs no further sentence
EDGE = "#"


def order_texts(texts: Iterable[str], targets: Sequence[str] = (), most: int | None = None) -> list[str]:
    """The texts in the order in which they say the most new things per word, by greedy covering.

    Args:
        targets: terms and words the user needs.
        most: how many texts are wanted, all if None.
    """
    rest = {text: (_pairs_of(text), _targets_in(text, targets)) for text in texts}
    needed = Counter(dict.fromkeys(targets, REPETITIONS))
    heard: set[str] = set()
    ordered: list[str] = []
    while rest and len(ordered) != most:
        best = max(rest, key=lambda text: _worth(text, *rest[text], heard, needed))
        pairs, own = rest.pop(best)
        heard |= pairs
        needed.subtract(target for target in own if needed[target] > 0)
        ordered.append(best)
    return ordered


def targets_of(library: Library) -> list[str]:
    """What the user needs most: what was misheard most often, then the terms of the vocabulary."""
    with library.database.reading() as connection:
        said = Counter(one.misheard.term or one.misheard.said for one in collect(connection))
        terms = [term.text for term in read_terms(connection) if term.enabled]
    wanted = [text for text, _ in said.most_common() if not all(map(is_very_common, keys_in(text)))]
    return list(dict.fromkeys([*wanted, *terms]))


def own_texts(library: Library, targets: Sequence[str]) -> list[str]:
    """Sentences of the user's own that hold a target: corrected texts, read again with care."""
    found: list[str] = []
    for target in targets:
        found += [match.utterance.text for match in library.search(target, REPETITIONS)
                  if match.utterance.status in ("corrected", "accepted")]  # fmt: skip
    return list(dict.fromkeys(found))


def sentences_to_read(library: Library, given: Sequence[str], *, own: bool, most: int | None = None) -> list[str]:
    """What to read, the most useful first; not what was read before.

    Args:
        given: the sentences there are.
        own: whether the user's own sentences with misheard words are to be read too.
        most: how many are wanted, all if None.
    """
    targets = targets_of(library)
    more = own_texts(library, targets) if own else []
    read = {utterance.text for utterance in library.utterances.page(None, only=Filter(status="read"))}
    return order_texts([text for text in dict.fromkeys([*more, *given]) if text not in read], targets, most)


def coverage(texts: Iterable[str]) -> int:
    """How many different pairs of neighbouring sounds the texts hold."""
    return len(set().union(*map(_pairs_of, texts)))


def _worth(text: str, pairs: set[str], own: Sequence[str], heard: set[str], needed: Counter[str]) -> float:
    new = len(pairs - heard) + OWN_WEIGHT * sum(needed[target] > 0 for target in own)
    return new / (len(keys_in(text)) + 2)


def _pairs_of(text: str) -> set[str]:
    """Neighbouring broad sounds, the edges of words included."""
    return {one + other for key in keys_in(text) for one, other in pairwise(f"{EDGE}{sounds_of(key)}{EDGE}")}


def _targets_in(text: str, targets: Sequence[str]) -> list[str]:
    keys = keys_in(text)
    return [target for target in targets if contains(keys, keys_in(target))]
