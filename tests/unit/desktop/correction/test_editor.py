"""The keys, as they are pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.windows.correction.choices import ChoiceRow, other_words_bold
from desktop.windows.correction.editor import CorrectionEditor
from engine.learning.fast_layer import FastLayer
from engine.learning.subject import load_subject

HEARD = "We deploy on cooper netties tomorrow."


@pytest.fixture
def editor(stage, doubtful, qtbot):
    editor = CorrectionEditor(stage.theme)
    qtbot.addWidget(editor)
    editor.resize(640, 480)
    editor.show()
    editor.show_subject(load_subject(stage.library, doubtful, FastLayer.load(stage.library)))
    return editor


def selected(editor) -> str:
    return editor.field.textCursor().selectedText()


def test_a_digit_and_enter_put_it_right(editor, qtbot):
    assert selected(editor) == "cooper netties"
    qtbot.keyClick(editor.field, Qt.Key.Key_1)
    assert editor.text == editor.field.toPlainText() == "We deploy on Kubernetes tomorrow."
    assert editor.kinds.kind == editor.kind == "misheard"
    with qtbot.waitSignal(editor.submitted):
        qtbot.keyClick(editor.field, Qt.Key.Key_Return)


def test_typing_replaces_and_digits_and_spaces_are_text_then(editor, qtbot):
    qtbot.keyClicks(editor.field, "Unit 12 b")
    assert editor.text == "We deploy on Unit 12 b tomorrow."
    assert editor.field.typing
    qtbot.keyClick(editor.field, Qt.Key.Key_Tab)
    assert not editor.field.typing
    assert selected(editor) == "b", "nothing else is doubtful: the cursor stays where it was"
    qtbot.keyClick(editor.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text == HEARD
    assert editor.kind is None
    with qtbot.waitSignal(editor.undone_beyond):
        qtbot.keyClick(editor.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_arrows_go_to_any_word_and_space_plays_it(editor, qtbot):
    qtbot.keyClick(editor.field, Qt.Key.Key_Left)
    assert selected(editor) == "on"
    with qtbot.waitSignal(editor.play_wanted) as played:
        qtbot.keyClick(editor.field, Qt.Key.Key_Space)
    assert played.args == [(1.0, 1.4)]
    qtbot.keyClick(editor.field, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert selected(editor) == "on cooper"
    qtbot.keyClick(editor.field, Qt.Key.Key_Home)
    assert selected(editor) == "We"
    qtbot.keyClick(editor.field, Qt.Key.Key_End)
    assert selected(editor) == "tomorrow"
    qtbot.keyClick(editor.field, Qt.Key.Key_Delete)
    assert editor.text == "We deploy on cooper netties."
    qtbot.keyClick(editor.field, Qt.Key.Key_Tab)
    assert selected(editor) == "cooper netties"


def test_the_text_itself_can_be_edited(editor, qtbot):
    qtbot.keyClick(editor.field, Qt.Key.Key_F2)
    qtbot.keyClicks(editor.field, " 2")
    assert editor.text == "We deploy on cooper netties 2 tomorrow."
    qtbot.keyClick(editor.field, Qt.Key.Key_Escape)


def test_the_buttons_are_reached_by_keyboard_though_tab_has_another_use(editor, qtbot):
    editor.activateWindow()
    editor.field.setFocus()
    qtbot.keyClick(editor.field, Qt.Key.Key_F6)
    assert editor.focusWidget() is not editor.field


def test_the_kind_is_one_key_away(editor, qtbot):
    qtbot.keyClick(editor.field, Qt.Key.Key_1)
    qtbot.keyClick(editor.field, Qt.Key.Key_F4)
    assert editor.kind == editor.kinds.kind == "rewrite"
    editor.kinds._buttons["misheard"].click()
    assert editor.kind == "misheard"


def test_every_alternative_is_there_to_be_clicked_and_says_what_it_is(editor):
    rows = editor.choices.findChildren(ChoiceRow)
    assert [row.accessibleName() for row in rows] == ["1: Kubernetes", "2: We destroy on cooper netties tomorrow."]
    rows[1].click()
    assert editor.text == "We destroy on cooper netties tomorrow."


def test_characters_beyond_the_basic_plane_are_counted_as_one(editor, qtbot):
    qtbot.keyClick(editor.field, Qt.Key.Key_Home)
    editor.replace("😀 yes 😀 we")
    editor.go_to(editor.text.index("deploy"), editor.text.index("deploy") + 6)
    assert selected(editor) == "deploy"


def test_what_is_other_in_a_reading_is_bold_and_no_markup_gets_in():
    assert other_words_bold("a b c", "a <b> c") == "a <b>&lt;b&gt;</b> c"


def test_a_recording_that_is_not_kept_cannot_be_played(editor):
    editor.show_recording(available=False)
    assert not editor.play_all.isEnabled()
    assert editor.play_all.toolTip() == "The recording is not kept."
    assert editor.findChildren(QLabel)
