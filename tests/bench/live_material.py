"""What is said in the live benchmarks, and when: synthetic sentences with pauses, each word with its time.

One voice says them, as one person dictates. The word times come from aligning each sentence's true text with its own
sound, once, by the model under test: the same for all systems.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from engine.records import SAMPLE_RATE, Hypothesis, Word
from engine.speech.options import RecogniserOptions
from engine.speech.whisper import Recogniser
from trainer.synthesise import Delivery, synthesise
from trainer.voices import Voice

LEAD_SECONDS = 1.0
PAUSES = (0.3, 0.9)  # s; drawn evenly between, so that some end an utterance of 0.6 s silence and some do not
DELIVERY = Delivery(speed=160)


@dataclass(frozen=True)
class Material:
    """Audio, float32 at 16 kHz, and the words that are said in it."""

    samples: np.ndarray
    words: list[Word]

    @property
    def seconds(self) -> float:
        return len(self.samples) / SAMPLE_RATE


def make_material(
    folder: Path,
    sentences: Sequence[str],
    voice: Voice,
    seconds: float,
    seed: int = 1,
    pauses: tuple[float, float] = PAUSES,
) -> Material:
    """At least `seconds` of dictation, as far as the sentences reach; `pauses` are the shortest and the longest."""
    chance = random.Random(seed)
    recogniser = Recogniser.load(folder, RecogniserOptions("cpu", language="en"))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    pieces = [np.zeros(round(LEAD_SECONDS * SAMPLE_RATE), np.float32)]
    words: list[Word] = []
    length = len(pieces[0])
    for text in sentences:
        sound = synthesise(text, voice, DELIVERY)
        words += align(recogniser, tokenizer, text, sound, length / SAMPLE_RATE)
        pause = np.zeros(round(chance.uniform(*pauses) * SAMPLE_RATE), np.float32)
        pieces += [sound, pause]
        length += len(sound) + len(pause)
        if length >= seconds * SAMPLE_RATE:
            break
    pieces.append(np.zeros(SAMPLE_RATE, np.float32))
    return Material(np.concatenate(pieces), words)


def align(recogniser: Recogniser, tokenizer: Tokenizer, text: str, sound: np.ndarray, offset: float) -> list[Word]:
    """The words of `text` with their times in the whole recording; the last one ends with the sound."""
    tokens = tuple(tokenizer.encode(" " + text, add_special_tokens=False).ids)
    found = recogniser.align(recogniser.encode(sound), Hypothesis(text, 0.0, tokens), "en")
    words = [Word(word.text, word.start + offset, word.end + offset, 1.0) for word in found]
    last = words[-1]
    words[-1] = Word(last.text, last.start, offset + len(sound) / SAMPLE_RATE, 1.0)
    return words
