"""The application as its user meets it: a window, a key, speech into the microphone, text kept."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
import soxr
from application import ROOT, RunningApplication
from desktop_session import DesktopSession
from programs import wait_until
from pulse import PulseServer
from speech import silence, speech

from engine.library.library import Library
from engine.paths import Home
from engine.speech.guards import words_of

OTHERS = ("dbus-daemon", "Openbox", "qt.qpa.services: Failed to register", "Failed to register with host portal")
TEXT = "Could you ask the nurse about the story?"
SPOKEN_BYTES = 80_000  # of a spool: 2.5 s
WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QPlainTextEdit
app = QApplication([])
field = QPlainTextEdit()
field.setWindowTitle("another program")
field.textChanged.connect(lambda: open(sys.argv[1], "w").write(field.toPlainText()))
field.show()
app.exec()
"""


@pytest.fixture(scope="module")
def session() -> Iterator[DesktopSession]:
    with DesktopSession() as session:
        yield session


@pytest.fixture(scope="module")
def microphone(session) -> Iterator[PulseServer]:
    with PulseServer() as server:
        session.environment.update(server.environment)
        yield server


@pytest.fixture(scope="module")
def recording(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("recordings") / "one.wav"
    played = np.concatenate([silence(0.3), speech(TEXT), silence(1.0)])
    sf.write(path, soxr.resample(played, 16_000, 48_000), 48_000, subtype="PCM_16")
    return path


@pytest.fixture
def home(tmp_path) -> Path:
    """With a key that toggles: on a busy machine a tap may take as long as a hold."""
    values = {"version": 1, "values": {"keys.mode": "toggle"}}
    (tmp_path / "settings.json").write_text(json.dumps(values))
    return tmp_path


def kept(home: Path) -> list[str]:
    with Library(Home(home), writable=False) as library:
        return [row.text for row in library.utterances.page()]


def test_one_window_that_a_second_start_shows_and_a_signal_ends(session, tmp_path):
    with RunningApplication(session, tmp_path) as application:
        window = application.window()
        status = application.ask("status")
        assert (status["model"], status["pid"]) == ("starter", application.process.pid)
        session.xdotool("windowminimize", str(window))
        second = session.start(sys.executable, "-m", "desktop", "--home", str(tmp_path), PYTHONPATH=str(ROOT))
        assert second.wait(60) == 0
        wait_until(lambda: session.active_window() == window, 30, "the window did not come back")
        assert application.quit() == 0
    assert application.state() == ""
    strange = [line for line in session.output().splitlines() if not line.startswith(OTHERS)]
    assert strange == []


def test_what_is_said_is_recognised_and_kept_and_the_focus_stays_where_it_was(session, microphone, recording, home):
    with RunningApplication(session, home, "--hidden") as application:
        written = home / "written"
        session.start(sys.executable, "-c", WINDOW, str(written))
        other = session.wait_for_window("another program")
        session.focus(other)
        session.xdotool("key", "ctrl+alt+space")
        application.wait_for("recording")
        overlay = application.window("what is heard")
        assert session.active_window() == other, "the overlay has not taken the focus"
        microphone.play(recording).wait(60)
        session.xdotool("key", "ctrl+alt+space")
        application.wait_for("finalising", "idle")
        application.wait_for("idle")
        assert session.active_window() == other
        assert overlay
        # How well it is recognised is a figure of the model's; that it is this sentence is what matters here.
        [text] = kept(home)
        assert len(set(words_of(text.lower())) & set(words_of(TEXT.lower()))) >= 4, text
        wait_until(lambda: written.exists() and written.read_text() == text, 30, session.output())


def test_a_cancelled_dictation_leaves_nothing(session, microphone, recording, home):
    with RunningApplication(session, home, "--hidden") as application:
        application.ask("toggle")
        application.wait_for("recording")
        player = microphone.play(recording)
        wait_until(lambda: list((home / "spool").glob("*")), 30)
        session.xdotool("key", "Escape")
        application.wait_for("idle")
        player.wait(60)
    assert kept(home) == []
    assert list((home / "spool").iterdir()) == []


def test_a_dictation_that_a_crash_cut_off_is_offered_at_the_next_start(session, microphone, tmp_path):
    # Without a pause nothing is finished, and so kept, before the crash, however quick the machine is.
    endless = tmp_path / "endless.wav"
    sf.write(endless, soxr.resample(np.tile(speech(TEXT), 6), 16_000, 48_000), 48_000, subtype="PCM_16")
    with RunningApplication(session, tmp_path, "--hidden") as application:
        application.ask("toggle")
        application.wait_for("recording")
        player = microphone.play(endless)
        wait_until(lambda: sum(file.stat().st_size for file in (tmp_path / "spool").glob("*")) > SPOKEN_BYTES, 30)
        application.kill()
        player.kill()
        player.wait(60)
    with RunningApplication(session, tmp_path) as application:
        application.window()
        session.focus(application.window())
        before = kept(tmp_path)
        session.xdotool("key", "--delay", "100", "alt+r")  # the button's own key
        wait_until(lambda: len(kept(tmp_path)) > len(before), 60, session.output())
        wait_until(lambda: not list((tmp_path / "spool").iterdir()), 30, "the spool is still there")
