"""A microphone that goes away and an audio server that hangs, in the middle of a dictation with the real program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from dictating import RunningDictation, write_for_sink
from pulse import MICROPHONE, PulseServer
from scipy.signal import correlate
from speech import silence, speech

from engine.audio.flac import read_flac
from engine.library.library import Library
from engine.paths import STARTER_MODEL, Home

pytestmark = pytest.mark.timeout(900)  # each waits for several things on a machine that may do other work

MODEL = STARTER_MODEL / "ctranslate2"
BEFORE, AFTER = "Could you ask the nurse about the story?", "We are going to turn off the computer."


@pytest.fixture(scope="module")
def server() -> Iterator[PulseServer]:
    with PulseServer() as server:
        yield server


def say(server: PulseServer, folder: Path, text: str) -> None:
    recording = write_for_sink(folder / "said.wav", np.concatenate([silence(0.3), speech(text), silence(1.2)]))
    server.play(recording).wait(timeout=60)


def say_until_final(server: PulseServer, folder: Path, text: str, dictation: RunningDictation, count: int) -> None:
    say(server, folder, text)
    dictation.wait_for(lambda: len(dictation.finals()) >= count, f"no final number {count}")


def assert_kept(home: Path, texts: tuple[str, ...]) -> None:
    """The library has the sound of each text, in this order, and the spool nothing."""
    assert list((home / "spool").iterdir()) == []
    with Library(Home(home), writable=False) as library:
        rows = library.utterances.page()[::-1]
        kept = [read_flac(library.recordings.absolute(row.audio)) for row in rows]
    assert len(kept) == len(texts)
    for recording, text in zip(kept, texts, strict=True):
        said = speech(text)
        at = int(np.argmax(correlate(recording, said, mode="valid", method="fft")))
        assert np.corrcoef(recording[at : at + len(said)], said)[0, 1] > 0.95


def test_an_unplugged_microphone_is_told_of_and_the_dictation_goes_on_with_it(server, tmp_path):
    with RunningDictation(tmp_path, "--model", str(MODEL), "--device", MICROPHONE) as dictation:
        say_until_final(server, tmp_path, BEFORE, dictation, 1)
        server.unplug()
        dictation.wait_for_complaint("The microphone is lost")
        server.plug()
        dictation.wait_for_complaint("Sound arrives again")
        say_until_final(server, tmp_path, AFTER, dictation, 2)
    assert_kept(tmp_path, (BEFORE, AFTER))


def test_a_hanging_audio_server_is_told_of_and_the_dictation_goes_on(server, tmp_path):
    with RunningDictation(tmp_path, "--model", str(MODEL), "--device", MICROPHONE) as dictation:
        say_until_final(server, tmp_path, BEFORE, dictation, 1)
        server.hang()
        try:
            dictation.wait_for_complaint("does not answer")
        finally:
            server.recover()
        dictation.wait_for_complaint("Sound arrives again")
        say_until_final(server, tmp_path, AFTER, dictation, 2)
    assert_kept(tmp_path, (BEFORE, AFTER))
