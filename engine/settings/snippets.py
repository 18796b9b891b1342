"""The user's own texts, each written where its phrase is spoken, as the settings file holds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.text.formatter import Formatter, Snippet

LONGEST_PHRASE = 100  # characters
LONGEST_SNIPPET = 10_000
MOST_SNIPPETS = 1_000


def parse_snippets(value: Any) -> tuple[dict[str, str], ...]:
    """The setting: `spoken` and `text` of each, as JSON has them.

    Raises:
        ValueError: something in it is not a snippet.
    """
    if not isinstance(value, list | tuple) or len(value) > MOST_SNIPPETS:
        raise ValueError(f"a list of at most {MOST_SNIPPETS} snippets")
    return tuple(_parse_snippet(fields) for fields in value)


def as_snippets(value: Sequence[Any]) -> tuple[Snippet, ...]:
    """What the formatter takes; `value` is the setting's."""
    return tuple(Snippet(fields["spoken"], fields["text"]) for fields in value)


def with_snippet(value: Sequence[Any], spoken: str, text: str) -> tuple[dict[str, str], ...]:
    """The setting with one more snippet, or with another text for a phrase that has one.

    Raises:
        InputError: nobody can say the phrase.
    """
    Formatter("en", snippets=[Snippet(spoken, text)])
    return (*without_snippet(value, spoken), {"spoken": spoken.strip(), "text": text})


def without_snippet(value: Sequence[Any], spoken: str) -> tuple[dict[str, str], ...]:
    """The setting without the snippet of a phrase, compared without regard to case."""
    wanted = spoken.strip().casefold()
    return tuple(fields for fields in value if fields["spoken"].strip().casefold() != wanted)


def _parse_snippet(fields: Any) -> dict[str, str]:
    if not isinstance(fields, dict) or set(fields) != {"spoken", "text"}:
        raise ValueError("a list of snippets, each with spoken and text")
    spoken, text = fields["spoken"], fields["text"]
    if not isinstance(spoken, str) or not isinstance(text, str) or not any(sign.isalnum() for sign in spoken):
        raise ValueError("a list of snippets; a phrase without words is not usable")
    if len(spoken) > LONGEST_PHRASE or len(text) > LONGEST_SNIPPET:
        raise ValueError(f"phrases of at most {LONGEST_PHRASE} and texts of at most {LONGEST_SNIPPET} characters")
    return {"spoken": spoken, "text": text}
