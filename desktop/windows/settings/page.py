"""The page of settings, made from their declarations."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, TypeAlias

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.engine_text import in_language
from desktop.windows.cards import make_button, row_of
from desktop.windows.main.page import Page
from desktop.windows.settings.data import DataSection
from desktop.windows.settings.fields import Choice, words_of
from desktop.windows.settings.language import LanguageChoice
from desktop.windows.settings.microphone import MicrophoneChoice
from desktop.windows.settings.profiles import ProfilesSection
from desktop.windows.settings.row import SettingRow
from engine.settings import Setting
from engine.settings.declarations import LANGUAGE, MICROPHONE

FORMATTING_PREFIX = "formatting."
Part: TypeAlias = SettingRow | ProfilesSection | DataSection


class SettingsPage(Page):
    """Every setting that is not hidden, by group; the search leaves those that have all its words."""

    key = "settings"
    icon = "settings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search the settings"))
        self._search.setAccessibleName(self.tr("Search the settings"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        first_steps = make_button(self.tr("&First steps…"), self._show_first_steps)
        first_steps.setToolTip(self.tr("Microphone, model, key and a first sentence, one after the other"))
        self.body.addLayout(row_of(self._search, first_steps))
        self._nothing = QLabel(self.tr("No setting has these words."))
        self._nothing.setProperty("look", "muted")
        self._nothing.hide()
        self.body.addWidget(self._nothing)
        self._groups: list[tuple[QWidget, list[Part]]] = []
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(16)
        for problem in context.settings.problems:
            column.addWidget(_problem(in_language(problem)))
        # What is looked for most comes first: the rules of formatting are many.
        shown = [setting for setting in context.settings.known if setting.form != "hidden"]
        self._add_settings(column, [setting for setting in shown if not setting.name.startswith(FORMATTING_PREFIX)])
        self._add_group(column, self.tr("Profiles of programs"), [ProfilesSection(context)])
        self._add_group(column, self.tr("What is kept"), [DataSection(context)])
        self._add_settings(column, [setting for setting in shown if setting.name.startswith(FORMATTING_PREFIX)])
        column.addStretch(1)
        holder = QWidget()
        holder.setLayout(column)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(holder)
        self.body.addWidget(area, 1)

    @classmethod
    def title(cls) -> str:
        """Its name."""
        return QCoreApplication.translate("SettingsPage", "Settings")

    def _show_first_steps(self) -> None:
        from desktop.windows.first_run.dialog import FirstRun  # wanted seldom

        FirstRun(self.context, self.window()).show()

    def open(self, argument: object) -> None:
        """Search for a setting, by its name."""
        self._search.setText(str(argument))

    def row(self, name: str) -> SettingRow:
        """The row of the setting called `name`."""
        rows = (row for _, rows in self._groups for row in rows if isinstance(row, SettingRow))
        return next(row for row in rows if row.setting.name == name)

    def _add_settings(self, column: QVBoxLayout, settings: Sequence[Setting[Any]]) -> None:
        for group, members in groupby(settings, key=lambda setting: setting.group):
            self._add_group(column, words_of(group), [self._row(setting) for setting in members])

    def _row(self, setting: Setting[Any]) -> SettingRow:
        editor: Choice
        if setting == MICROPHONE:
            editor = MicrophoneChoice(self.context)
        elif setting == LANGUAGE:
            editor = LanguageChoice(self.context.settings.get(LANGUAGE), self.tr("The first one that is heard"))
        else:
            return SettingRow(self.context.settings, setting)
        row = SettingRow(self.context.settings, setting, editor)
        editor.currentIndexChanged.connect(lambda index: row.choose(editor.itemData(index)))
        return row

    def _add_group(self, column: QVBoxLayout, group: str, rows: Sequence[Part]) -> None:
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        heading = QLabel(group)
        heading.setProperty("look", "heading")
        inside.addWidget(heading)
        card = QFrame()
        lines = QVBoxLayout(card)
        lines.setContentsMargins(0, 4, 0, 4)
        lines.setSpacing(0)
        for row in rows:
            row.failed.connect(self.context.tasks.failed)
            if isinstance(row, SettingRow):  # the others are cards themselves
                card.setProperty("look", "card")
                lines.addWidget(row)
            else:
                inside.addWidget(row)
        if card.property("look"):
            inside.addWidget(card)
        column.addWidget(box)
        self._groups.append((box, list(rows)))

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        found = False
        for box, rows in self._groups:
            fitting = [all(word in row.text for word in wanted) for row in rows]
            for row, fits in zip(rows, fitting, strict=True):
                row.setVisible(fits)
            box.setVisible(any(fitting))
            found = found or any(fitting)
        self._nothing.setVisible(not found)


def _problem(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("look", "warning")
    return label
