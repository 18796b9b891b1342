"""The words of a language that formatting needs, read once from `resources/formatting/LANGUAGE.json`.

A language without a table still gets the neutral one: spacing, capitals and safety, no commands and no
numbers. A region ("en-GB") changes single entries of its language's table.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any

from engine.paths import RESOURCES
from engine.text.phrases import PhraseTable
from engine.text.tokens import Attach

FORMATTING = RESOURCES / "formatting"


class Effect(Enum):
    """What a command does."""

    WRITE = "write"
    BREAK = "break"
    BULLET = "bullet"
    CASE = "case"
    MODE = "mode"
    JOIN = "join"
    LITERAL = "literal"
    NUMERAL = "numeral"
    ROMAN = "roman"
    ACTION = "action"


class Guard(Enum):
    """When a command phrase is an ordinary word after all; see `engine.text.guards`."""

    FREE = "free"
    NOUN = "noun"
    STRICT = "strict"
    PREFIX = "prefix"
    ALONE = "alone"


@dataclass(frozen=True)
class Command:
    """One spoken command.

    `what` is the text to write, or the name of a case, mode or action. After a word of `not_after`
    and before a word of `not_before` the phrase is ordinary speech.
    """

    rule: str
    effect: Effect
    what: str
    attach: Attach
    guard: Guard
    then: str
    not_after: frozenset[str]
    not_before: frozenset[str]


@dataclass(frozen=True)
class Grammar:
    """Closed word classes and words with a fixed case.

    `doubtful_determiners` also end clauses ("I like this"); `noun_prepositions` are those that rarely do
    ("of", unlike "what are you looking at").
    """

    determiners: frozenset[str]
    doubtful_determiners: frozenset[str]
    prepositions: frozenset[str]
    noun_prepositions: frozenset[str]
    function_words: frozenset[str]
    names: frozenset[str]
    abbreviations: frozenset[str]
    proper: Mapping[str, str]
    fillers: PhraseTable[str]


@dataclass(frozen=True)
class NumberWords:
    """Words around numbers, and the numbers that are not meant as such."""

    masks: PhraseTable[str]
    articles: frozenset[str]
    multipliers: frozenset[str]
    scales: Mapping[str, int]
    conjunctions: frozenset[str]
    change_links: frozenset[str]
    minus: frozenset[str]
    zeros: frozenset[str]
    repeats: Mapping[str, int]
    dots: frozenset[str]
    to: frozenset[str]
    labels: frozenset[str]
    version_labels: frozenset[str]
    denominators: Mapping[str, int]
    halves: PhraseTable[str]
    percent: PhraseTable[str]
    units: PhraseTable[str]
    currencies: PhraseTable[str]
    subunits: frozenset[str]
    phone: Mapping[str, str]
    ordinal_endings: Mapping[str, str]
    minimum_grouped: int
    year_pairs: bool
    year_context: frozenset[str]
    decades: Mapping[str, int]


@dataclass(frozen=True)
class CalendarWords:
    """Months, and how dates and clock times are spoken and written."""

    months: Mapping[str, str]
    doubtful_months: frozenset[str]
    date_context: frozenset[str]
    month_first: bool
    day_links: frozenset[str]
    year_links: frozenset[str]
    day_ordinal: str
    meridiems: PhraseTable[str]
    clock_context: frozenset[str]
    clock_links: frozenset[str]
    clock_maximum: int
    hour_words: frozenset[str]
    hour_only: str
    hour_minute: str


@dataclass(frozen=True)
class AddressWords:
    """How e-mail and web addresses are spoken."""

    at: PhraseTable[str]
    explicit_at: PhraseTable[str]
    dot: PhraseTable[str]
    separators: PhraseTable[str]
    slash: PhraseTable[str]
    colon: PhraseTable[str]
    evidence: frozenset[str]
    not_local: frozenset[str]
    not_domain: frozenset[str]
    doubtful_endings: frozenset[str]


@dataclass(frozen=True)
class Typography:
    """Marks as the language writes them."""

    quotes: tuple[str, str, str, str]
    space_before: Mapping[str, str]


@dataclass(frozen=True)
class LanguageTable:
    """Everything formatting knows of one language."""

    language: str
    locale: str
    commands: PhraseTable[Command]
    grammar: Grammar
    numbers: NumberWords
    calendar: CalendarWords
    address: AddressWords
    typography: Typography


@lru_cache(maxsize=16)
def load_table(language: str) -> LanguageTable:
    """The table of a language tag such as "en", "en-GB" or "pt_BR"."""
    code, _, region = language.replace("_", "-").lower().partition("-")
    data = _read("neutral")
    if code.isalpha() and (FORMATTING / f"{code}.json").is_file():
        data = _merge(data, _read(code))
        data = _merge(data, data.get("regions", {}).get(region, {}))
    return LanguageTable(
        language=code,
        locale=data["locale"],
        commands=PhraseTable(_commands(data["commands"])),
        grammar=_fill(Grammar, data["grammar"]),
        numbers=_fill(NumberWords, data["numbers"]),
        calendar=_fill(CalendarWords, data["calendar"]),
        address=_fill(AddressWords, data["address"]),
        typography=_fill(Typography, data["typography"]),
    )


@lru_cache(maxsize=8)
def ordinary_words(language: str) -> frozenset[str]:
    """Words that the language always writes in lower case; empty where no list is known."""
    path = FORMATTING / f"{language}.words.txt"
    if not path.is_file():
        return frozenset()
    return frozenset(path.read_text(encoding="utf-8").split())


@lru_cache(maxsize=1)
def top_level_domains() -> frozenset[str]:
    """Endings that make a spoken "dot" an address."""
    return frozenset((FORMATTING / "domains.txt").read_text(encoding="utf-8").split())


def _read(name: str) -> dict[str, Any]:
    path: Path = FORMATTING / f"{name}.json"
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def _merge(base: dict[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for name, value in change.items():
        old = merged.get(name)
        deeper = isinstance(old, dict) and isinstance(value, dict)
        merged[name] = _merge(old, value) if deeper and old is not None else value
    return merged


def _commands(groups: Mapping[str, list[dict[str, Any]]]) -> list[tuple[str, Command]]:
    entries = []
    for rule, commands in groups.items():
        for item in commands:
            command = Command(
                rule=rule,
                effect=Effect(item.get("do", "write")),
                what=item.get("what", ""),
                attach=Attach(item.get("attach", "none")),
                guard=Guard(item.get("guard", "free")),
                then=item.get("then", ""),
                not_after=frozenset(item.get("not_after", "").split()),
                not_before=frozenset(item.get("not_before", "").split()),
            )
            entries += [(phrase, command) for phrase in item["say"]]
    return entries


def _fill(record: type[Any], values: Mapping[str, Any]) -> Any:
    """An instance of `record` with each JSON value in the type that its field is declared with."""
    kinds = {name: str(field.type) for name, field in record.__dataclass_fields__.items()}
    return record(**{name: _convert(kind, values[name]) for name, kind in kinds.items()})


def _convert(kind: str, value: Any) -> Any:
    if kind.startswith("frozenset"):
        return frozenset(value.split() if isinstance(value, str) else value)
    if kind.startswith("PhraseTable"):
        return PhraseTable(value if isinstance(value, dict) else dict.fromkeys(value, ""))
    if kind.startswith("tuple"):
        return tuple(value)
    return value
