"""A recording of any length to text: window after window, each led by what was said before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.records import SAMPLE_RATE, Segment, Transcript, Word
from engine.speech.guards import Anomaly, says_too_little
from engine.speech.options import DECODE_DEFAULTS, DecodeOptions
from engine.speech.packing import Window, fill_seconds, longest_seconds, speech_windows
from engine.speech.results import Recognised
from engine.speech.utterance import SHORTEST_SECONDS, recognise_encoded
from engine.speech.whisper import Recogniser

DIVISIONS = 2  # how often a window may be halved: at worst seven decodes stand for one
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
    reader = _Reader(recogniser, options, adaptive, words)
    segments: list[Segment] = []
    context = recogniser.context
    for window in speech_windows(counted, fill_seconds(context), longest_seconds(context)):
        if window.samples.size >= SHORTEST_SECONDS * SAMPLE_RATE:
            parts = reader.read(window)
            segments += [_segment(part, said.text, said.words) for part, said in parts if said.text]
            report(window.end)
    report(counted.seconds)
    text = " ".join(segment.text for segment in segments)
    language = reader.options.language or (UNKNOWN_LANGUAGE if recogniser.multilingual else recogniser.own_languages[0])
    return Transcript(text, language, counted.seconds, recogniser.name, tuple(segments))


class _Reader:
    """Reads windows one after the other; `options` carry the language and what was said before from one to the next."""

    def __init__(self, recogniser: Recogniser, options: DecodeOptions, adaptive: bool, words: bool) -> None:
        self.options = replace(options, language=options.language or recogniser.options.language)
        self._recogniser = recogniser
        self._adaptive = adaptive
        self._words = words

    def read(self, window: Window, divisions: int = DIVISIONS) -> list[tuple[Window, Recognised]]:
        """What the window says: as a whole, or in parts where parts of it would be passed over."""
        was_led = bool(self.options.previous_text)
        said = self._recognise(window)
        whole = [(window, said)]
        is_silent = said.anomaly is Anomaly.NO_SPEECH
        if is_silent or divisions == 0 or not says_too_little(_tokens(said), window.speech_seconds):
            return whole
        # Models trained on single sentences stop after the first, or take what was said before for the end.
        after, self.options = self.options, replace(self.options, previous_text="")
        smaller = window.halves() or ((window,) if was_led else ())
        parts = [part for one in smaller for part in self.read(one, divisions - 1)]
        if sum(_tokens(part) for _, part in parts) > _tokens(said):
            return parts
        self.options = after
        return whole

    def _recognise(self, window: Window) -> Recognised:
        encoded = self._recogniser.encode(window.samples)
        language = self.options.language or self._recogniser.detect_language(encoded)
        options = replace(self.options, language=language)
        said = recognise_encoded(self._recogniser, encoded, options, adaptive=self._adaptive, words=self._words)
        # A decoder that went astray once is led astray again by its own text.
        self.options = replace(options, previous_text=said.text if said.anomaly is None else "")
        return said


def _tokens(said: Recognised) -> int:
    return len(said.hypotheses[0].tokens) if said.hypotheses else 0


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
