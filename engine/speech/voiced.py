"""Where in a recording somebody was heard, as far as it is still of interest."""

from __future__ import annotations


class VoicedRanges:
    """Stretches of speech in order, in seconds; the last one may still be going on."""

    def __init__(self, origin: float) -> None:
        self._closed: list[tuple[float, float]] = []
        self._open: float | None = None
        self._captured = origin
        self._last_end: float | None = None
        self._origin = origin

    def __len__(self) -> int:
        return len(self._closed) + (self._open is not None)

    def advance(self, captured: float) -> None:
        """The recording now reaches to `captured`."""
        self._captured = captured

    def start(self, at: float) -> None:
        """Speech began at `at`; within speech this says nothing new."""
        if self._open is None:
            self._open = max(at, self._last_end if self._last_end is not None else self._origin)

    def end(self, at: float) -> None:
        """Speech ended at `at`; within silence this says nothing new."""
        if self._open is None:
            return
        self._last_end = max(at, self._open)
        self._closed.append((self._open, self._last_end))
        self._open = None

    def forget_before(self, time: float) -> None:
        """Drop the stretches that ended before `time`."""
        self._closed = [voiced for voiced in self._closed if voiced[1] >= time]

    @property
    def last_end(self) -> float | None:
        """Up to where speech was heard: the present while it goes on, None if there was none."""
        return self._captured if self._open is not None else self._last_end

    def seconds(self, start: float, end: float) -> float:
        """Length of the speech between `start` and `end`."""
        return sum(max(0.0, min(right, end) - max(left, start)) for left, right in self._all())

    def pauses(self, start: float, end: float) -> list[tuple[float, float]]:
        """The silences between `start` and `end`, clipped to them."""
        pauses = []
        for left, right in self._all():
            if start < min(left, end):
                pauses.append((start, min(left, end)))
            start = max(start, right)
        if start < end:
            pauses.append((start, end))
        return pauses

    def _all(self) -> list[tuple[float, float]]:
        if self._open is None:
            return self._closed
        return [*self._closed, (self._open, max(self._open, self._captured))]
