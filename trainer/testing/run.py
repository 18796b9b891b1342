"""A model folder on test sets, as the user would hear it: the int8 file through the engine's own recogniser."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.audio.vad import BLOCK, SpeechDetector, StreamingVad
from engine.models.manifest import file_sha256
from engine.records import SAMPLE_RATE
from engine.speech.options import DECODE_DEFAULTS, DecodeOptions, RecogniserOptions, usable_cores
from engine.speech.results import Decoded, Encoded, Recognised
from engine.speech.utterance import recognise
from engine.speech.whisper import Recogniser, paying_threads
from trainer.testing.evaluation import Effort, Evaluation, Reading, SetReadings
from trainer.testing.scoring import count_all, count_terms
from trainer.testsets import TestSet, Utterance

MOST_READERS = 8  # each holds the model in memory

OnUtterance = Callable[[str, int, int], None]  # the set's name, how many are done, of how many


class MeteredRecogniser(Recogniser):
    """A recogniser that counts what it encodes (seconds) and the decoder's steps."""

    context_seconds = 0.0
    steps = 0

    def encode(self, samples: NDArray[np.float32]) -> Encoded:
        """Encode, and count the audio context."""
        self.context_seconds += self.context.seconds_for(samples.size / SAMPLE_RATE)
        return super().encode(samples)

    def decode(self, encoded: Encoded, options: DecodeOptions = DECODE_DEFAULTS) -> Decoded:
        """Decode, and count the steps: one for each token and the end token, times the beam."""
        decoded = super().decode(encoded, options)
        beam = 1 if options.temperature > 0 else max(options.beam, options.hypotheses)
        self.steps += beam * (len(decoded.best.tokens) + 1)
        return decoded


def evaluate(
    model_folder: Path,
    sets: Sequence[TestSet],
    *,
    device: Literal["auto", "cpu", "cuda"] = "cpu",
    on_utterance: OnUtterance | None = None,
) -> Evaluation:
    """Recognise every utterance of every set, several at a time where a model is so small that one thread reads best.

    Raises:
        ModelFolderError, ModelError: the folder is no usable model.
        InputError: the model does not know the language of an utterance.
    """
    free: SimpleQueue[MeteredRecogniser] = SimpleQueue()
    readers = min(MOST_READERS, usable_cores()) if device == "cpu" and paying_threads(model_folder) == 1 else 1
    for _ in range(readers):
        recogniser = MeteredRecogniser.load(model_folder, RecogniserOptions(device=device))
        assert isinstance(recogniser, MeteredRecogniser)
        recogniser.warm_up()
        free.put(recogniser)
    with ThreadPoolExecutor(readers) as pool:
        try:
            read = tuple(_read_set(pool, free, one, on_utterance) for one in sets)
        except BaseException:  # a wish to stop comes so too
            pool.shutdown(cancel_futures=True)
            raise
    return Evaluation(recogniser.name, file_sha256(model_folder / "model.bin"), read)


def _read_set(
    pool: ThreadPoolExecutor,
    free: SimpleQueue[MeteredRecogniser],
    test_set: TestSet,
    on_utterance: OnUtterance | None,
) -> SetReadings:
    def read_one(number: int, one: Utterance) -> Reading:
        recogniser = free.get()
        try:
            return _read(recogniser, one, one.id or f"{test_set.name}/{number}", test_set)
        finally:
            free.put(recogniser)

    readings = []
    total = len(test_set.utterances)
    for number, reading in enumerate(pool.map(read_one, range(1, total + 1), test_set.utterances), 1):
        readings.append(reading)
        if on_utterance:
            on_utterance(test_set.name, number, total)
    return SetReadings(test_set.name, test_set.role, test_set.speech, tuple(readings))


def _read(recogniser: MeteredRecogniser, one: Utterance, name: str, test_set: TestSet) -> Reading:
    recogniser.context_seconds, recogniser.steps = 0.0, 0
    began = time.perf_counter()
    if test_set.role == "silence" and not hears_speech(one.samples):
        recognised = Recognised((), one.language)
    else:
        recognised = recognise(recogniser, one.samples, DecodeOptions(language=one.language or None), words=False)
    elapsed = time.perf_counter() - began
    tokens = len(recognised.hypotheses[0].tokens) if recognised.hypotheses else 0
    return Reading(
        id=name,
        block=one.block,
        said=one.text,
        read=recognised.text,
        seconds=one.samples.size / SAMPLE_RATE,
        terms=count_terms(one.text, recognised.text, test_set.terms),
        effort=Effort(recogniser.context_seconds, recogniser.steps, tokens, elapsed),
        anomaly=recognised.anomaly.name.lower() if recognised.anomaly else "",
        **count_all(one.text, recognised.text),
    )


def hears_speech(samples: NDArray[np.float32]) -> bool:
    """Whether the voice detector of live dictation would start an utterance."""
    vad, detector = StreamingVad(), SpeechDetector()
    starts = range(0, samples.size, BLOCK)
    return any(detector.process(vad.process(samples[start : start + BLOCK]), start) for start in starts)
