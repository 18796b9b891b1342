"""Correcting what was said last: the window, the text in its target, by voice."""

from __future__ import annotations

import pytest
from misheard_samples import HEARD, RIGHT
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.windows.correction.corrector import Corrector
from desktop.windows.correction.spoken import CorrectingTarget
from engine.errors import InputError
from engine.session.events import TextEvent
from engine.session.target import Document, deliver
from engine.text.commands import Action
from engine.text.formatter import Formatter


class Program:
    """Replaces in a text, as another program would have it done."""

    def __init__(self, text: str) -> None:
        self.text = text

    def replace(self, old: str, new: str) -> None:
        if old not in self.text:
            raise InputError("The text is not there.", "")
        self.text = self.text.replace(old, new)


@pytest.fixture
def program():
    return Program(f"Before. {HEARD} After.")


@pytest.fixture
def corrector(context, program, qtbot):
    said = []
    corrector = Corrector(context, said.append, lambda: program.replace)
    corrector.said = said
    yield corrector
    corrector.close()


def open_last(corrector, qtbot):
    with qtbot.waitSignal(corrector.window.panel.shown):
        corrector.correct_last()
    assert corrector.is_open
    return corrector.window.panel.editor


def finish(corrector, qtbot):
    qtbot.keyClick(corrector.window.panel.editor.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: corrector.toast.text != "")
    assert not corrector.is_open
    return corrector.toast.text


def test_two_keys_put_right_what_was_said_and_what_stands_in_the_program(corrector, program, stage, doubtful, qtbot):
    editor = open_last(corrector, qtbot)
    qtbot.keyClick(editor.field, Qt.Key.Key_1)
    told = finish(corrector, qtbot)
    assert told.startswith("Corrected.")
    assert program.text == f"Before. {RIGHT} After."
    assert stage.library.utterances.get(doubtful).text == RIGHT
    corrector.toast._undo.click()
    qtbot.waitUntil(lambda: program.text == f"Before. {HEARD} After.")
    assert stage.library.utterances.get(doubtful).text == HEARD


def test_where_it_is_not_safe_the_text_is_in_the_clipboard_and_that_is_said(corrector, program, doubtful, qtbot):
    program.text = "something else"
    editor = open_last(corrector, qtbot)
    qtbot.keyClick(editor.field, Qt.Key.Key_1)
    told = finish(corrector, qtbot)
    assert "The text is not there." in told
    assert "in the clipboard" in told
    assert QGuiApplication.clipboard().text() == RIGHT


def test_without_a_program_the_text_is_in_the_clipboard(context, doubtful, qtbot):
    corrector = Corrector(context, lambda text: None)
    editor = open_last(corrector, qtbot)
    qtbot.keyClick(editor.field, Qt.Key.Key_1)
    assert "in the clipboard" in finish(corrector, qtbot)
    corrector.close()


def test_what_is_right_as_it_stands_is_one_key(corrector, program, stage, doubtful, qtbot):
    open_last(corrector, qtbot)
    assert finish(corrector, qtbot) == "Marked as right."
    assert stage.library.utterances.get(doubtful).status == "accepted"
    assert program.text == f"Before. {HEARD} After."


def test_esc_leaves_everything_as_it_was(corrector, stage, doubtful, qtbot):
    editor = open_last(corrector, qtbot)
    qtbot.keyClick(editor.field, Qt.Key.Key_1)
    qtbot.keyClick(editor.field, Qt.Key.Key_Escape)
    assert not corrector.is_open
    assert stage.library.utterances.get(doubtful).status == "dictated"


def test_nothing_to_correct_is_said(corrector, stage, qtbot):
    corrector.correct_last()
    qtbot.waitUntil(lambda: corrector.said != [])
    assert "dictate something first" in corrector.said[0]
    stage.bridge.text_changed.emit(TextEvent("final", 1.0, 1.0, "secret", text="secret", saved=False))
    corrector.correct_last()
    assert "was not kept" in corrector.said[1]


def test_it_is_corrected_by_voice(corrector, program, stage, doubtful, qtbot):
    target = CorrectingTarget(Document(), corrector)
    formatter = Formatter("en")
    deliver(HEARD, formatter, target)
    with qtbot.waitSignal(corrector.window.panel.shown):
        deliver("correct cooper netties", formatter, target)
    editor = corrector.window.panel.editor
    assert editor.field.textCursor().selectedText() == "cooper netties"
    deliver("choose one", formatter, target)
    qtbot.waitUntil(lambda: editor.text == RIGHT)
    target.act(Action.SCRATCH)
    qtbot.waitUntil(lambda: editor.text == HEARD)
    deliver("correct tomorrow", formatter, target)
    deliver("on Monday.", formatter, target)
    qtbot.waitUntil(lambda: editor.text == "We deploy on cooper netties on Monday.")
    corrector.window.close()
    with qtbot.waitSignal(corrector.window.panel.shown):
        target.act(Action.CORRECT)


def test_what_is_no_command_is_dictated(corrector, doubtful):
    document = Document()
    target = CorrectingTarget(document, corrector)
    target.insert("Good day.")
    target.insert(" Correct the report.")
    target.insert(" Choose three.")
    assert document.text == "Good day. Correct the report. Choose three."
    target.act(Action.SCRATCH)
    assert document.text == "Good day. Correct the report."
    assert target.before() == document.before()
