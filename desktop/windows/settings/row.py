"""One setting: its title and help, its editor, and a way back to the default."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from desktop.icons import icon
from desktop.windows.settings.fields import make_editor, show_value, words_of
from engine.errors import StorageError
from engine.settings import Setting, Settings


class SettingRow(QFrame):
    """Changes one setting as soon as another value is chosen; `failed` has the error where it cannot be saved."""

    failed = Signal(object)

    def __init__(self, settings: Settings, setting: Setting[Any], editor: QWidget | None = None) -> None:
        """`editor` stands in for the usual one of the setting's form; whoever gives it calls `choose`."""
        super().__init__()
        self.setting = setting
        self._settings = settings
        title, help_text = words_of(setting.title), words_of(setting.help)
        self.editor = editor or make_editor(setting, settings.get(setting), self.choose)
        for named in (self.editor, *self.editor.findChildren(QLineEdit)):  # of a spin box the line inside is focused
            named.setAccessibleName(title)
            named.setAccessibleDescription(help_text)
        self._reset = QToolButton()
        self._reset.setIcon(icon("undo"))
        self._reset.setToolTip(self.tr("Back to the default"))
        self._reset.setAccessibleName(self.tr("Reset: {title}").format(title=title))
        self._reset.clicked.connect(self.reset)
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        self._lay_out(title, help_text)
        self.text = f"{title} {help_text} {words_of(setting.group)} {setting.name}".casefold()
        self._show_reset()

    def choose(self, value: Any) -> None:
        """Take the user's value."""
        try:
            self._settings.set(self.setting, value)
        except ValueError:  # more than the editor's own limits: what was there stays
            show_value(self.editor, self._settings.get(self.setting))
        except StorageError as error:
            self.failed.emit(error)
        self._show_reset()

    def reset(self) -> None:
        """Go back to the default."""
        try:
            self._settings.reset(self.setting)
        except StorageError as error:
            self.failed.emit(error)
        self.refresh()
        self.editor.setFocus()

    def refresh(self) -> None:
        """Show what is chosen now."""
        show_value(self.editor, self._settings.get(self.setting))
        self._show_reset()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 # Qt's name
        """It may have been changed elsewhere."""
        super().showEvent(event)
        self.refresh()

    def _show_reset(self) -> None:
        self._reset.setVisible(not self._settings.is_default(self.setting))

    def _lay_out(self, title: str, help_text: str) -> None:
        label = QLabel(title)
        label.setBuddy(self.editor)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, *((8, 8, 8) if help_text else (3, 8, 3)))
        grid.setColumnStretch(0, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.editor, 0, 1, 2 if help_text else 1, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._reset, 0, 2, 2 if help_text else 1, 1, Qt.AlignmentFlag.AlignVCenter)
        if help_text:
            explanation = QLabel(help_text)
            explanation.setProperty("look", "muted")
            explanation.setWordWrap(True)
            grid.addWidget(explanation, 1, 0)
