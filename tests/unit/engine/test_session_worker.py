"""A dictation whose recogniser is killed in the middle of an utterance says what it says without."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

import numpy as np
import pytest
from readable_speech import feed
from speech import silence, speech
from tiny_whisper import make_model

from engine.audio.events import Started
from engine.audio.vad import StreamingVad
from engine.session.events import TextEvent, Trouble
from engine.session.session import Session
from engine.session.target import Document
from engine.speech.options import RecogniserOptions
from engine.speech.wire import ModelChoice, Recognition
from engine.speech.worker_client import RecogniserClient

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="uses signals")


@pytest.fixture(scope="module")
def choice(tmp_path_factory) -> ModelChoice:
    return ModelChoice(make_model(tmp_path_factory.mktemp("models") / "tiny"), RecogniserOptions(threads=1))


class Killed:
    """A client whose child is killed under the requests of these numbers."""

    def __init__(self, client: RecogniserClient, numbers: set[int]) -> None:
        self.preload = client.preload
        self.kills = 0
        self._client = client
        self._numbers = numbers
        self._count = 0

    def recognise(self, work: Recognition):
        child = self._client.preload().result() and self._client.pid
        if self._count in self._numbers:
            os.kill(child, signal.SIGSTOP)
        future = self._client.recognise(work)
        if self._count in self._numbers:
            os.kill(child, signal.SIGKILL)
            self.kills += 1
        self._count += 1
        return future


def dictate(choice: ModelChoice, samples: np.ndarray, numbers: set[int], tell: Callable) -> list[TextEvent]:
    shown: list[TextEvent] = []
    with RecogniserClient(choice) as client:
        killed = Killed(client, numbers)
        with Session(killed, StreamingVad(), Document(), shown.append, tell) as session:
            session.hear(Started(0, 0))
            feed(session, samples)
    assert killed.kills == len(numbers)
    return shown


def test_a_recogniser_that_is_killed_again_and_again_costs_no_word(choice):
    lines = ("The boat is on the lake in the morning.", "He bought bread and milk.")
    samples = np.concatenate([silence(0.5), speech(lines[0]), silence(1.0), speech(lines[1]), silence(1.0)])
    told: list[object] = []
    left_alone, disturbed = (
        [(event.event, event.committed, event.tentative) for event in shown]
        for shown in (dictate(choice, samples, numbers, told.append) for numbers in (set(), {1, 4}))
    )
    assert disturbed == left_alone
    assert [event[0] for event in left_alone].count("final") == 2
    assert not any(isinstance(notice, Trouble) for notice in told)
