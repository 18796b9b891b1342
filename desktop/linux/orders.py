"""What other threads ask of the thread that holds an X connection: carried out there, one after the other.

The thread sleeps in `select` on its connection; a pipe beside it wakes it when there is something to do.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import TypeVar

from engine.errors import DeviceError

Result = TypeVar("Result")

ALIVE_POLL = 0.2  # seconds between looks whether the thread that is to answer is still there


class Orders:
    """A queue of work for one thread. `descriptor` is readable while there is some."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self.descriptor, self._writing = os.pipe()

    def ask(self, thread: threading.Thread, work: Callable[[], Result]) -> Result:
        """Have `thread` do it, and return what it returned or raise what it raised.

        Raises:
            DeviceError: the thread has ended, since the X server has gone.
        """
        if threading.current_thread() is thread:
            return work()
        done: Future[Result] = Future()

        def and_tell() -> None:
            try:
                done.set_result(work())
            except BaseException as error:  # it is the caller's, whatever it is
                done.set_exception(error)

        self._put(and_tell)
        while True:
            try:
                return done.result(timeout=ALIVE_POLL)
            except TimeoutError:
                if not thread.is_alive() and not done.done():
                    raise DeviceError("The X server has gone.") from None

    def end(self, thread: threading.Thread) -> None:
        """Have `thread` end, wait for it, and close the pipe."""
        if thread.is_alive():
            self._put(None)
            thread.join()
            os.close(self.descriptor)
            os.close(self._writing)

    def obey(self) -> bool:
        """On the thread: do what was asked for. Returns False when it is to end."""
        while not self._waiting.empty():
            order = self._waiting.get()
            if order is None:
                return False
            order()
        return True

    def woken(self) -> None:
        """On the thread: `descriptor` was readable; what woke it is taken."""
        os.read(self.descriptor, 4096)

    def _put(self, order: Callable[[], None] | None) -> None:
        self._waiting.put(order)
        os.write(self._writing, b".")
