"""Capture through a real audio server: what is played into it must come out, and trouble must be told of."""

import time
from collections.abc import Iterator
from pathlib import Path
from types import UnionType

import numpy as np
import pytest
import soundfile as sf
import soxr
from pulse import MICROPHONE, PulseServer
from scipy.signal import correlate
from speech import noise, speech

from engine.audio.devices import find_device, list_devices
from engine.audio.events import (
    CaptureEvent,
    DeviceChanged,
    Level,
    Lost,
    NoSignal,
    Resumed,
    Stalled,
    Started,
)
from engine.audio.microphone import CaptureOptions, Microphone
from engine.errors import DeviceError

RATE = 16_000


class Recorder:
    """A sink and a listener that keep everything, with the time it came."""

    def __init__(self) -> None:
        self.blocks: list[tuple[int, np.ndarray]] = []
        self.gaps: list[tuple[int, int]] = []
        self.events: list[tuple[float, CaptureEvent]] = []

    def audio(self, position: int, block: np.ndarray) -> None:
        self.blocks.append((position, block))

    def gap(self, position: int, samples: int) -> None:
        self.gaps.append((position, samples))

    def hear(self, event: CaptureEvent) -> None:
        self.events.append((time.monotonic(), event))

    def wait_for(self, kind: type | UnionType, seconds: float = 5.0, count: int = 1) -> tuple[float, CaptureEvent]:
        deadline = time.monotonic() + seconds
        while True:
            found = [entry for entry in self.events if isinstance(entry[1], kind)]
            if len(found) >= count:
                return found[count - 1]
            told = [event for _, event in self.events if not isinstance(event, Level)]
            assert time.monotonic() < deadline, f"no {kind}, only {told}"
            time.sleep(0.005)

    def told(self, *kinds: type) -> list[CaptureEvent]:
        return [event for _, event in self.events if isinstance(event, kinds)]

    @property
    def start(self) -> int:
        return self.blocks[0][0]

    @property
    def stop(self) -> int:
        return self.blocks[-1][0] + len(self.blocks[-1][1])

    def samples(self) -> np.ndarray:
        """The recording with silence in its gaps; every sample must be accounted for exactly once."""
        pieces = [(position, len(block)) for position, block in self.blocks] + self.gaps
        expected = self.start
        for position, count in sorted(pieces):
            assert position == expected
            expected += count
        result = np.zeros(expected - self.start, dtype=np.float32)
        for position, block in self.blocks:
            result[position - self.start :][: len(block)] = block
        return result


@pytest.fixture(scope="module")
def server() -> Iterator[PulseServer]:
    with PulseServer() as server:
        yield server


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def microphone(server, recorder) -> Iterator[Microphone]:
    with Microphone(MICROPHONE, recorder, recorder.hear) as microphone:
        yield microphone


def write_wav(path: Path, samples: np.ndarray) -> Path:
    """At the sink's own rate, so that the server does not resample it."""
    sf.write(path, soxr.resample(samples, RATE, 48_000), 48_000, subtype="PCM_16")
    return path


def find_in(recording: np.ndarray, played: np.ndarray) -> tuple[int, float]:
    """Where `played` lies in `recording`, and how well it correlates there."""
    at = int(np.argmax(correlate(recording, played, mode="valid", method="fft")))
    return at, float(np.corrcoef(recording[at : at + len(played)], played)[0, 1])


def test_what_is_played_is_what_is_recorded(server, microphone, recorder, tmp_path):
    text = "The quick brown fox jumps over the lazy dog. Nothing that is said may be lost on the way to the disk. "
    played = np.tile(speech(text), 2)[: 10 * RATE] + noise(10, 0.01)
    microphone.start()
    recorder.wait_for(Started)
    server.play(write_wav(tmp_path / "a.wav", played)).wait(timeout=30)
    end = microphone.stop()
    recording = recorder.samples()
    assert recorder.gaps == []
    assert end == recorder.stop
    at, correlation = find_in(recording, played)
    assert correlation > 0.95
    # A frame dropped anywhere would move what follows it.
    for second in range(9):
        window = played[second * RATE : (second + 1) * RATE]
        around = recording[at + second * RATE - 800 : at + (second + 1) * RATE + 800]
        assert abs(find_in(around, window)[0] - 800) <= 1
    assert recorder.told(Lost, Stalled, Resumed) == []


def test_the_tail_after_the_key_is_kept(server, microphone, recorder, tmp_path):
    # Noise up to 2 kHz: a part of a sample's delay does not change it much.
    marks = soxr.resample(noise(1.0, 0.2, seed=7), RATE // 4, RATE)
    microphone.start()
    recorder.wait_for(Started)
    player = server.play(write_wav(tmp_path / "marks.wav", marks))
    time.sleep(1.5)
    released = recorder.stop
    assert microphone.state == "recording"
    end = microphone.stop()
    player.kill()
    assert microphone.state == "idle"
    assert 0.5 <= (end - released) / RATE < 0.8
    tail = recorder.samples()[-int(0.4 * RATE) :]
    assert find_in(marks, tail)[1] > 0.95, "the tail is what was played, to its end"


def test_a_warm_microphone_has_what_was_said_before_the_key(server, recorder):
    options = CaptureOptions(keep_warm=True, pre_roll_seconds=1.0)
    with Microphone(None, recorder, recorder.hear, options) as microphone:
        microphone.warm_up()
        recorder.wait_for(Level)
        time.sleep(1.3)
        pressed = time.monotonic()
        microphone.start()
        when, started = recorder.wait_for(Started)
        assert when - pressed < 0.15
        assert started.pre_roll == 31 * 512
        first_end = microphone.stop(tail_seconds=0.0)
        microphone.start()
        _, again = recorder.wait_for(Started, count=2)
        assert again.position >= first_end, "what belongs to one recording is not the next one's pre-roll"
        microphone.stop(tail_seconds=0.0)


def test_an_unplugged_microphone_is_told_of_and_comes_back(server, microphone, recorder):
    microphone.start()
    recorder.wait_for(Started)
    time.sleep(0.5)
    unplugged = time.monotonic()
    server.unplug()
    lost, _ = recorder.wait_for(Lost)
    assert lost - unplugged < 1.0
    time.sleep(1.0)
    plugged = time.monotonic()
    server.plug()
    _, resumed = recorder.wait_for(Resumed)
    time.sleep(0.3)
    microphone.stop()
    assert (plugged - unplugged - 0.3) * RATE < resumed.gap_samples
    assert sum(samples for _, samples in recorder.gaps) == resumed.gap_samples
    recorder.samples()


def test_a_new_default_is_followed_and_told_of(server, recorder):
    with Microphone(None, recorder, recorder.hear) as microphone:
        microphone.start()
        recorder.wait_for(Started)
        headset = server.plug("Headset")
        server.make_default("Headset")
        recorder.wait_for(DeviceChanged)
        server.unplug(headset)
        recorder.wait_for(DeviceChanged, count=2)
        microphone.stop(tail_seconds=0.1)
    server.make_default(MICROPHONE)
    assert [event.name for event in recorder.told(DeviceChanged)] == ["Headset", MICROPHONE]
    recorder.samples()


def test_a_hanging_server_is_told_of_within_a_second_and_time_is_kept(server, microphone, recorder):
    microphone.start()
    started, _ = recorder.wait_for(Started)
    time.sleep(0.7)
    hung = time.monotonic()
    server.hang()
    try:
        stalled, _ = recorder.wait_for(Stalled)
        time.sleep(1.5)
    finally:
        server.recover()
    assert stalled - hung < 1.0
    _, resumed = recorder.wait_for(Resumed)
    time.sleep(0.4)
    released = time.monotonic()
    end = microphone.stop()
    # PulseAudio hands over late what it kept, so what the gap must account for is the rest: then the timeline
    # still runs with the clock. On a loaded machine the tail of 0.5 s takes longer to come.
    assert released - started + 0.3 < (end - recorder.start) / RATE < time.monotonic() - started + 0.2
    assert sum(samples for _, samples in recorder.gaps) == resumed.gap_samples
    recorder.samples()


def test_a_crashed_server_is_told_of_and_capture_goes_on_with_the_next(recorder):
    with PulseServer() as server, Microphone(None, recorder, recorder.hear) as microphone:
        microphone.start()
        recorder.wait_for(Started)
        killed = time.monotonic()
        server.kill_server()
        told, _ = recorder.wait_for(Lost | Stalled)  # PortAudio says that it failed, or hangs
        assert told - killed < 1.0
        recorder.wait_for(Lost, seconds=8)
        server.start_server()
        server.plug()
        _, resumed = recorder.wait_for(Resumed, seconds=8)
        microphone.stop(tail_seconds=0.1)
        assert resumed.gap_samples > 0.3 * RATE
        recorder.samples()


def test_a_muted_room_is_told_of(server, recorder):
    options = CaptureOptions(no_signal_seconds=0.5)
    with Microphone(MICROPHONE, recorder, recorder.hear, options) as microphone:
        microphone.start()
        recorder.wait_for(NoSignal)
        microphone.stop(tail_seconds=0.0)


def test_devices_are_listed_by_name_and_an_unknown_one_is_refused(server, recorder):
    devices = list_devices()
    assert [device.name for device in devices if not device.is_monitor] == [MICROPHONE]
    assert find_device(None, devices).name == MICROPHONE
    assert "vmic.monitor" in [device.name for device in devices if device.is_monitor]
    with (
        Microphone("Studio", recorder, recorder.hear) as microphone,
        pytest.raises(DeviceError, match=r"Studio.*Connect it, or choose one of: FakeMic"),
    ):
        microphone.start()
    assert microphone.state == "idle"


def test_consonants_arrive_whole(server, microphone, recorder, tmp_path):
    tone = (0.5 * np.sin(2 * np.pi * 7000 * np.arange(3 * RATE) / RATE)).astype(np.float32)
    microphone.start()
    recorder.wait_for(Started)
    player = server.play(write_wav(tmp_path / "tone.wav", tone))
    time.sleep(1.0)
    microphone.stop()
    player.kill()
    middle = recorder.samples()[-RATE // 2 :]
    assert 20 * np.log10(np.sqrt(2 * np.mean(middle**2)) / 0.5) == pytest.approx(0.0, abs=1.0)
