"""The recogniser child as its parent sees it: it may die, hang or be away, and the work is still done.

One thread owns the child: it starts it, hands it one request at a time, and repeats the request with a new child
where the old one died or took longer than it may. Callers get futures.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from engine.errors import AttuneError, ChildError
from engine.ipc import Channel, Message, start_child
from engine.paths import PROGRAM, child_environment
from engine.speech.results import Recognised, Score
from engine.speech.wire import (
    LoadedModel,
    ModelChoice,
    Recognition,
    Scoring,
    pack_load,
    pack_recognition,
    pack_scoring,
    raise_error,
    unpack_loaded,
    unpack_recognised,
    unpack_scores,
)

T = TypeVar("T")

COMMAND = (sys.executable, "-m", "engine.speech.worker")
QUIT_SECONDS = 2.0  # for the child to end by itself
# oneDNN, under CTranslate2, keeps a compiled product for each length of audio it meets, about a megabyte each: the
# child would grow all day. Compiling anew costs less than the memory's first use. One arena keeps the heap compact.
ENVIRONMENT = {"ONEDNN_PRIMITIVE_CACHE_CAPACITY": "0", "MALLOC_ARENA_MAX": "1"}

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ClientOptions:
    """How patient the client is, in seconds.

    A call may take `call_seconds` and `call_factor` times the length of its audio. After `idle_seconds` without
    work the child ends, which gives its memory back (None: never). `log` receives what the child's libraries print.
    """

    idle_seconds: float | None = 300.0
    load_seconds: float = 180.0
    call_seconds: float = 20.0
    call_factor: float = 10.0
    attempts: int = 3
    log: Path | None = None
    command: Sequence[str] = COMMAND


class RecogniserClient:
    """Recognises audio with one model in a child process. Use it in a ``with`` statement, or `close` it."""

    def __init__(self, choice: ModelChoice, options: ClientOptions = ClientOptions()) -> None:
        self._choice = choice
        self._options = options
        self._child: _Child | None = None
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="recogniser-client", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int | None:
        """The child's process id, while there is one."""
        child = self._child
        return child.process.pid if child is not None and child.process.poll() is None else None

    @property
    def choice(self) -> ModelChoice:
        """The model that the next request is answered with."""
        return self._choice

    def use(self, choice: ModelChoice) -> None:
        """Answer with this model from the next request on."""
        self._choice = choice

    def preload(self) -> Future[LoadedModel]:
        """Have the child started and the model loaded. The future raises what `Recogniser.load` does, or ChildError."""
        return self._submit(lambda: self._with_child(lambda child: child.loaded))

    def recognise(self, work: Recognition) -> Future[Recognised]:
        """Recognise; where the child dies or hangs, a new one does. The future raises ChildError after the last try.

        It raises ModelError, DeviceError or InputError where the model cannot do it.
        """
        limit = self._options.call_seconds + self._options.call_factor * work.seconds
        request = pack_recognition(work)
        return self._submit(lambda: self._with_child(lambda child: unpack_recognised(child.ask(request, limit))))

    def score(self, work: Scoring) -> Future[tuple[Score, ...]]:
        """Score texts on audio; fails as `recognise` does."""
        limit = self._options.call_seconds + self._options.call_factor * work.seconds
        request = pack_scoring(work)
        return self._submit(lambda: self._with_child(lambda child: unpack_scores(child.ask(request, limit))))

    def release(self) -> Future[None]:
        """End the child, so that its memory is free; the next request starts another."""
        return self._submit(self._end_child)

    def close(self) -> None:
        """End the child after the work in hand."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
        self._thread.join()

    def __enter__(self) -> RecogniserClient:
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    def _submit(self, work: Callable[[], T]) -> Future[T]:
        if self._closed:
            raise ValueError("The recogniser is closed.")
        future: Future[T] = Future()

        def job() -> None:
            try:
                result = work()
            except BaseException as error:  # the caller's to handle, whatever it is
                future.set_exception(error)
            else:
                future.set_result(result)

        self._jobs.put(job)
        return future

    def _run(self) -> None:
        while True:
            try:
                job = self._jobs.get(timeout=self._options.idle_seconds if self._child else None)
            except queue.Empty:
                log.debug("idle: the child ends")
                self._end_child()
                continue
            if job is None:
                self._end_child()
                return
            job()

    def _with_child(self, use: Callable[[_Child], T]) -> T:
        for attempt in range(1, self._options.attempts + 1):
            try:
                return use(self._ready_child())
            except ChildError as error:
                log.debug("attempt %d of %d failed: %s", attempt, self._options.attempts, type(error).__name__)
                self._end_child(at_once=True)
        raise ChildError(
            f"The recogniser stopped {self._options.attempts} times in a row.",
            "Choose another model with `attune models activate ID`, or see: attune doctor",
        )

    def _ready_child(self) -> _Child:
        """A child that is alive and has loaded the model of choice."""
        if self._child is not None and self._child.process.poll() is not None:
            self._end_child()
        if self._child is None:
            self._child = _Child(self._options)
        if self._child.choice != self._choice:
            try:
                self._child.load(self._choice, self._options.load_seconds)
            except ChildError:
                raise
            except AttuneError:
                self._end_child()  # it holds no model now; nothing is gained by keeping it
                raise
        return self._child

    def _end_child(self, *, at_once: bool = False) -> None:
        if self._child is not None:
            self._child.end(0.0 if at_once else QUIT_SECONDS)
            self._child = None


class _Child:
    """One child process. After a ChildError it must be ended."""

    def __init__(self, options: ClientOptions) -> None:
        started = time.monotonic()
        self.choice: ModelChoice | None = None
        self._loaded: LoadedModel | None = None
        self.process, self._channel = _start(options)
        log.debug("child %d started in %.3f s", self.process.pid, time.monotonic() - started)

    @property
    def loaded(self) -> LoadedModel:
        """The model it has loaded."""
        assert self._loaded is not None
        return self._loaded

    def load(self, choice: ModelChoice, limit: float) -> None:
        started = time.monotonic()
        self.choice = None
        self._loaded = unpack_loaded(self.ask(pack_load(choice), limit))
        self.choice = choice
        log.debug("model loaded in %.3f s", time.monotonic() - started)

    def ask(self, request: Message, limit: float) -> dict[str, object]:
        """The answer, within `limit` seconds."""
        deadline = time.monotonic() + limit
        self._channel.send(request, limit)
        header = dict(self._channel.receive(max(1e-3, deadline - time.monotonic())).header)
        raise_error(header)
        return header

    def end(self, patience: float) -> None:
        self._channel.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(patience)
            return
        self.process.kill()
        self.process.wait()


def _start(options: ClientOptions) -> tuple[subprocess.Popen[bytes], Channel]:
    return start_child(options.command, PROGRAM, child_environment() | ENVIRONMENT, options.log)
