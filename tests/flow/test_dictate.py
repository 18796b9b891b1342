"""Dictation through a real audio server: what is played into the microphone comes out as text and is kept."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jiwer
import numpy as np
import pytest
import soundfile as sf
import soxr
from pulse import MICROPHONE, PulseServer
from scipy.signal import correlate
from speech import silence, speech

from engine.audio.flac import read_flac
from engine.library.library import Library
from engine.paths import STARTER_MODEL, Home
from engine.speech.guards import words_of

ROOT = Path(__file__).parents[2]
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
    """At the sink's own rate, so that the server does not resample it."""
    path = tmp_path_factory.mktemp("recordings") / "two.wav"
    sf.write(path, soxr.resample(played, 16_000, 48_000), 48_000, subtype="PCM_16")
    return path


def command(home: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "engine.cli.main", "--home", str(home), *arguments]


def dictate(server: PulseServer, home: Path, recording: Path) -> tuple[list[dict], str]:
    """Play the recording into a dictation, end it with Ctrl-C, and return its events and what it complained of."""
    given = command(home, "dictate", "--json", "--model", str(MODEL), "--device", MICROPHONE)
    with subprocess.Popen(given, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        events = [json.loads(process.stdout.readline())]
        assert events[0]["event"] == "start", process.stderr.read()
        server.play(recording).wait(timeout=60)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    return events + [json.loads(line) for line in output.splitlines()], errors


def transcribe(home: Path, recording: Path) -> str:
    given = command(home, "transcribe", str(recording), "--json", "--model", str(MODEL))
    done = subprocess.run(given, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    return json.loads(done.stdout)["text"]


def test_what_is_spoken_into_the_microphone_is_written_and_kept(server, tmp_path, recording, played):
    events, complaints = dictate(server, tmp_path, recording)
    assert complaints == ""
    finals = [event for event in events if event["event"] == "final"]
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


def test_a_killed_recogniser_costs_no_word(server, tmp_path, recording):
    """The child is killed in the middle of an utterance; the same dictation is compared with one left alone."""
    import psutil

    given = command(tmp_path, "dictate", "--json", "--model", str(MODEL), "--from", str(recording), "--no-save")
    texts = []
    for kills in (0, 2):
        with subprocess.Popen(given, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            left = kills
            for line in process.stdout:
                event = json.loads(line)
                if event["event"] == "partial" and left:
                    left -= 1
                    for child in psutil.Process(process.pid).children():
                        child.kill()
        assert left == 0
        assert process.wait() == 0
        texts.append(" ".join(words_of(event["committed"])))
    assert jiwer.wer(*texts) <= 0.1, texts
