"""Which of the keys that are pressed are Attune's, where the system shows every key before any program gets it.

Windows' hooks and macOS' event taps work so. A key that is taken reaches nobody else, its release included.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop.hotkeys.interface import Hotkey, Listener
from desktop.hotkeys.shortcut import Modifier, Shortcut


class SeenKeys:
    """Decides for each key whether it is taken, and tells the listener. `code_of` is the system's number of a key."""

    def __init__(self, listener: Listener, code_of: Callable[[Shortcut], int | None]) -> None:
        self.cancelling = False  # whether the cancel key is taken too
        self._listener = listener
        self._code_of = code_of
        self._keys: dict[int, list[tuple[frozenset[Modifier], Hotkey]]] = {}
        self._down: dict[int, Hotkey] = {}

    def bind(self, bindings: dict[Hotkey, Shortcut]) -> None:
        """Use these keys from the next press on."""
        keys: dict[int, list[tuple[frozenset[Modifier], Hotkey]]] = {}
        for hotkey, shortcut in ({Hotkey.CANCEL: Shortcut("Esc")} | bindings).items():
            code = self._code_of(shortcut)
            if code is None:
                self._listener.failed(hotkey, f"This keyboard has no key for {shortcut}.")
            else:
                keys.setdefault(code, []).append((shortcut.modifiers, hotkey))
        self._keys = keys

    def take(self, code: int, held: frozenset[Modifier | None], *, down: bool) -> bool:
        """A key went down or up while other modifiers were `held`; whether nobody else is to get it."""
        if not down:
            hotkey = self._down.pop(code, None)
            if hotkey is not None:
                self._listener.released(hotkey)
            return hotkey is not None
        if code in self._down:  # it repeats
            return True
        for modifiers, hotkey in self._keys.get(code, ()):
            if held == modifiers and (hotkey is not Hotkey.CANCEL or self.cancelling):
                self._down[code] = hotkey
                self._listener.pressed(hotkey)
                return True
        return False
