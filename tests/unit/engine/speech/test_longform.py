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
from engine.speech.results import Encoded, Recognised
from engine.speech.whisper import Recogniser

SENTENCE = speech("The train to the city leaves at nine from the second platform.")


@pytest.fixture(scope="module")
def recogniser(tmp_path_factory: pytest.TempPathFactory) -> Recogniser:
    folder = make_model(tmp_path_factory.mktemp("model"))
    return Recogniser.load(folder, RecogniserOptions(context=Context(min_seconds=30.0, pad_seconds=0.5)))


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


class Script:
    """Stands for recognition: says what was set down for each window, by its length in seconds."""

    def __init__(self, *answers: tuple[str, int, Anomaly | None]) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[int, str]] = []

    def __call__(self, recogniser: object, encoded: Encoded, options: DecodeOptions, **given: bool) -> Recognised:
        text, tokens, anomaly = self.answers.pop(0)
        self.asked.append((round(encoded.seconds), options.previous_text))
        return Recognised((Hypothesis(text, -0.1, (1,) * tokens),), "en", anomaly=anomaly)


def test_what_was_said_leads_the_next_window_unless_the_decoder_went_astray(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = Script(("one", 9, None), ("two", 9, Anomaly.REPETITION), ("three", 9, None))
    monkeypatch.setattr(longform, "recognise_encoded", script)
    gap = silence(6.0)

    transcript = transcribe(recogniser, [np.concatenate([SENTENCE, gap, SENTENCE, gap, SENTENCE])])

    assert transcript.text == "one two three"
    assert [previous for _, previous in script.asked] == ["", "one", ""]


def test_a_window_of_which_too_little_is_read_is_read_in_parts(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = Script(("one", 9, None), ("one", 9, None), ("two three", 18, None))
    monkeypatch.setattr(longform, "recognise_encoded", script)
    recording = np.concatenate([SENTENCE, silence(2.0), SENTENCE, silence(1.0), SENTENCE])
    length = SENTENCE.size / SAMPLE_RATE

    transcript = transcribe(recogniser, [recording])

    assert transcript.text == "one two three"
    assert [seconds for seconds, _ in script.asked] == [round(3 * length + 3), round(length), round(2 * length + 1)]
    assert transcript.segments[1].start == pytest.approx(length + 2.0, abs=0.4)


def test_parts_that_say_no_more_do_not_replace_the_whole(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = Script(("all of it", 12, None), ("a", 5, None), ("b", 5, None), ("b", 5, None))
    monkeypatch.setattr(longform, "recognise_encoded", script)

    transcript = transcribe(recogniser, [np.concatenate([SENTENCE, silence(2.0), SENTENCE])])

    assert transcript.text == "all of it"


def test_a_single_sentence_that_what_was_said_before_cut_short_is_read_without_it(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = Script(("one", 9, None), ("", 0, None), ("two", 9, None))
    monkeypatch.setattr(longform, "recognise_encoded", script)

    transcript = transcribe(recogniser, [np.concatenate([SENTENCE, silence(6.0), SENTENCE])])

    assert transcript.text == "one two"
    assert [previous for _, previous in script.asked] == ["", "one", ""]
