"""The pump with a scripted stream: what a sound device does at its worst, sample by sample.

The real path, with an audio server, is in tests/flow/test_capture.py.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.audio.arrival import Watchdog
from engine.audio.devices import InputDevice, find_device
from engine.audio.events import (
    CaughtUp,
    Clipping,
    DeviceChanged,
    HeldUp,
    Level,
    Lost,
    NoSignal,
    Overrun,
    Resumed,
    Stalled,
    Started,
)
from engine.audio.pump import CaptureOptions, Pump
from engine.audio.ring import Ring
from engine.errors import DeviceError

RATE = 16_000
BLOCK = 512
TICK = BLOCK / RATE


class ScriptedFeed:
    """Stands for an open stream. Sample values count up, so that each can be told from every other."""

    def __init__(self, name: str = "Mic", sample_rate: int = RATE, first_value: int = 1) -> None:
        self.device = InputDevice(name, name)
        self.sample_rate = sample_rate
        self.ring = Ring(30, sample_rate)
        self.latency = 0.0
        self.opened_at = 0.0
        self.arrival: tuple[float, int] | None = None
        self.overflows = 0
        self.finished = False
        self._next = first_value

    def deliver(self, now: float, blocks: int = 1) -> None:
        for _ in range(blocks):
            self.ring.write(np.arange(self._next, self._next + BLOCK, dtype=np.float32) / 2**24)
            self._next += BLOCK
        self.arrival = (now, self.ring.written)

    def lose(self, samples: int) -> None:
        self._next += samples


class Studio:
    """A pump, its sink and listener, and a clock that moves block by block."""

    def __init__(self, **options: float) -> None:
        self.now = 100.0
        self.reopened = 0
        self.events: list[object] = []
        self.pieces: list[tuple[int, np.ndarray | int]] = []
        self.pump = Pump(self, self._hear, self._reopen, CaptureOptions(**options), lambda: self.now)
        self.feed = ScriptedFeed()

    def audio(self, position: int, block: np.ndarray) -> None:
        self.pieces.append((position, block))

    def gap(self, position: int, samples: int) -> None:
        self.pieces.append((position, samples))

    def run(self, seconds: float, delivering: bool = True) -> None:
        for _ in range(round(seconds / TICK)):
            self.now += TICK
            if delivering:
                self.feed.deliver(self.now)
            self.pump.step(self.now)

    def plug(self, feed: ScriptedFeed) -> None:
        self.feed = feed
        feed.opened_at = self.now
        self.pump.attach(feed)

    def stop(self, tail: float = 0.0) -> int:
        end = self.pump.end(tail)
        self.run(tail + 0.1)
        return end.result(timeout=0)

    def timeline(self) -> list[tuple[int, int | None]]:
        """(position, value of the sample there or None in a gap), after checking that nothing overlaps."""
        result: list[tuple[int, int | None]] = []
        for position, piece in self.pieces:
            assert not result or position == result[-1][0] + 1
            if isinstance(piece, int):
                result += [(position + at, None) for at in range(piece)]
            else:
                values = np.rint(piece * 2**24).astype(int).tolist()
                result += [(position + at, value) for at, value in enumerate(values)]
        return result

    def _hear(self, event: object) -> None:
        if not isinstance(event, Level):
            self.events.append(event)

    def _reopen(self) -> None:
        self.reopened += 1


@pytest.fixture
def studio() -> Studio:
    return Studio()


def test_nothing_is_said_to_be_recorded_before_the_first_sound(studio):
    studio.plug(studio.feed)
    studio.pump.begin()
    studio.run(1.9, delivering=False)
    assert studio.pump.state == "arming"
    assert studio.events == []
    studio.run(0.1)
    assert studio.pump.state == "recording"
    assert studio.events == [Started(0, 0)]


def test_every_sample_comes_once_up_to_the_tail(studio):
    studio.plug(studio.feed)
    studio.pump.begin()
    studio.run(1.024)
    end = studio.stop(tail=0.5)
    assert studio.timeline() == [(at, at + 1) for at in range(end)]
    assert end == pytest.approx(1.524 * RATE, abs=BLOCK)
    assert studio.pump.state == "idle"


def test_the_pre_roll_reaches_back_a_second_but_not_into_the_last_recording():
    studio = Studio(pre_roll_seconds=1.0)
    studio.plug(studio.feed)
    studio.run(2.0)
    studio.pump.begin()
    studio.run(0.32)
    first_end = studio.stop()
    (started,) = studio.events
    assert started.pre_roll == 31 * BLOCK
    assert studio.timeline()[0] == (started.position, started.position + 1)
    studio.run(0.2)
    studio.pump.begin()
    studio.run(0.1)
    assert studio.events[-1].position >= first_end
    studio.timeline()


@given(
    before=st.integers(20, 60),
    missing=st.integers(0, 8 * RATE),
    kept_blocks=st.integers(0, 60),
)
@settings(deadline=None, max_examples=30)
def test_after_a_loss_every_sample_is_at_its_time(before, missing, kept_blocks):
    """A device goes away for `missing` samples' time; a new stream begins, maybe with what a server had kept."""
    kept_blocks = min(kept_blocks, missing // BLOCK)
    studio = Studio()
    studio.plug(studio.feed)
    studio.pump.begin()
    studio.run(before * TICK)
    studio.feed.finished = True
    studio.pump.step(studio.now)
    assert isinstance(studio.events[-1], Lost)
    assert studio.reopened == 1
    last_value = before * BLOCK
    studio.now += missing / RATE
    studio.plug(ScriptedFeed(first_value=last_value + 1 + missing - kept_blocks * BLOCK))
    studio.now += TICK
    studio.feed.deliver(studio.now, blocks=kept_blocks + 1)
    studio.run(1.0)
    gap = next(event.gap_samples for event in studio.events if isinstance(event, Resumed))
    true_gap = missing - kept_blocks * BLOCK
    if true_gap > BLOCK:
        assert gap == pytest.approx(true_gap, abs=2)
    else:
        assert gap == 0
    offset = true_gap - gap
    for position, value in studio.timeline():
        if value is None:
            assert last_value <= position < last_value + gap
        else:
            assert value == position + 1 + (offset if position >= last_value else 0)


def test_a_stall_is_told_of_within_a_second_and_a_kept_burst_is_no_gap(studio):
    studio.plug(studio.feed)
    studio.pump.begin()
    studio.run(1.0)
    studio.run(0.96, delivering=False)
    assert [type(event) for event in studio.events] == [Started, Stalled]
    studio.run(2.0, delivering=False)
    missed = round((0.96 + 2.0) / TICK)
    studio.feed.deliver(studio.now, blocks=missed)
    studio.run(0.5)
    assert studio.events[-1] == Resumed(0)
    assert studio.reopened == 0
    assert all(value == position + 1 for position, value in studio.timeline())


def test_a_stall_that_stays_has_the_stream_opened_again(studio):
    studio.plug(studio.feed)
    studio.pump.begin()
    studio.run(1.0)
    studio.run(6.0, delivering=False)
    assert studio.reopened == 1
    studio.plug(ScriptedFeed("Headset"))
    studio.run(0.5)
    assert [type(event) for event in studio.events] == [Started, Stalled, Lost, DeviceChanged, Resumed]
    assert studio.events[-1].gap_samples == pytest.approx(6.0 * RATE, abs=BLOCK)


def test_an_overrun_is_a_gap_of_what_was_lost(studio):
    studio.plug(studio.feed)
    studio.pump.begin()
    studio.run(1.024)
    studio.feed.overflows += 1
    studio.feed.lose(4000)
    studio.now += 4000 / RATE
    studio.run(1.0)
    assert studio.events == [Started(0, 0), Overrun(4000)]
    assert all(value is None or value == position + 1 for position, value in studio.timeline())


def test_a_sleep_is_told_before_the_sound_that_waited_meanwhile(studio):
    studio.plug(studio.feed)
    studio.pump.begin()
    studio.run(1.024)
    for _ in range(round(8 / TICK)):
        studio.now += TICK
        studio.feed.deliver(studio.now)
    handed_on = len(studio.pieces)
    studio.pump._tell = lambda event: studio.events.append((event, len(studio.pieces)))
    studio.run(TICK)
    told = [(event, pieces) for event, pieces in studio.events[1:] if isinstance(event, HeldUp)]
    ((event, pieces),) = told
    assert pieces == handed_on
    assert event.seconds == pytest.approx(8.0, abs=2 * TICK)
    studio.run(2.0)
    (caught_up,) = [event for event, _ in studio.events[1:] if isinstance(event, CaughtUp)]
    assert caught_up.position == pytest.approx(10.0 * RATE, abs=0.2 * RATE), "two looks, half a second apart"
    assert all(value == position + 1 for position, value in studio.timeline()), "nothing is missing"


def test_sound_that_a_sleep_kept_back_is_not_of_now_however_late_the_audio_system_hands_it_on(studio):
    studio.plug(studio.feed)
    studio.pump.begin()
    studio.run(1.024)
    studio.now += 8.0
    studio.run(0.9, delivering=False)  # the audio system takes longer to wake than this program
    assert not [event for event in studio.events if isinstance(event, CaughtUp)]
    studio.run(2.0)
    (caught_up,) = [event for event in studio.events if isinstance(event, CaughtUp)]
    assert caught_up.position >= studio.pump.ring.written - 1.5 * RATE
    assert caught_up.position > 9.5 * RATE, "all that was spoken meanwhile comes before"


def test_a_pause_between_two_recordings_is_no_sleep(studio):
    studio.plug(studio.feed)
    studio.pump.begin()
    studio.run(1.024)
    studio.stop()
    studio.now += 60
    studio.pump.begin()
    studio.run(1.024)
    assert not any(isinstance(event, HeldUp) for event in studio.events)


def test_a_pump_held_up_longer_than_the_ring_marks_what_it_missed(studio):
    studio.plug(studio.feed)
    studio.pump.begin()
    studio.run(1.024)
    for _ in range(round(40 / TICK)):
        studio.now += TICK
        studio.feed.deliver(studio.now)
    studio.run(1.0)
    (overrun,) = [event for event in studio.events if isinstance(event, Overrun)]
    assert [event.seconds for event in studio.events if isinstance(event, HeldUp)] == [pytest.approx(40, abs=0.1)]
    assert overrun.gap_samples > 10 * RATE
    assert all(value is None or abs(value - position - 1) <= 1 for position, value in studio.timeline())


def test_a_server_that_offers_a_loudspeaker_instead_has_lost_the_microphone(studio):
    studio.plug(studio.feed)
    studio.run(0.5)
    studio.pump.moved(studio.feed, "Headset", is_monitor=False)
    studio.feed.lose(2000)
    studio.now += 2000 / RATE
    studio.run(0.5)
    assert studio.events == [DeviceChanged("Headset"), Resumed(2000)]
    studio.pump.moved(studio.feed, "Speakers.monitor", is_monitor=True)
    studio.run(0.1)
    assert isinstance(studio.events[-1], Lost)
    assert studio.reopened == 1


def test_a_recording_ends_in_time_although_no_sound_comes(studio):
    studio.plug(studio.feed)
    studio.pump.begin()
    studio.run(1.024)
    end = studio.pump.end(0.5)
    studio.run(1.1, delivering=False)
    assert end.result(timeout=0) == round(1.024 * RATE)


def test_48_khz_comes_as_16_khz_blocks(studio):
    studio.plug(ScriptedFeed(sample_rate=48_000))
    studio.pump.begin()
    for _ in range(300):
        studio.now += BLOCK / 48_000
        studio.feed.deliver(studio.now)
        studio.pump.step(studio.now)
    lengths = {len(block) for _, block in studio.pieces}
    assert lengths == {BLOCK}
    assert studio.pump.ring.written == pytest.approx(100 * BLOCK, abs=2 * BLOCK)


def test_too_loud_is_said_once_a_second_and_no_signal_once():
    studio = Studio(no_signal_seconds=0.5)
    studio.plug(studio.feed)
    for amplitude in (1.0, 0.0):
        for _ in range(40):  # 1.28 s
            studio.now += TICK
            studio.feed.ring.write(np.full(BLOCK, amplitude, dtype=np.float32))
            studio.feed.arrival = (studio.now, studio.feed.ring.written)
            studio.pump.step(studio.now)
    assert [type(event) for event in studio.events] == [Clipping, Clipping, NoSignal]


def test_a_program_that_was_stopped_itself_does_not_blame_the_device():
    watchdog = Watchdog(limit=0.8, first_limit=3.0)
    assert watchdog.age(10.0, 10.0, 0.0) == 0.0
    assert watchdog.age(35.0, 10.0, 0.0) == 0.0, "25 s stopped: the callbacks come now"
    for look in np.arange(35.1, 35.75, 0.1):
        assert watchdog.age(float(look), 10.0, 0.0) == 0.0
    assert watchdog.age(35.95, 10.0, 0.0) > 0.8


def test_a_failing_sink_reaches_whoever_waits_for_the_end(studio):
    studio.pump.begin()
    end = studio.pump.end(0.0)
    studio.pump.fail(RuntimeError("sink"))
    with pytest.raises(RuntimeError, match="sink"):
        end.result(timeout=0)


def test_a_monitor_is_only_chosen_by_name():
    speakers = InputDevice("Speakers.monitor", "Speakers", is_default=True, is_monitor=True)
    headset = InputDevice("headset-7", "Headset")
    assert find_device(None, [speakers, headset]) is headset
    assert find_device("Speakers.monitor", [speakers, headset]) is speakers
    assert find_device("Headset", [speakers, headset]) is headset
    with pytest.raises(DeviceError, match="No microphone"):
        find_device(None, [speakers])
