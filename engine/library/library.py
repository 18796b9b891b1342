"""The library as the rest of Attune uses it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from types import TracebackType

from engine.control import Borrowed, NotRunningError, borrow
from engine.errors import StorageError
from engine.library import search as text_search
from engine.library import stats as figures
from engine.library.corrections import Corrections
from engine.library.database import Database, last_id, open_read_only
from engine.library.deletion import UNDO_WINDOW, Deletions
from engine.library.faults import storage_faults
from engine.library.ids import IdMaker
from engine.library.lock import HomeLock
from engine.library.migrations import MIGRATIONS, version_of
from engine.library.recordings import Recordings
from engine.library.remaking import Remaking
from engine.library.retention import KEEP_ALL, Retention, load_retention
from engine.library.runs import TrainingRuns
from engine.library.swap import finish_swap, is_interrupted
from engine.library.utterances import Utterances
from engine.paths import Home, make_private_folder

DATABASE = "library.db"
AUDIO = "audio"


class Library:
    """An open library: `utterances`, `corrections`, `deletions`, `remaking`, `runs`, and the rest as methods.

    Writing takes the home's lock, so that one process at a time does; reading never waits.
    Use it in a `with` statement.
    """

    def __init__(
        self, home: Home, *, writable: bool = True, retention: Retention | None = None, may_borrow: bool = True
    ) -> None:
        """Open the library of `home`; a writable one is made when it is not there.

        Args:
            retention: what is kept (None: as `save_retention` was told).
            may_borrow: where the application writes, have it wait for this one. Not for what takes long.

        Raises:
            InputError: what is to be kept cannot be read.
            StorageError: it is in use, damaged, of a newer version, missing (reading only), or the disk fails.
        """
        self.home = home
        self.retention = retention or (load_retention(home) if writable else KEEP_ALL)
        self._lock = HomeLock(home)
        self._loan: Borrowed | None = None
        self._lent: threading.Event | None = None
        self._closing = False
        writable = writable or is_interrupted(home) or needs_upgrade(home)
        if writable:
            self._take_lock(may_borrow)
        try:
            if writable:
                with storage_faults():
                    finish_swap(home)
                make_private_folder(home.library)
            self.database = Database(home.library / DATABASE, writable=writable)
        except BaseException:
            self._let_go()
            raise
        self.recordings = Recordings(home.library / AUDIO)
        self.ids = IdMaker(self._last_id())
        self.utterances = Utterances(self.database, self.recordings, self.ids, lambda: self.retention.excluded_apps)
        self.corrections = Corrections(self.database, self.ids)
        self.deletions = Deletions(self.database, self.recordings, home)
        self.remaking = Remaking(self.database, self.recordings, self.utterances, self.corrections)
        self.runs = TrainingRuns(self.database)

    def search(self, text: str, limit: int = 50) -> list[text_search.Match]:
        """Utterances with every word of `text`, newest first."""
        return text_search.search(self.database, text, limit)

    def stats(self) -> figures.Stats:
        """What the library holds, in figures."""
        return figures.collect(self.database)

    def tidy(self) -> None:
        """Purge deletions that can no longer be undone, and sound that is to be kept no longer."""
        self.deletions.purge(UNDO_WINDOW)
        if self.retention.audio_days is not None:
            self.deletions.drop_recordings(timedelta(days=self.retention.audio_days))

    def close(self) -> None:
        """Finish what was begun and let other processes write."""
        self._closing = True
        if self._lent is not None:
            self._lent.set()
        self.database.close()
        self._let_go()

    def lend(self, lent: Callable[[], None]) -> Callable[[], None]:
        """Let another process write as soon as what was begun is finished, and say so by `lent`, on another thread.

        Returns what is to be called when that process is done. Until then writing waits here, reading goes on. One
        process at a time can borrow.

        Raises:
            StorageError: it is lent already.
        """
        if self._lent is not None:
            raise StorageError("Another command is writing to the library.", "Wait until it has finished.")
        returned = self._lent = threading.Event()

        def let_go() -> None:
            self._lock.release()
            lent()

        def lend_database() -> None:
            with self.utterances.storing:  # a recording without its row would be taken for a lost one
                self.database.lend(let_go, returned, self._take_back).result()

        threading.Thread(target=lend_database, name="library-loan", daemon=True).start()
        return returned.set

    def _take_back(self) -> bool:
        """Hold the lock again, however long others take; false if the library is being closed meanwhile."""
        while not self._closing:
            try:
                self._lock.acquire()
            except StorageError:
                continue
            self._lent = None
            return True
        return False

    def _take_lock(self, may_borrow: bool) -> None:
        """Hold the home's lock; where the application holds it, borrow it from there.

        Raises:
            StorageError: another process writes.
        """
        try:
            self._lock.acquire(wait=0)
        except StorageError:
            if may_borrow:
                with suppress(NotRunningError):
                    self._loan = borrow(self.home)
            self._lock.acquire()

    def _let_go(self) -> None:
        self._lock.release()
        if self._loan is not None:
            self._loan.give_back()
            self._loan = None

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _last_id(self) -> str | None:
        with self.database.reading() as connection:
            return last_id(connection)


def exists(home: Home) -> bool:
    """Whether anything was ever kept in this home."""
    return (home.library / DATABASE).exists() or is_interrupted(home)


def needs_upgrade(home: Home) -> bool:
    """Whether the database was made by an older Attune."""
    if not exists(home):
        raise StorageError(
            "The library is empty.", "Dictate with `attune dictate`, or bring recordings in: `attune library import`."
        )
    with storage_faults():
        connection = open_read_only(home.library / DATABASE)
        try:
            return version_of(connection) < len(MIGRATIONS)
        finally:
            connection.close()
