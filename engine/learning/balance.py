"""Whether the training pairs are balanced: how much there is, which words it covers, how often each term was said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from engine.learning.textwords import contains, keys_in
from engine.learning.vocabulary import read_terms
from engine.library.library import Library
from engine.library.stats import Amount

ENOUGH = 3  # times a term is in the training pairs before more of it teaches little


@dataclass(frozen=True)
class TermCount:
    """How many pairs of each sort hold a term."""

    text: str
    train: int
    dev: int
    test: int


@dataclass(frozen=True)
class Balance:
    """The pairs that may train or test, by split and source, and what they cover.

    `distinct_words` are those of the training pairs. `covered_words` is their share of all words the user has said,
    each counted as often as it was said; `covered_test` the same of the test pairs: the rest is new to a model there.
    """

    by_split: Mapping[str, Amount]
    by_source: Mapping[str, Amount]
    distinct_words: int
    covered_words: float
    covered_test: float
    terms: tuple[TermCount, ...]

    @property
    def rare_terms(self) -> tuple[TermCount, ...]:
        """The terms that are not in enough training pairs, the rarest first."""
        return tuple(sorted((one for one in self.terms if one.train < ENOUGH), key=lambda one: one.train))


def balance(library: Library) -> Balance:
    """Look through all pairs."""
    figures = library.stats()
    with library.database.reading() as connection:
        rows = connection.execute(
            "SELECT split, pair_text FROM utterance"
            " WHERE split IS NOT NULL AND quarantine IS NULL AND source IS NOT NULL AND deleted_at IS NULL"
        ).fetchall()
        terms = [term.text for term in read_terms(connection) if term.enabled]
        said = Counter(dict(connection.execute("SELECT word, occurrences FROM vocabulary").fetchall()))
    words: dict[str, Counter[str]] = {"train": Counter(), "dev": Counter(), "test": Counter()}
    counts: dict[str, Counter[str]] = {text: Counter() for text in terms}
    by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for text in terms:
        by_first.setdefault(keys_in(text)[0], []).append((text, keys_in(text)))
    for row in rows:
        keys = keys_in(row["pair_text"])
        words[row["split"]].update(keys)
        for text, wanted in {one for key in set(keys) for one in by_first.get(key, ())}:
            counts[text][row["split"]] += contains(keys, wanted)
    learnt = words["train"].keys()
    return Balance(
        by_split=figures.by_split,
        by_source=figures.by_source,
        distinct_words=len(learnt),
        covered_words=_share(said, {key.replace("'", "") for key in learnt} | learnt),
        covered_test=_share(words["test"], set(learnt)),
        terms=tuple(TermCount(text, found["train"], found["dev"], found["test"]) for text, found in counts.items()),
    )


def _share(counted: Counter[str], known: set[str]) -> float:
    whole = counted.total()
    return round(sum(n for word, n in counted.items() if word in known) / whole, 4) if whole else 0.0
