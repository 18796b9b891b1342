"""The project's own speakers: ``python -m trainer speakers``.

Development users stand for people: each a voice that the starter has never heard, with rare words of its own. From
them come the demonstration's recordings and what personalization is measured on. The general speech is read by
voices the starter knows: a personal model must not unlearn them. The rehearsal speech is of the same kind, by other
voices with other sentences: it is heard again while a personal model learns, so that less is forgotten.

Every set is an audiofolder: recordings as Opus, and `metadata.jsonl` in the form of Attune's training records.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from engine.records import SAMPLE_RATE
from trainer.progress import Progress
from trainer.synthesise import synthesise, varied_delivery
from trainer.testsets import with_margin
from trainer.text.grammar import generate
from trainer.text.prose import prose
from trainer.text.testing import test_sentences
from trainer.text.users import UserSentence, user_ids, user_sentences
from trainer.voices import Voice, development_voices, training_voices

OPUS_COMPRESSION = 0.95  # libsndfile's scale, 0 to 1: about 20 kbit/s for this speech
SESSION_SENTENCES = 15  # one sitting
DEMO_USER = "programmer"
DEMO_SENTENCES = 150  # to learn from, and as many others to test on
GENERAL_SENTENCES = 640
GENERAL_SEED = 11
VOICE_SHARES = 5  # of the voices of the starter's training: one reads what is tested on, one what is kept back
REHEARSAL_SENTENCES = 720
KEPT_BACK_SENTENCES = 240  # beside them, to see by what is being forgotten
REHEARSAL_SEED = 12
SAMPLE_SENTENCES = 4


@dataclass(frozen=True)
class Reading:
    """One sentence to be read: as it is written, as a synthesiser is to say it, by whom, in which set and sitting."""

    text: str
    spoken: str
    voice: Voice
    speaker: str
    session: str
    terms: tuple[str, ...] = ()
    split: str | None = None


def user_voice(user_id: str) -> Voice:
    """The voice of a development user."""
    return dict(zip(user_ids(), development_voices(), strict=False))[user_id]


def user_readings(user_id: str, sentences: Sequence[UserSentence], split: str | None = None) -> list[Reading]:
    """What a user reads, in sittings of some minutes."""
    voice = user_voice(user_id)
    return [
        Reading(one.text, one.spoken, voice, user_id, f"{user_id}-{index // SESSION_SENTENCES:02}", one.terms, split)
        for index, one in enumerate(sentences)
    ]


def demo_readings() -> list[Reading]:
    """The demonstration's user: sentences to learn from, then others to test on."""
    sentences = user_sentences(DEMO_USER)
    learn, test = sentences[:DEMO_SENTENCES], sentences[DEMO_SENTENCES : 2 * DEMO_SENTENCES]
    return user_readings(DEMO_USER, learn, "train") + user_readings(DEMO_USER, test, "test")


def general_readings() -> list[Reading]:
    """Unseen sentences by a hundred of the voices the starter was trained on, each a session of its own."""
    sentences = [one.text for one in test_sentences(GENERAL_SENTENCES, GENERAL_SEED)]
    return _read_in_turn(sentences, training_voices()[::VOICE_SHARES], "test")


def rehearsal_readings() -> list[Reading]:
    """Sentences of the starter's training to rehearse, and unseen ones to be kept back, by other voices.

    Many of them, since what a personal model forgets is what it never hears again; none of the voices and sentences
    that general speech is tested with.
    """
    chance, half = random.Random(REHEARSAL_SEED), REHEARSAL_SENTENCES // 2
    sentences = [*generate(half, REHEARSAL_SEED, split="train"), *chance.sample(prose("train"), half)]
    chance.shuffle(sentences)
    voices = [voice for number, voice in enumerate(training_voices()) if number % VOICE_SHARES > 1]
    tested = {one.text for one in test_sentences(GENERAL_SENTENCES, GENERAL_SEED)}
    unseen = [one for one in generate(2 * KEPT_BACK_SENTENCES, REHEARSAL_SEED, split="test") if one not in tested]
    kept_back = _read_in_turn(unseen[:KEPT_BACK_SENTENCES], training_voices()[1::VOICE_SHARES], "dev")
    return _read_in_turn(sentences, voices, "train") + kept_back


def _read_in_turn(sentences: Sequence[str], voices: Sequence[Voice], split: str) -> list[Reading]:
    """Each voice is a session of its own."""
    chosen = [voices[index % len(voices)] for index in range(len(sentences))]
    return [
        Reading(text, text, voice, voice.name, voice.name, split=split)
        for text, voice in zip(sentences, chosen, strict=True)
    ]


def sample_readings() -> list[Reading]:
    """The first sentences of every user, to be kept with the tests."""
    return [reading for user in user_ids() for reading in user_readings(user, user_sentences(user)[:SAMPLE_SENTENCES])]


def write_readings(readings: Sequence[Reading], folder: Path, seed: int = 5) -> None:
    """Speak the sentences into an audiofolder, which must not exist yet; the same speech for the same seed."""
    folder.mkdir(parents=True)
    source = random.Random(seed)
    deliveries = [varied_delivery(source, reading.voice) for reading in readings]
    with ThreadPoolExecutor(2) as pool:
        spoken = pool.map(synthesise, [one.spoken for one in readings], [one.voice for one in readings], deliveries)
        rows = [
            _write_one(reading, with_margin(samples), folder, f"{number:04}.opus")
            for number, (reading, samples) in enumerate(zip(readings, spoken, strict=True), 1)
        ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "metadata.jsonl").write_text(lines, encoding="utf-8")


def _write_one(reading: Reading, samples: np.ndarray, folder: Path, name: str) -> dict[str, object]:
    path = folder / name
    soundfile.write(path, samples, SAMPLE_RATE, format="OGG", subtype="OPUS", compression_level=OPUS_COMPRESSION)
    return {
        "file_name": name,
        "text": reading.text,
        "language": "en",
        "speaker_id": reading.speaker,
        "sample_rate": SAMPLE_RATE,
        "duration": round(samples.size / SAMPLE_RATE, 3),
        "session_id": reading.session,
        "source": "read",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "terms": list(reading.terms),
        **({"split": reading.split} if reading.split else {}),
    }


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument(
        "set", choices=["demo", "general", "rehearsal", "sample", *user_ids()], help="which set, or which user"
    )
    parser.add_argument("folder", type=Path, help="a new folder for the recordings")


def run(options: argparse.Namespace) -> int:
    """Make one of the sets."""
    made = {
        "demo": demo_readings,
        "general": general_readings,
        "rehearsal": rehearsal_readings,
        "sample": sample_readings,
    }
    name: str = options.set
    readings = made[name]() if name in made else user_readings(name, user_sentences(name))
    write_readings(readings, options.folder)
    words = sum(len(reading.text.split()) for reading in readings)
    size = sum(file.stat().st_size for file in options.folder.iterdir())
    Progress().event("artifact", path=str(options.folder), recordings=len(readings), words=words, bytes=size)
    return 0
