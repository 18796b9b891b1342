"""Long recordings cut into windows that a model can hear at once, at the pauses, without losing speech."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from faster_whisper.vad import VadOptions, get_speech_timestamps
from numpy.typing import NDArray

from engine.models.card import WINDOW_SECONDS as FULL_CONTEXT_SECONDS
from engine.models.card import Context
from engine.records import SAMPLE_RATE

WINDOW_SECONDS = 28.0  # leaves room for padding in Whisper's 30
# For a model that bears short audio. It was trained on utterances, and passes over sentences in the middle of long
# windows; live partials hear no more at once either.
UTTERANCE_SECONDS = 10.0
LONGEST_PAUSE_SECONDS = 3.0  # a longer one is not worth encoding
LEAD_SECONDS = 1.0  # heard again before a window that waits for more audio: the detector needs some silence first
LOUDNESS_SECONDS = 0.03
# A pause of half a second stands between sentences or phrases, hardly ever within one.
DETECTION = VadOptions(threshold=0.5, min_silence_duration_ms=500, speech_pad_ms=200)

Floats = NDArray[np.float32]
Span = tuple[int, int]  # first sample, and the one after the last


@dataclass(frozen=True)
class Window:
    """Audio to recognise at once, (samples,), and where it starts in the recording, in seconds.

    `speech` is where in `samples` somebody speaks.
    """

    start: float
    samples: Floats
    speech: tuple[Span, ...]

    @property
    def end(self) -> float:
        """Where it ends in the recording, in seconds."""
        return self.start + self.samples.size / SAMPLE_RATE

    @property
    def speech_seconds(self) -> float:
        """How much of it is speech."""
        return sum(end - start for start, end in self.speech) / SAMPLE_RATE

    def halves(self) -> tuple[Window, Window] | None:
        """The speech before and after the longest pause, or None where there is no pause."""
        if len(self.speech) < 2:
            return None
        pauses = [after - end for (_, end), (after, _) in itertools.pairwise(self.speech)]
        cut = 1 + int(np.argmax(pauses))
        return self._part(self.speech[:cut]), self._part(self.speech[cut:])

    def _part(self, speech: Sequence[Span]) -> Window:
        return _window(self.start, self.samples, speech)


def fill_seconds(context: Context) -> float:
    """How far to fill a window: what the model must be given anyway. More only makes each encoding dearer."""
    if context.min_seconds >= FULL_CONTEXT_SECONDS:
        return WINDOW_SECONDS
    return max(0.0, context.min_seconds - context.pad_seconds)


def longest_seconds(context: Context) -> float:
    """How long a window may be at most, where speech goes on without a pause."""
    return max(UTTERANCE_SECONDS, fill_seconds(context))


def speech_windows(
    blocks: Iterable[Floats], fill: float = WINDOW_SECONDS, longest: float = WINDOW_SECONDS
) -> Iterator[Window]:
    """The windows of a recording that comes in blocks of any size; only what is not yet decided is held.

    Args:
        fill: neighbouring speech shares a window up to so many seconds.
        longest: speech that goes on for more seconds is cut.
    """
    held, offset = np.zeros(0, np.float32), 0
    for block, is_last in _mark_last(blocks):
        held = np.concatenate([held, block])
        groups = pack(find_speech(held), held, round(fill * SAMPLE_RATE), round(longest * SAMPLE_RATE))
        complete = groups if is_last else groups[:-1]
        for group in complete:
            yield _window(offset / SAMPLE_RATE, held, group)
        # The last window may go on in the next block; so may speech that has only just begun.
        undecided = groups[-1][0][0] if groups and not is_last else held.size
        heard = complete[-1][-1][1] if complete else 0
        cut = max(heard, undecided - round(LEAD_SECONDS * SAMPLE_RATE))
        held, offset = held[cut:], offset + cut


def find_speech(samples: Floats) -> list[Span]:
    """Where Silero VAD hears speech, in order, without overlap."""
    found = get_speech_timestamps(samples, DETECTION)
    return [(int(speech["start"]), int(speech["end"])) for speech in found]


def pack(speech: Iterable[Span], samples: Floats, fill: int, longest: int) -> list[list[Span]]:
    """Group neighbouring speech up to `fill` samples; cut speech that goes on for more than `longest`.

    Every sample of `speech` is in exactly one group. A window holds the pauses within its group too, so that times
    within it are times of the recording.
    """
    groups: list[list[Span]] = []
    for start, end in (piece for span in speech for piece in _split(span, samples, longest)):
        joins = groups and start - groups[-1][-1][1] <= LONGEST_PAUSE_SECONDS * SAMPLE_RATE
        if joins and end - groups[-1][0][0] <= min(fill, longest):
            groups[-1].append((start, end))
        else:
            groups.append([(start, end)])
    return groups


def _window(origin: float, samples: Floats, group: Sequence[Span]) -> Window:
    """The window of a group's speech in `samples`, which start at `origin` seconds."""
    first, last = group[0][0], group[-1][1]
    inside = tuple((start - first, end - first) for start, end in group)
    return Window(origin + first / SAMPLE_RATE, samples[first:last].copy(), inside)


def _split(span: Span, samples: Floats, longest: int) -> Iterator[Span]:
    """Cut speech without a pause at its quietest place, not before two thirds of what a window holds."""
    start, end = span
    while end - start > longest:
        earliest = start + 2 * longest // 3
        cut = earliest + _quietest(samples[earliest : start + longest])
        yield start, cut
        start = cut
    yield start, end


def _quietest(samples: Floats) -> int:
    """The middle of the stretch of least energy."""
    size = min(round(LOUDNESS_SECONDS * SAMPLE_RATE), samples.size)
    energy = np.concatenate([[0.0], np.cumsum(np.square(samples, dtype=np.float64))])
    return int(np.argmin(energy[size:] - energy[:-size])) + size // 2


def _mark_last(blocks: Iterable[Floats]) -> Iterator[tuple[Floats, bool]]:
    iterator = iter(blocks)
    current = next(iterator, None)
    while current is not None:
        following = next(iterator, None)
        yield current, following is None
        current = following
