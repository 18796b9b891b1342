from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from desktop.windows.vocabulary.page import VocabularyPage
from desktop.windows.vocabulary.snippets import SnippetDialog
from engine.settings.declarations import SNIPPETS

SIGNATURE = {"spoken": "my signature", "text": "Kind regards,\nAda"}
ADDRESS = {"spoken": "office address", "text": "12 High Street"}


@pytest.fixture
def page(context, qtbot):
    context.settings.set(SNIPPETS, (SIGNATURE, ADDRESS))
    page = VocabularyPage(context)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.tabs.setCurrentWidget(page.snippets)
    return page


def phrases(page):
    return [page.snippets.item(row, 0).text() for row in range(page.snippets.rowCount())]


def test_a_text_is_shown_on_one_line_and_whole_in_its_tip(page):
    assert phrases(page) == ["my signature", "office address"]
    assert page.snippets.item(0, 1).text() == "Kind regards, ⏎ Ada"
    assert page.snippets.item(0, 1).toolTip() == "Kind regards,\nAda"


def test_the_search_field_searches_phrase_and_text(page):
    page.search.setText("high str")
    assert [page.snippets.isRowHidden(row) for row in range(2)] == [True, False]


def test_the_add_button_asks_and_keeps_what_was_given(page, context, qtbot):
    page.add_button.click()
    dialog = page.findChild(SnippetDialog)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    dialog.spoken.setText("?!")
    dialog.written.setPlainText("\tLine one\nLine two")
    assert not ok.isEnabled()
    assert "word" in dialog.problem.text()
    dialog.spoken.setText("two lines")
    qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)
    assert context.settings.get(SNIPPETS)[-1] == {"spoken": "two lines", "text": "\tLine one\nLine two"}
    assert "two lines" in phrases(page)


def test_enter_changes_phrase_and_text_in_its_place(page, context, qtbot):
    page.snippets.selectRow(0)
    qtbot.keyClick(page.snippets, Qt.Key.Key_Return)
    dialog = page.findChild(SnippetDialog)
    assert (dialog.spoken.text(), dialog.written.toPlainText()) == (SIGNATURE["spoken"], SIGNATURE["text"])
    dialog.spoken.setText("sign it")
    dialog.accept()
    assert {one["spoken"]: one["text"] for one in context.settings.get(SNIPPETS)} == {
        "sign it": SIGNATURE["text"],
        "office address": ADDRESS["text"],
    }


def test_what_was_removed_comes_back_by_undo(page, context, stage, qtbot):
    page.snippets.selectRow(1)
    qtbot.keyClick(page.snippets, Qt.Key.Key_Delete)
    assert phrases(page) == ["my signature"]
    stage.actions[-1].run()
    assert phrases(page) == ["my signature", "office address"]
    assert context.settings.get(SNIPPETS) == (SIGNATURE, ADDRESS)


def test_the_page_says_what_the_empty_table_is_for(context, qtbot):
    page = VocabularyPage(context)
    qtbot.addWidget(page)
    page.tabs.setCurrentWidget(page.snippets)
    assert page.about.text()
    assert not page.remove_button.isEnabled()
