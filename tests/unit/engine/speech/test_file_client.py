from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from speech import speech_wav

from engine.errors import AudioFileError
from engine.paths import Home
from engine.speech.file_client import FileTranscriber


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    return Path(shutil.copy(speech_wav("The boat is on the lake."), tmp_path / "-boat.wav"))


def test_a_recording_is_transcribed_with_progress_and_timed_words(tmp_path, recording):
    told = []
    done = FileTranscriber(Home(tmp_path), recording).run(lambda *progress: told.append(progress))
    assert done is not None
    transcript = done.transcript
    assert transcript.text
    assert transcript.model == "starter"
    assert [word.text.strip() for word in transcript.words] == transcript.text.split()
    assert told[-1][0] == pytest.approx(transcript.duration, abs=0.1)
    assert told[-1][1] == pytest.approx(transcript.duration, abs=0.1)
    assert any("synthetic" in remark for remark in done.remarks) or done.remarks == ()


def test_what_is_no_recording_is_said(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("no sound")
    with pytest.raises(AudioFileError, match=r"notes\.txt"):
        FileTranscriber(Home(tmp_path), file).run(lambda *progress: None)


def test_it_can_be_stopped(tmp_path, recording):
    transcriber = FileTranscriber(Home(tmp_path), recording)
    threading.Timer(0.3, transcriber.stop).start()
    assert transcriber.run(lambda *progress: None) is None
    transcriber.stop()
