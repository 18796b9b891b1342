"""One editor for each form of setting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QKeySequenceEdit, QLineEdit, QSpinBox, QWidget

from desktop.windows.settings.key_field import KeyField
from engine.settings import Setting

Changed = Callable[[Any], None]


def words_of(text: str) -> str:
    """A title, help or label of a declaration, translated."""
    return QCoreApplication.translate("Settings", text) if text else ""


class Spin(QSpinBox):
    """A number that the wheel does not change while the page is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 # Qt's name
        """Leave it to the page unless the number is being edited."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Choice(QComboBox):
    """A choice that the wheel does not change while the page is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 # Qt's name
        """Leave it to the page."""
        event.ignore()


def make_editor(setting: Setting[Any], value: Any, changed: Changed) -> QWidget:
    """An editor that shows `value` and calls `changed` with each one the user chooses."""
    return _EDITORS[setting.form](setting, value, changed)


def show_value(editor: QWidget, value: Any) -> None:
    """Show another value, as after a reset, without reporting it."""
    editor.blockSignals(True)
    match editor:
        case QCheckBox():
            editor.setChecked(value)
        case QComboBox():
            editor.setCurrentIndex(max(0, editor.findData(value)))
        case QSpinBox():
            editor.setValue(value)
        case QLineEdit():
            editor.setText(value)
        case QKeySequenceEdit():
            editor.setKeySequence(QKeySequence.fromString(value, QKeySequence.SequenceFormat.PortableText))
    editor.blockSignals(False)


def _toggle(setting: Setting[Any], value: Any, changed: Changed) -> QWidget:
    box = QCheckBox()
    box.setChecked(value)
    box.toggled.connect(changed)
    return box


def _choice(setting: Setting[Any], value: Any, changed: Changed) -> QWidget:
    box = Choice()
    for data, label in setting.choices:
        box.addItem(words_of(label), data)
    show_value(box, value)
    box.currentIndexChanged.connect(lambda index: changed(box.itemData(index)))
    return box


def _number(setting: Setting[Any], value: Any, changed: Changed) -> QWidget:
    box = Spin()
    box.setRange(int(setting.low), int(setting.high))
    box.setSingleStep(int(setting.step))
    if setting.unit:
        box.setSuffix(f" {words_of(setting.unit)}")
    box.setValue(value)
    box.setKeyboardTracking(False)
    box.valueChanged.connect(changed)
    return box


def _text(setting: Setting[Any], value: Any, changed: Changed) -> QWidget:
    line = QLineEdit(value)
    line.setMinimumWidth(220)
    line.editingFinished.connect(lambda: changed(line.text().strip()))
    return line


def _shortcut(setting: Setting[Any], value: Any, changed: Changed) -> QWidget:
    editor = KeyField()
    show_value(editor, value)
    portable = QKeySequence.SequenceFormat.PortableText
    editor.keySequenceChanged.connect(lambda keys: changed(keys.toString(portable)))
    return editor


_EDITORS: dict[str, Callable[[Setting[Any], Any, Changed], QWidget]] = {
    "toggle": _toggle,
    "choice": _choice,
    "number": _number,
    "text": _text,
    "shortcut": _shortcut,
}
