"""English plurals, verb forms and articles: the rules of spelling, and lists of the words that break them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal

from engine.paths import RESOURCES

Form = Literal["s", "s3", "past", "en", "ing", "er", "est"]

_DOUBLES_AT_THE_END = re.compile(r"^(?:[^aeiou]|qu)*[aeiou][bdfgklmnprtv]$")
# Words of more than one syllable that double their last letter (stressed at the end, or in -l as in Britain).
_ALSO_DOUBLED = {
    "admit", "commit", "transfer", "refer", "prefer", "occur", "permit", "submit", "regret",
    "rebel", "acquit", "outwit", "control", "compel", "expel", "travel", "cancel", "label",
    "signal", "model", "level", "quarrel", "unplug", "equip", "format", "babysit", "swap", "patrol",
    "propel", "unwrap", "overrun", "reset", "upset", "begin", "forbid", "worship", "fulfil", "infer", "forget",
}  # fmt: skip
_VOWEL_SOUND = r"[aeio]|u(?!ni(?![nm])|nanim|s[aeu]|til|ran|rin|kul)|hour|hono|honest|heir|X-"
_CONSONANT_SOUND = r"eu|one\b|once|ewe"
_A_BEFORE_VOWEL = re.compile(rf"\b([Aa]) (?!{_CONSONANT_SOUND})(?={_VOWEL_SOUND})", re.IGNORECASE)


def inflect(phrase: str, form: Form) -> str:
    """The phrase with its noun (the last word) or its verb (the first word) in the form asked for.

    `s` is a plural; `s3`, `past`, `en` and `ing` are the third person, past, past participle and the
    continuous form of a verb; `er` and `est` compare a short adjective.
    """
    if form == "s":
        return _plural_of_phrase(phrase)
    verb, _, rest = phrase.partition(" ")
    return f"{_WORD_FORMS[form](verb)} {rest}".strip()


def choose_articles(text: str) -> str:
    """The text with "a" turned into "an" where the next word begins with the sound of a vowel."""
    return _A_BEFORE_VOWEL.sub(r"\1n ", text)


def _plural_of_phrase(phrase: str) -> str:
    head, preposition, rest = phrase.partition(" of ")
    start, _, noun = head.rpartition(" ")
    return f"{start} {plural(noun)}".strip() + preposition + rest


def plural(noun: str) -> str:
    """The plural of a noun of one word."""
    irregular = _table("irregular-nouns.txt")
    for singular, (form, *_) in irregular.items():
        if noun == singular or (len(singular) > 2 and noun.endswith("-" + singular)):
            return form if noun == singular else noun.removesuffix(singular) + form
    if noun.endswith("man") and noun not in ("human", "German", "Roman", "talisman", "shaman"):
        return noun[:-3] + "men"
    if noun.endswith("woman"):
        return noun[:-5] + "women"
    return _with_s(noun)


def _third_person(verb: str) -> str:
    return {"be": "is", "have": "has", "go": "goes", "do": "does", "undo": "undoes"}.get(verb) or _with_s(verb)


def _past(verb: str) -> str:
    irregular = _table("irregular-verbs.txt").get(verb)
    return irregular[0] if irregular else _with_ed(verb)


def _participle(verb: str) -> str:
    irregular = _table("irregular-verbs.txt").get(verb)
    return irregular[1] if irregular else _with_ed(verb)


def _continuous(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _compared(adjective: str, ending: str) -> str:
    if re.search(r"[^aeiou]y$", adjective) and adjective != "shy":
        return adjective[:-1] + "i" + ending
    return (adjective[:-1] if adjective.endswith("e") else _doubled(adjective)) + ending


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _with_ed(verb: str) -> str:
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return verb + "d" if verb.endswith("e") else _doubled(verb) + "ed"


def _doubled(verb: str) -> str:
    return verb + verb[-1] if verb in _ALSO_DOUBLED or _DOUBLES_AT_THE_END.match(verb) else verb


@cache
def _table(name: str) -> dict[str, list[str]]:
    lines = (RESOURCES / "text" / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {base: forms for base, *forms in rows}


_WORD_FORMS: dict[str, Callable[[str], str]] = {
    "s3": _third_person,
    "past": _past,
    "en": _participle,
    "ing": _continuous,
    "er": lambda adjective: _compared(adjective, "er"),
    "est": lambda adjective: _compared(adjective, "est"),
}
