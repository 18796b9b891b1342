"""Terms the recogniser never writes: a doubtful stretch that sounds like a term of the user's is that term.

The less the recogniser believes its words, and the less they are words at all, the less alike they need to sound.
Words it is sure of are left alone. Terms of few sounds are left to rules, for too much sounds like them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.learning.known import KnownTerm
from engine.learning.lexicon import is_ordinary, is_very_common
from engine.learning.rules import Applied
from engine.learning.sounds import likeness, may_be_alike, sounds_of, weight
from engine.learning.textwords import TextWord, contains, keys_in, run_together, words_in

SHORTEST_TERM = 3.0  # sounds, as weighed in sounds.py
SURPLUS = 2  # words a term may be heard as beyond its own
MOST_WORDS = 6
SURELY_ALIKE = 0.93  # for words that exist and are believed
FOR_STRANGE = 0.17  # less where they are no ordinary words
FOR_DOUBT = 0.35  # less where nothing is believed
LEAST_ALIKE = 0.72  # whatever is believed
NAME = 0.4  # how strange a word with a capital is that is on no list: most are names, and right
TRUST_IN_HEARD = 0.2  # how much more alike a term may be to what was heard for it before than to itself
TRUST_IN_WORDS = 0.1  # the same where ordinary words were heard, which may be right this time
MOST_SUSPICIONS = 10  # terms worth a second look
SURE_ALIKE = 0.85  # sound needs no second look from here on (1 of 96 such proposals on development users was wrong)
SUSPECT_ALIKE = 0.5  # at least
SUSPECT_MARGIN = 0.25  # less alike than for a term to be put there without a second look
SUSPECT_DOUBT = 0.1
DOUBTFUL = 0.28  # ordinary words are replaced from this doubt on only


@dataclass(frozen=True)
class Stretch:
    """Words in a row that may stand for a term: the first, how many, their sounds, and how far to mistrust them."""

    first: int
    count: int
    heard: str
    sounds: str
    strange: float
    doubt: float

    @property
    def needed(self) -> float:
        """How alike a term must sound."""
        return max(LEAST_ALIKE, SURELY_ALIKE - FOR_STRANGE * self.strange - FOR_DOUBT * self.doubt)


@dataclass(frozen=True)
class Suspicion:
    """A stretch that sounds somewhat like a term: the replacement it would be, and how alike they are (0 to 1)."""

    applied: Applied
    likeness: float
    strange: float
    doubt: float

    @property
    def term(self) -> str:
        """The term."""
        return self.applied.written


class Spotter:
    """Finds terms by their sound."""

    def __init__(self, terms: Sequence[KnownTerm]) -> None:
        self._known = {term.keys for term in terms}
        self._terms = [
            (term, sound) for term in terms for sound in term.sounds if term.trusted and weight(sound) >= SHORTEST_TERM
        ]
        self._longest = min(MOST_WORDS, max((len(term.keys) for term, _ in self._terms), default=0) + SURPLUS)

    def find(self, text: str, confidences: Sequence[float], taken: Sequence[Applied] = ()) -> list[Applied]:
        """The stretches of a text that stand for terms, in order, none of them overlapping.

        Args:
            confidences: for each word of the text, 0 to 1.
            taken: what is replaced already.
        """
        closed = {index for one in taken for index in range(one.first, one.first + one.count)}
        found: list[tuple[float, Applied]] = []
        for stretch in self._stretches(text, confidences, closed):
            best = self._best(stretch)
            if best is not None:
                margin, term = best
                found.append((margin, Applied(stretch.heard, term, stretch.first, stretch.count)))
        return without_overlap(found)

    def suspect(
        self, text: str, confidences: Sequence[float], taken: Sequence[Applied] = (), most: int = MOST_SUSPICIONS
    ) -> list[Suspicion]:
        """The terms that stretches of a text sound somewhat like, the likeliest first, each at its likeliest place."""
        closed = {index for one in taken for index in range(one.first, one.first + one.count)}
        best: dict[str, tuple[float, Suspicion]] = {}
        for stretch in self._stretches(text, confidences, closed, least_doubt=SUSPECT_DOUBT):
            for term, sound in self._terms:
                needed = max(SUSPECT_ALIKE, stretch.needed - SUSPECT_MARGIN)
                if _is_refused(stretch, term) or not may_be_alike(stretch.sounds, sound, needed):
                    continue
                alike = likeness(stretch.sounds, sound)
                rating = alike - stretch.needed
                if alike >= needed and (term.text not in best or rating > best[term.text][0]):
                    applied = Applied(stretch.heard, term.text, stretch.first, stretch.count)
                    best[term.text] = rating, Suspicion(applied, alike, stretch.strange, stretch.doubt)
        ranked = sorted(best.values(), key=lambda one: -one[0])
        return [suspicion for _, suspicion in ranked[:most]]

    def is_sure(self, spotted: Applied) -> bool:
        """Whether what was heard is so like the term that nobody needs to listen again. Ordinary words may be right."""
        if all(is_ordinary(word.text) for word in words_in(spotted.heard)):
            return False
        return self._likeness(sounds_of(spotted.heard), spotted.written) >= SURE_ALIKE

    def suspicion(self, text: str, confidences: Sequence[float], place: tuple[int, int, str]) -> Suspicion:
        """That words of a text (first, count) are a term, however little they sound like it."""
        first, count, term = place
        found = words_in(text)[first : first + count]
        stretch = _describe(text, found, confidences[first : first + count], first)
        alike = self._likeness(stretch.sounds, term)
        return Suspicion(Applied(stretch.heard, term, first, count), alike, stretch.strange, stretch.doubt)

    def nearest(self, heard: str, least: float) -> list[str]:
        """The terms that sound most like some words, at least so much, best first."""
        sounds = sounds_of(heard)
        rated = [(likeness(sounds, sound), term.text) for term, sound in self._terms]
        return list(dict.fromkeys(text for value, text in sorted(rated, reverse=True) if value >= least))

    def _stretches(
        self, text: str, confidences: Sequence[float], closed: set[int], least_doubt: float = DOUBTFUL
    ) -> Iterator[Stretch]:
        words = words_in(text)
        for first in range(len(words)):
            for end in range(first + 1, min(len(words), first + self._longest) + 1):
                here = words[first:end]
                if end - 1 in closed or first in closed or not run_together(text, here[-2:]):
                    break
                if tuple(word.key for word in here) in self._known:
                    break
                if _has_sure_edge(here, confidences[first:end]):
                    continue
                stretch = _describe(text, here, confidences[first:end], first)
                if stretch.strange > 0 or stretch.doubt >= least_doubt:
                    yield stretch

    def _likeness(self, sounds: str, term: str) -> float:
        return max((likeness(sounds, sound) for one, sound in self._terms if one.text == term), default=0.0)

    def _best(self, stretch: Stretch) -> tuple[float, str] | None:
        """The term that is most like a stretch, and by how much more than needed."""
        best: tuple[float, str] | None = None
        for term, sound in self._terms:
            if stretch.count > len(term.keys) + SURPLUS or _is_refused(stretch, term):
                continue
            if not may_be_alike(stretch.sounds, sound, stretch.needed):
                continue
            # What was heard for a term once may be far from it, and then says less than its own sound.
            own = likeness(stretch.sounds, term.sounds[0]) + (TRUST_IN_HEARD if stretch.strange else TRUST_IN_WORDS)
            margin = min(own, likeness(stretch.sounds, sound)) - stretch.needed
            if margin >= 0 and (best is None or margin > best[0]):
                best = (margin, term.text)
        return best


def _describe(text: str, words: Sequence[TextWord], confidences: Sequence[float], first: int) -> Stretch:
    heard = text[words[0].start : words[-1].end]
    letters = sum(len(word.key) for word in words)
    strange = sum(len(word.key) * _strangeness(word.text) for word in words) / letters
    doubt = 1.0 - sum(confidences) / len(confidences)
    return Stretch(first, len(words), heard, sounds_of(heard), strange, doubt)


def _strangeness(word: str) -> float:
    if is_ordinary(word):
        return 0.0
    return NAME if word[0].isupper() else 1.0


def _has_sure_edge(words: Sequence[TextWord], confidences: Sequence[float]) -> bool:
    """Whether a very common word that is believed stands first or last: "of" is no part of a misheard name."""
    edges = ((words[0], confidences[0]), (words[-1], confidences[-1]))
    return len(words) > 1 and any(is_very_common(word.key) and sure >= 1 - DOUBTFUL for word, sure in edges)


def _is_refused(stretch: Stretch, term: KnownTerm) -> bool:
    """Whether the user has said that words of the stretch are not the term."""
    keys = keys_in(stretch.heard)
    return any(contains(keys, keys_in(refused)) for refused in term.refused)


def without_overlap(found: list[tuple[float, Applied]]) -> list[Applied]:
    """The best ones first, then in the order of the text."""
    kept: list[Applied] = []
    for _, one in sorted(found, key=lambda pair: (-pair[0], pair[1].first)):
        if all(one.first + one.count <= other.first or other.first + other.count <= one.first for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.first)
