"""Ten minutes of dictation through a real audio server: the text comes, all sound is kept, and nothing is missing."""

from __future__ import annotations

from itertools import cycle

import numpy as np
import pytest
from dictating import RunningDictation, write_for_sink
from pulse import MICROPHONE, PulseServer
from scipy.signal import correlate
from speech import silence, speech

from engine.audio.flac import read_flac
from engine.audio.vad import BLOCK
from engine.library.library import Library
from engine.paths import STARTER_MODEL, Home
from engine.records import SAMPLE_RATE

MODEL = STARTER_MODEL / "ctranslate2"
SECONDS = 600
TEXTS = (
    "Could you ask the nurse about the story?",
    "We are going to turn off the computer.",
    "Do not forget to buy fifteen lemons.",
    "The train to Boston leaves on the third of January.",
    "I would like to send the invoice to Susan.",
)
PAUSES = (0.35, 1.1)  # s: some end an utterance, some do not


def ten_minutes() -> tuple[np.ndarray, list[tuple[int, str]]]:
    """The sound, and where each sentence begins in it."""
    pieces, sentences, length = [silence(1.0)], [], SAMPLE_RATE
    for text, pause in zip(cycle(TEXTS), cycle((*PAUSES, PAUSES[1])), strict=False):
        if length >= SECONDS * SAMPLE_RATE:
            break
        sentences.append((length, text))
        pieces += [speech(text), silence(pause)]
        length += len(pieces[-2]) + len(pieces[-1])
    return np.concatenate([*pieces, silence(1.5)]), sentences


@pytest.mark.full
@pytest.mark.timeout(1200)
def test_ten_minutes_end_with_text_sound_and_no_gap(tmp_path):
    played, sentences = ten_minutes()
    recording = write_for_sink(tmp_path / "played.wav", played)
    dictation = RunningDictation(tmp_path / "home", "--model", str(MODEL), "--device", MICROPHONE)
    with PulseServer() as server, dictation:
        server.play(recording).wait(timeout=SECONDS + 60)
    # Before the player begins it is silent, as in a muted room; nothing was missing, and nothing else went wrong.
    assert [line for line in dictation.complaints if "is the microphone muted" not in line] == []
    finals = dictation.finals()
    assert all(final["saved"] and final["committed"] for final in finals)
    assert dictation.events[-1]["event"] == "end"
    assert dictation.events[-1]["committed"] == " ".join(final["committed"] for final in finals)
    assert list((tmp_path / "home" / "spool").iterdir()) == []

    with Library(Home(tmp_path / "home"), writable=False) as library:
        rows = [library.utterances.get(final["utterance"]) for final in finals]
        kept = [read_flac(library.recordings.absolute(row.audio)) for row in rows]
    assert_every_sentence_is_whole(kept, sentences)


def assert_every_sentence_is_whole(kept: list[np.ndarray], sentences: list[tuple[int, str]]) -> None:
    """Each sentence is in its turn in the recordings; a sample that went missing within would spoil its end."""
    recordings, at, left = iter(kept), 0, np.zeros(0, np.float32)
    for _, text in sentences:
        said = speech(text)
        while len(left) - at < len(said) or _likeness(left[at:], said)[1] < 0.9:
            following = next(recordings, None)
            assert following is not None, f"{text!r} is nowhere, or not whole"
            left, at = following, 0
        begin, _ = _likeness(left[at:], said)
        for part in (said[: len(said) // 2], said[len(said) // 2 :]):
            around = left[at + begin :][: len(said) + BLOCK]
            assert _likeness(around, part)[1] > 0.95, text
        at += begin + len(said)
    assert next(recordings, None) is None, "and nothing else was kept"


def _likeness(recording: np.ndarray, said: np.ndarray) -> tuple[int, float]:
    """Where `said` lies in `recording`, at the first place that is as good as any, and the correlation there."""
    found = correlate(recording, said, mode="valid", method="fft")
    at = int(np.flatnonzero(found >= 0.9 * found.max())[0])
    at = int(np.argmax(found[: at + SAMPLE_RATE // 10]))
    return at, float(np.corrcoef(recording[at : at + len(said)], said)[0, 1])
