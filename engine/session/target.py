"""Where dictated text goes."""

from __future__ import annotations

from typing import Protocol

from engine.text.commands import Action
from engine.text.formatter import Formatter


class Target(Protocol):
    """What text is dictated into: a document of its own, or another program."""

    @property
    def app(self) -> str:
        """The program's name; empty where it is none."""

    def before(self) -> str:
        """What stands before the cursor, at least its last 200 characters; empty at the start of a field."""

    def insert(self, text: str) -> None:
        """Insert exactly this.

        Raises:
            SecretFieldError: this is a place for secrets; what was said is to be forgotten.
            AttuneError: it could not be inserted.
        """

    def act(self, action: Action) -> None:
        """Carry out an editing command.

        Raises:
            AttuneError: that is not possible here.
        """


class Document:
    """A text of its own, in memory."""

    app = ""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._pieces)

    def before(self) -> str:
        """Its end."""
        return "".join(self._pieces[-200:])

    def insert(self, text: str) -> None:
        """Append `text`."""
        self._pieces.append(text)

    def act(self, action: Action) -> None:
        """Take the last piece back; there is nothing to select and no correction to open here."""
        if action in (Action.SCRATCH, Action.UNDO) and self._pieces:
            self._pieces.pop()


def deliver(raw: str, formatter: Formatter, target: Target) -> str:
    """Format `raw` for where it goes, obey its commands, insert it, and return what was inserted.

    Raises:
        AttuneError: the target refused.
    """
    formatted = formatter.format(raw, target.before())
    for action in formatted.actions:
        target.act(action)
    if formatted.actions and formatted.text:
        formatted = formatter.format(raw, target.before())
    if formatted.text:
        target.insert(formatted.text)
    return formatted.text
