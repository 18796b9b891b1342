"""Train, dev or test: decided once for each utterance, and never changed.

A session is cut into stretches of about half a minute, and a stretch goes to one split as a whole. Texts that are
nearly the same stay together, across sessions: an utterance follows the split of its near-duplicates, and one that
has them in two splits gets none. A new utterance therefore never moves an old one, and no split leaks into another.

Near-duplicates have the same words in any order, or pairs of neighbouring words whose sets have a Jaccard
similarity of at least `NEAR` (shingling, Broder 1997).
"""

from __future__ import annotations

import hashlib
import itertools
import math
import sqlite3
from dataclasses import dataclass
from typing import cast

from engine.library.entities import Split
from engine.library.spoken import spoken_words

SHARES: dict[Split, float] = {"train": 0.7, "test": 0.2, "dev": 0.1}  # of the seconds; the first wins a tie
STRETCH = 30.0  # seconds of speech
NEAR = 0.7
COMMON = 1_000  # sentences; beyond, it does not matter how common a shingle is
EDGE = ""  # stands before the first word and behind the last


@dataclass(frozen=True)
class Fingerprint:
    """A text as hashes: its words in alphabetical order, and the set of its pairs of neighbouring words."""

    bag: int
    shingles: frozenset[int]


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text; case, punctuation and the form of numbers do not count."""
    words = spoken_words(text) or text.split()
    edged = [EDGE, *words, EDGE]
    pairs = itertools.pairwise(edged)
    return Fingerprint(_hash(" ".join(sorted(words))), frozenset(_hash(" ".join(pair)) for pair in pairs))


def near_duplicates(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether two texts are nearly the same."""
    shared = len(one.shingles & other.shingles)
    return one.bag == other.bag or shared >= NEAR * (len(one.shingles) + len(other.shingles) - shared)


def assign(connection: sqlite3.Connection, seq: int, text: str, given: Split | None = None) -> str | None:
    """Give utterance `seq`, whose training text is `text`, a split if it has none. Runs in the caller's transaction.

    `given` is the split an import brings along. Returns why it cannot train, when a near-duplicate is in another
    split; an utterance without a split stays without one then.
    """
    row = connection.execute("SELECT session_id, duration, split, gold FROM utterance WHERE seq = ?", (seq,)).fetchone()
    mark = fingerprint(text)
    forget(connection, seq)
    neighbours = splits_near(connection, mark)
    wanted = cast(Split | None, row["split"]) or ("test" if row["gold"] else given)
    if wanted is None and len(neighbours) == 1:
        wanted = next(iter(neighbours))
    foreign = neighbours - {wanted}
    if foreign:
        return f"nearly repeats a sentence of {' and '.join(sorted(foreign))}"
    if wanted is None:
        wanted = split_of_stretch(connection, row["session_id"], row["duration"])
    connection.execute("UPDATE utterance SET split = ? WHERE seq = ?", (wanted, seq))
    remember(connection, seq, mark)
    return None


def splits_near(connection: sqlite3.Connection, mark: Fingerprint) -> set[Split]:
    """The splits that hold a near-duplicate."""
    same = connection.execute(
        "SELECT DISTINCT split FROM sentence JOIN utterance ON seq = utterance WHERE bag = ?", (mark.bag,)
    )
    found: set[Split] = {row[0] for row in same}
    rare, marks = rarest(connection, mark), _marks(len(mark.shingles))
    alike = connection.execute(
        f"""
        SELECT DISTINCT split FROM (
            SELECT utterance AS seq, shingles, (
                SELECT count(*) FROM shingle AS s WHERE s.utterance = sentence.utterance AND hash IN ({marks})
            ) AS shared
            FROM sentence WHERE utterance IN (SELECT utterance FROM shingle WHERE hash IN ({_marks(len(rare))}))
        ) JOIN utterance USING (seq)
        WHERE shared >= ? * (shingles + ? - shared)
        """,  # noqa: S608 # question marks only
        (*mark.shingles, *rare, NEAR, len(mark.shingles)),
    )
    return found | {row[0] for row in alike}


def rarest(connection: sqlite3.Connection, mark: Fingerprint) -> list[int]:
    """So many of the rarest shingles that every near-duplicate must have one of them.

    A near-duplicate shares at least NEAR of all n shingles, so any n - NEAR n + 1 of them hit it.
    """
    count = "SELECT count(*) FROM (SELECT 1 FROM shingle WHERE hash = ? LIMIT ?)"
    often = {one: connection.execute(count, (one, COMMON)).fetchone()[0] for one in mark.shingles}
    needed = math.ceil(NEAR * len(mark.shingles) - 1e-9)
    return sorted(mark.shingles, key=lambda one: (often[one], one))[: len(mark.shingles) - needed + 1]


def remember(connection: sqlite3.Connection, seq: int, mark: Fingerprint) -> None:
    """Let later texts find this one."""
    connection.execute(
        "INSERT INTO sentence (utterance, bag, shingles) VALUES (?, ?, ?)", (seq, mark.bag, len(mark.shingles))
    )
    connection.executemany(
        "INSERT INTO shingle (hash, utterance) VALUES (?, ?)", [(shingle, seq) for shingle in mark.shingles]
    )


def forget(connection: sqlite3.Connection, seq: int) -> None:
    """Let no later text find this one."""
    connection.execute("DELETE FROM sentence WHERE utterance = ?", (seq,))


def split_of_stretch(connection: sqlite3.Connection, session: str, duration: float) -> Split:
    """The split of the session's present stretch; a new stretch goes where most is missing."""
    last = connection.execute(
        "SELECT seq, split, seconds FROM stretch WHERE session_id = ? ORDER BY seq DESC LIMIT 1", (session,)
    ).fetchone()
    if last and last["seconds"] < STRETCH:
        connection.execute("UPDATE stretch SET seconds = seconds + ? WHERE seq = ?", (duration, last["seq"]))
        return cast(Split, last["split"])
    have: dict[str, float] = dict(
        connection.execute("SELECT split, sum(seconds) FROM stretch GROUP BY split").fetchall()
    )
    total = sum(have.values()) + duration
    split = max(SHARES, key=lambda name: SHARES[name] * total - have.get(name, 0.0))
    connection.execute("INSERT INTO stretch (session_id, split, seconds) VALUES (?, ?, ?)", (session, split, duration))
    return split


def _marks(number: int) -> str:
    return ", ".join("?" * number)


def _hash(text: str) -> int:
    """64 bits, signed as SQLite's integers are."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)
