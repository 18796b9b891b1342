"""What came of an insertion, as the user is told it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.insertion.desk import Method
from desktop.insertion.window import Window
from engine.errors import AttuneError


@dataclass(frozen=True)
class Insertion:
    """A text that was put into a window. `confirmed`: the program is known to have taken it."""

    text: str
    window: Window | None
    method: Method
    confirmed: bool


class NotInsertedError(AttuneError):
    """Text that did not get where it was meant to go; nothing of it is lost.

    `text` is what was not inserted, `inserted` what was before that; `in_clipboard` says that `text` can be pasted.
    """

    def __init__(self, what: str, remedy: str, text: str, inserted: str = "", in_clipboard: bool = False) -> None:
        super().__init__(what, remedy)
        self.text = text
        self.inserted = inserted
        self.in_clipboard = in_clipboard


class NotReplacedError(AttuneError):
    """An inserted text that could not safely be replaced. `text` is the new one, to be pasted if `in_clipboard`."""

    def __init__(self, what: str, remedy: str, text: str, in_clipboard: bool) -> None:
        super().__init__(what, remedy)
        self.text = text
        self.in_clipboard = in_clipboard
