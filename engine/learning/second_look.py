"""A second look at what may be a term: the recogniser listens again, told which terms to expect, and weighs readings.

The first decode knows nothing of the user's terms. Where a stretch of its text sounds somewhat like one, the same
audio is decoded once more with these few terms as vocabulary (contextual biasing by retrieval: a long list makes a
decoder write terms nobody said, a short one of likely terms does not). A term becomes part of the text only when
sound, the second decode and the decoder's own score of the new text (teacher forcing) speak for it together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from engine.learning.rules import Applied
from engine.learning.spotting import Spotter, Suspicion, without_overlap
from engine.learning.textwords import TextWord, words_in
from engine.records import Hypothesis
from engine.speech.results import Score
from engine.text.diff import align, regions

MOST_PROPOSALS = 12  # each costs a pass through the decoder
# Log-linear evidence, fitted on the development users (tests/bench/fast_layer.py --evidence).
BIAS = -1.0
FOR_LIKENESS = 4.0
LIKENESS_NEEDED = 0.6
FOR_LED = 2.0
FOR_SCORE = 0.1  # for each nat of difference between the decoder's scores


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
    strange: float = 0.0
    doubt: float = 0.0
    led: int = 0
    gain: float = 0.0

    @property
    def evidence(self) -> float:
        """Above 0 where the term is likelier than what was heard."""
        return (
            BIAS + FOR_LIKENESS * (self.likeness - LIKENESS_NEEDED) + FOR_LED * (self.led > 0) + FOR_SCORE * self.gain
        )


def propose(
    text: str, suspicions: Sequence[Suspicion], spotter: Spotter, ear: Ear, write: Callable[[Sequence[Applied]], str]
) -> list[Proposal]:
    """What the text may say instead, each with its evidence.

    Args:
        suspicions: stretches and the terms they sound like, the likeliest first.
        write: gives the text with replacements made.
    """
    terms = tuple(dict.fromkeys(one.term for one in suspicions))
    led = _found_in(text, ear.hear(terms), terms) if terms else {}
    by_place = {_place(one.applied): one for one in reversed(suspicions)}
    proposals = [
        Proposal(one.applied, one.likeness, one.strange, one.doubt, led.pop(_place(one.applied), 0))
        for one in by_place.values()
    ]
    for (first, count, term), rank in led.items():
        heard = _heard(text, first, count)
        proposals.append(Proposal(Applied(heard, term, first, count), spotter.likeness_of(heard, term), led=rank))
    proposals.sort(key=lambda one: (-(one.led > 0), -one.likeness))
    return _weighed(proposals[:MOST_PROPOSALS], ear, write)


def best_apart(proposals: Sequence[Proposal]) -> list[Applied]:
    """The best of those that overlap, in the order of the text."""
    return without_overlap([(one.evidence, one.applied) for one in proposals])


def _weighed(proposals: Sequence[Proposal], ear: Ear, write: Callable[[Sequence[Applied]], str]) -> list[Proposal]:
    if not proposals:
        return []
    base, *others = ear.score([write(()), *(write([one.applied]) for one in proposals)])
    return [
        Proposal(
            one.applied, one.likeness, one.strange, one.doubt, one.led, other.log_probability - base.log_probability
        )
        for one, other in zip(proposals, others, strict=True)
    ]


def _found_in(text: str, hypotheses: Sequence[Hypothesis], terms: Sequence[str]) -> dict[tuple[int, int, str], int]:
    """Where, in words of `text`, a hypothesis has a term that the text has not: (first, count, term) and its rank."""
    found: dict[tuple[int, int, str], int] = {}
    old = words_in(text)
    for rank, hypothesis in enumerate(hypotheses, start=1):
        new = words_in(hypothesis.text)
        changed = regions(align([word.key for word in old], [word.key for word in new]))
        for term in terms:
            wanted = tuple(word.key for word in words_in(term))
            for at in range(len(new) - len(wanted) + 1):
                if tuple(word.key for word in new[at : at + len(wanted)]) != wanted:
                    continue
                for region in changed:
                    first = region.source_start + max(0, at - region.target_start)
                    end = region.source_end - max(0, region.target_end - at - len(wanted))
                    if region.target_start <= at < region.target_end and first < end:
                        found.setdefault((first, end - first, term), rank)
    return found


def _place(applied: Applied) -> tuple[int, int, str]:
    return applied.first, applied.count, applied.written


def _heard(text: str, first: int, count: int) -> str:
    words: Sequence[TextWord] = words_in(text)
    return text[words[first].start : words[first + count - 1].end]
