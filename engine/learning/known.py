"""Terms as the fast layer uses them: with their sounds, where they were said, and what is not to be taken for them."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.learning.evidence import Evidence
from engine.learning.lexicon import is_very_common
from engine.learning.sounds import sounds_of
from engine.learning.textwords import keys_in
from engine.learning.vocabulary import FROM_USER, Term

REMEMBERED = 20  # latest utterances of a term


@dataclass(frozen=True)
class KnownTerm:
    """A term that is switched on.

    `sounds` are those of its writing or spoken form and of what was heard instead. `trusted` says that the user has
    said or entered it; a term out of a document is only ever expected, never put in another word's place.
    `last_use` is the number of utterances since it was said, infinity where it never was; `company` the words it
    was said with; `refused` what must not be taken for it (case folded).
    """

    text: str
    keys: tuple[str, ...]
    sounds: tuple[str, ...]
    trusted: bool
    evidence: int = 0
    uses: int = 0
    last_use: float = math.inf
    company: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()


def know(connection: sqlite3.Connection, terms: Iterable[Term], evidence: Sequence[Evidence]) -> list[KnownTerm]:
    """The enabled terms with all that the library says about them."""
    newest = connection.execute("SELECT coalesce(max(seq), 0) FROM utterance").fetchone()[0]
    heard, refused = _confusions(evidence)
    return [
        _know(connection, term, (heard.get(term.text, []), refused.get(keys_in(term.text), [])), newest)
        for term in terms
        if term.enabled
    ]


def _confusions(evidence: Sequence[Evidence]) -> tuple[dict[str, list[str]], dict[tuple[str, ...], list[str]]]:
    """What was heard for each term (of evidence for the whole of it), and what was said where it was heard."""
    heard: dict[str, list[str]] = {}
    refused: dict[tuple[str, ...], list[str]] = {}
    for one in evidence:
        term = one.misheard.term
        if term is not None and keys_in(one.misheard.said) == keys_in(term):
            heard.setdefault(term, []).append(one.misheard.heard)
        refused.setdefault(keys_in(one.misheard.heard), []).append(one.misheard.said)
    return heard, refused


def _know(
    connection: sqlite3.Connection, term: Term, confusions: tuple[Sequence[str], Sequence[str]], newest: int
) -> KnownTerm:
    keys = keys_in(term.text)
    uses = _uses(connection, keys)
    heard, refused = confusions
    sounds = map(sounds_of, [term.spoken or term.text, *heard])
    company = {key for _, text in uses for key in keys_in(text) if not is_very_common(key)}
    return KnownTerm(
        text=term.text,
        keys=keys,
        sounds=tuple(dict.fromkeys(filter(None, sounds))),
        trusted=bool(term.evidence) or term.origin == FROM_USER,
        evidence=term.evidence,
        uses=len(uses),
        last_use=newest - uses[0][0] if uses else math.inf,
        company=frozenset(company - set(keys)),
        refused=frozenset(" ".join(keys_in(said)) for said in refused),
    )


def _uses(connection: sqlite3.Connection, keys: Sequence[str]) -> list[tuple[int, str]]:
    """The latest utterances that hold a term: number and text, newest first."""
    rows = connection.execute(
        """
        SELECT utterance.seq, utterance.text FROM utterance_text
        JOIN utterance ON utterance.seq = utterance_text.rowid
        WHERE utterance_text MATCH ? AND deleted_at IS NULL ORDER BY utterance_text.rowid DESC LIMIT ?
        """,
        (f'"{" ".join(keys)}"', REMEMBERED),
    )
    return [(row["seq"], row["text"]) for row in rows]
