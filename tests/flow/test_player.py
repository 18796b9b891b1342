"""Playing through a real audio server: what is played is heard on the other side."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest
from pulse import MICROPHONE, PulseServer

from engine.audio.microphone import Microphone
from engine.audio.player import Player, tone


@pytest.fixture(scope="module")
def server() -> Iterator[PulseServer]:
    with PulseServer() as server:
        yield server


class Recording:
    """A sink that keeps what it gets, and says when it was loud."""

    def __init__(self) -> None:
        self.blocks: list[np.ndarray] = []
        self.loud = threading.Event()
        self.started = threading.Event()

    def audio(self, position: int, block: np.ndarray) -> None:
        self.blocks.append(block)
        self.started.set()
        if np.abs(block).max() > 0.05:
            self.loud.set()

    def gap(self, position: int, samples: int) -> None:
        """Nothing of it is needed."""


def test_a_piece_is_heard_to_its_end(server):
    sound = tone((440.0, 0.6))
    recording, ended, came = Recording(), threading.Event(), []
    with Microphone(MICROPHONE, recording, lambda event: None) as microphone:
        microphone.start()
        assert recording.started.wait(20)
        player = Player()
        player.play(sound, lambda error: (came.append(error), ended.set()))
        assert ended.wait(20)
        assert recording.loud.wait(20)
        microphone.stop()
    heard = np.concatenate(recording.blocks)
    spectrum = np.abs(np.fft.rfft(heard))
    assert came == [None]
    assert np.fft.rfftfreq(len(heard), 1 / 16_000)[spectrum.argmax()] == pytest.approx(440, abs=5)
    assert player.position == 0


def test_a_piece_can_be_stopped_and_another_replaces_it(server):
    player, ended, calls = Player(), threading.Event(), []
    player.play(tone((440.0, 60.0)), lambda error: calls.append("first"))
    player.play(tone((440.0, 60.0)), lambda error: (calls.append("second"), ended.set()))
    player.stop()
    assert ended.wait(20)
    assert calls == ["second"]
