"""Libraries with corrections in them, for tests of what corrections teach."""

from __future__ import annotations

from library_samples import dictate

from engine.learning.learn import Learnt, learn
from engine.learning.vocabulary import Rule, Vocabulary
from engine.library.library import Library
from engine.records import Word


def words_of(text: str, probability: float = 0.9) -> tuple[Word, ...]:
    """The words of a text, half a second each."""
    return tuple(Word(word, n / 2, n / 2 + 0.4, probability) for n, word in enumerate(text.split()))


def correct(library: Library, heard: str, said: str, *, seed: int = 0, **fields: object) -> str:
    """Dictate `heard`, correct it to `said` as misheard, and return the utterance's id."""
    identifier = dictate(library, heard, seconds=4.0, seed=seed, words=words_of(heard), **fields)
    library.corrections.correct(identifier, said, "misheard")
    return identifier


def teach(library: Library, *pairs: tuple[str, str]) -> Learnt:
    """Correct each (heard, said), and learn."""
    for seed, (heard, said) in enumerate(pairs):
        correct(library, heard, said, seed=1000 + seed)
    return learn(library)


def vocabulary(library: Library) -> Vocabulary:
    """The library's terms and rules."""
    return Vocabulary(library.database, library.ids)


def active_rules(library: Library) -> list[Rule]:
    """The rules that are applied."""
    return [rule for rule in vocabulary(library).rules() if rule.active]
