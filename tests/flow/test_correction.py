"""Correcting in two keys, in the real program: the window over another program, and the text put right in that one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
import soxr
from application import RunningApplication
from desktop_session import DesktopSession
from editors import QtEditor
from misheard_samples import HEARD, RIGHT, add_doubtful
from programs import wait_until
from pulse import PulseServer
from speech import silence, speech

from engine.learning.vocabulary import Vocabulary
from engine.library.entities import Utterance
from engine.library.library import Library
from engine.paths import Home, open_home

SAID = "Could you ask the nurse about the story?"
TITLE = "correct what was said"


@pytest.fixture(scope="module")
def session() -> Iterator[DesktopSession]:
    with DesktopSession() as session:
        yield session


@pytest.fixture(scope="module")
def microphone(session) -> Iterator[PulseServer]:
    with PulseServer() as server:
        session.environment.update(server.environment)
        yield server


def last(home: Path) -> Utterance:
    with Library(Home(home), writable=False) as library:
        return library.utterances.page(1)[0]


def open_correction(session: DesktopSession, application: RunningApplication) -> None:
    window = application.window(TITLE)
    wait_until(lambda: session.active_window() == window, 30, "the correction does not have the keyboard")


def test_a_key_a_digit_and_enter_put_right_what_was_misheard(session, tmp_path):
    with Library(open_home(Home(tmp_path))) as library:
        Vocabulary(library.database, library.ids).add("Kubernetes")
        add_doubtful(library, HEARD, "cooper", "netties")
    with RunningApplication(session, tmp_path, "--hidden") as application:
        editor = QtEditor(session, "first editor")
        application.ask("correct")
        open_correction(session, application)
        session.xdotool("key", "1", "Return")
        wait_until(lambda: last(tmp_path).text == RIGHT, 60, session.output())
        assert (last(tmp_path).status, last(tmp_path).kind) == ("corrected", "misheard")
        wait_until(lambda: session.active_window() == editor.window, 30, "the keyboard is not back where it was")
        assert application.window("Attune: corrected"), "what was learnt is told"
        session.xdotool("key", "ctrl+v")
        editor.wait_for(RIGHT)
        session.stop(editor.process)


def test_what_was_dictated_is_put_right_in_the_program_too(session, microphone, tmp_path):
    recording = tmp_path / "one.wav"
    played = np.concatenate([silence(0.3), speech(SAID), silence(1.0)])
    sf.write(recording, soxr.resample(played, 16_000, 48_000), 48_000, subtype="PCM_16")
    home = tmp_path / "home"
    with RunningApplication(session, home, "--hidden") as application:
        editor = QtEditor(session, "second editor")
        application.ask("start")
        application.wait_for("recording")
        microphone.play(recording).wait(60)
        application.ask("stop")
        application.wait_for("finalising", "idle")
        application.wait_for("idle")
        before = last(home).text
        editor.wait_for(before)
        session.xdotool("key", "ctrl+alt+c")
        open_correction(session, application)
        session.xdotool("key", "Home")
        session.xdotool("type", "Tomorrow")
        session.xdotool("key", "Return")
        after = f"Tomorrow {before.split(maxsplit=1)[1]}"
        wait_until(lambda: last(home).text == after, 60, session.output())
        editor.wait_for(after)
