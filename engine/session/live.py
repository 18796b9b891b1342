"""Dictations one after the other, started and ended by the user: the states that a program shows.

    idle -> arming -> recording -> finalising -> idle

`recording` begins with the first real sound, not with the key. The next dictation begins when the one before is all
out: text must not go to a window that was chosen after it was said.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from engine.audio.events import AudioSink, CaptureEvent, Started
from engine.audio.ring import Samples
from engine.audio.sources import Source
from engine.errors import AttuneError
from engine.session.events import Notice, TextEvent, Trouble
from engine.session.target import Target

if TYPE_CHECKING:
    from engine.session.session import Session

FINISH_SECONDS = 20.0  # at most that long does a dictation wait for the one before

State = Literal["idle", "arming", "recording", "finalising"]
OpenSource: TypeAlias = Callable[[AudioSink, Callable[[CaptureEvent], None]], Source]
OpenSession: TypeAlias = Callable[[Callable[[TextEvent], None], Callable[[Notice], None]], "tuple[Session, Target]"]


@dataclass(frozen=True)
class StateChanged:
    """The dictation is in another state."""

    state: State


@dataclass(frozen=True)
class Ended:
    """A dictation is over. `text` is all that was said and `target` where it went; nothing after `cancelled`."""

    text: str
    target: Target
    cancelled: bool


Happening: TypeAlias = StateChanged | TextEvent | Notice | Ended


class _Route:
    """The one microphone's sink: hands the recording on to the session of the moment."""

    def __init__(self) -> None:
        self.session: Session | None = None

    def audio(self, position: int, block: Samples) -> None:
        if self.session is not None:
            self.session.audio(position, block)

    def gap(self, position: int, samples: int) -> None:
        if self.session is not None:
            self.session.gap(position, samples)

    def hear(self, event: CaptureEvent) -> None:
        if self.session is not None:
            self.session.hear(event)


class _Dictation:
    """One dictation: hears what its session tells, and passes it on."""

    def __init__(self, open_session: OpenSession, live: Live) -> None:
        self.text = ""
        self.cancelled = False
        self._live = live
        self.session, self.target = open_session(self._show, self._hear)

    def finish(self) -> Ended:
        self.session.stop()
        return Ended("" if self.cancelled else self.text, self.target, self.cancelled)

    def _show(self, event: TextEvent) -> None:
        if event.event == "end":
            self.text = event.text or ""
        if not self.cancelled:
            self._live.tell(event)

    def _hear(self, notice: Notice) -> None:
        if isinstance(notice, Started):
            self._live.note_started()
        self._live.tell(notice)


class Live:
    """Starts and ends dictations on a thread of its own; `start`, `stop`, `toggle` and `cancel` return at once.

    Args:
        open_source: makes the microphone, which is kept until `change_source`.
        open_session: makes the session of one dictation, and the target it dictates into.
        tell: called with all that happens, on any thread.
    """

    def __init__(self, open_source: OpenSource, open_session: OpenSession, tell: Callable[[Happening], None]) -> None:
        self._open_source = open_source
        self._open_session = open_session
        self._tell = tell
        self._route = _Route()
        self._source: Source | None = None
        self._current: _Dictation | None = None
        self._finishing = 0
        self._finisher: threading.Thread | None = None
        self._state: State = "idle"
        self._commands: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="live", daemon=True)
        self._thread.start()

    @property
    def state(self) -> State:
        """What goes on now."""
        return self._state

    def start(self) -> None:
        """Begin a dictation; nothing where one goes on."""
        self._commands.put(self._start)

    def stop(self) -> None:
        """End the dictation that goes on: what was said is recognised to its end and inserted."""
        self._commands.put(lambda: self._end(cancelled=False))

    def toggle(self) -> None:
        """Begin, or end."""
        self._commands.put(lambda: self._start() if self._current is None else self._end(cancelled=False))

    def cancel(self) -> None:
        """End the dictation that goes on and throw away what was not inserted yet."""
        self._commands.put(lambda: self._end(cancelled=True))

    def change_source(self) -> None:
        """Another microphone is meant from the next dictation on."""
        self._commands.put(self._forget_source)

    def close(self) -> None:
        """End a dictation as `stop` does, wait for all of them, and let the microphone go."""
        self.stop()
        self._commands.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (command := self._commands.get()) is not None:
            command()
        while self._finishing:  # each one that finishes leaves a command
            command = self._commands.get()
            if command == self._note_finished:
                command()
        self._close_source()

    def tell(self, happening: Happening) -> None:
        """Pass on what a dictation tells."""
        self._tell(happening)

    def note_started(self) -> None:
        """Sound arrives."""
        if self._state == "arming":
            self._set_state("recording")

    def _set_state(self, state: State) -> None:
        self._state = state
        self._tell(StateChanged(state))

    def _start(self) -> None:
        if self._current is not None:
            return
        self._set_state("arming")
        if self._finisher is not None:
            self._finisher.join(FINISH_SECONDS)
        try:
            self._current = _Dictation(self._open_session, self)
            self._route.session = self._current.session
            if self._source is None:
                self._source = self._open_source(self._route, self._route.hear)
            self._source.start()
        except AttuneError as error:
            self._tell(Trouble(error, fatal=True))
            self._close_source()
            self._end(cancelled=True)
            self._rest()

    def _end(self, *, cancelled: bool) -> None:
        dictation = self._current
        if dictation is None:
            return
        dictation.cancelled = cancelled
        self._set_state("finalising")
        if cancelled:
            self._route.session = None
            dictation.session.cancel()
        self._stop_source()
        self._current = self._route.session = None
        self._finishing += 1
        self._finisher = threading.Thread(target=self._finish, args=(dictation,), name="finishing", daemon=True)
        self._finisher.start()

    def _finish(self, dictation: _Dictation) -> None:
        try:
            self._tell(dictation.finish())
        finally:
            self._commands.put(self._note_finished)

    def _note_finished(self) -> None:
        self._finishing -= 1
        self._rest()

    def _rest(self) -> None:
        """Show what goes on when no dictation is recorded."""
        if self._current is None:
            state: State = "finalising" if self._finishing else "idle"
            if state != self._state:
                self._set_state(state)

    def _stop_source(self) -> None:
        if self._source is None:
            return
        try:
            self._source.stop()
        except (AttuneError, TimeoutError, ValueError):  # it hangs, or never began: another one next time
            self._close_source()

    def _forget_source(self) -> None:
        if self._current is None:
            self._close_source()

    def _close_source(self) -> None:
        source, self._source = self._source, None
        if source is not None:
            with suppress(AttuneError, TimeoutError):
                source.close()
