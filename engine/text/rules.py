"""The switches of the formatter: one name, one default and one line of help for each rule.

A settings page is built from `describe_rules`; a settings file is read with `FormattingRules.from_mapping`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from engine.errors import InputError


@dataclass(frozen=True)
class RuleInfo:
    """How one rule is shown to the user."""

    name: str
    group: str
    default: bool
    help: str


def _rule(group: str, text: str, *, default: bool = True) -> bool:
    switch: bool = field(default=default, metadata={"group": group, "help": text})
    return switch


@dataclass(frozen=True)
class FormattingRules:
    """Which rules are on. Every field is one rule; its name is what `Formatted.applied` reports."""

    punctuation: bool = _rule("commands", 'Write spoken punctuation: "comma", "question mark".')
    symbols: bool = _rule("commands", 'Write spoken symbols: "at sign", "slash", "percent sign".')
    layout: bool = _rule("commands", 'Obey "new line", "new paragraph", "tab key", "bullet point".')
    casing: bool = _rule("commands", 'Obey "cap", "all caps", "no caps", "caps on" and "caps off".')
    no_space: bool = _rule("commands", 'Obey "no space", which joins two words.')
    literal: bool = _rule("commands", 'Obey "literal", which writes a command or number as plain words.')
    numeral: bool = _rule("commands", 'Obey "numeral five" (5) and "roman numeral five" (V).')
    editing: bool = _rule("commands", 'Obey "scratch that", "undo that", "select that", "correct that".')
    snippets: bool = _rule("commands", "Replace your own phrases by your own texts.")

    emails: bool = _rule("addresses", 'Write "john at example dot com" as an e-mail address.')
    urls: bool = _rule("addresses", 'Write "example dot com slash help" as a web address.')

    numbers: bool = _rule("numbers", "Write numbers of ten and more, and decimals, in digits.")
    small_numbers: bool = _rule("numbers", "Write numbers below ten in digits too.", default=False)
    ordinals: bool = _rule("numbers", 'Write ordinals in digits: "twenty first" becomes 21st.')
    grouping: bool = _rule("numbers", "Group the digits of large numbers: 12,500.")
    labels: bool = _rule("numbers", 'Use digits after words such as "page", "chapter" and "version".')
    ranges: bool = _rule("numbers", 'Write "pages ten to twenty" as pages 10–20.')
    fractions: bool = _rule("numbers", 'Write "two thirds" as 2/3 and "two and a half" as 2 1/2.')
    digit_runs: bool = _rule("numbers", "Join three or more digits spoken one by one: 4711.")
    phone_numbers: bool = _rule("numbers", "Group digits as the country groups telephone numbers.")
    versions: bool = _rule("numbers", 'Write "version two dot one dot three" as version 2.1.3.')
    years: bool = _rule("numbers", 'Write "nineteen eighty four" as 1984.')
    dates: bool = _rule("numbers", 'Write "march twelfth" as March 12.')
    times: bool = _rule("numbers", 'Write "three thirty p m" as 3:30 PM.')
    currency: bool = _rule("numbers", 'Write "five dollars" as $5.')
    percent: bool = _rule("numbers", 'Write "ten percent" as 10%.')
    units: bool = _rule("numbers", 'Abbreviate units after numbers: "five kilograms" becomes 5 kg.')

    sentence_capitals: bool = _rule("case and space", "Start sentences with a capital letter.")
    line_capitals: bool = _rule("case and space", "Start lines with a capital letter.")
    continuation: bool = _rule("case and space", "Go on in lower case when the cursor is inside a sentence.")
    proper_words: bool = _rule("case and space", "Capitalise words such as I, Monday and English.")
    leading_space: bool = _rule("case and space", "Put a space before the text where one is missing.")
    merge_marks: bool = _rule("case and space", "Let spoken punctuation replace what the recogniser wrote there.")
    typographic_spaces: bool = _rule("case and space", "Use the language's non-breaking spaces: « Bonjour ! »")
    smart_quotes: bool = _rule("case and space", "Write curly quotation marks and apostrophes.", default=False)
    fillers: bool = _rule("case and space", 'Leave out hesitations such as "um" and "uh".', default=False)

    @classmethod
    def from_mapping(cls, switches: Mapping[str, object]) -> FormattingRules:
        """Rules from a settings file: missing names keep their defaults.

        Raises:
            InputError: a name is unknown or a value is not true or false.
        """
        known = {item.name for item in fields(cls)}
        for name, value in switches.items():
            if name not in known:
                raise InputError(f"There is no formatting rule {name!r}.", "Remove it from the settings.")
            if not isinstance(value, bool):
                raise InputError(f"The formatting rule {name!r} is {value!r}.", "Set it to true or false.")
        return cls(**{name: value for name, value in switches.items() if isinstance(value, bool)})

    @classmethod
    def none(cls) -> FormattingRules:
        """Every rule off: only the safety of `engine.text.safety` remains."""
        return cls(**{item.name: False for item in fields(cls)})


def describe_rules() -> tuple[RuleInfo, ...]:
    """Every rule in the order in which a settings page shows them."""
    return tuple(
        RuleInfo(item.name, item.metadata["group"], bool(item.default), item.metadata["help"])
        for item in fields(FormattingRules)
    )
