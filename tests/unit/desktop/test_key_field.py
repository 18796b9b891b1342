"""The field for a key takes one only when it is asked to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.windows.settings.key_field import KeyField

CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def field(qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    field = KeyField()
    field.setKeySequence(QKeySequence("Ctrl+Alt+Space"))
    column.addWidget(field)
    column.addWidget(QPushButton("&Next"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    field.setFocus()
    yield field
    window.close()


def keys(field):
    return field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)


def test_whoever_comes_by_changes_nothing_and_buttons_keep_their_keys(field, qtbot):
    button = field.window().findChild(QPushButton)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(field, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(field, Qt.Key.Key_F9)
    assert keys(field) == "Ctrl+Alt+Space"


@pytest.mark.parametrize("begin", ["enter", "click"])
def test_a_click_or_enter_and_then_a_key(field, qtbot, begin):
    if begin == "enter":
        qtbot.keyClick(field, Qt.Key.Key_Return)
    else:
        qtbot.mouseClick(field.findChild(QLineEdit), Qt.MouseButton.LeftButton)
    assert field.taking
    assert keys(field) == "Ctrl+Alt+Space"
    with qtbot.waitSignal(field.keySequenceChanged):
        qtbot.keyClick(field, Qt.Key.Key_D, CONTROL_ALT)
    qtbot.waitUntil(lambda: not field.taking)
    assert keys(field) == "Ctrl+Alt+D"
    assert field.findChild(QLineEdit).text() != ""


def test_escape_and_leaving_keep_the_key(field, qtbot):
    for leave in (lambda: qtbot.keyClick(field, Qt.Key.Key_Escape), field.clearFocus):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Return)
        leave()
        assert not field.taking
        assert keys(field) == "Ctrl+Alt+Space"
        assert "Space" in field.findChild(QLineEdit).text()
