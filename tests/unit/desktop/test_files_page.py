from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from speech import speech_wav

from desktop.windows.files.page import FilesPage
from engine.errors import AudioFileError
from engine.records import Segment, Transcript, Word
from engine.speech.file_client import FileTranscriber, Transcribed

TRANSCRIPT = Transcript(
    "Good day. It rains.",
    "en",
    4.0,
    "starter",
    (
        Segment(0.0, 1.0, "Good day.", (Word("Good", 0.1, 0.4, 0.9), Word("day.", 0.5, 0.9, 0.9))),
        Segment(62.0, 64.0, "It rains.", (Word("It", 62.1, 62.4, 0.9), Word("rains.", 62.5, 63.9, 0.9))),
    ),
)


@pytest.fixture
def page(context, qtbot):
    page = FilesPage(context)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def transcribed(monkeypatch):
    """Every file says the same, but for broken.wav; `released` lets them."""
    released = threading.Event()
    released.set()

    def run(self, report):
        report(2.0, 4.0)
        assert released.wait(20)
        if self._stopped.is_set():
            return None
        if self._file.name == "broken.wav":
            raise AudioFileError("broken.wav is no recording.", "Choose another file.")
        return Transcribed(TRANSCRIPT, ("Parts of it are damaged.",))

    monkeypatch.setattr(FileTranscriber, "run", run)
    return released


def states(page) -> list[str]:
    return [job.state for job in page.jobs]


def test_files_that_are_dropped_are_transcribed_one_after_the_other(page, qtbot, transcribed):
    transcribed.clear()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/a/one.wav"), QUrl.fromLocalFile("/a/broken.wav"), QUrl("https://x.org/y.wav")])
    action = Qt.DropAction.CopyAction
    page.dropEvent(QDropEvent(QPointF(1, 1), action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    assert states(page) == ["running", "waiting"]
    page._list.setCurrentRow(0)
    qtbot.waitUntil(lambda: page._list.item(0).text() == "one.wav\n50 % done")
    transcribed.set()
    qtbot.waitUntil(lambda: states(page) == ["done", "failed"])
    assert page._editor.table.rowCount() == 2
    assert page._editor.table.item(1, 0).text() == "0:01:02"
    assert page._editor._remark.text() == "Parts of it are damaged."
    page._list.setCurrentRow(1)
    assert "no recording" in page._editor._remark.text()
    assert page._editor.table.rowCount() == 0


def test_what_is_edited_is_what_is_written(page, qtbot, transcribed, tmp_path, stage):
    page.open(tmp_path / "talk.wav")
    qtbot.waitUntil(lambda: states(page) == ["done"])
    page._editor.table.item(1, 1).setText("It pours with rain.")
    for suffix in (".txt", ".srt", ".docx"):
        page._editor.save(tmp_path / f"talk{suffix}")
    qtbot.waitUntil(lambda: len(stage.said) == 3)
    assert (tmp_path / "talk.txt").read_text() == "Good day.\nIt pours with rain.\n"
    subtitles = (tmp_path / "talk.srt").read_text()
    assert "It pours with rain." in subtitles
    assert "00:01:02,100" in subtitles


def test_a_file_can_be_cancelled_while_it_runs_and_while_it_waits(page, qtbot, transcribed):
    transcribed.clear()
    page.take([Path("/a/one.wav"), Path("/a/two.wav"), Path("/a/three.wav")])
    page._list.setCurrentRow(1)
    page._stop.click()
    page._list.setCurrentRow(0)
    page._stop.click()
    transcribed.set()
    qtbot.waitUntil(lambda: states(page) == ["stopped", "stopped", "done"])
    assert page._list.item(0).text() == "one.wav\ncancelled"


def test_a_recording_is_transcribed_for_real_and_kept(page, qtbot, stage, tmp_path):
    recording = Path(shutil.copy(speech_wav("The boat is on the lake."), tmp_path / "boat.wav"))
    page.take([recording])
    qtbot.waitUntil(lambda: states(page) == ["done"], timeout=60_000)
    page._editor._keep.click()
    qtbot.waitUntil(lambda: bool(stage.said), timeout=20_000)
    assert stage.said == ["1 utterance(s) are in the history."]
    [row] = stage.library.utterances.page()
    assert row.app == "boat.wav"
    assert row.audio is not None
