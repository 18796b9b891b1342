"""A second look at what may be a term: the recogniser listens again, told which terms to expect, and weighs readings.

The first decode knows nothing of the user's terms. Where a stretch of its text sounds somewhat like one, the same
audio is decoded once more with these few terms as vocabulary (contextual biasing by retrieval: a long list makes a
decoder write terms nobody said, a short one of likely terms does not). A term becomes part of the text only when
sound, the second decode and the decoder's own score of the new text (teacher forcing) speak for it together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from engine.learning.rules import Applied
from engine.learning.spotting import Spotter, without_overlap
from engine.learning.textwords import TextWord, words_in
from engine.records import Hypothesis
from engine.speech.results import Score
from engine.text.diff import align, regions

MOST_PROPOSALS = 12  # each costs a pass through the decoder
WORST_GAIN = -30.0  # nats: a term that makes the text so unlikely to the decoder was not said, whatever it sounds like
# Log-linear evidence for `features`, fitted to the development users (tests/bench/fit_evidence.py --rate 1000).
WEIGHTS = (-5.62, 8.00, 0.76, 2.50, 4.13, 0.15)
REFUSED = -1.25  # evidence below which a term is taken back that sound alone had put there

Place = tuple[int, int, str]  # first word, how many, the term that is written there


class Ear(Protocol):
    """The audio of an utterance and a recogniser that hears it again. Both may raise AttuneError."""

    def hear(self, vocabulary: Sequence[str]) -> Sequence[Hypothesis]:
        """The hypotheses, best first, of a decoder that was told to expect some terms."""

    def score(self, texts: Sequence[str]) -> Sequence[Score]:
        """How likely each text is on this audio."""


@dataclass(frozen=True)
class Proposal:
    """A term in place of what was heard, and what speaks for it.

    `likeness` is that of the sounds (0 to 1), `strange` and `doubt` how far the words are to be mistrusted, `led` the
    rank (1 for the best) of the second decode's hypothesis that has the term there (0: none), `gain` what the
    decoder's log probability of the whole text rises by.
    """

    applied: Applied
    likeness: float
    strange: float
    doubt: float
    led: int = 0
    gain: float = 0.0

    @property
    def evidence(self) -> float:
        """Above 0 where the term is likelier than what was heard."""
        if self.gain <= WORST_GAIN:
            return -math.inf
        return sum(weight * value for weight, value in zip(WEIGHTS, features(vars(self)), strict=True))


def features(proposal: Mapping[str, Any]) -> tuple[float, ...]:
    """What the evidence for a proposal is made of, from its fields: one, sound, strangeness, doubt, led, gain."""
    return (
        1.0,
        float(proposal["likeness"]),
        float(proposal["strange"]),
        float(proposal["doubt"]),
        1.0 / proposal["led"] if proposal["led"] else 0.0,
        max(WORST_GAIN, float(proposal["gain"])),
    )


def propose(
    text: str,
    confidences: Sequence[float],
    spotter: Spotter,
    ear: Ear,
    write: Callable[[Sequence[Applied]], str],
    taken: Sequence[Applied] = (),
    spotted: Sequence[Applied] = (),
) -> list[Proposal]:
    """What the text may say instead, each with its evidence.

    Args:
        confidences: for each word of the text, 0 to 1.
        write: gives the text with replacements made; `taken` are made already.
        spotted: what sound alone would put there; always weighed.
    """
    suspicions = [
        *(spotter.suspicion(text, confidences, (one.first, one.count, one.written)) for one in spotted),
        *spotter.suspect(text, confidences, taken),
    ]
    if not suspicions:
        return []
    terms = tuple(dict.fromkeys(one.term for one in suspicions))
    led = _found_in(text, ear.hear(terms), terms)
    suspected: dict[Place, Proposal] = {}
    for one in (*suspicions, *(spotter.suspicion(text, confidences, place) for place in led)):
        place = (one.applied.first, one.applied.count, one.term)
        suspected[place] = Proposal(one.applied, one.likeness, one.strange, one.doubt, led.get(place, 0))
    closed = {index for one in taken for index in range(one.first, one.first + one.count)}
    free = [
        proposal for (first, count, _), proposal in suspected.items() if not closed & {*range(first, first + count)}
    ]
    free.sort(key=lambda one: (one.applied not in spotted, one.led == 0, -one.likeness))
    return _weighed(free[:MOST_PROPOSALS], ear, write)


def accepted(proposals: Sequence[Proposal], spotted: Sequence[Applied]) -> list[Applied]:
    """What the evidence is for or, in place of no ordinary word where sound alone had put it, not against."""

    def least(one: Proposal) -> float:
        return REFUSED if one.strange > 0 and one.applied in spotted else 0.0

    return without_overlap([(one.evidence, one.applied) for one in proposals if one.evidence > least(one)])


def _weighed(proposals: Sequence[Proposal], ear: Ear, write: Callable[[Sequence[Applied]], str]) -> list[Proposal]:
    if not proposals:
        return []
    base, *others = ear.score([write(()), *(write([one.applied]) for one in proposals)])
    return [
        replace(one, gain=other.log_probability - base.log_probability)
        for one, other in zip(proposals, others, strict=True)
    ]


def _found_in(text: str, hypotheses: Sequence[Hypothesis], terms: Sequence[str]) -> dict[Place, int]:
    """Where a hypothesis has a term in place of words of `text`, and the rank of the best that has."""
    found: dict[Place, int] = {}
    old = words_in(text)
    wanted = [(term, tuple(word.key for word in words_in(term))) for term in terms]
    for rank, hypothesis in enumerate(hypotheses, start=1):
        new = words_in(hypothesis.text)
        keys = tuple(word.key for word in new)
        for term, size, at in [
            (term, len(sought), at)
            for term, sought in wanted
            for at in range(len(keys) - len(sought) + 1)
            if keys[at : at + len(sought)] == sought
        ]:
            place = _replaced(old, new, at, size)
            if place is not None:
                found.setdefault((*place, term), rank)
    return found


def _replaced(old: Sequence[TextWord], new: Sequence[TextWord], at: int, size: int) -> tuple[int, int] | None:
    """The words of `old` (first, count) in whose place words `at` and on of `new` stand; None if in no one's."""
    for region in regions(align([word.key for word in old], [word.key for word in new])):
        first = region.source_start + max(0, at - region.target_start)
        end = region.source_end - max(0, region.target_end - at - size)
        if region.target_start < at + size and at < region.target_end and first < end:
            return first, end - first
    return None
