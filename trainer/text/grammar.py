"""The grammar of ordinary dictation: millions of different sentences from templates and word lists.

Written form: every sentence is made of letters, apostrophes, hyphens, spaces and ``. , ? ! :`` alone. Numbers,
dates, times and money stand in words and titles in full ("Doctor", "Mister"), in British spelling, so that what
a synthesiser says is what the transcript holds. Words that are read in two ways ("read", "wind") are left to it.

Two things are never trained on: templates marked unseen, and any sentence that `wording.is_held_out`. `dev`
sentences are held-out ones from known templates, `test` sentences held-out ones from unseen templates.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from random import Random
from typing import Literal, cast

from trainer.text.inflection import Form, choose_articles, inflect
from trainer.text.lexicon import COMMON, SLOT, Domain, load_domains
from trainer.text.numbers import NUMBER_SLOTS
from trainer.text.wording import fingerprint, is_held_out

Split = Literal["train", "dev", "test"]

LONGEST = 30  # words in a sentence

_FROM_COMMON = 0.33  # of the sentences come from the templates that every domain shares
_EVEN = 0.65  # of the words are dealt evenly from their list; for the others, earlier in the list is likelier
_HEAD = 12  # the higher, the flatter the likelihood over the list

# A statement that begins so can stand in a longer sentence.
_STATEMENTS = ("The ", "We ", "I ", "There ", "It ", "My ", "{person} ", "{people} ", "{firm} ", "Our ")
_JOINTS = (", and ", ", and ", ", and ", ", but ", ", but ", ", but ", ", so ", ", while ")


class Grammar:
    """Makes sentences. One grammar deals its words evenly over all that it makes.

    Args:
        split: which templates it may use; `train` and `dev` use the known ones, `test` the unseen ones.
        even: share of plain words that are dealt in turn from their list, so that every word is used; the
            others are drawn with the likelihood falling along the list.
    """

    def __init__(self, split: Split = "train", *, even: float = _EVEN) -> None:
        self.split: Split = split
        self._even = even
        self._domains = load_domains()
        self._names = [name for name in self._domains if name != COMMON]
        self._shares = [self._domains[name].size for name in self._names]
        self._decks: dict[tuple[str, str], list[str]] = {}
        self._weights: dict[int, list[float]] = {}

    def sentence(self, random: Random, *, domain: str | None = None) -> str:
        """A sentence of `domain`, or of any domain."""
        name = domain or random.choices(self._names, self._shares)[0]
        shape = random.random()
        if shape < 0.10:
            return _finish(self._join(random, name))
        if shape < 0.15:
            comment = self._take(random, name, "comment")
            return _finish(f"{comment}, {self._clause(random, name)}.")
        if shape < 0.22:
            return f"{_finish(self._plain(random, name))} {_finish(self._plain(random, name))}"
        if shape < 0.26 and self.split != "test":
            phrase = random.choice(self._domains[COMMON].phrases)
            return _finish(self._fill(random, phrase, name))
        return _finish(self._plain(random, name))

    def fill(self, random: Random, template: str, *, domain: str = COMMON) -> str:
        """A sentence from a template of the caller's, with the lists of `domain`."""
        return _finish(self._fill(random, template, domain))

    def _plain(self, random: Random, domain: str) -> str:
        return self._fill(random, random.choice(self._templates(random, domain)), domain)

    def _join(self, random: Random, domain: str) -> str:
        first, second = self._clause(random, domain), self._clause(random, domain)
        return f"{first}{random.choice(_JOINTS)}{second}."

    def _clause(self, random: Random, domain: str) -> str:
        """A statement without its full stop, and with a small first letter unless it is a name or "I"."""
        usable: list[str] = []
        while not usable:
            templates = self._templates(random, domain)
            usable = [text for text in templates if text.startswith(_STATEMENTS) and ":" not in text]
        template = random.choice(usable)
        if not template.startswith(("{", "I ")):
            template = template[0].lower() + template[1:]
        return self._fill(random, template.rstrip("."), domain)

    def _templates(self, random: Random, domain: str) -> tuple[str, ...]:
        source = self._domains[COMMON if random.random() < _FROM_COMMON else domain]
        return source.unseen if self.split == "test" else source.sentences

    def _fill(self, random: Random, text: str, domain: str) -> str:
        while "{" in text:  # the innermost slots first, as a choice of texts may hold slots
            text = SLOT.sub(lambda slot: self._slot(random, slot[1], domain), text)
        return text

    def _slot(self, random: Random, slot: str, domain: str) -> str:
        if "|" in slot:
            return random.choice(slot.split("|"))
        name, _, form = slot.partition(":")
        if "." in name:
            domain, _, name = name.partition(".")
        text = self._take(random, domain, name)
        return inflect(text, cast(Form, form)) if form else text

    def _take(self, random: Random, domain: str, name: str) -> str:
        owner = self._owner(domain, name)
        if owner is None:
            return NUMBER_SLOTS[name](random)
        items = owner.lists[name]
        if random.random() < self._even:
            return self._fill(random, self._deal(random, owner.name, name, items), domain)
        return self._fill(random, self._draw(random, items), domain)

    def _owner(self, domain: str, name: str) -> Domain | None:
        for owner in (self._domains[domain], self._domains[COMMON]):
            if name in owner.lists:
                return owner
        return None

    def _deal(self, random: Random, domain: str, name: str, items: tuple[str, ...]) -> str:
        deck = self._decks.setdefault((domain, name), [])
        if not deck:
            deck.extend(items)
            random.shuffle(deck)
        return deck.pop()

    def _draw(self, random: Random, items: tuple[str, ...]) -> str:
        count = len(items)
        if count not in self._weights:
            self._weights[count] = list(accumulate(1 / (rank + _HEAD) for rank in range(count)))
        return random.choices(items, cum_weights=self._weights[count])[0]


def generate(count: int, seed: int, *, split: Split, domain: str | None = None) -> Iterator[str]:
    """`count` different sentences of a split, the same for the same seed.

    No sentence of one split is, word for word, a sentence of another.
    """
    random, grammar = Random(seed), Grammar(split)
    seen: set[int] = set()
    while len(seen) < count:
        sentence = grammar.sentence(random, domain=domain)
        if is_held_out(sentence) == (split == "train") or len(sentence.split()) > LONGEST:
            continue
        key = fingerprint(sentence)
        if key not in seen:
            seen.add(key)
            yield sentence


def _finish(text: str) -> str:
    text = choose_articles(text)
    return text[0].upper() + text[1:]
