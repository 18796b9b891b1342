"""What a page is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.bridge import Bridge
from desktop.tasks import Tasks
from desktop.theme import Theme
from engine.library.library import Library
from engine.paths import Home
from engine.settings import Settings


@dataclass(frozen=True)
class Action:
    """Something the user can do about a message, such as undo."""

    label: str
    run: Callable[[], None]


class Notify(Protocol):
    """Says something in the window that asks for no answer."""

    def __call__(self, text: str, *, action: Action | None = None, warning: bool = False) -> None:
        """Say `text`, with a button for `action`."""


@dataclass(frozen=True)
class Context:
    """The parts of the running application.

    `open_page` shows the page with this key and hands it an argument, such as the id of an utterance; `notify` shows
    a message above the page until the next one.
    """

    home: Home
    library: Library
    settings: Settings
    bridge: Bridge
    tasks: Tasks
    theme: Theme
    open_page: Callable[[str, object], None]
    notify: Notify
