"""How often the recogniser may be asked, from how long its calls take."""

from __future__ import annotations

from engine.speech.policy import StreamingPolicy


class Pace:
    """An exponential moving average of call times, and the interval between calls that follows from it.

    Times are seconds of any steady clock.
    """

    def __init__(self, policy: StreamingPolicy) -> None:
        self._policy = policy
        self._call_time = 0.0
        self._answers = 0
        self._asked_at: float | None = None

    def asked(self, now: float) -> None:
        """A call begins."""
        self._asked_at = now

    def answered(self, now: float) -> None:
        """The call has ended."""
        if self._asked_at is None:
            return
        weight = self._policy.call_time_weight if self._answers else 1.0
        self._call_time += weight * (now - self._asked_at - self._call_time)
        self._answers += 1

    def allows(self, now: float) -> bool:
        """Whether it is time for another call."""
        interval = max(self._policy.min_interval, self._policy.interval_factor * self._call_time)
        return self._asked_at is None or now - self._asked_at >= interval
