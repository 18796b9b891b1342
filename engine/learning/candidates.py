"""From evidence to rules: which may be active, and in which context, without harm to what the user has confirmed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from engine.learning.evidence import ConfirmedText, Evidence
from engine.learning.lexicon import is_ordinary, is_very_common
from engine.learning.rules import ANYWHERE, Context, Replacement, Rules
from engine.learning.sounds import likeness, sounds_of
from engine.learning.textwords import keys_in

SURE = 2  # corrections after which a word that is ordinary may be replaced anywhere
SOUNDS_ALIKE = 0.5  # of several ordinary words and what was said; where less, they were something else once
HARDLY_ALIKE = 0.35  # less, and a rare word was once written for something else: a name on no list, say
Texts = Callable[[str], Sequence[ConfirmedText]]


@dataclass(frozen=True)
class Candidate:
    """A rule that corrections speak for. `utterances` are where; `correction` is the latest of them.

    `blocked` says why it may not be active, "" for a rule that may.
    """

    pattern: str
    replacement: str
    utterances: tuple[str, ...]
    correction: int
    context: Context = ANYWHERE
    blocked: str = ""

    @property
    def rule(self) -> Replacement:
        """The rule itself."""
        return Replacement(tuple(self.pattern.split()), self.replacement, self.context)


def find_candidates(evidence: Iterable[Evidence], texts: Texts) -> list[Candidate]:
    """All rules that the evidence speaks for, each with the widest context that breaks nothing.

    Args:
        texts: gives the confirmed texts that hold the words of a pattern.
    """
    groups: dict[tuple[str, str], list[Evidence]] = {}
    rivals: dict[str, set[str]] = {}
    for one in evidence:
        groups.setdefault((one.misheard.heard, one.misheard.said), []).append(one)
        rivals.setdefault(one.misheard.heard, set()).add(one.misheard.said)
    return [_judge(group, len(rivals[heard]) > 1, texts(heard)) for (heard, _), group in groups.items()]


def broken_by(rule: Replacement, texts: Iterable[ConfirmedText]) -> str | None:
    """The id of a confirmed text that the rule would change, if there is one.

    A text that nobody has looked at may hold the very mistake: it counts only where all words are ordinary ones.
    """
    alone = Rules.of([rule])
    plain = all(map(is_ordinary, rule.pattern))
    for one in texts:
        if (one.certain or plain) and alone.find(one.text):
            return one.utterance
    return None


def _judge(group: Sequence[Evidence], disputed: bool, texts: Sequence[ConfirmedText]) -> Candidate:
    first = group[0].misheard
    utterances = tuple(dict.fromkeys(one.utterance for one in group))
    bare = Candidate(first.heard, first.said, utterances, group[-1].correction)
    blocked = "too common to be replaced anywhere, and its neighbours say nothing"
    for context in _contexts(group, disputed, len(utterances)):
        candidate = Candidate(first.heard, first.said, utterances, group[-1].correction, context)
        broken = broken_by(candidate.rule, texts)
        if broken is None:
            return candidate
        blocked = f"would change what you said in {broken}"
    return Candidate(bare.pattern, bare.replacement, utterances, bare.correction, blocked=blocked)


def _contexts(group: Sequence[Evidence], disputed: bool, corrections: int) -> list[Context]:
    """The contexts to try, the widest first."""
    pattern = keys_in(group[0].misheard.heard)
    lefts = frozenset(one.misheard.left for one in group)
    rights = frozenset(one.misheard.right for one in group)
    telling = Context(frozenset(filter(_tells, lefts)), frozenset(filter(_tells, rights)))
    pairs = frozenset((one.misheard.left, one.misheard.right) for one in group)
    common = all(map(is_very_common, pattern))
    narrow = Context(both=frozenset(pair for pair in pairs if all(pair) and (not common or any(map(_tells, pair)))))
    free = not disputed and _may_stand_alone(pattern, group[0].misheard.said, corrections)
    wanted = [ANYWHERE] if free else []
    return wanted + [context for context in (telling, narrow) if not context.anywhere]


def _may_stand_alone(pattern: Sequence[str], said: str, corrections: int) -> bool:
    """Whether a pattern is rare enough, and like enough to what was said, to be replaced whatever stands beside it."""
    if all(map(is_very_common, pattern)):
        return False
    if corrections >= SURE:
        return True
    alike = likeness(sounds_of(" ".join(pattern)), sounds_of(said))
    if not all(map(is_ordinary, pattern)):
        return alike >= HARDLY_ALIKE
    return len(pattern) > 1 and alike >= SOUNDS_ALIKE


def _tells(neighbour: str) -> bool:
    return bool(neighbour) and not is_very_common(neighbour)
