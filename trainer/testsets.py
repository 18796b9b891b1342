"""Speech to measure a model on: synthetic, unseen, and always the same for a seed.

Each set isolates one thing: clean speech, noise, a room, tempo, accents, voices the model has never heard,
and sounds that are no speech at all.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from engine.records import SAMPLE_RATE
from trainer.augment import add_noise, add_room, clicks, coloured_noise, mains_hum, room_response
from trainer.synthesise import Delivery, synthesise, varied_delivery
from trainer.voices import Voice

MARGIN_SECONDS = 0.25  # of silence around each utterance, as a pressed key leaves


Role = Literal["personal", "gold", "vocabulary", "general", "robustness", "silence", "sounds", "other"]


@dataclass(frozen=True)
class Utterance:
    """float32 audio (samples,) at 16 kHz, what was said, and the block it belongs to (a voice or session).

    `id` is the library's, where it has one; without a `language` it is detected.
    """

    samples: np.ndarray
    text: str
    block: str
    id: str = ""
    language: str = ""


@dataclass(frozen=True)
class TestSet:
    """A named set. `speech` is False for sounds that must give no text.

    `role` is the question it answers in a comparison of models: `silence` is read as live dictation does, with the
    voice detector first, `sounds` without it. `terms` are the words looked out for.
    """

    name: str
    utterances: tuple[Utterance, ...]
    speech: bool = True
    role: Role = "other"
    terms: tuple[str, ...] = ()

    __test__ = False  # not a test case, whatever its name suggests to a test runner


def spoken_set(name: str, sentences: Sequence[str], voices: Sequence[Voice], seed: int, tempo: float = 1.0) -> TestSet:
    """Each sentence once, the voices in turn. `tempo` scales the speed of speech."""
    source = random.Random(f"{seed}/{name}")
    chosen = [voices[index % len(voices)] for index in range(len(sentences))]
    deliveries = [_at_tempo(varied_delivery(source, voice), tempo) for voice in chosen]
    with ThreadPoolExecutor(2) as pool:
        spoken = list(pool.map(synthesise, sentences, chosen, deliveries))
    rows = zip(spoken, sentences, chosen, strict=True)
    return TestSet(name, tuple(Utterance(with_margin(audio), text, voice.name) for audio, text, voice in rows))


def noisy_copy(original: TestSet, snr_db: float, seed: int = 1) -> TestSet:
    """The same speech in pink noise."""
    source = np.random.default_rng(seed)
    return _changed(original, f"noise {snr_db:g} dB", lambda x: add_noise(x, snr_db, "pink", source))


def room_copy(original: TestSet, seconds: float = 0.4, seed: int = 1) -> TestSet:
    """The same speech in a room with the given reverberation time."""
    source = np.random.default_rng(seed)
    return _changed(original, f"room {seconds:g} s", lambda x: add_room(x, room_response(seconds, 0.5, source)))


def no_speech_set(seconds: float = 10.0, repeats: int = 4, seed: int = 1) -> TestSet:
    """Digital silence, noise of three colours at several levels, mains hum and clicks."""
    source = np.random.default_rng(seed)
    length = int(seconds * SAMPLE_RATE)
    sounds = [np.zeros(length, np.float32), mains_hum(length, 50.0, 0.02), clicks(length, 4.0, source)]
    for _ in range(repeats):
        for colour in ("white", "pink", "brown"):
            level = np.float32(10 ** (source.uniform(-60, -20) / 20))
            sounds.append(np.clip(level * coloured_noise(length, colour, source), -1, 1))
    return TestSet("no speech", tuple(Utterance(x, "", str(i)) for i, x in enumerate(sounds)), False, "silence")


def with_margin(samples: np.ndarray) -> np.ndarray:
    """The speech with a little silence on both sides."""
    return np.pad(samples, int(MARGIN_SECONDS * SAMPLE_RATE))


def _at_tempo(delivery: Delivery, tempo: float) -> Delivery:
    return replace(delivery, speed=round(delivery.speed * tempo))


def _changed(original: TestSet, name: str, change: object) -> TestSet:
    assert callable(change)
    changed = tuple(replace(one, samples=change(one.samples)) for one in original.utterances)
    return TestSet(f"{original.name}, {name}", changed, original.speech, "robustness", original.terms)
