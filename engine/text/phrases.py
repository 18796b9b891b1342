"""Finding phrases of one or more words in a list of words, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")


class PhraseTable(Generic[Value]):
    """A mapping from spoken phrases to values, asked at a place in a list of word keys."""

    def __init__(self, entries: Mapping[str, Value] | Iterable[tuple[str, Value]] = ()) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        pairs = entries.items() if isinstance(entries, Mapping) else entries
        for phrase, value in pairs:
            words = tuple(phrase.lower().replace("’", "'").split())
            if words:
                self._by_first.setdefault(words[0], []).append((words, value))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda entry: -len(entry[0]))

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def matches(self, keys: Sequence[str], at: int) -> Iterator[tuple[Value, int]]:
        """The value and word count of each phrase that begins at `at`, the longest first."""
        if not 0 <= at < len(keys):
            return
        for words, value in self._by_first.get(keys[at], ()):
            if len(words) == 1 or tuple(keys[at : at + len(words)]) == words:
                yield value, len(words)

    def match(self, keys: Sequence[str], at: int) -> tuple[Value, int] | None:
        """The longest phrase that begins at `at`: its value and word count."""
        if at < len(keys) and keys[at] not in self._by_first:
            return None  # nearly always, so it is answered first
        return next(self.matches(keys, at), None)
