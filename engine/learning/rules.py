"""Replacement rules: what is heard again and again is written as it was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from engine.learning.textwords import TextWord, begins_sentence, keys_in, run_together, words_in


@dataclass(frozen=True)
class Context:
    """Between which neighbours a rule holds: `left` or `right` (any of them), or a pair of `both`. Empty: anywhere."""

    left: frozenset[str] = frozenset()
    right: frozenset[str] = frozenset()
    both: frozenset[tuple[str, str]] = frozenset()

    @property
    def anywhere(self) -> bool:
        """Whether the neighbours do not matter."""
        return not (self.left or self.right or self.both)

    def allows(self, left: str, right: str) -> bool:
        """Whether the rule holds between these two, "" being the edge of a sentence."""
        return self.anywhere or left in self.left or right in self.right or (left, right) in self.both


ANYWHERE = Context()


@dataclass(frozen=True)
class Replacement:
    """Write `replacement` where the words of `pattern` (case folded) were heard in `context`."""

    pattern: tuple[str, ...]
    replacement: str
    context: Context = ANYWHERE


@dataclass(frozen=True)
class Applied:
    """A replacement that was made: what stood there, what stands there now, and where (words of the old text)."""

    heard: str
    written: str
    first: int
    count: int


@dataclass(frozen=True)
class Rules:
    """Rules ready for use; where several match, the longest pattern wins, then the one with a context."""

    by_first: dict[str, list[Replacement]] = field(default_factory=dict)

    @classmethod
    def of(cls, replacements: Iterable[Replacement]) -> Rules:
        """Put rules in order."""
        by_first: dict[str, list[Replacement]] = {}
        for one in sorted(replacements, key=lambda one: (-len(one.pattern), one.context.anywhere)):
            by_first.setdefault(one.pattern[0], []).append(one)
        return cls(by_first)

    def find(self, text: str) -> list[Applied]:
        """What would be replaced in a text, from left to right. What a rule has written is not looked at again."""
        words = words_in(text)
        found: list[Applied] = []
        at = 0
        while at < len(words):
            rule = next((one for one in self.by_first.get(words[at].key, ()) if _matches(one, text, words, at)), None)
            if rule is None:
                at += 1
                continue
            end = at + len(rule.pattern)
            heard = text[words[at].start : words[end - 1].end]
            if heard != rule.replacement:
                found.append(Applied(heard, rule.replacement, at, end - at))
            at = end
        return found


def replace(text: str, applied: Sequence[Applied]) -> str:
    """`text` with the replacements made, everything else as it was."""
    words = words_in(text)
    for one in reversed(applied):
        start, end = words[one.first].start, words[one.first + one.count - 1].end
        text = text[:start] + _at_beginning(one.written, text, words, one.first) + text[end:]
    return text


def neighbours(text: str, words: Sequence[TextWord], first: int, end: int) -> tuple[str, str]:
    """The words beside words `first` to `end` (exclusive), case folded, "" at the edge of a sentence."""
    left = "" if begins_sentence(text, words, first) else words[first - 1].key
    right = "" if end >= len(words) or begins_sentence(text, words, end) else words[end].key
    return left, right


def _matches(rule: Replacement, text: str, words: Sequence[TextWord], at: int) -> bool:
    end = at + len(rule.pattern)
    here = words[at:end]
    if tuple(word.key for word in here) != rule.pattern or not run_together(text, here):
        return False
    if _stands_already(rule.replacement, words, at, end):
        return False
    return rule.context.allows(*neighbours(text, words, at, end))


def _stands_already(replacement: str, words: Sequence[TextWord], at: int, end: int) -> bool:
    """Whether the pattern is part of its own replacement, which stands there: "Grim" of "Captain Grim"."""
    wanted = keys_in(replacement)
    size = len(wanted)
    if size <= end - at:
        return False
    keys = tuple(word.key for word in words)
    return any(keys[start : start + size] == wanted for start in range(max(0, end - size), at + 1))


def _at_beginning(written: str, text: str, words: Sequence[TextWord], first: int) -> str:
    """A word that is written in lower case takes the capital of the sentence it begins."""
    if written.islower() and begins_sentence(text, words, first) and words[first].text[0].isupper():
        return written[0].upper() + written[1:]
    return written
