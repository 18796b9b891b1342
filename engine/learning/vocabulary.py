"""The user's vocabulary: terms and rules as they are stored, and what the user decides about them."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from engine.errors import InputError
from engine.learning.rules import Context, Replacement
from engine.learning.textwords import keys_in
from engine.library.database import Database
from engine.library.entities import now, stamp
from engine.library.ids import IdMaker
from engine.text.safety import clean_hypothesis

FROM_CORRECTION, FROM_USER = "correction", "user"
LONGEST = 80  # characters of a term


@dataclass(frozen=True)
class Term:
    """A term: how it is written, how it is said where writing does not tell, and where it comes from.

    `origin` is "correction", "user" or the name of a document; `evidence` counts corrections.
    """

    id: str
    text: str
    spoken: str
    origin: str
    evidence: int
    enabled: bool
    created_at: str


@dataclass(frozen=True)
class Rule:
    """A replacement rule. `enabled` is the user's switch; `blocked` says why it does nothing all the same.

    `utterances` are the corrected utterances it comes from; `retired_at` is set where a model made it needless.
    """

    id: str
    pattern: str
    replacement: str
    context: Context
    origin: str
    utterances: tuple[str, ...]
    blocked: str
    evidence: int
    enabled: bool
    created_at: str
    retired_at: str | None

    @property
    def active(self) -> bool:
        """Whether it is applied."""
        return self.enabled and not self.blocked and self.retired_at is None

    @property
    def replacement_rule(self) -> Replacement:
        """The rule as it is applied."""
        return Replacement(tuple(self.pattern.split()), self.replacement, self.context)


class Vocabulary:
    """Terms and rules of a library; corrections add to them by `engine.learning.learn`."""

    def __init__(self, database: Database, ids: IdMaker) -> None:
        self._database = database
        self._ids = ids

    def terms(self) -> list[Term]:
        """All terms, in alphabetical order."""
        with self._database.reading() as connection:
            return read_terms(connection)

    def rules(self) -> list[Rule]:
        """All rules, in alphabetical order of what is heard."""
        with self._database.reading() as connection:
            return read_rules(connection)

    def add(self, text: str, spoken: str = "", origin: str = FROM_USER) -> Term:
        """Add a term, or say how one is spoken; one that was switched off is on again.

        Raises:
            InputError: the text is no term.
        """
        text, spoken = checked_term(text), clean_hypothesis(spoken).strip()

        def work(connection: sqlite3.Connection) -> Term:
            insert_term(connection, self._ids.make(), text, origin)
            connection.execute(
                "UPDATE term SET enabled = 1, spoken = CASE ? WHEN '' THEN spoken ELSE ? END WHERE text = ?",
                (spoken, spoken, text),
            )
            return find_term(connection, text)

        return self._database.write(work)

    def remove(self, text: str) -> Term:
        """Remove a term and return it. One that corrections speak for is switched off, or it would come back.

        Raises:
            InputError: there is no such term.
        """

        def work(connection: sqlite3.Connection) -> Term:
            term = find_term(connection, text)
            if term.evidence:
                connection.execute("UPDATE term SET enabled = 0 WHERE id = ?", (term.id,))
            else:
                connection.execute("DELETE FROM term WHERE id = ?", (term.id,))
            return term

        return self._database.write(work)

    def set_spoken(self, text: str, spoken: str) -> Term:
        """Say how a term is spoken; "" means as it is written.

        Raises:
            InputError: there is no such term.
        """
        spoken = clean_hypothesis(spoken).strip()

        def work(connection: sqlite3.Connection) -> Term:
            term = find_term(connection, text)
            connection.execute("UPDATE term SET spoken = ? WHERE id = ?", (spoken, term.id))
            return find_term(connection, term.text)

        return self._database.write(work)

    def remove_rule(self, identifier: str) -> Rule:
        """Remove a rule and return it. One that corrections speak for is switched off, or it would come back.

        Raises:
            InputError: there is no such rule.
        """

        def work(connection: sqlite3.Connection) -> Rule:
            rule = next((rule for rule in read_rules(connection) if rule.id == identifier), None)
            if rule is None:
                raise InputError(f"There is no rule {identifier[:40]!r}.", "`attune vocabulary rules` shows them.")
            if rule.origin == FROM_USER:
                connection.execute("DELETE FROM rule WHERE id = ?", (rule.id,))
            else:
                connection.execute("UPDATE rule SET enabled = 0 WHERE id = ?", (rule.id,))
            return rule

        return self._database.write(work)

    def switch(self, name: str, *, on: bool) -> Term | Rule:
        """Switch a term (by its text) or a rule (by the beginning of its id) on or off.

        Raises:
            InputError: there is none, or there are several.
        """

        def work(connection: sqlite3.Connection) -> Term | Rule:
            matching = [rule for rule in read_rules(connection) if rule.id.startswith(name.strip().lower())]
            if len(matching) > 1:
                raise InputError(f"Several rules begin with {name!r}.", "Give more of the id.")
            if matching and name.strip():
                connection.execute("UPDATE rule SET enabled = ? WHERE id = ?", (int(on), matching[0].id))
                return next(rule for rule in read_rules(connection) if rule.id == matching[0].id)
            term = find_term(connection, name)
            connection.execute("UPDATE term SET enabled = ? WHERE id = ?", (int(on), term.id))
            return find_term(connection, term.text)

        return self._database.write(work)

    def add_rule(self, heard: str, written: str) -> Rule:
        """Add a rule of the user's own, which holds everywhere.

        Raises:
            InputError: one side has no word, or both are the same.
        """
        pattern, written = " ".join(keys_in(heard)), checked_term(written)
        if not pattern or heard == written:
            raise InputError("A rule needs what is heard and, different from it, what to write.", "Give both.")

        def work(connection: sqlite3.Connection) -> Rule:
            insert_rule(connection, self._ids.make(), (pattern, written), context_json(Context(), FROM_USER, (), ""))
            return next(r for r in read_rules(connection) if (r.pattern, r.replacement) == (pattern, written))

        return self._database.write(work)

    def add_all(self, terms: Sequence[tuple[str, str]], origin: str) -> int:
        """Add terms (text, spoken) that are not there yet, all or none, and return how many were new.

        Raises:
            InputError: one of them is no term.
        """
        checked = [(checked_term(text), clean_hypothesis(spoken).strip()) for text, spoken in terms]
        return self._database.write(partial(_insert_all, checked, origin, self._ids.make))


def checked_term(text: str) -> str:
    """A term as it may be stored: no control characters, Unicode NFC, single spaces.

    Raises:
        InputError: nothing that can be said is left, or it is too long.
    """
    term = " ".join(unicodedata.normalize("NFC", clean_hypothesis(text)).split())
    if not keys_in(term) or len(term) > LONGEST:
        raise InputError(
            f"{text[:40]!r} is no term.", f"A term has a letter or digit and at most {LONGEST} characters."
        )
    return term


def read_terms(connection: sqlite3.Connection) -> list[Term]:
    """All terms, in alphabetical order."""
    rows = connection.execute("SELECT * FROM term ORDER BY lower(text), text").fetchall()
    return [_term_from(row) for row in rows]


def read_rules(connection: sqlite3.Connection) -> list[Rule]:
    """All rules, in alphabetical order."""
    rows = connection.execute("SELECT * FROM rule ORDER BY pattern, replacement").fetchall()
    return [_rule_from(row) for row in rows]


def find_term(connection: sqlite3.Connection, text: str) -> Term:
    """The term that is written so, or else the one that differs in case only.

    Raises:
        InputError: there is none.
    """
    terms = read_terms(connection)
    wanted = " ".join(text.split())
    exact = [term for term in terms if term.text == wanted]
    for term in exact or [term for term in terms if term.text.casefold() == wanted.casefold()]:
        return term
    raise InputError(f"There is no term {text[:40]!r}.", "`attune vocabulary list` shows what there is.")


def insert_term(
    connection: sqlite3.Connection, identifier: str, text: str, origin: str, correction: int | None = None
) -> bool:
    """Add a term unless it is there; returns whether it is new."""
    values = (identifier, text, origin, correction, stamp(now()))
    query = "INSERT OR IGNORE INTO term (id, text, origin, correction, created_at) VALUES (?, ?, ?, ?, ?)"
    return connection.execute(query, values).rowcount > 0


def insert_rule(
    connection: sqlite3.Connection,
    identifier: str,
    sides: tuple[str, str],
    context: str,
    correction: int | None = None,
    evidence: int = 0,
) -> None:
    """Add a rule (pattern, replacement), or give the one that is there this context and evidence."""
    there = connection.execute("SELECT id FROM rule WHERE pattern = ? AND replacement = ?", sides).fetchone()
    if there:
        connection.execute(
            "UPDATE rule SET context = ?, correction = ?, evidence = ? WHERE id = ?",
            (context, correction, evidence, there["id"]),
        )
        return
    connection.execute(
        "INSERT INTO rule (id, pattern, replacement, context, correction, evidence, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (identifier, *sides, context, correction, evidence, stamp(now())),
    )


def context_json(context: Context, origin: str, utterances: Sequence[str], blocked: str) -> str:
    """What the rule's `context` column holds."""
    content: dict[str, Any] = {
        "left": sorted(context.left),
        "right": sorted(context.right),
        "both": sorted(map(list, context.both)),
        "origin": origin,
        "utterances": list(utterances),
        "blocked": blocked,
    }
    return json.dumps({name: value for name, value in content.items() if value}, ensure_ascii=False)


def _insert_all(
    terms: Sequence[tuple[str, str]], origin: str, new_id: Callable[[], str], connection: sqlite3.Connection
) -> int:
    added = 0
    for text, spoken in terms:
        if insert_term(connection, new_id(), text, origin):
            connection.execute("UPDATE term SET spoken = ? WHERE text = ?", (spoken, text))
            added += 1
    return added


def _term_from(row: sqlite3.Row) -> Term:
    return Term(
        id=row["id"],
        text=row["text"],
        spoken=row["spoken"],
        origin=row["origin"],
        evidence=row["evidence"],
        enabled=bool(row["enabled"]),
        created_at=row["created_at"],
    )


def _rule_from(row: sqlite3.Row) -> Rule:
    held = json.loads(row["context"])
    context = Context(
        frozenset(held.get("left", ())),
        frozenset(held.get("right", ())),
        frozenset((left, right) for left, right in held.get("both", ())),
    )
    return Rule(
        row["id"],
        row["pattern"],
        row["replacement"],
        context,
        held.get("origin", FROM_CORRECTION),
        tuple(held.get("utterances", ())),
        held.get("blocked", ""),
        row["evidence"],
        bool(row["enabled"]),
        row["created_at"],
        row["retired_at"],
    )
