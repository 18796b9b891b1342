"""Dictation through a real audio server: what is played into the microphone comes out as text and is kept."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from dictating import ROOT, RunningDictation, attune, write_for_sink
from pulse import MICROPHONE, PulseServer
from scipy.signal import correlate
from speech import silence, speech

from engine.audio.flac import read_flac
from engine.library.library import Library
from engine.paths import STARTER_MODEL, Home
from engine.speech.guards import words_of

MODEL = STARTER_MODEL / "ctranslate2"
TEXTS = ("Could you ask the nurse about the story?", "We are going to turn off the computer.")


@pytest.fixture(scope="module")
def server() -> Iterator[PulseServer]:
    with PulseServer() as server:
        yield server


@pytest.fixture(scope="module")
def played() -> np.ndarray:
    return np.concatenate([speech(TEXTS[0]), silence(1.2), speech(TEXTS[1]), silence(1.0)])


@pytest.fixture(scope="module")
def recording(tmp_path_factory, played) -> Path:
    return write_for_sink(tmp_path_factory.mktemp("recordings") / "two.wav", played)


def transcribe(home: Path, recording: Path) -> str:
    given = attune(home, "transcribe", str(recording), "--json", "--model", str(MODEL))
    done = subprocess.run(given, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    return json.loads(done.stdout)["text"]


def test_what_is_spoken_into_the_microphone_is_written_and_kept(server, tmp_path, recording, played):
    with RunningDictation(tmp_path, "--model", str(MODEL), "--device", MICROPHONE) as dictation:
        server.play(recording).wait(timeout=60)
    assert dictation.complaints == []
    finals = dictation.finals()
    assert len(finals) == 2
    assert all(final["saved"] for final in finals)

    # How well live text agrees with offline text is a figure of tests/bench/live.py: it depends on the model.
    assert all(final["committed"] for final in finals)

    assert list((tmp_path / "spool").iterdir()) == []
    with Library(Home(tmp_path), writable=False) as library:
        rows = library.utterances.page()[::-1]
        assert [row.id for row in rows] == [final["utterance"] for final in finals]
        for row, said in zip(rows, (speech(TEXTS[0]), speech(TEXTS[1])), strict=True):
            kept = read_flac(library.recordings.absolute(row.audio))
            at = int(np.argmax(correlate(kept, said, mode="valid", method="fft")))
            assert np.corrcoef(kept[at : at + len(said)], said)[0, 1] > 0.95, "the whole sentence, and no gap in it"
            heard = transcribe(tmp_path, library.recordings.absolute(row.audio))
            assert words_of(heard) == words_of(TEXTS[rows.index(row)])


def test_a_killed_recogniser_is_replaced_and_both_sentences_are_heard(server, tmp_path, recording):
    """The child is killed twice in the middle of an utterance. That no word changes by it is shown where the windows
    do not depend on the machine's speed, in tests/unit/engine/test_session_worker.py.
    """
    import psutil

    given = attune(tmp_path, "dictate", "--json", "--model", str(MODEL), "--from", str(recording), "--no-save")
    killed: set[int] = set()
    finals: list[str] = []
    with subprocess.Popen(given, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "partial" and len(killed) < 2:
                for child in psutil.Process(process.pid).children():
                    killed.add(child.pid)
                    child.kill()
            elif event["event"] == "final":
                finals.append(event["committed"])
    assert process.returncode == 0
    assert len(killed) == 2
    assert len(finals) == len(TEXTS)
    for final, text in zip(finals, TEXTS, strict=True):
        assert len(words_of(final)) > len(words_of(text)) / 2
