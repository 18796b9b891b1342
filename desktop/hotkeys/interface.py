"""What every platform's hotkeys do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from desktop.hotkeys.shortcut import Shortcut


class Hotkey(Enum):
    """What a global key is for."""

    DICTATE = "dictate"
    CORRECT = "correct"  # open the correction of the last utterance
    CANCEL = "cancel"  # taken from other programs only while `Hotkeys.set_cancel(True)` holds


@dataclass(frozen=True)
class Listener:
    """Where events go. All are called on the hotkeys' own thread: hand them on (emit a Qt signal), do not work there.

    `failed(hotkey, reason)`: this key does not work, and why, as the user is told it; the others go on.
    """

    pressed: Callable[[Hotkey], None]
    released: Callable[[Hotkey], None]
    failed: Callable[[Hotkey, str], None]


class Hotkeys(Protocol):
    """Global keys, at work from creation until `close`."""

    #: Whether `bind` decides which keys they are; where not (portals), the desktop's own settings do.
    chooses_keys: bool

    def bind(self, bindings: dict[Hotkey, Shortcut]) -> None:
        """Use these keys instead of the present ones. What cannot be had is told by `Listener.failed`."""

    def set_cancel(self, active: bool) -> None:
        """Take the cancel key from other programs (while recording), or give it back."""

    def close(self) -> None:
        """Give all keys back. Does nothing the second time."""
