"""What a platform must be able to do so that text can be put into other programs' windows."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Protocol

from desktop.insertion.window import Window


class CannotInsertError(Exception):
    """This way is not open here, and nothing has been done. The reason completes "It was not typed: ..."."""


class Method(Enum):
    """A way in which text gets into a program."""

    PASTE = "paste"  # through the clipboard and the program's own paste key
    TYPE = "type"  # key by key
    CLIPBOARD = "copy"  # left in the clipboard for the user to paste


class Handover(Enum):
    """What is known after pasting."""

    TAKEN = "taken"  # the program has fetched the text
    SENT = "sent"  # the key was pressed; this platform does not tell more
    IGNORED = "ignored"  # the program has not fetched it; it is still in the clipboard


class Desk(Protocol):
    """The other programs' windows, on one platform. Used by one thread at a time."""

    #: The ways of this platform, the best first.
    methods: tuple[Method, ...]

    def focused(self) -> Window | None:
        """The window that has the keyboard; None if none has or the platform does not tell."""

    def wait_for_modifiers(self, give_up: Callable[[], bool]) -> bool:
        """Wait until the user holds no modifier key; False if `give_up` said so before that."""

    def paste(self, text: str, window: Window | None) -> Handover:
        """Put `text` in by the clipboard, whose content is given back when the program has it.

        Raises:
            CannotInsertError: that is not possible, and nothing was done.
        """

    def type(self, text: str, window: Window | None, before_piece: Callable[[int], None]) -> None:
        """Type `text`. Before each part `before_piece` is told how many characters are out; what it raises ends it.

        Raises:
            CannotInsertError: that is not possible, and nothing was done.
        """

    def copy(self, text: str) -> None:
        """Put `text` into the clipboard for the user.

        Raises:
            CannotInsertError: there is no clipboard.
        """

    def undo(self) -> None:
        """Press the usual key for undo.

        Raises:
            CannotInsertError: no key can be pressed.
        """

    def erase(self, times: int = 1) -> None:
        """Press Backspace.

        Raises:
            CannotInsertError: no key can be pressed.
        """

    def select_back(self, times: int) -> None:
        """Press Shift+Left, or Shift+Right for a negative number; nothing for none.

        Raises:
            CannotInsertError: no key can be pressed.
        """

    def unselect(self) -> None:
        """Press Right, which leaves the cursor behind what was selected.

        Raises:
            CannotInsertError: no key can be pressed.
        """

    def forget_selected(self) -> None:
        """Make sure that `selected` does not answer with what was selected some time ago."""

    def selected(self) -> str | None:
        """The text that is selected in the focused window; None if the platform does not tell."""

    def close(self) -> None:
        """Give the clipboard and keys back."""
