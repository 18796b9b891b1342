from __future__ import annotations

import os
import shutil
import stat
from types import SimpleNamespace

from engine.library import ballast
from engine.library.ballast import SIZE, Ballast


def test_room_is_set_aside_once_and_given_up_once(tmp_path):
    ballast = Ballast(tmp_path)
    ballast.make()
    ballast.make()
    status = (tmp_path / "ballast").stat()
    assert status.st_size == SIZE
    assert stat.S_IMODE(status.st_mode) == 0o600
    if hasattr(os, "posix_fallocate"):
        assert status.st_blocks * 512 >= SIZE  # a hole would be no room
    assert ballast.give_up()
    assert not ballast.give_up()
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_set_aside_where_little_is_free(tmp_path, monkeypatch):
    little = SimpleNamespace(free=ballast.LEAST_FREE - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: little)
    Ballast(tmp_path).make()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_nobodys_trouble(tmp_path):
    Ballast(tmp_path / "missing").make()
    assert not Ballast(tmp_path / "missing").give_up()
