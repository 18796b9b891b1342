"""From an open stream to a continuous timeline of 16 kHz: what arrived, in whole blocks, and what did not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

import numpy as np

from engine.audio.arrival import ArrivalClock, Watchdog
from engine.audio.devices import InputDevice
from engine.audio.events import CaptureEvent, DeviceChanged, Lost, Overrun, Resumed, Stalled
from engine.audio.resample import StreamResampler
from engine.audio.ring import Overwritten, Ring, Samples
from engine.records import SAMPLE_RATE

BLOCK = 512  # samples handed on at a time, 32 ms
STALL_SECONDS = 0.6  # without a callback; a stall must be told of within a second, on a busy machine too
FIRST_CALLBACK_SECONDS = 3.0  # an idle source was seen to take 1.9 s
GIVE_UP_SECONDS = 5.0  # of stall before the stream is opened anew
SETTLE_SECONDS = 0.25  # after an interruption: an audio server may deliver in one burst what it had kept
GAP_TOLERANCE = BLOCK  # samples; less than that is the jitter of the callbacks


class Feed(Protocol):
    """An open stream, as `engine.audio.stream.InputStream` is one."""

    device: InputDevice
    ring: Ring
    sample_rate: int
    latency: float
    opened_at: float
    arrival: tuple[float, int] | None
    overflows: int
    finished: bool


@dataclass(frozen=True)
class Gap:
    """`samples` samples were never captured."""

    samples: int


Piece: TypeAlias = Samples | Gap


@dataclass
class _Interruption:
    """From the last good sample until sound arrives steadily again; what arrives meanwhile is held back."""

    told: bool  # of Stalled or Lost; an overrun is told of when its gap is known
    lag_before: float | None
    clock: ArrivalClock = field(default_factory=ArrivalClock)
    held: list[Samples] = field(default_factory=list)
    resumed_at: float | None = None


class Intake:
    """Takes audio from the current feed, watches over it, and measures what is lost when it fails.

    `tell` hears of stalls, losses and resumptions. `reopen` is called when the feed is lost or given up; a new
    one comes by `attach`. One thread uses it; `now` is always the monotonic time.
    """

    def __init__(self, tell: Callable[[CaptureEvent], None], reopen: Callable[[], None]) -> None:
        self._tell = tell
        self._reopen = reopen
        self._device_name: str | None = None
        self.detach()

    @property
    def attached(self) -> bool:
        """There is a feed, good or not."""
        return self._feed is not None

    @property
    def interrupted(self) -> bool:
        """The timeline waits for sound to arrive again."""
        return self._interruption is not None

    @property
    def live(self) -> bool:
        """Sound is arriving, without an interruption."""
        return self._clock.lag is not None and self._interruption is None

    @property
    def latency(self) -> float:
        """Seconds from the sound to its arrival, as the audio system says."""
        return self._feed.latency if self._feed is not None else 0.0

    def position_captured_at(self, now: float) -> int | None:
        """The position of what is being said at `now`, counted from `attach`; nothing before any sound."""
        lag = self._interruption.lag_before if self._interruption else self._clock.lag
        return None if lag is None else round((now + self.latency - lag) * SAMPLE_RATE)

    def attach(self, feed: Feed) -> None:
        """Take from `feed`: after an interruption it carries the timeline on, otherwise a new one begins at 0."""
        self._use(feed)
        if self._interruption is None:
            self._begin_timeline()
        held = sum(map(len, self._interruption.held)) if self._interruption else 0
        self._base = float(self._given + len(self._pending) + held)
        if self._device_name not in (None, feed.device.name):
            self._tell(DeviceChanged(feed.device.name))
        self._device_name = feed.device.name

    def detach(self) -> None:
        """Take from nothing."""
        self._use(None)
        self._device_name = None
        self._interruption: _Interruption | None = None
        self._begin_timeline()

    def moved(self, feed: Feed, name: str, *, is_monitor: bool) -> None:
        """The audio server has `feed` record from the source `name` now."""
        if feed is not self._feed or name == self._device_name:
            return
        if is_monitor and not feed.device.is_monitor:
            self._lose("the audio server offers the sound of a loudspeaker in its place")
        else:
            self._device_name = name
            self._tell(DeviceChanged(name))
            self._interrupt(told=True)  # the change may have cost some samples

    def step(self, now: float) -> list[Piece]:
        """The whole blocks that are ready, with the gaps between them; before a gap a block may be short."""
        if self._feed is not None:
            self._take(self._feed)
            self._watch(now, self._feed)
        pieces: list[Piece] = []
        interruption = self._interruption
        if interruption is not None and interruption.resumed_at is not None:
            if now - interruption.resumed_at < SETTLE_SECONDS:
                return []
            pieces = self._resume(interruption)
        return [*pieces, *self._cut_blocks()] if self._interruption is None else pieces

    def flush(self) -> list[Piece]:
        """Everything that was kept back, as a recording ends and nobody waits for more."""
        pieces: list[Piece] = []
        if self._interruption is not None and self._interruption.held:
            pieces = self._resume(self._interruption)
        pieces += self._cut_blocks()
        if len(self._pending):
            pieces.append(self._give(len(self._pending)))
        return pieces

    def _use(self, feed: Feed | None) -> None:
        self._feed = feed
        self._resampler = StreamResampler(feed.sample_rate if feed else SAMPLE_RATE)
        self._taken = 0  # samples, at the feed's own rate
        self._overflows = 0
        self._watchdog = Watchdog(STALL_SECONDS, FIRST_CALLBACK_SECONDS)
        self._give_up_at = float("inf")

    def _begin_timeline(self) -> None:
        self._pending: Samples = np.zeros(0, dtype=np.float32)
        self._clock = ArrivalClock()
        self._given = 0  # samples of the timeline handed on, gaps included
        self._base = 0.0  # position of the feed's first sample

    def _take(self, feed: Feed) -> None:
        """Move what has arrived to what is pending, or to what an interruption holds back."""
        if feed.arrival is None or feed.arrival[1] == self._taken:
            return
        when, written = feed.arrival
        if feed.overflows > self._overflows:
            self._overflows = feed.overflows
            self._interrupt(told=False)
        try:
            raw = feed.ring.read(self._taken, written)
        except Overwritten as gone:
            # As if those had never arrived: the clock then finds them missing.
            self._interrupt(told=False)
            oldest = min(written, gone.oldest + feed.ring.capacity // 2)
            self._base -= (oldest - self._taken) * SAMPLE_RATE / feed.sample_rate
            self._taken = oldest
            return
        self._taken = written
        position = self._base + written * SAMPLE_RATE / feed.sample_rate
        self._keep(self._resampler.process(raw), when, position)

    def _keep(self, audio: Samples, when: float, position: float) -> None:
        if self._interruption is None:
            self._clock.note(when, position)
            self._pending = np.concatenate((self._pending, audio))
            return
        if self._interruption.resumed_at is None:
            self._interruption.resumed_at = when
        self._interruption.clock.note(when, position)
        self._interruption.held.append(audio)

    def _watch(self, now: float, feed: Feed) -> None:
        if feed.finished:
            self._lose("the audio system ended the stream")
            return
        age = self._watchdog.age(now, feed.arrival[0] if feed.arrival else None, feed.opened_at)
        if not age:
            self._give_up_at = float("inf")
        elif self._give_up_at == float("inf"):
            self._give_up_at = now + GIVE_UP_SECONDS - age
            self._interrupt(told=True)
            self._tell(Stalled(age))
        elif now >= self._give_up_at:
            self._lose("the audio system does not answer")

    def _lose(self, reason: str) -> None:
        self._keep_rest_of_feed()
        self._interrupt(told=True)
        self._use(None)
        self._tell(Lost(f"The microphone is lost: {reason}."))
        self._reopen()

    def _keep_rest_of_feed(self) -> None:
        rest = self._resampler.flush()
        if self._interruption is None:
            self._pending = np.concatenate((self._pending, rest))
        else:
            self._interruption.held.append(rest)

    def _interrupt(self, *, told: bool) -> None:
        if self._interruption is None:
            self._interruption = _Interruption(told, self._clock.lag)
        else:
            self._interruption.told |= told
            self._interruption.resumed_at = None  # it has to settle again

    def _resume(self, interruption: _Interruption) -> list[Piece]:
        """End the interruption, with what was pending before it, the gap, and what it held back pending."""
        gap = _gap_between(interruption.lag_before, interruption.clock.lag)
        self._interruption = None
        self._clock = interruption.clock
        self._clock.shift(gap)
        self._base += gap
        pieces: list[Piece] = []
        if gap:
            pieces = self._cut_blocks()
            if len(self._pending):
                pieces.append(self._give(len(self._pending)))
            pieces.append(Gap(gap))
            self._given += gap
        self._pending = np.concatenate((self._pending, *interruption.held))
        if interruption.told:
            self._tell(Resumed(gap))
        elif gap:
            self._tell(Overrun(gap))
        return pieces

    def _cut_blocks(self) -> list[Piece]:
        return [self._give(BLOCK) for _ in range(len(self._pending) // BLOCK)]

    def _give(self, count: int) -> Samples:
        block, self._pending = self._pending[:count], self._pending[count:]
        self._given += count
        return block


def _gap_between(lag_before: float | None, lag_after: float | None) -> int:
    if lag_before is None or lag_after is None:
        return 0
    gap = round((lag_after - lag_before) * SAMPLE_RATE)
    return gap if gap > GAP_TOLERANCE else 0
