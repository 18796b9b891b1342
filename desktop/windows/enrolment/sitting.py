"""One sitting of reading: which sentence is next, what was read, how far it is. Knows no window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GOAL_SECONDS = 300.0  # five minutes: more tires the voice, and tired reading teaches less


@dataclass(frozen=True)
class Taken:
    """A sentence that was read and kept."""

    text: str
    identifier: str
    seconds: float


class Sitting:
    """Goes through `sentences` until there are `goal` seconds of speech, or none is left."""

    def __init__(self, sentences: Sequence[str], goal: float = GOAL_SECONDS) -> None:
        self.goal = goal
        self.taken: list[Taken] = []
        self._waiting = list(sentences)
        self._again: Taken | None = None

    @property
    def current(self) -> str | None:
        """What to read now; None if nothing is left."""
        if self._again is not None:
            return self._again.text
        return self._waiting[0] if self._waiting else None

    @property
    def others(self) -> tuple[str, ...]:
        """The other sentences, one of which may be read by mistake."""
        return tuple(text for text in self._waiting if text != self.current)

    @property
    def number(self) -> int:
        """Which sentence it is, from 1."""
        return len(self.taken) + (0 if self._again else 1)

    @property
    def seconds(self) -> float:
        """Seconds of speech so far."""
        return sum(one.seconds for one in self.taken)

    @property
    def finished(self) -> bool:
        """Whether there is enough, or nothing left to read."""
        return self._again is None and (self.seconds >= self.goal or self.current is None)

    @property
    def can_redo(self) -> bool:
        """Whether there is a sentence to be read once more."""
        return bool(self.taken) and self._again is None

    def take(self, identifier: str, seconds: float) -> str | None:
        """The current sentence was read and kept; returns the id of the recording it takes the place of."""
        text = self.current
        assert text is not None
        replaced, self._again = self._again, None
        if replaced is None:
            self._waiting.pop(0)
        else:
            self.taken.remove(replaced)
        self.taken.append(Taken(text, identifier, seconds))
        return replaced.identifier if replaced else None

    def skip(self) -> None:
        """Leave the current sentence out; one that was to be read once more stays as it was."""
        if self._again is not None:
            self._again = None
        elif self._waiting:
            self._waiting.pop(0)

    def redo(self) -> None:
        """Read the last sentence once more; its recording stays until the new one is good."""
        if self.can_redo:
            self._again = self.taken[-1]

    def extend(self) -> None:
        """Go on for as long again."""
        self.goal = self.seconds + GOAL_SECONDS
