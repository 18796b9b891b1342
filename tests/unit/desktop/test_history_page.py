from __future__ import annotations

from datetime import date

import pytest
from library_samples import sound
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from desktop.windows.history.doubt import as_html, doubtful_words
from desktop.windows.history.model import PAGE, seconds, when
from desktop.windows.history.page import HistoryPage
from desktop.windows.history.recognise import RecogniseDialog
from engine.learning.confidence import IDENTITY
from engine.library.entities import NewUtterance
from engine.records import Segment, Transcript, Word
from engine.speech.file_client import FileTranscriber, Transcribed

TEXTS = ("please call Dr. Weatherby", "the server is down", "nobody answered")


def add(library, *texts: str, probability: float = 0.9) -> list[str]:
    """Utterances whose second word is doubtful if `probability` is low; the last one is the newest."""
    identifiers = []
    for number, text in enumerate(texts):
        words = [Word(word, at * 0.3, at * 0.3 + 0.2, 0.9) for at, word in enumerate(text.split())]
        words[1] = Word(words[1].text, words[1].start, words[1].end, probability)
        new = NewUtterance(text, "session", sound(1.0, number), words=tuple(words), app="editor", model="starter")
        identifiers.append(library.utterances.add(new))
    return identifiers


@pytest.fixture
def page(context, qtbot):
    page = HistoryPage(context)
    qtbot.addWidget(page)
    return page


def shown(page, qtbot) -> list[str]:
    """The texts of the list, once the library has answered."""
    with qtbot.waitSignal(page.model.loaded):
        page._reload()
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def test_where_nothing_was_said_it_says_how_to_begin_with_the_key_as_it_is_set(page, stage, qtbot):
    page.show()
    assert shown(page, qtbot) == []
    assert page._empty.isVisible()
    assert "Ctrl+Alt+Space" in page._empty._text.text()
    from engine.settings.declarations import DICTATE_KEY

    stage.settings.set(DICTATE_KEY, "F9")
    assert "F9" in page._empty._text.text()


def test_the_newest_comes_first_and_is_shown_whole(page, stage, qtbot):
    add(stage.library, *TEXTS)
    page.show()
    assert shown(page, qtbot) == list(reversed(TEXTS))
    qtbot.waitUntil(lambda: page.details._text.toPlainText() == TEXTS[-1])
    assert "not looked at yet" in page.details._about.text()
    page.list.setCurrentIndex(page.model.index(2))
    qtbot.waitUntil(lambda: page.details._text.toPlainText() == TEXTS[0])


def test_what_is_searched_and_filtered_is_left(page, stage, qtbot):
    identifiers = add(stage.library, *TEXTS)
    stage.library.utterances.mark_later(identifiers[1])
    page.show()
    page.search.setText("weather")
    assert shown(page, qtbot) == [TEXTS[0]]
    page.filter.setCurrentIndex(page.filter.findText("To correct later"))
    assert shown(page, qtbot) == []
    assert page._nothing.isVisible()
    assert not page._empty.isVisible()
    page.search.clear()
    assert shown(page, qtbot) == [TEXTS[1]]


def test_a_long_history_comes_page_by_page(page, stage, qtbot):
    new = [NewUtterance(f"number {at}", "session") for at in range(PAGE + 5)]
    stage.library.utterances.add_all(new)
    page.show()
    assert len(shown(page, qtbot)) == PAGE
    root = page.list.rootIndex()
    with qtbot.waitSignal(page.model.loaded):
        page.model.fetchMore(root)
    assert page.model.rowCount() == PAGE + 5
    assert not page.model.canFetchMore(root)
    assert len(shown(page, qtbot)) == PAGE + 5, "a change does not shorten what was scrolled to"


def test_a_deleted_utterance_can_be_brought_back(page, stage, qtbot):
    identifiers = add(stage.library, *TEXTS)
    page.show()
    shown(page, qtbot)
    qtbot.waitUntil(lambda: page.details.identifier == identifiers[2])
    page.details.delete_button.click()
    qtbot.waitUntil(lambda: bool(stage.said))
    assert stage.said == ["Deleted."]
    assert shown(page, qtbot) == [TEXTS[1], TEXTS[0]]
    stage.actions[0].run()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert [row.id for row in stage.library.utterances.page()] == list(reversed(identifiers))


def test_copying_and_correcting_are_handed_on(page, stage, qtbot):
    [identifier] = add(stage.library, TEXTS[0])
    page.show()
    shown(page, qtbot)
    qtbot.waitUntil(lambda: page.details.identifier == identifier)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    page.details.copy_button.click()
    assert QGuiApplication.clipboard().text() == TEXTS[0]
    page.details.correct_button.click()
    assert stage.opened == [("correct", identifier)]


def test_what_is_dictated_appears_and_the_choice_stays(page, stage, qtbot):
    add(stage.library, TEXTS[0])
    page.show()
    shown(page, qtbot)
    add(stage.library, TEXTS[1])
    stage.bridge.library_changed.emit()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    qtbot.waitUntil(lambda: page.details._text.toPlainText() == TEXTS[0])


def test_an_utterance_without_sound_offers_nothing_to_hear(page, stage, qtbot):
    stage.library.utterances.add(NewUtterance("only text", "session"))
    page.show()
    shown(page, qtbot)
    qtbot.waitUntil(lambda: "sound not kept" in page.details._about.text())
    assert not page.details.play_button.isEnabled()
    assert not page.details.recognise_button.isEnabled()
    assert page.details.copy_button.isEnabled()


def test_doubtful_words_are_marked_where_that_helps(stage):
    library = stage.library
    doubtful, sure, short = add(library, TEXTS[0], TEXTS[1], "go on", probability=0.2)
    library.utterances.accept(sure)

    def marked(identifier: str) -> list[str]:
        details = library.utterances.details(identifier)
        return [details.utterance.text[start:end] for start, end, _ in doubtful_words(details, IDENTITY)]

    assert marked(doubtful) == ["call"]
    assert marked(sure) == [], "somebody has looked at it"
    assert marked(short) == [], "half of it is doubtful"
    assert as_html("a <b> c", [(2, 5, 0.1)], "#f00").startswith("a <span")
    assert "&lt;b&gt;</span> c" in as_html("a <b> c", [(2, 5, 0.1)], "#f00")


def test_recognising_anew_changes_the_text_only_if_it_is_taken(page, stage, qtbot, monkeypatch):
    [identifier] = add(stage.library, TEXTS[0])
    text = "Please call Dr. Weatherbee."
    said = Transcribed(Transcript(text, "en", 1.0, "other", (Segment(0.0, 1.0, text),)))
    monkeypatch.setattr(FileTranscriber, "run", lambda self, report: said)
    for take in (False, True):
        dialog = RecogniseDialog(stage.context, stage.library.utterances.get(identifier), "other", page)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.take.isEnabled)
        assert dialog.after.toPlainText() == text
        if not take:
            dialog.reject()
            assert stage.library.utterances.get(identifier).text == TEXTS[0]
    with qtbot.waitSignal(dialog.accepted):
        dialog.take.click()
    assert stage.library.utterances.get(identifier).text == text
    stage.library.corrections.undo(identifier)
    assert stage.library.utterances.get(identifier).text == TEXTS[0]


def test_times_and_lengths_are_written_as_people_read_them():
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        assert when("2026-03-01T12:30:00+00:00", date(2020, 1, 1)).startswith("01.03.26 ")
        assert "." not in when("2026-03-01T12:30:00+00:00", date(2026, 3, 1))
        assert seconds(4.25) in ("4,2 s", "4,3 s")
        assert seconds(75.0) == "1:15"
    finally:
        QLocale.setDefault(before)
