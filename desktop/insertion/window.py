"""The window that text goes into."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Window:
    """A program's window. Two are the same if their `id` and `app` are.

    `app`: the program's name as the system has it (the class of WM_CLASS, an app_id, an executable's name).
    `title` may hold what the user writes: it is shown, never logged.
    """

    id: str
    app: str
    title: str = field(default="", compare=False, repr=False)
    pid: int | None = field(default=None, compare=False)
    terminal: bool = field(default=False, compare=False)
