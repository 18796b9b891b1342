from __future__ import annotations

import pytest
from misheard_samples import RIGHT, add_doubtful
from PySide6.QtCore import Qt

from desktop.windows.correction.page import CorrectPage


@pytest.fixture
def page(context, qtbot):
    page = CorrectPage(context)
    qtbot.addWidget(page)
    page.resize(800, 600)
    return page


def open_page(page, qtbot, identifier):
    with qtbot.waitSignal(page.panel.shown):
        page.show()
    assert page.panel.identifier == identifier
    return page.panel.editor


def decide(page, qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    with qtbot.waitSignal(page.panel.decided) as outcome:
        qtbot.keyClick(page.panel.editor.field, key, modifiers)
    return outcome.args[0]


def test_the_doubtful_one_comes_first_and_what_was_learnt_is_told_and_can_be_taken_back(page, stage, doubtful, qtbot):
    sure = add_doubtful(stage.library, "Nobody answered the second call.", seed=1)
    editor = open_page(page, qtbot, doubtful)
    qtbot.keyClicks(editor.field, "Kubernetes")
    with qtbot.waitSignals([stage.bridge.library_changed, page.panel.shown]):
        outcome = decide(page, qtbot, Qt.Key.Key_Return)
    assert outcome.decision == "corrected"
    assert stage.library.utterances.get(doubtful).text == RIGHT
    assert "“cooper netties” becomes “Kubernetes”" in page._said.text()
    assert page.panel.identifier == sure
    qtbot.waitUntil(lambda: "1 left" in page._progress.text())
    with qtbot.waitSignal(page.panel.shown):
        qtbot.keyClick(editor.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.panel.identifier == doubtful
    assert stage.library.utterances.get(doubtful).status == "dictated"
    assert not page.undo.isVisible()


def test_right_later_and_of_no_use_are_one_key_or_click_each(page, stage, doubtful, qtbot):
    library = stage.library
    second, third = (
        add_doubtful(library, "Nobody came.", seed=1),
        add_doubtful(library, "One two three four five six.", seed=2),
    )
    open_page(page, qtbot, doubtful)
    with qtbot.waitSignal(page.panel.shown):
        assert decide(page, qtbot, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier).decision == "later"
    assert library.utterances.get(doubtful).later
    first = page.panel.identifier
    with qtbot.waitSignal(page.panel.shown):
        assert decide(page, qtbot, Qt.Key.Key_Return).decision == "accepted"
    assert library.utterances.get(first).status == "accepted"
    with qtbot.waitSignal(page.panel.decided):
        page.panel.editor.reject.click()
    assert {library.utterances.get(one).status for one in (second, third)} == {"accepted", "rejected"}
    assert page.empty.isVisible()


def test_what_is_skipped_waits_for_another_time(page, stage, doubtful, qtbot):
    open_page(page, qtbot, doubtful)
    page.skip.click()
    assert page.empty.isVisible()
    assert page.empty._title.text() == "1 skipped"
    assert stage.library.utterances.get(doubtful).status == "dictated"


def test_an_empty_library_says_what_to_do(page, stage, qtbot):
    page.show()
    qtbot.waitUntil(lambda: page.empty.isVisible())
    assert page.empty._title.text() == "Nothing has been dictated yet"
    first = add_doubtful(stage.library)
    with qtbot.waitSignal(page.panel.shown):
        stage.bridge.library_changed.emit()
    assert page.panel.identifier == first


def test_another_page_can_send_an_utterance_here(page, stage, doubtful, qtbot):
    other = add_doubtful(stage.library, "Nobody came.", seed=1)
    with qtbot.waitSignal(page.panel.shown):
        page.open(other)
        page.show()
    qtbot.waitUntil(lambda: "2 left" in page._progress.text())
    assert page.panel.identifier == other


def test_nothing_left_of_a_text_is_no_correction(page, stage, doubtful, qtbot):
    editor = open_page(page, qtbot, doubtful)
    editor.correction.edit("")
    page.panel.submit()
    assert "Of no use" in page.panel._problem.text()
    assert stage.library.utterances.get(doubtful).status == "dictated"


def test_words_and_all_of_it_are_played(page, doubtful, played, qtbot):
    editor = open_page(page, qtbot, doubtful)
    qtbot.keyClick(editor.field, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(played) == 1)
    editor.play_all.click()
    assert played == [pytest.approx(0.9 + 2 * 0.15, abs=0.01), 4.0]


def test_what_was_changed_and_not_saved_can_be_gone_back_to(page, stage, doubtful, qtbot):
    other = add_doubtful(stage.library, "Nobody came.", seed=1)
    editor = open_page(page, qtbot, doubtful)
    qtbot.keyClick(editor.field, Qt.Key.Key_1)
    with qtbot.waitSignal(page.panel.shown):
        page.open(other)
    assert "not saved" in stage.said[-1]
    with qtbot.waitSignal(page.panel.shown):
        stage.actions[-1].run()
    assert (page.panel.identifier, editor.text) == (doubtful, RIGHT)
