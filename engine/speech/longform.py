"""A recording of any length to text: window after window, each led by what was said before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.records import SAMPLE_RATE, Segment, Transcript, Word
from engine.speech.options import DECODE_DEFAULTS, DecodeOptions
from engine.speech.packing import Window, speech_windows
from engine.speech.utterance import SHORTEST_SECONDS, recognise_encoded
from engine.speech.whisper import Recogniser

UNKNOWN_LANGUAGE = "und"  # ISO 639 for a recording in which nobody speaks

Report = Callable[[float], None]


def transcribe(
    recogniser: Recogniser,
    blocks: Iterable[NDArray[np.float32]],
    options: DecodeOptions = DECODE_DEFAULTS,
    *,
    adaptive: bool = True,
    words: bool = True,
    report: Report = lambda seconds: None,
) -> Transcript:
    """What a recording says, which comes as consecutive blocks of 16 kHz mono audio, float32.

    A language that is not given is detected once, where speech begins.

    Args:
        adaptive, words: see `recognise_encoded`.
        report: called with the seconds of audio that are done.
    """
    counted = _Counted(blocks)
    language = options.language or recogniser.options.language
    segments: list[Segment] = []
    previous = options.previous_text
    for window in speech_windows(counted):
        if window.samples.size < SHORTEST_SECONDS * SAMPLE_RATE:
            continue
        encoded = recogniser.encode(window.samples)
        language = language or recogniser.detect_language(encoded)
        led = replace(options, language=language, previous_text=previous)
        said = recognise_encoded(recogniser, encoded, led, adaptive=adaptive, words=words)
        if said.text:
            segments.append(_segment(window, said.text, said.words))
        # A decoder that went astray once is led astray again by its own text.
        previous = said.text if said.anomaly is None else ""
        report(window.end)
    report(counted.seconds)
    text = " ".join(segment.text for segment in segments)
    return Transcript(text, language or _only_language(recogniser), counted.seconds, recogniser.name, tuple(segments))


class _Counted:
    """Blocks that remember how much audio has passed."""

    def __init__(self, blocks: Iterable[NDArray[np.float32]]) -> None:
        self._blocks = blocks
        self.seconds = 0.0

    def __iter__(self) -> Iterator[NDArray[np.float32]]:
        for block in self._blocks:
            self.seconds += block.size / SAMPLE_RATE
            yield block


def _segment(window: Window, text: str, words: tuple[Word, ...]) -> Segment:
    moved = tuple(
        replace(word, start=round(word.start + window.start, 3), end=round(word.end + window.start, 3))
        for word in words
    )
    return Segment(round(window.start, 3), round(window.end, 3), text, moved)


def _only_language(recogniser: Recogniser) -> str:
    return UNKNOWN_LANGUAGE if recogniser.multilingual else "en"
