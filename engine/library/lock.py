"""One process at a time writes to a home."""

from __future__ import annotations

from types import TracebackType

import filelock

from engine.errors import StorageError
from engine.library.faults import storage_faults
from engine.paths import Home

WAIT = 3.0  # seconds: enough for a short command to finish


class HomeLock:
    """Held while a process may write to the home. The system releases it when the process dies."""

    def __init__(self, home: Home, wait: float = WAIT) -> None:
        self._lock = filelock.FileLock(home.base / "lock", timeout=wait, mode=0o600, thread_local=False)

    def acquire(self, wait: float | None = None) -> None:
        """Take the lock, within `wait` seconds (None: as it was made).

        Raises:
            StorageError: another process holds it, or the home cannot be written.
        """
        try:
            with storage_faults():
                self._lock.acquire(timeout=wait)
        except filelock.Timeout as error:
            raise StorageError(
                "Another Attune is using this library.", "Close it, or wait until its command has finished."
            ) from error

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        self._lock.release()

    def __enter__(self) -> HomeLock:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
