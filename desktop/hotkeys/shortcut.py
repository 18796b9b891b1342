"""A key with modifiers, as the user writes it: "Ctrl+Space", "F9", "Right Ctrl"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from engine.errors import InputError


class Modifier(Enum):
    """A modifier in its written form. META is the Windows or Command key."""

    CTRL = "Ctrl"
    ALT = "Alt"
    SHIFT = "Shift"
    META = "Meta"


_MODIFIERS = {
    "ctrl": Modifier.CTRL,
    "control": Modifier.CTRL,
    "alt": Modifier.ALT,
    "option": Modifier.ALT,
    "shift": Modifier.SHIFT,
    "meta": Modifier.META,
    "super": Modifier.META,
    "win": Modifier.META,
    "cmd": Modifier.META,
    "command": Modifier.META,
}

# Keys that have a name, in the form of QKeySequence's portable text where it has one; in lower case for reading.
_NAMED = (
    "Space", "Tab", "Backspace", "Return", "Enter", "Esc", "Ins", "Del", "Home", "End", "PgUp", "PgDown",
    "Left", "Right", "Up", "Down", "Pause", "ScrollLock", "Print", "Menu", "CapsLock", "NumLock",
    "Right Ctrl", "Right Alt", "Right Shift", "Right Meta",
)  # fmt: skip
_KEYS = {name.lower(): name for name in _NAMED} | {
    "escape": "Esc",
    "insert": "Ins",
    "delete": "Del",
    "pageup": "PgUp",
    "pagedown": "PgDown",
    "scroll lock": "ScrollLock",
}
_FUNCTION_KEY = re.compile(r"F([1-9]|[12][0-9]|3[0-5])", re.IGNORECASE)
_TYPING = {Modifier.SHIFT}


@dataclass(frozen=True)
class Shortcut:
    """A key and the modifiers held with it. `key` is one visible character in upper case, or a key's name."""

    key: str
    modifiers: frozenset[Modifier] = frozenset()

    @classmethod
    def parse(cls, text: str) -> Shortcut:
        """Read "Ctrl+Shift+Space" and its like, in any case and order of modifiers.

        Raises:
            InputError: there is no such key, or the shortcut would take an ordinary key away from typing.
        """
        # The plus sign is a key as well: "Ctrl++".
        head, key = (text[:-1], "+") if text.endswith("++") or text.strip() == "+" else _split(text)
        modifiers = frozenset(_read_modifier(part, text) for part in head.split("+") if part.strip())
        shortcut = cls(_read_key(key, text), modifiers)
        if len(shortcut.key) == 1 and modifiers <= _TYPING:
            raise InputError(f"{text} is needed for typing.", "Add Ctrl, Alt or Meta, or take a function key.")
        if shortcut.key in ("Space", "Tab", "Return", "Enter", "Backspace", "Del") and modifiers <= _TYPING:
            raise InputError(f"{text} is needed for typing.", "Add Ctrl, Alt or Meta, or take a function key.")
        return shortcut

    def __str__(self) -> str:
        return "+".join([modifier.value for modifier in Modifier if modifier in self.modifiers] + [self.key])


def _split(text: str) -> tuple[str, str]:
    head, _, key = text.rpartition("+")
    return head, key


def _read_modifier(part: str, text: str) -> Modifier:
    found = _MODIFIERS.get(part.strip().lower())
    if found is None:
        raise InputError(f"{part.strip()!r} in {text!r} is no modifier.", "There are Ctrl, Alt, Shift and Meta.")
    return found


def _read_key(part: str, text: str) -> str:
    key = part.strip()
    if len(key) == 1 and key.isprintable():
        return key.upper()
    if _FUNCTION_KEY.fullmatch(key):
        return key.upper()
    if key.lower() in _KEYS:
        return _KEYS[key.lower()]
    raise InputError(f"There is no key {key!r} in {text!r}.", 'Write it like "Ctrl+Space", "F9" or "Right Ctrl".')
