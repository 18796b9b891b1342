import errno
import sqlite3
import stat
import threading

import pytest

from engine.errors import StorageError
from engine.library import database as module
from engine.library import faults
from engine.library.database import Database
from engine.library.faults import DamagedDatabaseError
from engine.library.migrations import MIGRATIONS, migrate, version_of


@pytest.fixture
def database(tmp_path):
    with Database(tmp_path / "library.db") as opened:
        yield opened


def add_session(connection, name="s"):
    connection.execute("INSERT INTO session (id, started_at) VALUES (?, '')", (name,))


def sessions(database):
    with database.reading() as connection:
        return [row["id"] for row in connection.execute("SELECT id FROM session ORDER BY id")]


def test_the_writer_is_durable_and_private(database):
    settings = database.write(
        lambda c: [
            c.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    )

    assert settings == ["wal", 2, 1]
    database.write(add_session)
    assert {stat.S_IMODE(file.stat().st_mode) for file in database.path.parent.iterdir()} == {0o600}


def test_all_writing_happens_on_one_thread(database):
    futures = [database.submit(lambda c: threading.current_thread().name) for _ in range(5)]

    names = {future.result() for future in futures}
    assert len(names) == 1
    assert threading.current_thread().name not in names


def test_a_transaction_that_fails_leaves_nothing(database):
    def half(connection):
        add_session(connection)
        raise ValueError("defect")

    with pytest.raises(ValueError, match="defect"):
        database.write(half)
    assert sessions(database) == []


def test_readers_cannot_write_and_keep_one_view(database):
    database.write(lambda c: add_session(c, "one"))
    with database.reading() as connection:
        connection.execute("SELECT count(*) FROM session").fetchone()
        database.write(lambda c: add_session(c, "two"))
        assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 1
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            add_session(connection, "three")
    assert sessions(database) == ["one", "two"]


def test_reading_works_while_another_process_has_it_open(database):
    database.write(add_session)
    with Database(database.path, writable=False) as reader:
        assert sessions(reader) == ["s"]


@pytest.mark.parametrize("damage", ["header", "page", "nothing of a database"])
def test_a_damaged_file_is_set_aside_whole_and_a_new_one_can_begin(tmp_path, damage):
    path = tmp_path / "library.db"
    with Database(path) as database:
        for n in range(200):
            database.write(lambda c, n=n: add_session(c, f"session {n} {'x' * 200}"))
    content = bytearray(path.read_bytes())
    if damage == "header":
        content[:16] = bytes(16)
    elif damage == "page":
        content[4096:] = bytes(value ^ 0x5A for value in content[4096:])
    else:
        content = bytearray(b"hello " * 1000)
    path.write_bytes(content)

    with pytest.raises(DamagedDatabaseError, match="set aside") as caught:
        Database(path)
    assert (caught.value.kept_in / "library.db").read_bytes() == content
    with Database(path) as database:
        assert sessions(database) == []


def test_a_damaged_file_is_named_when_reading_and_left_in_place(tmp_path):
    path = tmp_path / "library.db"
    path.write_bytes(b"hello " * 1000)

    with pytest.raises(DamagedDatabaseError, match="damaged"):
        Database(path, writable=False)
    assert path.exists()


def test_a_newer_library_is_refused_and_untouched(tmp_path):
    path = tmp_path / "library.db"
    with Database(path) as database:
        database.write(lambda c: c.execute("PRAGMA user_version = 99").fetchall())

    for writable in (True, False):
        with pytest.raises(StorageError, match="newer Attune"):
            Database(path, writable=writable)


def test_an_older_library_is_not_read_as_it_is(tmp_path):
    path = tmp_path / "library.db"
    sqlite3.connect(path).close()
    path.touch()

    with pytest.raises(StorageError, match="older version"):
        Database(path, writable=False)


def test_migrations_run_in_order_once_and_whole(tmp_path):
    connection = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
    done = []

    def add_column(c):
        c.execute("ALTER TABLE session ADD COLUMN room TEXT")
        done.append("second")

    def fail(c):
        c.execute("CREATE TABLE half (x)")
        raise ValueError("defect")

    migrate(connection, MIGRATIONS)
    with pytest.raises(ValueError, match="defect"):
        migrate(connection, [*MIGRATIONS, add_column, fail])
    assert version_of(connection) == len(MIGRATIONS) + 1
    assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").fetchone()[0] == 0
    migrate(connection, [*MIGRATIONS, add_column])
    assert done == ["second"]
    connection.close()


def test_a_full_disk_is_said_and_keeps_what_was_saved(database):
    database.write(add_session)
    pages = database.write(lambda c: c.execute("PRAGMA page_count").fetchone()[0])
    database.write(lambda c: c.execute(f"PRAGMA max_page_count = {pages}").fetchall())

    with pytest.raises(StorageError, match="disk is full"):
        database.write(lambda c: [add_session(c, f"{n} {'x' * 4000}") for n in range(50)])
    assert sessions(database) == ["s"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_READONLY_DBMOVED", "cannot be written"),
        ("SQLITE_CANTOPEN", "cannot be opened"),
        ("SQLITE_IOERR_FSYNC", "disk returned an error"),
        ("SQLITE_BUSY", "busy"),
    ],
)
def test_sqlite_faults_become_ours(name, words):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = name

    with pytest.raises(StorageError, match=words), faults.storage_faults():
        raise error


def test_faults_of_the_system_become_ours_and_defects_pass():
    with pytest.raises(StorageError, match=r"The disk is full \(/x\)"), faults.storage_faults():
        raise OSError(errno.ENOSPC, "full", "/x")
    with pytest.raises(FileNotFoundError), faults.storage_faults():
        raise FileNotFoundError(errno.ENOENT, "gone")
    with pytest.raises(sqlite3.ProgrammingError), faults.storage_faults():
        raise sqlite3.ProgrammingError("defect")


def test_an_old_sqlite_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(module.sqlite3, "sqlite_version_info", (3, 30, 0))

    with pytest.raises(StorageError, match="too old"):
        Database(tmp_path / "library.db")


def test_no_file_can_be_made_in_a_missing_folder(tmp_path):
    with pytest.raises(FileNotFoundError):
        Database(tmp_path / "absent" / "library.db")
