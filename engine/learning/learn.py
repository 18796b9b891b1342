"""Bring terms and rules in line with the corrections, whatever has happened to them since the last time."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from engine.learning.candidates import Candidate, find_candidates
from engine.learning.evidence import Evidence, collect, confirmed_texts
from engine.learning.vocabulary import (
    FROM_CORRECTION,
    Rule,
    context_json,
    insert_rule,
    insert_term,
    read_rules,
    read_terms,
)
from engine.library.library import Library


@dataclass(frozen=True)
class Learnt:
    """What has changed: new terms, rules that are active now and were not before, and what was withdrawn."""

    terms: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    withdrawn: tuple[str, ...] = ()


def learn(library: Library) -> Learnt:
    """Derive terms and rules from the corrections, and store what has changed.

    To be called after a correction, its undoing, a change of its kind, or a deletion. What the user has switched off
    stays off; what the user has added stays.
    """
    with library.database.reading() as connection:
        evidence = collect(connection)
        candidates = find_candidates(evidence, partial(confirmed_texts, connection))
        before = {rule.id for rule in read_rules(connection) if rule.active}
    change = partial(_bring_in_line, evidence=evidence, candidates=candidates, new_id=library.ids.make)
    terms, withdrawn = library.database.write(change)
    with library.database.reading() as connection:
        rules = tuple(rule for rule in read_rules(connection) if rule.active and rule.id not in before)
    return Learnt(terms, rules, withdrawn)


def _bring_in_line(
    connection: sqlite3.Connection,
    evidence: Sequence[Evidence],
    candidates: Sequence[Candidate],
    new_id: Callable[[], str],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    new = _store_terms(connection, evidence, new_id)
    withdrawn = _withdraw_terms(connection, evidence)
    _store_rules(connection, candidates, new_id)
    return tuple(new), tuple(withdrawn) + tuple(_withdraw_rules(connection, candidates))


def _store_terms(connection: sqlite3.Connection, evidence: Sequence[Evidence], new_id: Callable[[], str]) -> list[str]:
    counts = Counter(one.misheard.term for one in evidence if one.misheard.term)
    latest = {one.misheard.term: one.correction for one in evidence}
    known = {term.text: term for term in read_terms(connection)}
    new = []
    for text, count in counts.items():
        assert text is not None
        if text not in known:
            insert_term(connection, new_id(), text, FROM_CORRECTION, latest[text])
            new.append(text)
        if text not in known or known[text].evidence != count:
            connection.execute(
                "UPDATE term SET evidence = ?, correction = ? WHERE text = ?", (count, latest[text], text)
            )
    return new


def _withdraw_terms(connection: sqlite3.Connection, evidence: Sequence[Evidence]) -> list[str]:
    """Terms that no correction speaks for any more; those of the user's, or switched off by the user, stay."""
    supported = {one.misheard.term for one in evidence}
    withdrawn = []
    for term in read_terms(connection):
        if term.text in supported or not term.evidence:
            continue
        connection.execute("UPDATE term SET evidence = 0, correction = NULL WHERE id = ?", (term.id,))
        if term.origin == FROM_CORRECTION and term.enabled:
            connection.execute("DELETE FROM term WHERE id = ?", (term.id,))
            withdrawn.append(term.text)
    return withdrawn


def _store_rules(connection: sqlite3.Connection, candidates: Sequence[Candidate], new_id: Callable[[], str]) -> None:
    known = {(rule.pattern, rule.replacement): rule for rule in read_rules(connection)}
    for one in candidates:
        sides = (one.pattern, one.replacement)
        rule = known.get(sides)
        same = rule and (rule.context, rule.blocked, rule.utterances) == (one.context, one.blocked, one.utterances)
        if same or (rule and rule.origin != FROM_CORRECTION):
            continue
        context = context_json(one.context, FROM_CORRECTION, one.utterances, one.blocked)
        insert_rule(connection, new_id(), sides, context, one.correction, len(one.utterances))


def _withdraw_rules(connection: sqlite3.Connection, candidates: Sequence[Candidate]) -> list[str]:
    supported = {(one.pattern, one.replacement) for one in candidates}
    withdrawn = []
    for rule in read_rules(connection):
        if (rule.pattern, rule.replacement) in supported or rule.origin != FROM_CORRECTION:
            continue
        if rule.enabled:
            connection.execute("DELETE FROM rule WHERE id = ?", (rule.id,))
            withdrawn.append(f"{rule.pattern} -> {rule.replacement}")
        else:
            blank = context_json(rule.context, FROM_CORRECTION, (), "no correction speaks for it any more")
            connection.execute("UPDATE rule SET context = ?, evidence = 0 WHERE id = ?", (blank, rule.id))
    return withdrawn
