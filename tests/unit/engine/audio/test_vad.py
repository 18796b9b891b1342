import numpy as np
import pytest
from faster_whisper.vad import get_vad_model
from hypothesis import given
from hypothesis import strategies as st
from speech import noise, silence, speech

from engine.audio.vad import (
    BLOCK,
    SilenceReached,
    SpeechDetector,
    SpeechEnded,
    SpeechResumed,
    SpeechStarted,
    StreamingVad,
    VadPolicy,
)

SENTENCE = "Please send the report to the whole team before lunch."


def blocks_of(audio: np.ndarray) -> np.ndarray:
    return audio[: len(audio) // BLOCK * BLOCK].reshape(-1, BLOCK)


def run(audio: np.ndarray) -> list[object]:
    vad, detector = StreamingVad(), SpeechDetector()
    events: list[object] = []
    for index, block in enumerate(blocks_of(audio)):
        events += detector.process(vad.process(block), index * BLOCK)
    return events


@pytest.mark.parametrize("voice", ["en-us", "en-gb+f3"])
def test_block_by_block_gives_what_the_whole_recording_gives(voice):
    audio = np.concatenate([silence(0.5), speech(SENTENCE, voice), silence(0.7)])
    blocks = blocks_of(audio)
    # The batch call silences the last 64 samples it is given, so it gets a block more.
    expected = get_vad_model()(np.append(blocks.ravel(), silence(BLOCK / 16_000)))[: len(blocks)]
    vad = StreamingVad()
    streamed = [vad.process(block) for block in blocks]
    np.testing.assert_allclose(streamed, np.ravel(expected), atol=1e-3)
    assert max(streamed) > 0.9
    assert min(streamed) < 0.1
    vad.reset()
    np.testing.assert_allclose([vad.process(block) for block in blocks[:20]], streamed[:20], atol=1e-6)


def test_a_short_block_is_judged_as_if_silence_followed():
    whole, short = StreamingVad(), StreamingVad()
    part = speech(SENTENCE)[8000:8300]
    assert short.process(part) == whole.process(np.append(part, np.zeros(BLOCK - 300, dtype=np.float32)))


def test_a_sentence_starts_pauses_and_ends_where_it_does():
    said = speech(SENTENCE)
    audio = np.concatenate([silence(1.0), said, silence(1.0)])
    loud = np.flatnonzero(np.abs(audio) > 0.02)
    events = run(audio)
    started, ended = events[0], events[-1]
    assert isinstance(started, SpeechStarted)
    assert isinstance(ended, SpeechEnded)
    assert started.position == pytest.approx(loud[0], abs=0.15 * 16_000)
    assert ended.position == pytest.approx(loud[-1], abs=0.25 * 16_000)
    assert [event.milliseconds for event in events if isinstance(event, SilenceReached)][-2:] == [200, 600]


@pytest.mark.parametrize("audio", [silence(4), noise(4, 0.05), noise(4, 0.3)], ids=["silence", "soft", "loud"])
def test_no_speech_starts_where_nobody_speaks(audio):
    assert run(audio) == []


def events_of(probabilities: list[float], policy: VadPolicy | None = None) -> list[object]:
    detector = SpeechDetector(policy or VadPolicy())
    return [
        event
        for index, probability in enumerate(probabilities)
        for event in detector.process(probability, index * BLOCK)
    ]


def test_one_loud_block_is_not_an_onset():
    assert events_of([0.1, 0.9, 0.1, 0.9, 0.1]) == []


def test_between_the_thresholds_speech_goes_on_and_silence_goes_on():
    speech_then_doubt = [0.9, 0.9] + [0.4] * 50
    assert events_of(speech_then_doubt) == [SpeechStarted(0)]
    doubt_after_silence = [0.9, 0.9, 0.1] + [0.4] * 18
    ended = events_of(doubt_after_silence)
    assert ended == [
        SpeechStarted(0),
        SilenceReached(200, 2 * BLOCK),
        SilenceReached(600, 2 * BLOCK),
        SpeechEnded(2 * BLOCK),
    ]


def test_speech_after_a_reported_silence_resumes():
    events = events_of([0.9, 0.9] + [0.1] * 8 + [0.9] + [0.1] * 8)
    assert events == [
        SpeechStarted(0),
        SilenceReached(200, 2 * BLOCK),
        SpeechResumed(10 * BLOCK),
        SilenceReached(200, 11 * BLOCK),
    ]


@given(
    probabilities=st.lists(st.floats(0, 1), max_size=300),
    silences=st.sets(st.integers(50, 1500), min_size=1, max_size=4),
)
def test_every_speech_has_one_start_and_one_end_and_time_goes_forward(probabilities, silences):
    policy = VadPolicy(silences_ms=tuple(silences))
    speaking, reported, last_start = False, 0, -1
    for event in events_of(probabilities, policy):
        match event:
            case SpeechStarted(position):
                assert not speaking
                assert position > last_start
                speaking, reported, last_start = True, 0, position
            case SilenceReached(milliseconds, position):
                assert speaking
                assert milliseconds == sorted(silences)[reported]
                assert position > last_start
                reported += 1
            case SpeechResumed(position):
                assert speaking
                assert reported > 0
                assert position > last_start
                reported = 0
            case SpeechEnded(position):
                assert speaking
                assert reported == len(silences)
                speaking, last_start = False, position
