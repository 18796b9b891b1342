"""Where the next recognition has to begin: the committed words it may hear again, and the pauses to cut at."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from engine.records import Word
from engine.speech.policy import StreamingPolicy
from engine.speech.voiced import VoicedRanges


@dataclass(frozen=True)
class Window:
    """The audio from `start` on, in seconds, is still to be read; it begins with the committed `overlap`."""

    start: float
    overlap: tuple[Word, ...] = ()


class CommittedTail:
    """The last words that were committed: enough for context and overlap, however long the dictation."""

    def __init__(self, policy: StreamingPolicy, origin: float) -> None:
        self._policy = policy
        self._words: deque[Word] = deque(maxlen=policy.context_words + policy.overlap_words + 1)
        self._fresh = 0  # words since the context was dropped
        self.end = origin  # where the last word ended

    def __len__(self) -> int:
        return len(self._words)

    def add(self, words: Sequence[Word]) -> None:
        """Append `words`."""
        self._words.extend(words)
        self._fresh += len(words)
        self.end = max([self.end, *(word.end for word in words)])

    def last(self, count: int) -> list[Word]:
        """The last `count` words, or as many as there are."""
        return list(self._words)[-count:] if count else []

    def context(self, overlap: int) -> str:
        """Text for the decoder: what precedes the last `overlap` words, which it hears again."""
        wanted = min(self._policy.context_words, max(0, self._fresh - overlap))
        words = self.last(wanted + overlap)[:wanted]
        return " ".join(word.text.strip() for word in words)

    def drop_context(self) -> None:
        """Give the decoder nothing that was committed so far."""
        self._fresh = 0


def window_after_pause(
    window: Window, settled: float, unread: float, voiced: VoicedRanges, policy: StreamingPolicy, hangover: float
) -> Window | None:
    """The window that begins in the pause right after `settled`, or None where there is no such pause.

    Everything before `settled` has been read, and what is heard until at most `hangover` seconds after it is the end
    of the same word; the next speech to be read begins at `unread`.
    """
    for start, end in voiced.pauses(settled, unread):
        if start > settled + hangover:
            return None
        if end - start >= policy.min_pause:
            cut = max((start + end) / 2, end - policy.lead_in)
            return Window(cut) if cut > window.start else None
    return None


def window_before_last_words(window: Window, tail: CommittedTail, policy: StreamingPolicy, floor: float) -> Window:
    """The window that begins just before the last committed words, never before `window.start` or `floor`."""
    earliest = max(window.start, floor)
    words = tail.last(policy.overlap_words + 1)
    for index in range(max(0, len(words) - policy.overlap_words), len(words)):
        gap = words[index].start - (words[index - 1].end if index else earliest)
        start = words[index].start - min(policy.overlap_margin, max(0.0, gap / 2))
        if start >= earliest:
            return Window(start, tuple(words[index:]))
    return Window(earliest, tuple(word for word in words if word.end > earliest))
