from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QLabel

from desktop.theme import DARK, LIGHT
from desktop.windows.settings.page import SettingsPage
from engine.settings import Settings
from engine.settings.declarations import DICTATE_KEY, SETTINGS, TEXT_SIZE, THEME


@pytest.fixture
def page(context, qtbot):
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.show()
    return page


def test_every_setting_that_is_not_hidden_has_a_row_that_names_its_editor(page):
    for setting in SETTINGS:
        if setting.form != "hidden":
            row = page.row(setting.name)
            assert row.editor.accessibleName() == setting.title


def test_a_choice_holds_at_once_and_can_be_taken_back(page, stage):
    row = page.row(THEME.name)
    assert not row._reset.isVisible()
    row.editor.setCurrentIndex(row.editor.findData("dark"))
    assert stage.theme.colours == DARK
    assert json.loads(stage.context.home.settings.read_text())["values"][THEME.name] == "dark"
    row._reset.click()
    assert row.editor.currentData() == "system"
    assert stage.theme.colours == LIGHT
    assert not row._reset.isVisible()


def test_keys_and_numbers_are_taken_as_they_are_written(page, stage):
    page.row(DICTATE_KEY.name).editor.setKeySequence("F9")
    assert stage.settings.get(DICTATE_KEY) == "F9"
    page.row(TEXT_SIZE.name).editor.setValue(150)
    assert stage.settings.get(TEXT_SIZE) == 150
    page.row(TEXT_SIZE.name).reset()


def test_the_search_leaves_what_has_all_its_words(page):
    page._search.setText("dark COLOURS")
    assert page.row(THEME.name).isVisible()
    assert not page.row(TEXT_SIZE.name).isVisible()
    page._search.setText("no such words anywhere")
    assert page._nothing.isVisible()
    page.open(TEXT_SIZE.name)
    assert page.row(TEXT_SIZE.name).isVisible()


def test_a_value_that_could_not_be_used_is_said(stage, qtbot):
    from dataclasses import replace

    path = stage.context.home.settings
    path.write_text(json.dumps({"version": 1, "values": {THEME.name: "purple"}}))
    page = SettingsPage(replace(stage.context, settings=Settings(path, SETTINGS)))
    qtbot.addWidget(page)
    assert any("appearance.theme" in label.text() for label in page.findChildren(QLabel))
