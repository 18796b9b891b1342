"""The X server's keyboard as the core protocol shows it: which key gives which sign, and which keys are modifiers.

One instance belongs to one thread, as the connection it uses does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from Xlib import XK, X
from Xlib.display import Display

NO_SYMBOL = 0
_UNICODE = 0x0100_0000
_MASKS = (
    X.ShiftMask, X.LockMask, X.ControlMask, X.Mod1Mask, X.Mod2Mask, X.Mod3Mask, X.Mod4Mask, X.Mod5Mask
)  # fmt: skip


def keysym_of(character: str) -> int | None:
    """The X keysym that stands for one character; None for control characters other than Tab and newline."""
    if character == "\n":
        return int(XK.XK_Return)
    if character == "\t":
        return int(XK.XK_Tab)
    code = ord(character)
    if 0x20 <= code <= 0x7E or 0xA0 <= code <= 0xFF:
        return code
    return _UNICODE | code if code >= 0x100 else None


@dataclass(frozen=True)
class Stroke:
    """A key, and whether Shift is held with it."""

    keycode: int
    shifted: bool = False


class XKeyboard:
    """The keyboard map as it was when last `refresh`ed."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self._first = display.display.info.min_keycode
        self._count = display.display.info.max_keycode - self._first + 1
        self.refresh()

    def refresh(self) -> None:
        """Read the map anew, after the server said that it has changed."""
        self._rows = [list(row) for row in self._display.get_keyboard_mapping(self._first, self._count)]
        modifiers = self._display.get_modifier_mapping()
        self._modifiers = {
            mask: [code for code in codes if code] for mask, codes in zip(_MASKS, modifiers, strict=True)
        }

    def keycodes(self, keysyms: Iterable[int]) -> list[int]:
        """All keys that give one of these signs at any level, best first: unshifted in the first group."""
        wanted = [keysym for keysym in keysyms if keysym]
        found = [
            (row.index(keysym), self._first + index)
            for keysym in wanted
            for index, row in enumerate(self._rows)
            if keysym in row
        ]
        return list(dict.fromkeys(keycode for _, keycode in sorted(found)))

    def strokes(self, group: int) -> dict[int, Stroke]:
        """How to produce each sign that a key of this group (0 or 1) gives alone or with Shift."""
        found: dict[int, Stroke] = {}
        for level in (0, 1):
            for index, row in enumerate(self._rows):
                # The core map's columns: group 1 plain and shifted, group 2 plain and shifted.
                columns = row[2:4] if group == 1 and len(row) >= 4 and row[2] else row[0:2]
                if level < len(columns) and columns[level]:
                    found.setdefault(columns[level], Stroke(self._first + index, level == 1))
        return found

    def spare(self) -> list[int]:
        """Keys that give nothing and are no modifiers; they can be lent to any sign."""
        taken = {code for codes in self._modifiers.values() for code in codes}
        return [
            self._first + index
            for index, row in enumerate(self._rows)
            if not any(row) and self._first + index not in taken
        ]

    def mask_with(self, *keysyms: int) -> int:
        """The modifier bit to which the key with one of these signs is attached; 0 if none is."""
        codes = set(self.keycodes(keysyms))
        return next((mask for mask, members in self._modifiers.items() if codes & set(members)), 0)

    def lock_masks(self) -> tuple[int, ...]:
        """Every combination of the lock modifiers (Caps, Num and Scroll Lock), none of them first."""
        bits = [X.LockMask, self.mask_with(XK.XK_Num_Lock), self.mask_with(XK.XK_Scroll_Lock)]
        masks = {0}
        for bit in bits:
            masks |= {mask | bit for mask in masks}
        return tuple(sorted(masks))

    def pressed(self) -> set[int]:
        """The keys that are down now."""
        state = self._display.query_keymap()
        return {byte * 8 + bit for byte in range(32) for bit in range(8) if state[byte] >> bit & 1}

    def held_modifiers(self) -> set[int]:
        """The modifier keys that are down now. Locks do not count: they may be on for hours."""
        locks = set(self._modifiers[X.LockMask]) | set(self.keycodes([XK.XK_Num_Lock, XK.XK_Scroll_Lock]))
        return self.pressed() & {code for codes in self._modifiers.values() for code in codes} - locks
