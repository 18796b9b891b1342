"""The library's SQLite file: one writing connection on one thread, read-only connections for everybody else.

SQLite loses no acknowledged row in a power cut with WAL and synchronous=FULL; with NORMAL it does.
A single writing connection also keeps clear of the WAL-reset fault of SQLite 3.7.0-3.51.2, which needs two.
"""

from __future__ import annotations

import os
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TypeVar
from urllib.parse import quote

from engine.errors import StorageError
from engine.library.faults import DamagedDatabaseError, is_damage, storage_faults
from engine.library.migrations import MIGRATIONS, check_version, migrate

T = TypeVar("T")
Connection = sqlite3.Connection
MINIMUM_SQLITE = (3, 37, 0)  # STRICT tables
BUSY_MS = 5_000
SIDE_FILES = ("", "-wal", "-shm")


class Database:
    """An open library database. `write` runs a function on the writing thread, `reading` lends a connection.

    With `writable=False` nothing is created or changed and `write` must not be called.
    """

    def __init__(self, path: Path, *, writable: bool = True) -> None:
        """Open, check and upgrade the file, making it when it is not there.

        Raises:
            DamagedDatabaseError: the file is damaged; when writable it has been set aside beside itself.
            StorageError: it cannot be opened, or was written by a newer Attune.
        """
        check_sqlite()
        self.path = path
        self._readers: queue.LifoQueue[Connection] = queue.LifoQueue()
        self._executor: ThreadPoolExecutor | None = None
        if writable:
            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library-writer")
            try:
                self._writer = self._executor.submit(self._open_writer).result()
            except BaseException:
                self._executor.shutdown()
                raise
        else:
            with self.reading() as connection:
                check_version(connection)

    def submit(self, function: Callable[[Connection], T]) -> Future[T]:
        """Run `function` on the writing thread in a transaction of its own; done means committed to the disk."""
        assert self._executor is not None, "the library was opened for reading"
        return self._executor.submit(self._transact, function)

    def write(self, function: Callable[[Connection], T]) -> T:
        """`submit`, and wait for the result.

        Raises:
            StorageError: disk full, read-only or damaged; nothing of the transaction was kept.
        """
        return self.submit(function).result()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend a read-only connection, for one thread at a time, with one view of the data throughout."""
        with storage_faults():
            try:
                connection = self._readers.get_nowait()
            except queue.Empty:
                connection = open_read_only(self.path)
            try:
                connection.execute("BEGIN")
                yield connection
            finally:
                if connection.in_transaction:
                    connection.rollback()
                self._readers.put(connection)

    def scrub(self) -> None:
        """Take deleted text out of the search index and the write-ahead log as well."""
        self.write(lambda c: c.execute("INSERT INTO utterance_text (utterance_text) VALUES ('optimize')") and None)
        assert self._executor is not None
        self._executor.submit(self._truncate_log).result()

    def lend(self, lent: Callable[[], None], returned: threading.Event, back: Callable[[], bool]) -> Future[None]:
        """Let another process write: what is submitted here waits until `returned`, while reading goes on.

        `lent` is called when this process has let go of the file, `back` when it is to be opened again, both on the
        writing thread. Where `back` is false, the database is about to be closed and stays as it is.
        """
        assert self._executor is not None, "the library was opened for reading"

        def work() -> None:
            self._writer.close()
            lent()
            returned.wait()
            if back():
                self._writer = self._open_writer()

        return self._executor.submit(work)

    def close(self) -> None:
        """Finish what was submitted and close every connection."""
        while not self._readers.empty():
            self._readers.get_nowait().close()
        if self._executor is not None:
            self._executor.submit(self._writer.close).result()
            self._executor.shutdown()
            self._executor = None

    def __enter__(self) -> Database:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _open_writer(self) -> Connection:
        with storage_faults():
            make_private_file(self.path)
            try:
                return open_writer(self.path)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                raise set_aside(self.path) from error

    def _transact(self, function: Callable[[Connection], T]) -> T:
        with storage_faults():
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                result = function(self._writer)
                self._writer.commit()
            except BaseException:
                self._writer.rollback()
                raise
        return result

    def _truncate_log(self) -> None:
        with storage_faults():
            self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def open_writer(path: Path) -> Connection:
    """The one connection that writes: checked, private, durable and of the present version."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_MS / 1000)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        check_pages(connection)
        migrate(connection, MIGRATIONS)
    except BaseException:
        connection.close()
        raise
    return connection


def open_read_only(path: Path) -> Connection:
    """A connection that cannot change anything."""
    address = f"file:{quote(str(path))}?mode=ro"
    connection = sqlite3.connect(
        address, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_MS / 1000
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA query_only = ON")
    return connection


def check_pages(connection: Connection) -> None:
    """Raise `sqlite3.DatabaseError` (as SQLite does when it meets damage) if a page is damaged."""
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        error = sqlite3.DatabaseError(answer)
        error.sqlite_errorname = "SQLITE_CORRUPT"
        raise error


def check_sqlite() -> None:
    """Raise `StorageError` when Python's SQLite is too old for the schema."""
    if sqlite3.sqlite_version_info < MINIMUM_SQLITE:
        wanted = ".".join(map(str, MINIMUM_SQLITE))
        raise StorageError(
            f"SQLite {sqlite3.sqlite_version} is too old for the library.", f"Use a Python with {wanted} or newer."
        )


def make_private_file(path: Path) -> None:
    """Make the database file with mode 0600 (SQLite gives its side files the same), or tighten it."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)


def set_aside(path: Path) -> DamagedDatabaseError:
    """Move a damaged database, with its side files, into a folder of its own; nothing is deleted."""
    number = 1
    while (folder := path.parent / f"damaged-{number}").exists():
        number += 1
    folder.mkdir(mode=0o700)
    for suffix in SIDE_FILES:
        file = path.with_name(path.name + suffix)
        if file.exists():
            file.rename(folder / file.name)
    return DamagedDatabaseError(
        f"The library's database was damaged and has been set aside in {folder}.",
        "Run `attune library restore BACKUP`, or `attune library verify` to rebuild it from the recordings.",
        kept_in=folder,
    )


def last_id(connection: Connection) -> str | None:
    """The greatest id in use, for `IdMaker`. Sessions do not count: imports name theirs as they like."""
    row = connection.execute(
        "SELECT max(id) FROM (SELECT max(id) AS id FROM utterance UNION ALL SELECT max(id) FROM correction)"
    ).fetchone()
    return str(row[0]) if row[0] else None
