"""The fast layer as dictation uses it: a snapshot of what was learnt, quick to make anew after a correction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.learning.confidence import IDENTITY, Calibration
from engine.learning.confidence import calibrate as calibrate_confidence
from engine.learning.evidence import collect
from engine.learning.known import KnownTerm, know
from engine.learning.lexicon import is_ordinary
from engine.learning.relevance import MOST_TOKENS, relevant_terms
from engine.learning.rescoring import choose
from engine.learning.rules import Applied, Replacement, Rules, replace
from engine.learning.second_look import Ear, Proposal, accepted, propose
from engine.learning.spotting import Spotter
from engine.learning.textwords import words_in
from engine.learning.vocabulary import read_rules, read_terms
from engine.library.library import Library
from engine.records import Hypothesis, Word
from engine.text.timing import retimed


@dataclass(frozen=True)
class Rewritten:
    """What an utterance says with the fast layer, and what that has changed."""

    words: tuple[Word, ...]
    applied: tuple[Applied, ...] = ()

    @property
    def text(self) -> str:
        """The words as a text."""
        return text_of(self.words)


class FastLayer:
    """Terms, rules and confidence of one user. It holds no library and never changes; load another to refresh."""

    def __init__(
        self,
        terms: Sequence[KnownTerm] = (),
        replacements: Sequence[Replacement] = (),
        calibration: Calibration = IDENTITY,
    ) -> None:
        self.terms = tuple(terms)
        self.calibration = calibration
        self._replacements = tuple(replacements)
        self._rules = Rules.of(replacements)
        # A term that was recognised, but not as the user writes it. Words that are ordinary as well keep their case.
        self._casing = Rules.of(
            Replacement(term.keys, term.text) for term in terms if term.trusted and not all(map(is_ordinary, term.keys))
        )
        self.spotter = Spotter(self.terms)

    @classmethod
    def load(cls, library: Library) -> FastLayer:
        """What the library has learnt so far; `engine.learning.learn.learn` brings that up to date."""
        with library.database.reading() as connection:
            rules = [rule.replacement_rule for rule in read_rules(connection) if rule.active]
            terms = know(connection, read_terms(connection), collect(connection))
        return cls(terms, rules, calibrate_confidence(library).calibration)

    def prompt_terms(self, context: str = "", tokens: int = MOST_TOKENS) -> tuple[str, ...]:
        """The terms to tell the decoder to expect after `context`, in at most so many tokens; often none."""
        return relevant_terms(self.terms, context, tokens)

    def choose(self, hypotheses: Sequence[Hypothesis]) -> Hypothesis:
        """The best of some hypotheses (at least one, best first) for this user."""
        return choose(hypotheses, self.terms, self._replacements)

    def apply_rules(self, text: str) -> tuple[str, tuple[Applied, ...]]:
        """`text` with the user's replacements, and which were made."""
        applied = self._rules.find(text)
        return self._write(text, applied), tuple(applied)

    def rewrite(
        self, words: Sequence[Word], hypotheses: Sequence[Hypothesis] = (), ear: Ear | None = None
    ) -> Rewritten:
        """What was said, given the recognised words and, where known, the hypotheses they are the first of.

        Args:
            ear: listens again where a term may have been said; None leaves it at what is there.

        Raises:
            AttuneError: the ear's.
        """
        heard = text_of(words)
        chosen = words
        if len(hypotheses) > 1 and hypotheses[0].text == heard:
            chosen = retimed(words, self.choose(hypotheses).text.split())
        text = text_of(chosen)
        applied = self._rules.find(text)
        spotted = self.spotter.find(text, self._confidences(text, chosen), applied)
        if ear is not None:
            sure = [one for one in spotted if self.spotter.is_sure(one)]
            unsure = [one for one in spotted if one not in sure]
            looked = self.proposals(text, chosen, [*applied, *sure], ear, unsure)
            spotted = [*sure, *accepted(looked, unsure)]
        applied = sorted([*applied, *spotted], key=lambda one: one.first)
        written = self._write(text, applied)
        if written == heard:
            return Rewritten(tuple(words))
        return Rewritten(retimed(chosen, written.split()), tuple(applied))

    def proposals(
        self, text: str, words: Sequence[Word], taken: Sequence[Applied], ear: Ear, spotted: Sequence[Applied] = ()
    ) -> list[Proposal]:
        """What a second look at a text proposes, with the evidence; `taken` is replaced already, `spotted` not yet."""
        confidences = self._confidences(text, words)

        def write(more: Sequence[Applied]) -> str:
            return self._write(text, [*taken, *more])

        return propose(text, confidences, self.spotter, ear, write, taken, spotted)

    def _write(self, text: str, applied: Sequence[Applied]) -> str:
        text = replace(text, sorted(applied, key=lambda one: one.first))
        return replace(text, self._casing.find(text))

    def _confidences(self, text: str, words: Sequence[Word]) -> list[float]:
        """For each word of the text; recognised "words" may hold several, or none."""
        ends, end = [], 0
        for word in words:
            end += len(word.text.strip()) + 1
            ends.append(end)
        confidences, index = [], 0
        for found in words_in(text):
            while ends[index] <= found.start:
                index += 1
            probability = words[index].probability
            # What was reviewed has more than its share of errors: a history may excuse a word, and accuse none.
            confidences.append(max(probability, self.calibration.confidence(probability)))
        return confidences


def text_of(words: Sequence[Word]) -> str:
    """The words as a text."""
    return " ".join(word.text.strip() for word in words)
