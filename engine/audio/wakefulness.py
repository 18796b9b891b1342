"""Whether this program ran all the time: it may have been stopped, or the machine asleep."""

from __future__ import annotations

import time
from collections.abc import Callable

HELD_UP_SECONDS = 5.0


def since_boot() -> float:
    """Seconds that pass while the machine sleeps as well, which `time.monotonic` does not count everywhere."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):  # Linux; macOS
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()


class Wakefulness:
    """Notices when two looks, which are usually moments apart, are far apart."""

    def __init__(self, clock: Callable[[], float] = since_boot) -> None:
        self._clock = clock
        self._last: float | None = None

    def rest(self) -> None:
        """Nobody looks for a while, and that is no sleep."""
        self._last = None

    def held_up(self) -> float:
        """Seconds since the last look if they are too many, else 0."""
        now = self._clock()
        passed = 0.0 if self._last is None else now - self._last
        self._last = now
        return passed if passed > HELD_UP_SECONDS else 0.0
