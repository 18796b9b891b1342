"""One utterance recognised: as little decoding as it takes, and nothing that was not said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.records import SAMPLE_RATE, Hypothesis
from engine.speech.guards import Anomaly, find_anomaly
from engine.speech.options import DECODE_DEFAULTS, DecodeOptions
from engine.speech.results import Decoded, Encoded, Recognised
from engine.speech.whisper import Recogniser

SHORTEST_SECONDS = 0.1  # less holds no word
# Sampling gets a decoder out of a loop that beam search cannot leave; two draws bound the time.
TEMPERATURES = (0.4, 0.8)
RUNNERS_UP = 3


def recognise(
    recogniser: Recogniser,
    samples: NDArray[np.float32],
    options: DecodeOptions = DECODE_DEFAULTS,
    *,
    adaptive: bool = True,
    words: bool = True,
) -> Recognised:
    """What is said in at most 30 s of audio, float32 at 16 kHz. For the arguments see `recognise_encoded`."""
    if samples.size < SHORTEST_SECONDS * SAMPLE_RATE:
        return Recognised((), options.language or recogniser.options.language or recogniser.own_languages[0])
    return recognise_encoded(recogniser, recogniser.encode(samples), options, adaptive=adaptive, words=words)


def recognise_encoded(
    recogniser: Recogniser,
    encoded: Encoded,
    options: DecodeOptions = DECODE_DEFAULTS,
    *,
    adaptive: bool = True,
    words: bool = True,
) -> Recognised:
    """What is said in audio that was encoded already; the encoding serves every try.

    Args:
        adaptive: where the model was calibrated for it, decode greedily and search with `options.beam` only
            where the greedy text's mean log probability is weak.
        words: align the words of the text with the audio.
    """
    language = options.language or recogniser.options.language or recogniser.detect_language(encoded)
    recogniser.check_language(language, options.task)
    options = replace(options, language=language)
    threshold = recogniser.beam_threshold if adaptive and options.beam > 1 else None
    anomaly: Anomaly | None = None
    decoded: Decoded | None = None
    for attempt in _attempts(options, greedy_first=threshold is not None):
        if anomaly and attempt.is_prompted:
            continue  # what leads the decoder most often leads it astray as well
        decoded = recogniser.decode(encoded, attempt)
        found = _anomaly_of(decoded.best, decoded, attempt)
        if found is Anomaly.NO_SPEECH:
            return Recognised((), language, decoded.no_speech_probability, anomaly=found)
        anomaly = found or anomaly
        sound = _sound(decoded, attempt)
        if sound and _suffices(decoded, attempt, threshold):
            said = tuple(hypothesis for hypothesis in sound[: options.hypotheses] if hypothesis.text)
            aligned = recogniser.align(encoded, said[0], language) if said and words else ()
            return Recognised(said, language, decoded.no_speech_probability, aligned, attempt.beam, anomaly)
    silence = decoded.no_speech_probability if decoded else 0.0
    return Recognised((), language, silence, anomaly=anomaly)


def _attempts(options: DecodeOptions, *, greedy_first: bool) -> Iterator[DecodeOptions]:
    if greedy_first or not options.retries:
        yield replace(options, beam=1, hypotheses=1)
        if not greedy_first:  # the model cannot tell where a search pays, and the text is read again in a moment
            return
    # The runners-up cost nothing, and one of them is often right where the best runs away.
    searched = replace(options, hypotheses=max(options.hypotheses, min(options.beam, RUNNERS_UP)))
    yield searched
    if not options.retries:
        return
    alone = replace(searched, previous_text="", vocabulary=())
    if options.is_prompted:
        yield alone
    for temperature in TEMPERATURES:
        yield replace(alone, beam=1, hypotheses=1, temperature=temperature)


def _sound(decoded: Decoded, options: DecodeOptions) -> tuple[Hypothesis, ...]:
    """The hypotheses that no guard objects to. That nothing was said only the best one may say."""
    return tuple(
        hypothesis
        for hypothesis in decoded.hypotheses
        if (hypothesis.text or hypothesis is decoded.best) and _anomaly_of(hypothesis, decoded, options) is None
    )


def _suffices(decoded: Decoded, attempt: DecodeOptions, threshold: float | None) -> bool:
    """Whether a sound text need not be searched for any better."""
    if threshold is None or attempt.beam > 1 or attempt.temperature > 0:
        return True
    return bool(decoded.best.text) and decoded.best.score >= threshold


def _anomaly_of(hypothesis: Hypothesis, decoded: Decoded, options: DecodeOptions) -> Anomaly | None:
    return find_anomaly(
        hypothesis.text,
        len(hypothesis.tokens),
        decoded.limit,
        hypothesis.score,
        decoded.no_speech_probability,
        options.vocabulary,
    )
