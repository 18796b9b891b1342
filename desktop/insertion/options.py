"""How text is to be inserted, in general or into one program."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.insertion.desk import Method


@dataclass(frozen=True)
class InsertOptions:
    """`method`: None takes the best that works. CLIPBOARD only copies.

    `press_enter_and_tab`: newlines and tabs may be typed as keys, and newlines pasted into a terminal, where they carry
    out the line. Pasted anywhere else they are text, and always allowed.
    `modifier_seconds`: how long to wait for the user to let go of Shift, Ctrl, Alt or Meta.
    """

    method: Method | None = None
    press_enter_and_tab: bool = False
    modifier_seconds: float = 5.0
