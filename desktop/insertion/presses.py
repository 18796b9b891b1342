"""What a desk does by single keys: only their names, and how one is pressed, differ from platform to platform."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", int, str)


@dataclass(frozen=True)
class KeyNames(Generic[Key]):
    """What a platform calls them. `undo`: the key, and what is held meanwhile."""

    backspace: Key
    left: Key
    right: Key
    shift: Key
    undo: tuple[Key, Key]


class Presses(ABC, Generic[Key]):
    """The part of a `Desk` that presses keys."""

    names: KeyNames[Key]

    @abstractmethod
    def _press(self, key: Key, *held: Key, times: int = 1) -> None:
        """Press `key` so many times, others being held.

        Raises:
            CannotInsertError: no key can be pressed.
        """

    def undo(self) -> None:
        """Press the usual key for undo."""
        self._press(*self.names.undo)

    def erase(self, times: int = 1) -> None:
        """Press Backspace."""
        self._press(self.names.backspace, times=times)

    def select_back(self, times: int) -> None:
        """Press Shift+Left, or Shift+Right for a negative number; nothing for none."""
        if times:
            self._press(self.names.left if times > 0 else self.names.right, self.names.shift, times=abs(times))

    def unselect(self) -> None:
        """Press Right, which leaves the cursor behind what was selected."""
        self._press(self.names.right)
