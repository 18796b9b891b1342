"""Dictations started and ended by the user; only microphone, model and voice detector are stand-ins."""

from __future__ import annotations

import threading
import time

import pytest
from readable_speech import BLOCK, LevelVad, ReadingRecogniser, sound
from scripted_recogniser import speech

from engine.audio.events import Started
from engine.errors import DeviceError
from engine.library.library import Library
from engine.paths import Home
from engine.session.assembly import keeping_in
from engine.session.events import TextEvent, Trouble
from engine.session.live import Ended, Live, StateChanged
from engine.session.session import Session
from engine.session.target import Document

SCRIPT = speech(0.2, "we all go home")
SECONDS = 2.0
PATIENCE = 30.0


class FakeMicrophone:
    """Hands over the script at once when it is told to speak; counts what is done with it."""

    def __init__(self, sink, listener, broken: bool) -> None:
        self.sink, self.listener, self.broken = sink, listener, broken
        self.running = self.closed = False

    def start(self) -> None:
        if self.broken:
            raise DeviceError("No microphone is connected.", "Connect one.")
        self.running = True

    def speak(self) -> None:
        self.listener(Started(0, 0))
        samples = sound(SCRIPT, SECONDS)
        for position in range(0, len(samples), BLOCK):
            self.sink.audio(position, samples[position : position + BLOCK])

    def stop(self) -> int:
        self.running = False
        return 0

    def close(self) -> None:
        self.closed = True


class Stage:
    """A library, a live dictation, and what it tells."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.microphones: list[FakeMicrophone] = []
        self.broken = False
        self.told = []
        self.documents: list[Document] = []
        self.before = lambda number, work: None
        self.live = Live(self.open_source, self.open_session, self.tell)

    def open_source(self, sink, listener) -> FakeMicrophone:
        self.microphones.append(FakeMicrophone(sink, listener, self.broken))
        return self.microphones[-1]

    def open_session(self, show, tell):
        self.documents.append(Document())
        keeping = keeping_in(self.library, None)
        session = Session(ReadingRecogniser(SCRIPT, self.before), LevelVad(), self.documents[-1], show, tell, keeping)
        return session, self.documents[-1]

    def tell(self, happening) -> None:
        self.told.append(happening)

    def states(self) -> list[str]:
        return [told.state for told in self.told if isinstance(told, StateChanged)]

    def wait_for(self, condition) -> None:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, self.told
            time.sleep(0.005)

    def wait_for_states(self, *states: str) -> None:
        self.wait_for(lambda: self.states()[-len(states) :] == list(states))

    def ended(self) -> list[Ended]:
        return [told for told in self.told if isinstance(told, Ended)]


@pytest.fixture
def stage(tmp_path):
    with Library(Home(tmp_path)) as library:
        stage = Stage(library)
        yield stage
        stage.live.close()


def test_recording_is_said_when_sound_arrives_and_what_was_said_is_inserted_and_kept(stage):
    stage.live.start()
    stage.wait_for_states("arming")
    stage.wait_for(lambda: stage.microphones and stage.microphones[0].running)
    stage.microphones[0].speak()
    stage.wait_for_states("arming", "recording")
    stage.live.start()  # it goes on already
    stage.live.stop()
    stage.wait_for_states("arming", "recording", "finalising", "idle")
    [ended] = stage.ended()
    assert (ended.text, ended.cancelled, ended.target) == ("We all go home", False, stage.documents[0])
    assert stage.documents[0].text == "We all go home"
    assert [row.text for row in stage.library.utterances.page()] == ["We all go home"]


def test_a_cancelled_dictation_leaves_nothing(stage):
    stage.live.toggle()
    stage.wait_for(lambda: stage.microphones and stage.microphones[0].running)
    stage.microphones[0].speak()
    stage.live.cancel()
    stage.wait_for_states("finalising", "idle")
    [ended] = stage.ended()
    assert (ended.text, ended.cancelled) == ("", True)
    assert not any(isinstance(told, TextEvent) and told.event == "final" for told in stage.told)
    assert stage.documents[0].text == ""
    assert stage.library.utterances.page() == []
    assert list(stage.library.home.spool.iterdir()) == []


def test_the_microphone_is_kept_for_the_next_dictation_until_another_is_meant(stage):
    for _ in range(2):
        stage.live.toggle()
        stage.wait_for(lambda: stage.microphones and stage.microphones[0].running)
        stage.live.toggle()
        stage.wait_for_states("finalising", "idle")
    assert len(stage.microphones) == 1
    stage.live.change_source()
    stage.live.toggle()
    stage.wait_for(lambda: len(stage.microphones) == 2)
    assert stage.microphones[0].closed


def test_without_a_microphone_the_user_hears_why_and_can_try_again(stage):
    stage.broken = True
    stage.live.start()
    stage.wait_for_states("arming", "finalising", "idle")
    [trouble] = [told for told in stage.told if isinstance(told, Trouble)]
    assert "No microphone" in str(trouble.error)
    assert trouble.fatal
    stage.broken = False
    stage.live.start()
    stage.wait_for(lambda: len(stage.microphones) == 2 and stage.microphones[1].running)


def test_the_next_dictation_begins_when_the_one_before_is_all_out(stage):
    """Its target is chosen when it begins; nothing of the one before may go there."""
    going_on = threading.Event()
    stage.before = lambda number, work: going_on.wait(PATIENCE)
    stage.live.start()
    stage.wait_for(lambda: stage.microphones and stage.microphones[0].running)
    stage.microphones[0].speak()
    stage.live.stop()
    stage.live.start()
    stage.wait_for_states("finalising", "arming")
    assert len(stage.documents) == 1
    going_on.set()
    stage.wait_for(lambda: len(stage.documents) == 2)
    assert stage.documents[0].text == "We all go home"


def test_closing_finishes_what_goes_on(tmp_path):
    with Library(Home(tmp_path)) as library:
        stage = Stage(library)
        stage.live.start()
        stage.wait_for(lambda: stage.microphones and stage.microphones[0].running)
        stage.microphones[0].speak()
        stage.live.close()
        assert stage.documents[0].text == "We all go home"
        assert stage.microphones[0].closed
        assert stage.live.state == "idle"
