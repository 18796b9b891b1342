"""Work off the window's thread: a function goes out, its result comes home on the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from engine.errors import AttuneError

T = TypeVar("T")
WORKERS = 4


class CancelledError(Exception):
    """The task was cancelled; raised in its work by `Control.check`."""


class Control:
    """What a task's work is given: it reports how far it is and asks whether it should stop."""

    def __init__(self, report: Callable[[Any], None]) -> None:
        self.report = report
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for the result any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()

    def check(self) -> None:
        """Stop here if the task was cancelled.

        Raises:
            CancelledError: it was.
        """
        if self.cancelled:
            raise CancelledError


class Task(Generic[T]):
    """One piece of work. After `cancel` none of its callbacks is called."""

    def __init__(self, control: Control) -> None:
        self._control = control
        self.done = False

    def cancel(self) -> None:
        """Ask the work to stop, and drop what it brings."""
        self._control.cancel()


class Tasks(QObject):
    """Runs work on a few threads.

    `failed` is emitted with the AttuneError of work that has no callback of its own for it. Any other exception is
    raised on the window's thread, as a defect.
    """

    failed = Signal(object)
    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="task")
        self._open: set[Control] = set()
        self._came.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is being worked on, or waits for it."""
        return bool(self._open)

    def run(
        self,
        owner: QObject,
        work: Callable[[Control], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[AttuneError], None] | None = None,
        progress: Callable[[Any], None] | None = None,
    ) -> Task[T]:
        """Run `work` on another thread.

        `then` gets its result, `failed` the AttuneError it raised, `progress` what it reports, all on the window's
        thread, and none once `owner` is gone or the task is cancelled.
        """
        control = Control(lambda value: self._send(owner, control, progress, value))
        task: Task[T] = Task(control)
        self._open.add(control)

        def job() -> None:
            try:
                control.check()
                result = work(control)
            except CancelledError:
                self._came.emit(lambda: self._open.discard(control))
            except AttuneError as error:
                self._finish(owner, control, task, failed or self.failed.emit, error)
            except BaseException as error:  # a defect: it is raised where the window's are
                self._finish(owner, control, task, _raise, error)
            else:
                self._finish(owner, control, task, then, result)

        self._pool.submit(job)
        return task

    def later(self, callback: Callable[[], None]) -> None:
        """Call `callback` on the window's thread; may be called on any."""
        self._came.emit(callback)

    def close(self) -> None:
        """Cancel everything and wait for what cannot be."""
        for control in list(self._open):
            control.cancel()
        self._pool.shutdown(cancel_futures=True)

    def _send(self, owner: QObject, control: Control, callback: Callable[[Any], None] | None, value: Any) -> None:
        if callback is not None:
            self._came.emit(lambda: _deliver(owner, control, callback, value))

    def _finish(
        self, owner: QObject, control: Control, task: Task[Any], callback: Callable[[Any], None] | None, value: Any
    ) -> None:
        def come() -> None:
            task.done = True
            self._open.discard(control)
            _deliver(owner, control, callback, value)

        self._came.emit(come)

    def _call(self, callback: Callable[[], None]) -> None:
        callback()


def _deliver(owner: QObject, control: Control, callback: Callable[[Any], None] | None, value: Any) -> None:
    if callback is not None and not control.cancelled and shiboken6.isValid(owner):
        callback(value)


def _raise(error: BaseException) -> None:
    raise error
