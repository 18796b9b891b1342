"""When audio arrived, and how much of it did not."""

from __future__ import annotations

from collections import deque

from engine.records import SAMPLE_RATE

WINDOW_SECONDS = 2.0


class ArrivalClock:
    """How far audio lags behind the clock: the time of its arrival less its position.

    Callbacks are often late and never early, so the least lag of a short window is the steady one: it is what the
    drivers' buffers cost. Between two windows it grows by what was lost, and by nothing else.
    """

    def __init__(self) -> None:
        self._lags: deque[tuple[float, float]] = deque()

    def note(self, when: float, position: float) -> None:
        """At monotonic time `when`, audio up to sample `position` (16 kHz) has arrived."""
        self._lags.append((when, when - position / SAMPLE_RATE))
        while self._lags[0][0] < when - WINDOW_SECONDS:
            self._lags.popleft()

    def shift(self, samples: int) -> None:
        """The positions are `samples` further on: a gap was put in."""
        self._lags = deque((when, lag - samples / SAMPLE_RATE) for when, lag in self._lags)

    @property
    def lag(self) -> float | None:
        """The steady lag in seconds; nothing before the first arrival."""
        return min((lag for _, lag in self._lags), default=None)


class Watchdog:
    """Tells from the age of the last callback whether the audio system has stalled.

    A program that was itself held up (a stopped process, a sleeping machine) must not blame the audio system: the
    age counts from when it last woke.
    """

    def __init__(self, limit: float, first_limit: float) -> None:
        self._limit = limit
        self._first_limit = first_limit  # before the first callback, which may take seconds
        self._last_look = 0.0
        self._awake_since = 0.0

    def age(self, now: float, last_arrival: float | None, opened_at: float) -> float:
        """Seconds without a callback at monotonic time `now`, or 0 while that is within the limit."""
        if now - self._last_look > self._limit / 2:
            self._awake_since = now
        self._last_look = now
        limit = self._first_limit if last_arrival is None else self._limit
        age = now - max(opened_at if last_arrival is None else last_arrival, self._awake_since)
        return age if age > limit else 0.0
