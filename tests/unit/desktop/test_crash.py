from __future__ import annotations

import stat
import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from desktop.crash import CrashDialog, Faults, report
from engine.errors import StorageError
from engine.paths import Home

SECRET = "my bank's number is 4711"


def fail(said: str) -> None:
    raise ValueError(said)


@pytest.fixture
def faults(qtbot, tmp_path):
    faults = Faults(Home(tmp_path))
    faults.install()
    yield faults
    faults.remove()
    if faults._dialog is not None:
        faults._dialog.close()


def test_a_report_says_where_and_quotes_nobody():
    try:
        fail(SECRET)
    except ValueError as error:
        text = report(type(error), error.__traceback__)
    assert "builtins.ValueError" in text
    assert "tests/unit/desktop/test_crash.py" in text
    assert "in fail" in text
    assert "4711" not in text


def test_a_defect_on_any_thread_is_shown_once_and_kept_in_a_private_file(faults, qtbot, tmp_path):
    for _ in range(2):
        thread = threading.Thread(target=fail, args=(SECRET,))
        thread.start()
        thread.join()
    qtbot.waitUntil(lambda: faults._dialog is not None)
    first = faults._dialog
    qtbot.wait(10)
    assert faults._dialog is first
    assert "4711" not in first.report.toPlainText()
    log = tmp_path / "logs" / "faults.log"
    assert log.read_text().count("builtins.ValueError") == 2
    assert "4711" not in log.read_text()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_fault_of_the_world_is_no_crash(faults, qtbot):
    heard = []
    faults.world.connect(heard.append)
    error = StorageError("The disk is full.", "Free some space.")
    sys.excepthook(StorageError, error, None)
    assert heard == [error]
    assert faults._dialog is None


def test_the_report_can_be_copied(qtbot):
    dialog = CrashDialog("a report")
    qtbot.addWidget(dialog)
    next(button for button in dialog.findChildren(QPushButton) if "Copy" in button.text()).click()
    assert QGuiApplication.clipboard().text() == "a report"


def test_afterwards_the_hooks_are_those_of_before(qtbot, tmp_path):
    before = (sys.excepthook, threading.excepthook)
    faults = Faults(Home(tmp_path))
    faults.install()
    faults.remove()
    assert (sys.excepthook, threading.excepthook) == before
