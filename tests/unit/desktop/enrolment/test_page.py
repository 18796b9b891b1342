"""Reading aloud; the test plays the microphone, and the model that listens."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
import pytest
from PySide6.QtCore import Qt

from desktop.windows.enrolment import keeper as keeping
from desktop.windows.enrolment import page as page_module
from desktop.windows.enrolment.page import EnrolmentPage
from desktop.windows.enrolment.stages import words_of
from engine.audio.events import Level, Started
from engine.errors import DeviceError, ModelError
from engine.records import Hypothesis
from engine.speech.results import Recognised

SENTENCES = """
The first sentence is read aloud here.
Another sentence follows the first one.
Nothing is left after this sentence.
"""


def speech(level=0.1, seconds=3.0):
    """Bursts of noise with pauses, as syllables are."""
    time = np.arange(int(seconds * 16_000)) / 16_000
    bursts = (np.sin(2 * np.pi * 3 * time) > -0.3) & (time > 0.2) & (time < seconds - 0.2)
    noise = np.random.default_rng(1).standard_normal(time.size)
    return (level * noise * bursts + 0.001 * noise).astype(np.float32)


class FakeMicrophone:
    """Hands over what the test has put into `says`, at once."""

    says: ClassVar[list] = []

    def __init__(self, sink, hear) -> None:
        self._sink, self._hear = sink, hear

    def start(self) -> None:
        samples = self.says.pop(0)
        if isinstance(samples, Exception):
            raise samples
        self._hear(Started(0, 0))
        self._hear(Level(-20.0, -12.0))
        self._sink.audio(0, samples)

    def stop(self) -> int:
        return 0

    def close(self) -> None:
        pass


@pytest.fixture
def says(stage, monkeypatch):
    monkeypatch.setattr(FakeMicrophone, "says", [])
    monkeypatch.setattr(page_module, "NOISE_MS", 1)
    monkeypatch.setattr(stage.bridge, "make_source", FakeMicrophone)
    return FakeMicrophone.says


@pytest.fixture
def heard(monkeypatch):
    """What the model hears, one after the other; an error is raised."""
    answers = []

    def listen(samples):
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return Recognised((Hypothesis(answer, -0.1),), "en")

    monkeypatch.setattr(keeping, "listener", lambda bridge: listen)
    return answers


@pytest.fixture
def page(context, says, heard, qtbot):
    page = EnrolmentPage(context)
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    return page


def begin(page, says, qtbot, tmp_path, noise=0.0005):
    file = tmp_path / "mine.txt"
    file.write_text(SENTENCES)
    says.append(np.full(32_000, noise, np.float32))
    page.begin(file)
    qtbot.waitUntil(lambda: page.reading.isVisible() and page.reading.record.isEnabled(), timeout=20_000)


def read(page, says, heard, qtbot, samples, answer):
    says.append(samples)
    heard.append(answer)
    qtbot.keyClick(page.reading.record, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.reading.record.text().startswith("Stop"), timeout=20_000)
    qtbot.keyClick(page.reading.record, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page._state == "ready", timeout=20_000)


def texts(stage):
    return sorted(utterance.text for utterance in stage.library.utterances.page() if utterance.status == "read")


def test_the_room_is_measured_first(page, says, qtbot, tmp_path):
    begin(page, says, qtbot, tmp_path)
    assert "quiet" in page.reading.state.text()
    page.reading.end.click()
    begin(page, says, qtbot, tmp_path, noise=0.05)
    assert "loud here" in page.reading.state.text()


def test_what_is_good_is_kept_and_the_next_sentence_comes(page, says, heard, stage, qtbot, tmp_path):
    begin(page, says, qtbot, tmp_path)
    first = page.sitting.current
    read(page, says, heard, qtbot, speech(), first)
    assert page.reading.state.text().startswith("Good")
    assert texts(stage) == [first]
    assert page.sitting.current != first
    assert page.reading.bar.value() == 3


def test_what_is_not_good_is_said_and_read_again(page, says, heard, stage, qtbot, tmp_path):
    begin(page, says, qtbot, tmp_path)
    first = page.sitting.current
    read(page, says, heard, qtbot, speech(level=0.001), first)
    assert page.reading.state.text() == words_of("quiet")
    assert texts(stage) == []
    assert page.sitting.current == first


def test_the_last_one_can_be_read_again_and_replaces_the_first_reading(page, says, heard, stage, qtbot, tmp_path):
    begin(page, says, qtbot, tmp_path)
    first = page.sitting.current
    read(page, says, heard, qtbot, speech(), first)
    [before] = stage.library.utterances.page()
    page.reading.redo.click()
    assert page.reading.sentence.text() == first
    read(page, says, heard, qtbot, speech(seconds=4.0), first)
    [after] = stage.library.utterances.page()
    assert (after.text, after.duration) == (first, 4.0)
    assert after.id != before.id


def test_where_the_model_cannot_listen_the_reading_is_kept_all_the_same(page, says, heard, stage, qtbot, tmp_path):
    begin(page, says, qtbot, tmp_path)
    read(page, says, heard, qtbot, speech(), ModelError("The model is damaged.", "Choose another."))
    assert len(texts(stage)) == 1


def test_a_microphone_that_fails_is_said_and_the_sentence_stays(page, says, qtbot, tmp_path):
    begin(page, says, qtbot, tmp_path)
    sentence = page.sitting.current
    says.append(DeviceError("There is no microphone.", "Connect one."))
    page.reading.record.click()
    qtbot.waitUntil(lambda: "no microphone" in page.reading.state.text())
    assert page.reading.record.isEnabled()
    assert page.sitting.current == sentence


def test_a_sitting_ends_with_what_to_do_next(page, says, heard, stage, qtbot, tmp_path):
    begin(page, says, qtbot, tmp_path)
    read(page, says, heard, qtbot, speech(), page.sitting.current)
    page.reading.skip.click()
    page.reading.skip.click()
    assert page.finish.isVisible()
    assert page.finish._title.text().startswith("1 sentence")
    page.finish.train.click()
    assert stage.opened == [("personalize", None)]


def test_leaving_the_page_ends_the_recording(page, says, qtbot, tmp_path):
    begin(page, says, qtbot, tmp_path)
    says.append(speech())
    page.reading.record.click()
    qtbot.waitUntil(lambda: page._state == "recording")
    page.hide()
    assert not page.recorder.busy
    assert page._state == "ready"


def test_the_first_page_says_what_it_is_for_and_what_was_read(page, stage, qtbot):
    assert page.intro.isVisible()
    qtbot.waitUntil(lambda: page.intro.so_far.isHidden())
    page.intro.show_so_far(2.5, 30)
    assert "2.5 min" in page.intro.so_far.text()


def test_a_text_that_cannot_be_read_is_said(page, stage, qtbot, tmp_path):
    page.begin(tmp_path / "missing.txt")
    qtbot.waitUntil(lambda: stage.failed != [])
    assert page.intro.begin.isEnabled()
