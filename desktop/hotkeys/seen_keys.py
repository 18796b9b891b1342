"""Which of the keys that are pressed are Attune's, where the system shows every key before any program gets it.

Windows' hooks and macOS' event taps work so. A key that is taken reaches nobody else, its release included.
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
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


class KeyWatch(ABC):
    """Global keys by looking at every key, on a thread of its own. What is needed for `_run` stands before `_start`."""

    chooses_keys = True

    def __init__(self, listener: Listener, code_of: Callable[[Shortcut], int | None]) -> None:
        self._listener = listener
        self._keys = SeenKeys(listener, code_of)
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="hotkeys", daemon=True)

    def bind(self, bindings: dict[Hotkey, Shortcut]) -> None:
        """Use these keys from the next press on."""
        self._keys.bind(bindings)

    def set_cancel(self, active: bool) -> None:
        """Take the cancel key, or leave it to other programs."""
        self._keys.cancelling = active

    def close(self) -> None:
        """See no keys any more."""
        if self._thread.is_alive() and self._end():
            self._thread.join()

    def _start(self, bindings: dict[Hotkey, Shortcut]) -> None:
        """Watch, and return when it works or cannot."""
        self.bind(bindings)
        self._thread.start()
        self._ready.wait()

    def _fail(self, why: str) -> None:
        for hotkey in (Hotkey.DICTATE, Hotkey.CORRECT):
            self._listener.failed(hotkey, why)

    @abstractmethod
    def _run(self) -> None:
        """Set `_ready` once keys are seen, or cannot be; return when `_end` has been called."""

    @abstractmethod
    def _end(self) -> bool:
        """Tell `_run` to return; whether it will."""
