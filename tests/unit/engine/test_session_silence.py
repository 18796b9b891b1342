"""No text from what is not speech: noises made with sox go through the real voice detector."""

from __future__ import annotations

import shutil
import subprocess

import numpy as np
import pytest
from readable_speech import ReadingRecogniser, feed
from speech import speech as spoken

from engine.audio.events import Started
from engine.audio.vad import StreamingVad
from engine.records import Word
from engine.session.events import TextEvent
from engine.session.session import Session
from engine.session.target import Document

SECONDS = 20
NOISES = {
    "silence": "trim 0.0 20",
    "white": "synth 20 whitenoise vol 0.1",
    "loud white": "synth 20 whitenoise vol 0.5",
    "pink": "synth 20 pinknoise vol 0.3",
    "brown": "synth 20 brownnoise vol 0.5",
    "hum": "synth 20 sine 50 synth 20 sine mix 100 synth 20 sine mix 150 vol 0.3",
    "clicks": "synth 0.01 whitenoise vol 0.8 pad 0 0.19 repeat 99",
    "music": "synth 4 pl G2 pl B2 pl D3 pl G3 pl D4 pl G4 delay 0 .25 .5 .75 1 1.25 remix - norm -3 repeat 3",
    "chord": "synth 20 sine 262 synth 20 sine mix 330 synth 20 sine mix 392 tremolo 5 40 vol 0.4",
}


class Chatterbox(ReadingRecogniser):
    """Hears words in everything, as Whisper does: only what is never asked stays unsaid."""

    def read(self, samples: np.ndarray) -> list[Word]:
        return [Word("Thanks", 0.0, len(samples) / 16_000, 0.9)]


def make(effects: str) -> np.ndarray:
    if shutil.which("sox") is None:
        raise RuntimeError("The tests need sox: apt-get install sox.")
    command = ["sox", "-R", "-n", "-r", "16000", "-c", "1", "-b", "16", "-t", "raw", "-", *effects.split()]
    data = subprocess.run(command, check=True, capture_output=True).stdout
    return np.frombuffer(data, "<i2").astype(np.float32) / 32768


def dictate(samples: np.ndarray) -> list[TextEvent]:
    shown: list[TextEvent] = []
    with Session(Chatterbox([]), StreamingVad(), Document(), shown.append, lambda notice: None) as session:
        session.hear(Started(0, 0))
        feed(session, samples)
    return shown


@pytest.mark.parametrize("name", NOISES)
def test_noise_says_nothing(name):
    samples = make(NOISES[name])
    assert len(samples) > 4 * 16_000
    assert [event.event for event in dictate(samples)] == ["start", "end"]


def test_speech_in_noise_does():
    noise = make("synth 6 whitenoise vol 0.01")
    samples = noise.copy()
    said = spoken("The boat is on the lake.")
    samples[32_000:][: len(said)] += said
    assert "Thanks" in " ".join(event.committed for event in dictate(samples) if event.event == "final")
