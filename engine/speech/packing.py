"""Long recordings cut into windows that a model can hear at once, at the pauses, without losing speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from faster_whisper.vad import VadOptions, get_speech_timestamps
from numpy.typing import NDArray

from engine.records import SAMPLE_RATE

WINDOW_SECONDS = 28.0  # leaves room for padding in Whisper's 30
LONGEST_PAUSE_SECONDS = 3.0  # a longer one is not worth encoding
LEAD_SECONDS = 1.0  # heard again before a window that waits for more audio: the detector needs some silence first
LOUDNESS_SECONDS = 0.03
# Pauses between words already separate speech, so that there is a pause near every place to cut at.
DETECTION = VadOptions(threshold=0.5, min_silence_duration_ms=300, speech_pad_ms=200)

Floats = NDArray[np.float32]
Span = tuple[int, int]  # first sample, and the one after the last


@dataclass(frozen=True)
class Window:
    """Audio to recognise at once, (samples,), and where it starts in the recording, in seconds."""

    start: float
    samples: Floats

    @property
    def end(self) -> float:
        """Where it ends in the recording, in seconds."""
        return self.start + self.samples.size / SAMPLE_RATE


def speech_windows(blocks: Iterable[Floats], longest: float = WINDOW_SECONDS) -> Iterator[Window]:
    """The windows of a recording that comes in blocks of any size; only what is not yet decided is held.

    Args:
        longest: in seconds.
    """
    held, offset = np.zeros(0, np.float32), 0
    for block, is_last in _mark_last(blocks):
        held = np.concatenate([held, block])
        spans = pack(find_speech(held), held, round(longest * SAMPLE_RATE))
        complete = spans if is_last else spans[:-1]
        for start, end in complete:
            yield Window((offset + start) / SAMPLE_RATE, held[start:end].copy())
        # The last window may go on in the next block; so may speech that has only just begun.
        undecided = spans[-1][0] if spans and not is_last else held.size
        heard = complete[-1][1] if complete else 0
        cut = max(heard, undecided - round(LEAD_SECONDS * SAMPLE_RATE))
        held, offset = held[cut:], offset + cut


def find_speech(samples: Floats) -> list[Span]:
    """Where Silero VAD hears speech, in order, without overlap."""
    found = get_speech_timestamps(samples, DETECTION)
    return [(int(speech["start"]), int(speech["end"])) for speech in found]


def pack(speech: Iterable[Span], samples: Floats, longest: int) -> list[Span]:
    """Join neighbouring speech into spans of at most `longest` samples; cut where that much has no pause.

    Every sample of `speech` is in exactly one span. The pauses between joined speech are in it too, so that times
    within a span are times of the recording.
    """
    pieces = [piece for span in speech for piece in _split(span, samples, longest)]
    packed: list[Span] = []
    for start, end in pieces:
        joins = packed and start - packed[-1][1] <= LONGEST_PAUSE_SECONDS * SAMPLE_RATE
        if joins and end - packed[-1][0] <= longest:
            packed[-1] = (packed[-1][0], end)
        else:
            packed.append((start, end))
    return packed


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
