"""What pressing and releasing the dictation key means: hold, toggle, or both by the length of the press.

Pure: no thread, no toolkit; the clock is handed in.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum

HOLD_SECONDS = 0.5  # as VoiceInk; a tap is shorter
BOUNCE_SECONDS = 0.05  # worn switches close twice


class Mode(Enum):
    """How one key starts and stops dictation."""

    HOLD = "hold"  # records while the key is down
    TOGGLE = "toggle"  # one press starts, the next stops
    HYBRID = "hybrid"  # a tap toggles; held longer, it is push-to-talk


class Command(Enum):
    """What the session is to do."""

    START = "start"
    STOP = "stop"


class Gesture:
    """Turns presses and releases of one key into START and STOP, which alternate.

    Tell it by `ended` when the recording ended some other way, and by `started` when it began some other way.
    """

    def __init__(
        self, mode: Mode, clock: Callable[[], float] = time.monotonic, hold_seconds: float = HOLD_SECONDS
    ) -> None:
        self.mode = mode
        self._clock = clock
        self._hold_seconds = hold_seconds
        self._recording = False
        self._pressed_at: float | None = None  # the press that started the recording, while it is down
        self._released_at = float("-inf")

    @property
    def recording(self) -> bool:
        """Whether, as far as this key knows, a recording runs."""
        return self._recording

    @property
    def held(self) -> bool:
        """Whether the key that started the recording is still down."""
        return self._pressed_at is not None

    def press(self) -> Command | None:
        """The key went down."""
        now = self._clock()
        if now - self._released_at < BOUNCE_SECONDS:
            return None
        if self._recording:
            # Also after a lost release: the key can only go down again if it was up.
            return self._stop()
        self._recording, self._pressed_at = True, now
        return Command.START

    def release(self) -> Command | None:
        """The key went up."""
        now = self._clock()
        self._released_at = now
        pressed_at, self._pressed_at = self._pressed_at, None
        if pressed_at is None or not self._recording or self.mode is Mode.TOGGLE:
            return None
        if self.mode is Mode.HYBRID and now - pressed_at < self._hold_seconds:
            return None
        return self._stop()

    def started(self) -> None:
        """The recording was started by something else, such as a button or the command line."""
        self._recording = True

    def ended(self) -> None:
        """The recording was ended by something else: cancelled, failed, or stopped by a button."""
        self._recording, self._pressed_at = False, None

    def _stop(self) -> Command:
        self._recording, self._pressed_at = False, None
        return Command.STOP
