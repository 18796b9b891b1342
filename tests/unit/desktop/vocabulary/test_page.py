from __future__ import annotations

import json

import pytest
from corrected_samples import teach
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from desktop.windows.vocabulary.dialogs import AddRuleDialog, AddTermDialog, DocumentDialog
from desktop.windows.vocabulary.page import VocabularyPage

LEARNT = ("We deploy it on cooper netties today.", "We deploy it on Kubernetes today.")


@pytest.fixture
def page(context, stage, qtbot):
    teach(stage.library, LEARNT)
    page = VocabularyPage(context)
    page.vocabulary.add("Qt", "cute")
    page.vocabulary.add_rule("sequel server", "SQL Server")
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    qtbot.waitUntil(lambda: page.terms.model().rowCount() == 2 and page.rules.model().rowCount() == 2)
    return page


def cells(table):
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def wait_for(qtbot, condition):
    qtbot.waitUntil(condition, timeout=20_000)


def test_each_says_where_it_came_from_and_how_often(page):
    assert cells(page.terms) == [["Kubernetes", "", "corrections", "1"], ["Qt", "cute", "you", "0"]]
    assert cells(page.rules) == [
        ["cooper netties", "Kubernetes", "anywhere", "corrections", "1", "applied"],
        ["sequel server", "SQL Server", "anywhere", "you", "0", "applied"],
    ]


def test_what_a_correction_teaches_appears_at_once(page, stage, qtbot):
    page.vocabulary.add("Terraform")
    stage.bridge.library_changed.emit()
    wait_for(qtbot, lambda: "Terraform" in [row[0] for row in cells(page.terms)])


def test_the_sentence_a_rule_was_learnt_from_is_shown(page, qtbot):
    page.tabs.setCurrentWidget(page.rules)
    page.rules.selectRow(0)
    wait_for(qtbot, lambda: LEARNT[1] in page.about.text())


def test_a_term_and_a_rule_are_switched_in_the_table(page, stage, qtbot):
    for table, read in ((page.terms, page.vocabulary.terms), (page.rules, page.vocabulary.rules)):
        index = table.model().index(0, 0)
        assert table.model().setData(index, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
        wait_for(qtbot, lambda read=read: not read()[0].enabled)
        wait_for(
            qtbot,
            lambda table=table: (
                table.model().index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
            ),
        )
    assert cells(page.rules)[0][-1] == "off"


def test_how_a_term_is_said_is_edited_in_the_table_and_can_be_taken_away(page, qtbot):
    for spoken in ("kyoot", ""):
        page.terms.model().setData(page.terms.model().index(1, 1), spoken)
        wait_for(qtbot, lambda spoken=spoken: page.vocabulary.terms()[1].spoken == spoken)
        wait_for(qtbot, lambda spoken=spoken: cells(page.terms)[1][1] == spoken)


def test_what_is_removed_can_be_brought_back(page, stage, qtbot):
    page.terms.selectAll()
    qtbot.keyClick(page.terms, Qt.Key.Key_Delete)
    wait_for(qtbot, lambda: cells(page.terms) == [["Kubernetes", "", "corrections", "1"]])
    assert not page.vocabulary.terms()[0].enabled, "it would be learnt again"
    stage.actions[-1].run()
    wait_for(qtbot, lambda: [term.enabled for term in page.vocabulary.terms()] == [True, True])
    assert page.vocabulary.terms()[1].spoken == "cute"
    page.tabs.setCurrentWidget(page.rules)
    page.rules.selectAll()
    page.remove_button.click()
    wait_for(qtbot, lambda: len(cells(page.rules)) == 1)
    stage.actions[-1].run()
    wait_for(qtbot, lambda: [rule.active for rule in page.vocabulary.rules()] == [True, True])


def test_terms_and_rules_are_added_by_hand(page, stage, qtbot):
    page.add_button.click()
    dialog = page.findChild(AddTermDialog)
    dialog.term.setText("Grimsby")
    dialog.heard.setText("grims bee")
    dialog.accept()
    wait_for(qtbot, lambda: [row[0] for row in cells(page.terms)] == ["Grimsby", "Kubernetes", "Qt"])
    assert [rule.pattern for rule in page.vocabulary.rules()] == ["cooper netties", "grims bee", "sequel server"]
    page.tabs.setCurrentWidget(page.rules)
    page.add()
    dialog = page.findChild(AddRuleDialog)
    dialog.heard.setText("my sequel")
    dialog.written.setText("MySQL")
    dialog.accept()
    wait_for(qtbot, lambda: len(cells(page.rules)) == 4)


def test_what_cannot_be_added_is_said(page, stage, qtbot):
    page.add_rule("…", "nothing")
    wait_for(qtbot, lambda: stage.said != [])
    assert "A rule needs" in stage.said[-1]


def test_the_search_looks_everywhere(page):
    page.search.setText("CUTE")
    assert [row[0] for row in cells(page.terms)] == ["Qt"]
    page.search.setText("nothing like that")
    assert (page.terms.model().rowCount(), page.terms.hint) == (0, "Nothing here has these words.")


def test_terms_of_a_document_are_shown_and_added_only_if_ticked(page, stage, qtbot, tmp_path):
    file = tmp_path / "notes.md"
    file.write_text("Ask Weatherby about Terraform. Weatherby knows Grafana. Kubernetes is known.")
    page.read_document(file)
    wait_for(qtbot, lambda: page.findChild(DocumentDialog) is not None)
    dialog = page.findChild(DocumentDialog)
    assert isinstance(dialog, QDialog)
    dialog.tick(on=False)
    assert not dialog._add.isEnabled()
    dialog.least.setValue(2)
    assert dialog.chosen == ["Weatherby"]
    dialog._add.click()
    wait_for(qtbot, lambda: ["Weatherby", "", "notes.md", "0"] in cells(page.terms))
    stage.actions[-1].run()
    wait_for(qtbot, lambda: "Weatherby" not in [row[0] for row in cells(page.terms)])


def test_a_document_that_cannot_be_read_is_said(page, stage, qtbot, tmp_path):
    (tmp_path / "empty.txt").write_text("and so on")
    page.read_document(tmp_path / "empty.txt")
    wait_for(qtbot, lambda: "no words that are new" in stage.said[-1])
    page.read_document(tmp_path / "missing.txt")
    wait_for(qtbot, lambda: "cannot be read" in stage.said[-1])
    assert page.document.isEnabled()


def test_it_is_exported_and_imported(page, stage, qtbot, tmp_path):
    file = tmp_path / "mine.json"
    page.exchange(file, write=True)
    wait_for(qtbot, lambda: stage.said[-1:] == ["Wrote 2 terms and 2 rules."])
    content = json.loads(file.read_text())
    content["terms"].append({"text": "Postgres", "spoken": ""})
    file.write_text(json.dumps(content))
    page.exchange(file, write=False)
    wait_for(qtbot, lambda: stage.said[-1] == "Added 1 terms and 2 rules.")
    wait_for(qtbot, lambda: "Postgres" in [row[0] for row in cells(page.terms)])


def test_an_empty_vocabulary_says_how_to_begin(context, qtbot):
    page = VocabularyPage(context)
    qtbot.addWidget(page)
    page.show()
    wait_for(qtbot, lambda: "empty" in page.terms.hint)
    assert "no rules yet" in page.rules.hint
    page.grab()
