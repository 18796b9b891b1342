"""The project's own development users: eight people, each with forty rare terms, and what they dictate.

A user is a file in ``resources/text/users``: ``contexts`` holds sentences for each kind of term, ``terms`` the
terms with sentences of their own, in all of which ``{term}`` stands for the term. Where the spelling misleads
a synthesiser, ``spoken`` says how the term is to be read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from random import Random

from engine.errors import InputError
from engine.paths import RESOURCES
from trainer.text.grammar import generate
from trainer.text.inflection import choose_articles
from trainer.text.wording import fingerprint

SENTENCES_PER_USER = 700

_USERS = RESOURCES / "text" / "users"


@dataclass(frozen=True)
class Term:
    """A rare term: as it is written, as it is to be read aloud, and every sentence it can stand in."""

    text: str
    spoken: str
    contexts: tuple[str, ...]


@dataclass(frozen=True)
class UserSentence:
    """A sentence as it is written, as a synthesiser is to read it, and the rare terms in it."""

    text: str
    spoken: str
    terms: tuple[str, ...]


def user_ids() -> list[str]:
    """The development users, in order."""
    return sorted(file.stem for file in _USERS.glob("*.json"))


@cache
def user_terms(user_id: str) -> tuple[Term, ...]:
    """The rare terms of a user.

    Raises:
        InputError: there is no such user.
    """
    if user_id not in user_ids():
        raise InputError(f"There is no development user {user_id!r}.", f"Choose from: {', '.join(user_ids())}.")
    user = json.loads((_USERS / f"{user_id}.json").read_text(encoding="utf-8"))
    return tuple(
        Term(
            text=term["term"],
            spoken=term.get("spoken", term["term"]),
            contexts=(*term["contexts"], *user["contexts"][term["kind"]]),
        )
        for term in user["terms"]
    )


def user_sentences(user_id: str) -> list[UserSentence]:
    """What the user dictates: `SENTENCES_PER_USER` different sentences, always the same ones.

    Each term stands in each of its contexts once. The rest are ordinary sentences that never trained the
    starter, and all are shuffled together.

    Raises:
        InputError: there is no such user.
    """
    own = [_in_context(term, context) for term in user_terms(user_id) for context in term.contexts]
    seed = fingerprint(user_id)
    ordinary = generate(SENTENCES_PER_USER - len(own), seed, split="dev")
    sentences = [*own, *(UserSentence(text, text, ()) for text in ordinary)]
    Random(seed).shuffle(sentences)
    return sentences


def _in_context(term: Term, context: str) -> UserSentence:
    return UserSentence(_put(context, term.text), _put(context, term.spoken), (term.text,))


def _put(context: str, term: str) -> str:
    text = choose_articles(context.replace("{term}", term))
    return text[0].upper() + text[1:]
