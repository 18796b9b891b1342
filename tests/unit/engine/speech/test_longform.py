from __future__ import annotations

import numpy as np
import pytest
from speech import noise, silence, speech
from tiny_whisper import make_model

from engine.models.card import Context
from engine.records import SAMPLE_RATE, Hypothesis
from engine.speech import longform
from engine.speech.guards import Anomaly
from engine.speech.longform import transcribe
from engine.speech.options import DecodeOptions, RecogniserOptions
from engine.speech.results import Recognised
from engine.speech.whisper import Recogniser

SENTENCE = speech("The train to the city leaves at nine from the second platform.")


@pytest.fixture(scope="module")
def recogniser(tmp_path_factory: pytest.TempPathFactory) -> Recogniser:
    folder = make_model(tmp_path_factory.mktemp("model"))
    return Recogniser.load(folder, RecogniserOptions(context=Context(1.0, 0.5)))


def test_segments_and_words_carry_the_times_of_the_recording(recogniser: Recogniser) -> None:
    recording = np.concatenate([silence(5.0), SENTENCE, silence(2.0)])
    done: list[float] = []

    transcript = transcribe(recogniser, [recording[:90_000], recording[90_000:]], report=done.append)

    (segment,) = transcript.segments
    assert segment.start == pytest.approx(5.0, abs=0.4)
    assert segment.end == pytest.approx(5.0 + SENTENCE.size / SAMPLE_RATE, abs=0.4)
    assert segment.words
    assert all(segment.start <= word.start <= word.end <= segment.end for word in segment.words)
    assert transcript.text == segment.text
    assert transcript.duration == pytest.approx(recording.size / SAMPLE_RATE)
    assert done == [pytest.approx(segment.end, abs=0.001), transcript.duration]


def test_a_recording_in_which_nobody_speaks_has_no_text(recogniser: Recogniser) -> None:
    transcript = transcribe(recogniser, [silence(3.0), noise(3.0, 0.005)])

    assert (transcript.text, transcript.segments, transcript.language) == ("", (), "en")
    assert transcript.duration == pytest.approx(6.0)


def test_what_was_said_leads_the_next_window_unless_the_decoder_went_astray(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([("one", None), ("two", Anomaly.REPETITION), ("three", None)])
    led_by: list[str] = []

    def scripted(recogniser: Recogniser, encoded: object, options: DecodeOptions, **given: bool) -> Recognised:
        text, anomaly = next(answers)
        led_by.append(options.previous_text)
        return Recognised((Hypothesis(text, -0.1, (1,)),), "en", anomaly=anomaly)

    monkeypatch.setattr(longform, "recognise_encoded", scripted)
    gap = silence(6.0)

    transcript = transcribe(recogniser, [np.concatenate([SENTENCE, gap, SENTENCE, gap, SENTENCE])])

    assert transcript.text == "one two three"
    assert led_by == ["", "one", ""]
