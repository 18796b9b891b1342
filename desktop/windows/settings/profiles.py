"""Profiles: what is different in one program."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.context import Context
from desktop.windows.settings.language import LanguageChoice
from engine.errors import StorageError
from engine.settings.declarations import PROFILES
from engine.settings.profiles import INSERTION_METHODS, Profile


class ProfilesSection(QFrame):
    """Lists the profiles; each is edited in a dialog. `text` is what a search looks at."""

    failed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._settings = context.settings
        self.setProperty("look", "card")
        explanation = QLabel(
            self.tr("Another language, way of inserting or formatting in one program, or nothing kept of it.")
        )
        explanation.setProperty("look", "muted")
        explanation.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Profiles"))
        self.list.setFixedHeight(self.list.fontMetrics().lineSpacing() * 5 + 12)
        self.list.itemDoubleClicked.connect(lambda item: self._edit())
        self.list.currentRowChanged.connect(lambda row: self._enable())
        self._buttons = QHBoxLayout()
        self._add = self._button(self.tr("Add…"), self._new)
        self._change = self._button(self.tr("Change…"), self._edit)
        self._remove = self._button(self.tr("Remove"), self.remove)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(explanation)
        column.addWidget(self.list)
        column.addLayout(self._buttons)
        self.text = f"{self.tr('Profiles')} {explanation.text()}".casefold()
        self._fill()

    @property
    def profiles(self) -> list[Profile]:
        """The profiles as they are chosen."""
        return [Profile(**values) for values in self._settings.get(PROFILES)]

    def put(self, profile: Profile) -> None:
        """Add the profile, in place of one of the same program."""
        others = [other for other in self.profiles if other.app.casefold() != profile.app.casefold()]
        self._store(sorted([*others, profile], key=lambda one: one.app.casefold()))

    def remove(self) -> None:
        """Remove the chosen one."""
        row = self.list.currentRow()
        if row >= 0:
            profiles = self.profiles
            del profiles[row]
            self._store(profiles)

    def _store(self, profiles: list[Profile]) -> None:
        values: tuple[dict[str, Any], ...] = tuple(vars(profile).copy() for profile in profiles)
        try:
            self._settings.set(PROFILES, values)
        except StorageError as error:
            self.failed.emit(error)
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        for profile in self.profiles:
            self.list.addItem(f"{profile.app}:  {self._describe(profile)}")
        self._enable()

    def _describe(self, profile: Profile) -> str:
        parts = [profile.language, "" if profile.insertion == "auto" else method_label(profile.insertion)]
        parts += ["" if profile.format else self.tr("not formatted"), "" if profile.keep else self.tr("nothing kept")]
        return ", ".join(part for part in parts if part) or self.tr("as everywhere")

    def _enable(self) -> None:
        chosen = self.list.currentRow() >= 0
        self._change.setEnabled(chosen)
        self._remove.setEnabled(chosen)

    def _new(self) -> None:
        self._ask(Profile(""))

    def _edit(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self._ask(self.profiles[row])

    def _ask(self, profile: Profile) -> None:
        dialog = ProfileDialog(profile, self)
        dialog.accepted.connect(lambda: self.put(dialog.profile))
        dialog.open()

    def _button(self, text: str, clicked: Any) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda checked: clicked())
        self._buttons.addWidget(button)
        return button


class ProfileDialog(QDialog):
    """The fields of one profile."""

    def __init__(self, profile: Profile, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Profile of a program"))
        self.app = QLineEdit(profile.app)
        self.app.setPlaceholderText(self.tr("As the history names it"))
        self.app.setMinimumWidth(260)
        self.language = LanguageChoice(profile.language, self.tr("As everywhere"))
        self.insertion = QComboBox()
        for method in INSERTION_METHODS:
            self.insertion.addItem(method_label(method), method)
        self.insertion.setCurrentIndex(self.insertion.findData(profile.insertion))
        self.format = QCheckBox(self.tr("Format what is said there"))
        self.format.setChecked(profile.format)
        self.keep = QCheckBox(self.tr("Keep what is said there"))
        self.keep.setChecked(profile.keep)
        form = QFormLayout(self)
        form.addRow(self.tr("Program"), self.app)
        form.addRow(self.tr("Language spoken"), self.language)
        form.addRow(self.tr("Insert by"), self.insertion)
        form.addRow(self.format)
        form.addRow(self.keep)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        done = buttons.button(QDialogButtonBox.StandardButton.Ok)
        done.setEnabled(bool(profile.app))
        self.app.textChanged.connect(lambda text: done.setEnabled(bool(text.strip())))
        self.app.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def profile(self) -> Profile:
        """As the fields have it."""
        return Profile(
            self.app.text().strip(),
            self.language.currentData(),
            str(self.insertion.currentData()),
            self.format.isChecked(),
            self.keep.isChecked(),
        )


def method_label(method: str) -> str:
    """What a way of inserting is called."""
    return {
        "auto": QCoreApplication.translate("Profiles", "the best way there is"),
        "paste": QCoreApplication.translate("Profiles", "pasting"),
        "type": QCoreApplication.translate("Profiles", "typing"),
        "copy": QCoreApplication.translate("Profiles", "only offering a copy"),
    }[method]
