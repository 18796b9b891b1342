"""Waiting until a program has taken what was typed, as its text field tells.

An answered ping is no proof of it: where an assistive technology runs, Qt hands every key to the accessibility
registry first and takes it when the answer is there, after all that was on its way meanwhile. A word that is typed
before the last ones have arrived may come out where one of those, a Tab, has sent the keyboard.
"""

from __future__ import annotations

import time

from desktop.insertion.fields import Fields
from desktop.insertion.window import Window

PATIENCE_SECONDS = 0.5
LOOK_SECONDS = 0.004


class Arrival:
    """Counts from where the cursor stands when it is made."""

    def __init__(self, fields: Fields, window: Window | None) -> None:
        self._fields = fields
        self._window = window
        self._start = fields.caret(window)

    def wait(self, characters: int) -> None:
        """Return when the cursor has moved by so many characters, or it is not known whether it will.

        A field that counts otherwise (one that completes or masks what is typed) is waited for once.
        """
        patience = time.monotonic() + PATIENCE_SECONDS
        while self._start is not None and characters:
            caret = self._fields.caret(self._window)
            if caret is None or caret - self._start >= characters:
                return
            if time.monotonic() > patience:
                self._start = None
                return
            time.sleep(LOOK_SECONDS)
