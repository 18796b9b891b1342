"""What a setting is: name, default, what is allowed, and what the user is told about it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Form = Literal["toggle", "choice", "number", "text", "shortcut", "hidden"]

LONGEST_TEXT = 1_000  # characters


@dataclass(frozen=True)
class Setting(Generic[T_co]):
    """One thing the user can choose.

    `name` is how the file calls it; `title`, `help` and the labels of `choices` are English and translated where they
    are shown. `parse` returns the value that JSON holds, or raises ValueError with what is allowed instead. `form` is
    how it is shown; a hidden one (where the window was) is not. Numbers have `low`, `high`, `step` and a `unit`.
    """

    name: str
    default: T_co
    parse: Callable[[Any], T_co]
    form: Form
    group: str = ""
    title: str = ""
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    low: float = 0.0
    high: float = 0.0
    step: float = 1.0
    unit: str = ""


def toggle(name: str, default: bool, group: str, title: str, help: str) -> Setting[bool]:  # noqa: A002 # its field
    """On or off."""
    return Setting(name, default, _parse_bool, "toggle", group, title, help)


def choice(
    name: str,
    default: str,
    group: str,
    title: str,
    help: str,  # noqa: A002 # its field
    choices: tuple[tuple[str, str], ...],
) -> Setting[str]:
    """One of some values, each with the label the user sees."""
    allowed = tuple(value for value, _ in choices)

    def parse(value: Any) -> str:
        if value not in allowed:
            raise ValueError(f"one of {', '.join(allowed)}")
        return str(value)

    return Setting(name, default, parse, "choice", group, title, help, choices)


def number(
    name: str,
    default: int,
    group: str,
    title: str,
    help: str,  # noqa: A002 # its field
    *,
    low: int,
    high: int,
    step: int = 1,
    unit: str = "",
) -> Setting[int]:
    """A whole number from `low` to `high`, both included."""

    def parse(value: Any) -> int:
        sound = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        if not sound or value != int(value) or not low <= value <= high:
            raise ValueError(f"a whole number from {low} to {high}")
        return int(value)

    return Setting(name, default, parse, "number", group, title, help, (), low, high, step, unit)


def text(name: str, default: str, group: str, title: str, help: str) -> Setting[str]:  # noqa: A002 # its field
    """A line of text."""
    return Setting(name, default, _parse_text, "text", group, title, help)


def shortcut(name: str, default: str, group: str, title: str, help: str) -> Setting[str]:  # noqa: A002 # its field
    """A key with its modifiers, such as Ctrl+Alt+Space; empty for none."""
    return Setting(name, default, _parse_text, "shortcut", group, title, help)


def hidden(name: str, default: T, parse: Callable[[Any], T]) -> Setting[T]:
    """Something the program remembers, which the user changes by using it."""
    return Setting(name, default, parse, "hidden")


def _parse_bool(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")  # noqa: TRY004 # parse raises ValueError only
    return value


def _parse_text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or "\0" in value:
        raise ValueError(f"a text of at most {LONGEST_TEXT} characters")
    return value
