"""What is known about the text field that has the keyboard."""

from __future__ import annotations

from typing import Protocol

from desktop.insertion.window import Window


class Fields(Protocol):
    """Answers None wherever it does not know. May be called from any thread."""

    def is_secret(self, window: Window | None) -> bool | None:
        """Whether the field is one for passwords."""

    def caret(self, window: Window | None) -> int | None:
        """How many characters stand before the cursor."""

    def before(self, window: Window | None, characters: int) -> str | None:
        """What stands before the cursor, at most that many characters."""

    def select_before(self, window: Window | None, text: str) -> bool | None:
        """Select `text`, which must stand right before the cursor; False, with nothing changed, if it does not."""

    def close(self) -> None:
        """Stop watching."""


class NoFields:
    """Knows nothing."""

    def is_secret(self, window: Window | None) -> bool | None:
        """Not known."""
        return None

    def caret(self, window: Window | None) -> int | None:
        """Not known."""
        return None

    def before(self, window: Window | None, characters: int) -> str | None:
        """Not known."""
        return None

    def select_before(self, window: Window | None, text: str) -> bool | None:
        """Not known."""
        return None

    def close(self) -> None:
        """Nothing to stop."""
