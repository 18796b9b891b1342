"""Dictation on a terminal: a level meter, and the text as it grows."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from types import TracebackType

from rich.console import Console, Group
from rich.live import Live
from rich.text import Text

from engine.audio.events import Level, Started
from engine.cli.dictate_output import describe
from engine.session.events import Notice, TextEvent

METER_WIDTH = 24
QUIETEST_DBFS, LOUDEST_DBFS = -60.0, 0.0
FALL_DB = 1.5  # a block: the meter's peak sinks slowly, so that the eye can follow
REFRESH = 12  # a second
KEY_SECONDS = 0.1
HELP = "space pauses, Esc ends"


class Screen:
    """Finished utterances scroll up; below them stand the meter and the utterance in hand."""

    def __init__(self, command: Callable[[str], None], *, keys: bool) -> None:
        self._command = command
        self._keys = keys
        self._state = "loading"
        self._level = QUIETEST_DBFS
        self._committed = self._tentative = self._note = ""
        self._live = Live(get_renderable=self.render, console=Console(), refresh_per_second=REFRESH, transient=True)
        self._open = contextlib.ExitStack()
        self._closing = threading.Event()

    def __enter__(self) -> Screen:
        self._open.enter_context(self._live)
        if self._keys:
            self._open.enter_context(_watching_keys(self._command, self._closing))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._open.close()

    def show(self, event: TextEvent) -> None:
        """The text has changed."""
        self._committed, self._tentative = event.committed, event.tentative
        if event.event == "final":
            self._committed = ""
            if event.text and event.text.strip():
                self._live.console.print(Text(event.text.strip()))
        elif event.event == "end":
            self._committed = ""

    def notice(self, notice: Notice) -> None:
        """Move the meter, or say what happened."""
        if isinstance(notice, Level):
            self._level = max(notice.peak_dbfs, self._level - FALL_DB)
        elif isinstance(notice, Started):
            self._state = "listening"
        else:
            self._note = describe(notice) or self._note

    def say(self, line: str) -> None:
        """Above the text, to stay."""
        self._live.console.print(Text(line, style="yellow"))

    def paused(self, paused: bool) -> None:
        """The dictation pauses, or goes on."""
        self._state = "paused" if paused else "listening"
        self._level = QUIETEST_DBFS

    def render(self) -> Group:
        """The lower part of the screen."""
        share = (self._level - QUIETEST_DBFS) / (LOUDEST_DBFS - QUIETEST_DBFS)
        filled = round(METER_WIDTH * min(1.0, max(0.0, share)))
        meter = Text.assemble(
            ("█" * filled, "green" if share < 0.95 else "red"),
            ("░" * (METER_WIDTH - filled), "dim"),
            f" {self._state}",
            (f"  {HELP}" if self._keys else "", "dim"),
            (f"  {self._note}", "yellow"),
        )
        space = " " if self._committed and self._tentative else ""
        return Group(Text.assemble((self._committed, "bold"), space, (self._tentative, "dim")), meter)


@contextlib.contextmanager
def _watching_keys(command: Callable[[str], None], closing: threading.Event) -> Iterator[None]:
    """Read single keys from the terminal, on a thread; where that is not possible, Ctrl-C remains."""
    if sys.platform == "win32":
        yield
        return
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal)
    thread = threading.Thread(target=_read_keys, args=(terminal, command, closing), name="keys", daemon=True)
    thread.start()
    try:
        yield
    finally:
        closing.set()
        thread.join()
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _read_keys(terminal: int, command: Callable[[str], None], closing: threading.Event) -> None:
    import select

    while not closing.is_set():
        if not select.select([terminal], [], [], KEY_SECONDS)[0]:
            continue
        pressed = os.read(terminal, 64)
        if pressed == b" ":
            command("pause")
        elif pressed in (b"\x1b", b"q", b"Q", b""):  # an arrow key is an escape and more
            command("stop")
            return
