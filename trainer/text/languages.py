"""Sentences in languages other than English, from word lists and templates of their own.

A file in ``resources/text/languages`` is named by the language's code and written like those of the domains; its
templates carry their endings themselves, so that nothing here knows a grammar.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from engine.errors import InputError
from engine.paths import RESOURCES
from trainer.text.grammar import Split
from trainer.text.lexicon import SLOT, Domain, read_domain
from trainer.text.wording import fingerprint, is_held_out

FOLDER = RESOURCES / "text" / "languages"
PATIENCE = 10_000  # sentences in a row of which none is new and of the split: then the lists are used up


def language_codes() -> list[str]:
    """The languages there are sentences for."""
    return sorted(file.stem for file in FOLDER.glob("*.txt"))


def generate_in(language: str, count: int, seed: int, *, split: Split) -> Iterator[str]:
    """`count` different sentences, the same for the same seed.

    `dev` sentences are held-out ones of templates that train, `test` sentences held-out ones of templates that do not.

    Raises:
        InputError: there is no text in the language, or not so much.
    """
    if language not in language_codes():
        raise InputError(f"There is no text in {language!r}.", f"Use one of {', '.join(language_codes())}, or --data.")
    domain, random = read_domain(FOLDER / f"{language}.txt"), Random(f"{language}/{seed}")
    templates = domain.unseen if split == "test" else domain.sentences
    seen: set[int] = set()
    refused = 0
    while len(seen) < count:
        sentence = _filled(domain, random, random.choice(templates))
        key = fingerprint(sentence)
        if is_held_out(sentence) == (split == "train") or key in seen:
            refused += 1
            if refused > PATIENCE:
                raise InputError(f"The text in {language!r} makes no {count} sentences.", "Ask for fewer.")
            continue
        refused = 0
        seen.add(key)
        yield sentence


def _filled(domain: Domain, random: Random, template: str) -> str:
    text = SLOT.sub(lambda slot: random.choice(domain.lists[slot[1]]), template)
    return text[0].upper() + text[1:]
