from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QThread

from desktop.tasks import CancelledError, Tasks
from engine.errors import InputError


@pytest.fixture
def tasks(qtbot):
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def owner():
    return QObject()


def test_the_result_comes_home_on_the_windows_thread(tasks, owner, qtbot):
    came = []
    home = QThread.currentThread()
    assert not tasks.busy
    tasks.run(
        owner,
        lambda control: threading.get_ident(),
        lambda ident: came.append((ident, QThread.currentThread() is home)),
    )
    qtbot.waitUntil(lambda: bool(came))
    [(ident, at_home)] = came
    assert ident != threading.get_ident()
    assert at_home
    assert not tasks.busy


def test_progress_comes_before_the_result(tasks, owner, qtbot):
    came = []

    def work(control):
        for step in range(3):
            control.report(step)
        return "done"

    tasks.run(owner, work, came.append, progress=came.append)
    qtbot.waitUntil(lambda: "done" in came)
    assert came == [0, 1, 2, "done"]


def test_a_fault_of_the_world_goes_to_its_callback_or_to_everybody(tasks, owner, qtbot):
    def work(control):
        raise InputError("No such file.", "Choose another.")

    own, general = [], []
    tasks.failed.connect(general.append)
    tasks.run(owner, work, failed=own.append)
    qtbot.waitUntil(lambda: bool(own))
    assert general == []
    tasks.run(owner, work)
    qtbot.waitUntil(lambda: bool(general))
    assert len(own) == 1


def test_a_defect_is_raised_on_the_windows_thread(tasks, owner, qtbot):
    def work(control):
        raise KeyError("defect")

    with qtbot.capture_exceptions() as raised:
        tasks.run(owner, work)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is KeyError


def test_after_a_cancel_nothing_comes(tasks, owner, qtbot):
    begun, go_on, came, ended = threading.Event(), threading.Event(), [], threading.Event()

    def work(control):
        begun.set()
        assert go_on.wait(10)
        try:
            control.check()
        except CancelledError:
            ended.set()
            raise

    task = tasks.run(owner, work, came.append, failed=came.append)
    assert begun.wait(10)
    task.cancel()
    go_on.set()
    assert ended.wait(10)
    done = []
    tasks.run(owner, lambda control: 1, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert came == []


def test_nothing_comes_to_an_owner_that_is_gone(tasks, qtbot):
    import shiboken6

    go_on, came, done = threading.Event(), [], []
    owner, other = QObject(), QObject()
    tasks.run(owner, lambda control: go_on.wait(10), came.append)
    shiboken6.delete(owner)
    go_on.set()
    tasks.run(other, lambda control: 1, done.append)
    qtbot.waitUntil(lambda: bool(done))
    qtbot.wait(10)
    assert came == []
