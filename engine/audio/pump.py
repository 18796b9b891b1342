"""From the timeline of the intake to recordings: pre-roll, blocks, gaps, tail, and the level on the way."""

from __future__ import annotations

import queue
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

from engine.audio.events import AudioSink, CaptureEvent, CaughtUp, Clipping, HeldUp, Level, NoSignal, Started
from engine.audio.intake import BLOCK, Feed, Gap, Intake, Piece
from engine.audio.level import LevelMeter
from engine.audio.ring import Ring, Samples
from engine.audio.wakefulness import Wakefulness, since_boot
from engine.records import SAMPLE_RATE

STOP_GRACE_SECONDS = 0.5  # beyond the tail, for audio that never comes
CATCHING_UP_SECONDS = 0.5  # that sound has to come at its own pace, after a sleep, to be taken for that of now
CAUGHT_UP_PACE = (0.5, 1.2)  # seconds of sound a second: below, it has yet to come; above, it makes up for the sleep
IDLE_SECONDS = 0.1  # between steps while nothing is recorded


@dataclass(frozen=True)
class CaptureOptions:
    """How to capture. `pre_roll_seconds` are from before the key, as far as the stream was kept warm."""

    pre_roll_seconds: float = 1.0
    history_seconds: float = 60.0
    no_signal_seconds: float = 3.0
    keep_warm: bool = False


@dataclass
class _Recording:
    """The recording that goes on; once the key was let go, it ends at `stop_at` or at `deadline`."""

    started: bool = False
    stop_at: int | None = None
    deadline: float = float("inf")
    end: Future[int] = field(default_factory=Future)


class Pump:
    """Hands recordings to `sink` and tells `listener` of them, both from `step`, which one thread calls.

    `ring` holds what was captured lately at 16 kHz, also outside of recordings. Other threads leave messages. The
    clocks are arguments, so that all of this can be tried without a sound device.
    """

    def __init__(
        self,
        sink: AudioSink,
        listener: Callable[[CaptureEvent], None],
        reopen: Callable[[], None],
        options: CaptureOptions,
        since_boot: Callable[[], float] = since_boot,
    ) -> None:
        self.ring = Ring(options.history_seconds)
        self._sink = sink
        self._tell = listener
        self._intake = Intake(listener, reopen)
        self._meter = LevelMeter(options.no_signal_seconds)
        self._wakefulness = Wakefulness(since_boot)
        self._woke: tuple[float, int] | None = None  # when, and the position then, while it catches up
        self._pre_roll = round(options.pre_roll_seconds * SAMPLE_RATE)
        self._messages: queue.SimpleQueue[Callable[[float], None]] = queue.SimpleQueue()
        self._recording: _Recording | None = None
        self._origin = 0  # where the intake's timeline begins on ours
        self._contiguous_from = 0  # nothing is missing since here
        self._last_clipping = -SAMPLE_RATE

    @property
    def state(self) -> str:
        """`idle`, `arming` until sound arrives, or `recording`."""
        if self._recording is None:
            return "idle"
        return "recording" if self._recording.started else "arming"

    def attach(self, feed: Feed) -> None:
        """Capture from `feed` from now on."""
        self._messages.put(lambda now: self._attach(feed))

    def detach(self) -> None:
        """Capture from nothing."""
        self._messages.put(lambda now: self._intake.detach())

    def moved(self, feed: Feed, name: str, *, is_monitor: bool) -> None:
        """The audio server has `feed` record from the source `name` now."""
        self._messages.put(lambda now: self._intake.moved(feed, name, is_monitor=is_monitor))

    def begin(self) -> None:
        """Start a recording; it has started for the user when `Started` comes."""
        self._recording = _Recording()
        self._messages.put(lambda now: None)  # wakes the pump

    def end(self, tail_seconds: float) -> Future[int]:
        """Stop the recording `tail_seconds` after now; the future gives the position of its end."""
        recording = self._recording or _Recording()
        self._messages.put(lambda now: self._end(recording, now, tail_seconds))
        return recording.end

    def abandon(self) -> None:
        """Forget the recording: no device could be opened for it."""
        self._recording = None

    def fail(self, error: BaseException) -> None:
        """No step will be taken any more, because of `error`; whoever waits for the end is told."""
        if self._recording is not None and not self._recording.end.done():
            self._recording.end.set_exception(error)

    def wait(self, clock: Callable[[], float]) -> None:
        """Sleep until something is due, then take a step at the time that `clock` tells."""
        pause = BLOCK / SAMPLE_RATE / 2 if self._recording else IDLE_SECONDS if self._intake.attached else None
        try:
            message = self._messages.get(timeout=pause)
        except queue.Empty:
            pass
        else:
            message(clock())
        self.step(clock())

    def step(self, now: float) -> None:
        """Everything that is due at monotonic time `now`."""
        while not self._messages.empty():
            self._messages.get()(now)
        self._look_for_sleep(now)
        pieces = self._intake.step(now)
        if self._recording is not None and not self._recording.started and self._intake.live:
            self._start(self._recording)
        self._pass_on(pieces)
        if self._recording is not None:
            self._stop_if_due(self._recording, now)

    def _attach(self, feed: Feed) -> None:
        new_timeline = not self._intake.interrupted
        self._intake.attach(feed)
        if new_timeline:
            self._origin = self._contiguous_from = self.ring.written

    def _start(self, recording: _Recording) -> None:
        recording.started = True
        position = max(self.ring.written - self._pre_roll, self._contiguous_from, self.ring.oldest)
        position += (self.ring.written - position) % BLOCK
        self._tell(Started(position, self.ring.written - position))
        for at in range(position, self.ring.written, BLOCK):
            self._sink.audio(at, self.ring.read(at, at + BLOCK))

    def _pass_on(self, pieces: list[Piece]) -> None:
        for piece in pieces:
            if isinstance(piece, Gap):
                self._pass_gap(piece.samples)
            else:
                self._pass_block(piece)

    def _pass_block(self, block: Samples) -> None:
        position = self.ring.written
        self.ring.write(block)
        self._read_level(position, block)
        recording = self._recording
        if recording is None or not recording.started:
            return
        wanted = block if recording.stop_at is None else block[: max(0, recording.stop_at - position)]
        if len(wanted):
            self._sink.audio(position, wanted)

    def _pass_gap(self, samples: int) -> None:
        position = self.ring.written
        self.ring.skip(samples)
        self._contiguous_from = self.ring.written
        recording = self._recording
        if recording is None or not recording.started:
            return
        wanted = samples if recording.stop_at is None else min(samples, recording.stop_at - position)
        if wanted > 0:
            self._sink.gap(position, wanted)

    def _look_for_sleep(self, now: float) -> None:
        """Said before any of the sound that waited meanwhile is handed on."""
        if self._recording is None:
            self._wakefulness.rest()
            self._woke = None
        elif (seconds := self._wakefulness.held_up()) and self._recording.started:
            self._tell(HeldUp(seconds))
            self._woke = (now, self.ring.written)
        elif self._woke is not None and now - self._woke[0] >= CATCHING_UP_SECONDS:
            # The audio system kept some of what was said meanwhile, nobody knows how much: it comes faster than spoken.
            passed, came = now - self._woke[0], self.ring.written - self._woke[1]
            self._woke = (now, self.ring.written)
            least, most = (pace * passed * SAMPLE_RATE for pace in CAUGHT_UP_PACE)
            if least <= came <= most:
                self._woke = None
                self._tell(CaughtUp(self.ring.written))

    def _end(self, recording: _Recording, now: float, tail_seconds: float) -> None:
        position = self._intake.position_captured_at(now)
        here = self.ring.written if position is None else self._origin + position
        recording.stop_at = max(here, self.ring.written) + round(tail_seconds * SAMPLE_RATE)
        recording.deadline = now + tail_seconds + self._intake.latency + STOP_GRACE_SECONDS

    def _stop_if_due(self, recording: _Recording, now: float) -> None:
        if recording.stop_at is None:
            return
        if now >= recording.deadline:
            self._pass_on(self._intake.flush())
        elif self.ring.written < recording.stop_at:
            return
        end = min(self.ring.written, recording.stop_at)
        self._contiguous_from = max(self._contiguous_from, end)  # what was handed on is no pre-roll any more
        self._recording = None
        recording.end.set_result(end)

    def _read_level(self, position: int, block: Samples) -> None:
        reading = self._meter.read(block)
        self._tell(Level(reading.rms_dbfs, reading.peak_dbfs))
        if reading.clipping and position - self._last_clipping >= SAMPLE_RATE:
            self._last_clipping = position
            self._tell(Clipping(position))
        if reading.no_signal:
            self._tell(NoSignal(self._meter.quiet_seconds))
