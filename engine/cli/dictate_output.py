"""How `attune dictate` shows what it hears: as lines of JSON, as plain text, or live on a terminal."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Protocol

import click

from engine.audio.events import Clipping, DeviceChanged, HeldUp, Lost, NoSignal, Overrun, Resumed, Stalled
from engine.audio.spool import SpoolBehind, SpoolFailed, SpoolRecovered
from engine.records import SAMPLE_RATE
from engine.session.events import Notice, TextEvent, Trouble


class Output(Protocol):
    """Where a dictation is shown; a context manager."""

    def __enter__(self) -> Output: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def show(self, event: TextEvent) -> None:
        """The text has changed."""

    def notice(self, notice: Notice) -> None:
        """The source or the session reports something."""

    def say(self, line: str) -> None:
        """Something the user should know."""

    def paused(self, paused: bool) -> None:
        """The dictation pauses, or goes on."""


def choose_output(command: Callable[[str], None], *, as_json: bool, keys: bool) -> Output:
    """The output for where standard output goes. `command` is given "stop" and "pause" when keys are pressed."""
    if as_json:
        return Lines(command, _json_line)
    if not sys.stdout.isatty():
        return Lines(command, _plain_line)
    from engine.cli.dictate_screen import Screen

    return Screen(command, keys=keys and sys.stdin.isatty())


class Lines:
    """One line for each event that has one, written at once; everything else goes to standard error."""

    def __init__(self, command: Callable[[str], None], line: Callable[[TextEvent], str | None]) -> None:
        self._command = command
        self._line = line
        self._reader_left = False

    def __enter__(self) -> Lines:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is left open."""

    def show(self, event: TextEvent) -> None:
        """Print the event's line. Where nobody reads any more, the dictation is stopped, and still kept."""
        line = self._line(event)
        if line is None or self._reader_left:
            return
        try:
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
        except BrokenPipeError:
            self._reader_left = True
            # Python would complain once more when it flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            self._command("stop")

    def notice(self, notice: Notice) -> None:
        """Say what is worth a line."""
        line = describe(notice)
        if line:
            self.say(line)

    def say(self, line: str) -> None:
        """To standard error."""
        click.echo(f"attune: {line}", err=True)

    def paused(self, paused: bool) -> None:
        """There are no keys to pause with."""


def describe(notice: Notice) -> str:
    """One line for the user, or nothing for what needs no word."""
    match notice:
        case Trouble(error=error) | SpoolFailed(error=error):
            return str(error)
        case SpoolBehind(seconds=seconds):
            return f"The disk is slower than your speech; {seconds:.0f} s wait in memory."
        case SpoolRecovered():
            return "Everything is on the disk again."
    return _describe_capture(notice)


def _describe_capture(notice: Notice) -> str:
    match notice:
        case Clipping():
            return "The sound is too loud: turn the microphone down."
        case NoSignal(seconds=seconds):
            return f"No sound for {seconds:.0f} s: is the microphone muted?"
        case Stalled():
            return "The audio system does not answer; waiting for it."
        case Lost(reason=reason):
            return reason
        case Resumed(gap_samples=gap):
            return f"Sound arrives again; {gap / SAMPLE_RATE:.1f} s are missing." if gap else "Sound arrives again."
        case Overrun(gap_samples=gap):
            return f"This machine was too slow: {gap / SAMPLE_RATE:.1f} s are missing."
        case HeldUp(seconds=seconds):
            return f"This program was held up for {seconds:.0f} s."
        case DeviceChanged(name=name):
            return f"The sound comes from {name} now."
    return ""


def _json_line(event: TextEvent) -> str:
    return json.dumps(event.as_json(), ensure_ascii=False)


def _plain_line(event: TextEvent) -> str | None:
    return (event.text or "").strip() or None if event.event == "final" else None
