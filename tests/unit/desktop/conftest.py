from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

import pytest
from desktop_stage import Stage, qt_messages
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def _no_qt_messages():
    """A warning of Qt is a defect of ours."""
    with qt_messages() as messages:
        yield
        # What a test has closed goes now: whatever is left makes each change of colours slower.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert messages == []


@pytest.fixture
def stage(qtbot, tmp_path):
    """The parts of a running application, without its windows, on an empty home."""
    with Stage(tmp_path) as stage:
        yield stage


@pytest.fixture
def context(stage):
    """What a page is given."""
    return stage.context
