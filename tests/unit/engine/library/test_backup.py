import json
import shutil
import sqlite3
import stat
import threading
from contextlib import closing

import pytest
from library_samples import SENTENCES, bytes_below, dictate, home_in, opened

from engine.errors import InputError, StorageError
from engine.library import swap
from engine.library.backup import MANIFEST, back_up
from engine.library.backup_list import known_backups
from engine.library.library import Library, exists
from engine.library.recordings import sha256_of
from engine.library.restore import erase, restore
from engine.library.verify import verify


@pytest.fixture
def home(tmp_path):
    with opened(tmp_path) as library:
        for n, text in enumerate(SENTENCES[:3]):
            dictate(library, text, seed=n, status="read")
    return home_in(tmp_path)


def texts(home):
    with Library(home, writable=False) as library:
        return sorted(u.text for u in library.utterances.page())


def test_a_restored_library_is_the_one_backed_up_and_the_present_one_is_kept(home, tmp_path):
    result = back_up(home, tmp_path / "backup")
    assert (result.utterances, result.recordings, result.copied, result.missing) == (3, 3, 3, ())
    with Library(home) as library:
        dictate(library, SENTENCES[5], seed=9)

    restored = restore(home, tmp_path / "backup")
    assert (restored.utterances, restored.recordings, restored.damage) == (3, 3, ())
    assert texts(home) == sorted(SENTENCES[:3])
    with Library(home) as library:
        assert verify(library).sound
    shutil.rmtree(home.library)
    restored.kept.rename(home.library)
    assert texts(home) == sorted([*SENTENCES[:3], SENTENCES[5]])


def test_a_second_backup_copies_only_what_is_new_and_drops_what_was_deleted(home, tmp_path):
    from datetime import timedelta

    back_up(home, tmp_path / "backup")
    with Library(home) as library:
        dictate(library, SENTENCES[5], seed=9)
        library.deletions.delete([library.search("cellar")[0].utterance.id])
        library.deletions.purge(timedelta(0))
    result = back_up(home, tmp_path / "backup")

    assert (result.utterances, result.recordings, result.copied) == (3, 3, 1)
    assert b"cellar" not in bytes_below(tmp_path / "backup")
    assert len(list((tmp_path / "backup").rglob("*.flac"))) == 3
    assert len(list((tmp_path / "backup").glob("library-*.db"))) == 1


def test_a_backup_is_private_and_known(home, tmp_path):
    back_up(home, tmp_path / "backup")

    for path in (tmp_path / "backup").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
    assert [known.folder for known in known_backups(home)] == [tmp_path / "backup"]
    shutil.rmtree(tmp_path / "backup")
    assert known_backups(home) == []
    (home.base / "backups.json").write_text("[1]")
    assert known_backups(home) == []


def test_a_backup_made_while_dictating_is_one_moments_state(home, tmp_path):
    stop = threading.Event()
    with Library(home) as library:

        def go_on():
            n = 100
            while not stop.is_set():
                dictate(library, f"another sentence with number {n}", seconds=0.4, seed=n)
                n += 1

        writer = threading.Thread(target=go_on)
        writer.start()
        try:
            results = [back_up(home, tmp_path / "backup") for _ in range(3)]
        finally:
            stop.set()
            writer.join()
    assert results[-1].utterances > results[0].utterances
    restored = restore(home, tmp_path / "backup")
    assert (restored.utterances, restored.damage) == (results[-1].utterances, ())


def test_a_recording_that_is_gone_is_named_and_marked(home, tmp_path):
    with Library(home, writable=False) as library:
        lost = library.utterances.page()[0]
    (home.library / "audio" / lost.audio).unlink()

    assert back_up(home, tmp_path / "backup").missing == (lost.audio,)
    assert restore(home, tmp_path / "backup").damage == (f"{lost.id}: its recording is missing in the backup",)
    with Library(home, writable=False) as library:
        assert library.utterances.get(lost.id).audio_fault == "missing"


def test_folders_that_hold_something_else_are_refused(home, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "photo.jpg").write_bytes(b"mine")
    (tmp_path / "file").write_bytes(b"mine")

    for folder, reason in [
        (tmp_path / "mine", "something other"),
        (tmp_path / "file", "not a folder"),
        (home.library / "backup", "inside the library"),
    ]:
        with pytest.raises(InputError, match=reason):
            back_up(home, folder)
    with pytest.raises(InputError, match="no library"):
        back_up(home_in(tmp_path / "other"), tmp_path / "backup")


def test_a_backup_that_was_cut_off_is_no_backup_and_can_be_finished(home, tmp_path):
    back_up(home, tmp_path / "backup")
    (tmp_path / "backup" / MANIFEST).unlink()

    with pytest.raises(InputError, match="no complete backup"):
        restore(home, tmp_path / "backup")
    back_up(home, tmp_path / "backup")
    assert restore(home, tmp_path / "backup").utterances == 3


def damage_database(folder):
    database = next(folder.glob("library-*.db"))
    database.write_bytes(database.read_bytes()[:-100])


def lose_database(folder):
    next(folder.glob("library-*.db")).unlink()


def change(folder, *statements):
    database = next(folder.glob("library-*.db"))
    with closing(sqlite3.connect(database)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    rewrite(folder, database_sha256=sha256_of(database))


def rewrite(folder, **fields):
    manifest = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps({**manifest, **fields}))


def ruin_page(folder):
    database = next(folder.glob("library-*.db"))
    content = bytearray(database.read_bytes())
    content[4096:] = bytes(value ^ 0x5A for value in content[4096:])
    database.write_bytes(content)
    rewrite(folder, database_sha256=sha256_of(database))


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (damage_database, "database is damaged"),
        (ruin_page, "damaged"),
        (lose_database, "database is missing"),
        (lambda f: rewrite(f, format=2), "newer Attune"),
        (lambda f: rewrite(f, database="../library.db"), "manifest in .* is damaged"),
        (lambda f: change(f, "PRAGMA user_version = 99"), "newer Attune"),
        (lambda f: change(f, "CREATE TRIGGER evil AFTER INSERT ON session BEGIN SELECT 1; END"), "not a library"),
        (lambda f: change(f, "UPDATE utterance SET audio = '../../evil' WHERE seq = 1"), "impossible recording"),
    ],
)
def test_a_spoilt_backup_changes_nothing(home, tmp_path, spoil, reason):
    back_up(home, tmp_path / "backup")
    spoil(tmp_path / "backup")

    with pytest.raises((InputError, StorageError), match=reason):
        restore(home, tmp_path / "backup")
    assert texts(home) == sorted(SENTENCES[:3])
    assert sorted(path.name for path in home.base.iterdir()) == ["backups.json", "library", "lock"]


def test_a_damaged_recording_does_not_keep_the_rest_from_coming_back(home, tmp_path):
    back_up(home, tmp_path / "backup")
    sound = next((tmp_path / "backup").rglob("*.flac"))
    sound.write_bytes(b"ruined")

    result = restore(home, tmp_path / "backup")
    assert (result.utterances, result.recordings) == (3, 2)
    assert "is damaged in the backup" in result.damage[0]


def test_restore_waits_for_no_one(home, tmp_path, monkeypatch):
    back_up(home, tmp_path / "backup")
    monkeypatch.setattr("engine.library.lock.HomeLock.__init__.__defaults__", (0.1,))
    with Library(home), pytest.raises(StorageError, match="Another Attune"):
        restore(home, tmp_path / "backup")


@pytest.mark.parametrize("crash_at", [1, 2, 3])
def test_a_crash_while_restoring_leaves_one_of_the_two_whole(home, tmp_path, monkeypatch, crash_at):
    back_up(home, tmp_path / "backup")
    with Library(home) as library:
        dictate(library, SENTENCES[5], seed=9)
    present = texts(home)
    moves = []
    real = swap.move

    def crash(source, destination):
        moves.append(destination)
        if len(moves) == crash_at:
            raise KeyboardInterrupt
        real(source, destination)

    monkeypatch.setattr(swap, "move", crash)
    with pytest.raises(KeyboardInterrupt):
        restore(home, tmp_path / "backup")
    monkeypatch.setattr(swap, "move", real)

    assert exists(home)
    assert texts(home) in (present, sorted(SENTENCES[:3]))
    restore(home, tmp_path / "backup")
    assert texts(home) == sorted(SENTENCES[:3])


def test_erasing_leaves_nothing_that_was_said(home, tmp_path):
    back_up(home, tmp_path / "backup")
    restore(home, tmp_path / "backup")
    for folder in (home.spool, home.jobs, home.models):
        folder.mkdir()
        (folder / "file").write_bytes(b"x")
    erase(home)

    assert sorted(path.name for path in home.base.iterdir()) == ["backups.json", "lock", "models"]
    erase(home)
    assert not exists(home)


def test_a_crash_while_erasing_is_finished_at_the_next_start(home):
    home.library.rename(home.base / swap.ERASED)

    with Library(home, writable=False) as library:
        assert library.utterances.page() == []
    assert not (home.base / swap.ERASED).exists()
