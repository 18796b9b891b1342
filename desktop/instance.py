"""One application for one home."""

from __future__ import annotations

import time
from types import TracebackType

import filelock

from engine.control import NotRunningError, ask
from engine.errors import ChildError
from engine.paths import Home, make_private_folder

PATIENCE_SECONDS = 10.0  # for the first one to come up


class Instance:
    """Holds the home's place of the running application, if it is free. The system frees it when the process dies."""

    def __init__(self, home: Home) -> None:
        self._home = home
        folder = make_private_folder(home.runtime)
        self._lock = filelock.FileLock(folder / "application.lock", mode=0o600, thread_local=False)
        try:
            self._lock.acquire(blocking=False)
        except filelock.Timeout:
            self.is_first = False
        else:
            self.is_first = True

    def show_first(self) -> None:
        """Have the application that runs show its window.

        Raises:
            ChildError: it does not answer.
        """
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                ask(self._home, "show")
            except NotRunningError as error:
                if time.monotonic() > deadline:
                    raise ChildError(
                        "Attune runs already, but does not answer.", "End it, or log out and in again."
                    ) from error
                time.sleep(0.1)
            else:
                return

    def __enter__(self) -> Instance:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lock.release()
