from __future__ import annotations

import io
import os
import threading
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.audio.events import Level, Started
from engine.audio.sources import Playback, even_blocks, pcm_blocks
from engine.errors import AudioFileError

RATE = 16_000


class Hearer:
    """Takes what is played; `busy` makes it never quiet."""

    def __init__(self, busy: bool = False, backlog: float = 0.0) -> None:
        self.blocks: list[tuple[float, int, np.ndarray]] = []
        self.events: list[object] = []
        self.busy = busy
        self.backlog_seconds = backlog

    def audio(self, position: int, block: np.ndarray) -> None:
        self.blocks.append((time.monotonic(), position, block))

    def gap(self, position: int, samples: int) -> None:
        raise AssertionError("a file has no gaps")

    def wait_until_quiet(self, timeout: float) -> bool:
        if self.busy:
            time.sleep(timeout)
        return not self.busy

    @property
    def samples(self) -> np.ndarray:
        assert [position for _, position, _ in self.blocks] == list(
            np.cumsum([0] + [len(block) for _, _, block in self.blocks])[:-1]
        )
        return np.concatenate([block for _, _, block in self.blocks])


def play(hearer: Hearer, samples: np.ndarray, speed: float) -> float:
    playback = Playback([samples], hearer, hearer.events.append, hearer, speed)
    started = time.monotonic()
    playback.start()
    assert playback.finished.wait(10)
    playback.stop()
    return time.monotonic() - started


def ramp(seconds: float) -> np.ndarray:
    return np.linspace(-0.5, 0.5, round(seconds * RATE), dtype=np.float32)


@pytest.mark.parametrize(("speed", "at_least", "at_most"), [(1.0, 0.5, 0.9), (4.0, 0.125, 0.4), (0.0, 0.0, 0.3)])
def test_everything_is_played_at_its_speed(speed, at_least, at_most):
    hearer = Hearer()
    seconds = play(hearer, ramp(0.5), speed)
    assert np.array_equal(hearer.samples, ramp(0.5))
    assert at_least <= seconds <= at_most
    assert isinstance(hearer.events[0], Started)
    assert sum(isinstance(event, Level) for event in hearer.events) == len(hearer.blocks)


def test_at_speed_0_it_plays_as_spoken_while_the_listener_is_at_work():
    assert 0.3 <= play(Hearer(busy=True), ramp(0.32), 0.0) <= 0.7


def test_it_waits_for_a_listener_that_is_far_behind_and_goes_on_when_that_waits_for_it():
    behind = Hearer(busy=True, backlog=31.0)
    playback = Playback([ramp(0.2)], behind, behind.events.append, behind, 100.0)
    playback.start()
    assert not playback.finished.wait(0.2)
    assert len(behind.blocks) == 0
    behind.busy = False
    assert playback.finished.wait(5)


def test_it_stops_and_goes_on_without_losing_a_sample():
    hearer = Hearer()
    playback = Playback([ramp(0.6)], hearer, hearer.events.append, hearer, 1.0)
    playback.start()
    time.sleep(0.2)
    stopped = playback.stop()
    time.sleep(0.1)
    assert stopped == len(hearer.samples) < len(ramp(0.6))
    playback.start()
    assert playback.finished.wait(5)
    assert np.array_equal(hearer.samples, ramp(0.6))


def test_a_recording_that_cannot_be_read_on_is_told_of():
    def blocks():
        yield ramp(0.1)
        raise AudioFileError("It is damaged.")

    hearer = Hearer()
    playback = Playback(blocks(), hearer, hearer.events.append, hearer, 0.0)
    playback.start()
    assert playback.finished.wait(5)
    with pytest.raises(AudioFileError):
        playback.stop()
    assert len(hearer.samples) > 0


def test_a_silent_pipe_is_not_waited_for():
    read, write = os.pipe()
    hearer = Hearer()
    with os.fdopen(read, "rb") as stream:
        playback = Playback(pcm_blocks(stream), hearer, hearer.events.append, hearer, 1.0)
        playback.start()
        os.write(write, bytes(2048))
        time.sleep(0.3)
        stopper = threading.Thread(target=playback.stop)
        stopper.start()
        stopper.join(2)
        assert not stopper.is_alive()
        assert len(hearer.samples) == 1024
        os.close(write)
        assert playback.finished.wait(2)


@given(st.lists(st.integers(0, 2000), max_size=8), st.integers(1, 600))
def test_blocks_are_even_and_nothing_is_lost(sizes, size):
    pieces = [np.arange(count, dtype=np.float32) for count in sizes]
    blocks = list(even_blocks(pieces, size))
    assert all(len(block) == size for block in blocks[:-1])
    assert np.array_equal(np.concatenate([*blocks, np.zeros(0)]), np.concatenate([*pieces, np.zeros(0)]))


@given(st.lists(st.binary(max_size=50), max_size=8))
def test_pcm_may_arrive_in_any_pieces(pieces):
    class Dribble(io.RawIOBase):
        def __init__(self) -> None:
            self.left = list(filter(None, pieces))

        def read1(self, size: int) -> bytes:
            return self.left.pop(0) if self.left else b""

    data = b"".join(pieces)
    expected = np.frombuffer(data[: len(data) // 2 * 2], "<i2").astype(np.float32) / 32768
    assert np.array_equal(np.concatenate([*pcm_blocks(Dribble()), np.zeros(0, np.float32)]), expected)
