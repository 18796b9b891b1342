"""Sentences spoken by synthetic voices, kept on disk in shards, so that making them can stop and go on."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.records import SAMPLE_RATE
from trainer.synthesise import synthesise, varied_delivery
from trainer.voices import Voice

SHARD_CLIPS = 500
LONGEST_SECONDS = 20.0  # a sentence that takes longer is a slip of the grammar


@dataclass(frozen=True)
class Clip:
    """One spoken sentence: int16 mono at 16 kHz in a shard, `start` and `length` in samples."""

    shard: Path
    start: int
    length: int
    text: str
    voice: str

    @property
    def seconds(self) -> float:
        """The duration."""
        return self.length / SAMPLE_RATE

    def samples(self) -> np.ndarray:
        """The audio, float32, shape (length,)."""
        whole = np.memmap(self.shard, dtype=np.int16, mode="r")
        return whole[self.start : self.start + self.length].astype(np.float32) / 32768.0


def make_corpus(
    folder: Path,
    sentences: list[str],
    voices: tuple[Voice, ...],
    seed: int,
    report: Callable[[int, int], None],
    workers: int = 2,
) -> None:
    """Speak each sentence once, by a voice drawn from `voices`. Shards that exist are left as they are.

    Args:
        report: called with (sentences done, sentences in all) after each shard.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(workers) as pool:
        for first in range(0, len(sentences), SHARD_CLIPS):
            number = first // SHARD_CLIPS
            if not _index_of(folder, number).exists():
                part = sentences[first : first + SHARD_CLIPS]
                _make_shard(folder, number, part, voices, random.Random(f"{seed}/{number}"), pool)
            report(min(first + SHARD_CLIPS, len(sentences)), len(sentences))


def read_corpus(folder: Path) -> list[Clip]:
    """All clips of the finished shards, in order."""
    return [clip for index in sorted(folder.glob("shard-*.jsonl")) for clip in _read_index(index)]


def _make_shard(
    folder: Path,
    number: int,
    sentences: list[str],
    voices: tuple[Voice, ...],
    source: random.Random,
    pool: ThreadPoolExecutor,
) -> None:
    drawn = source.choices(voices, [voice.weight for voice in voices], k=len(sentences))
    deliveries = [varied_delivery(source, voice) for voice in drawn]
    spoken = list(pool.map(synthesise, sentences, drawn, deliveries))
    rows, position = [], 0
    audio = _index_of(folder, number).with_suffix(".pcm")
    with audio.open("wb") as file:
        for text, voice, samples in zip(sentences, drawn, spoken, strict=True):
            if not 0 < samples.size <= LONGEST_SECONDS * SAMPLE_RATE:
                continue
            file.write((np.clip(samples, -1, 1) * 32767).astype(np.int16).tobytes())
            rows.append({"start": position, "length": int(samples.size), "text": text, "voice": voice.name})
            position += int(samples.size)
    # The index is written last and renamed into place: a shard with an index is whole.
    temporary = _index_of(folder, number).with_suffix(".part")
    temporary.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    temporary.rename(_index_of(folder, number))


def _index_of(folder: Path, number: int) -> Path:
    return folder / f"shard-{number:05d}.jsonl"


def _read_index(index: Path) -> Iterator[Clip]:
    for line in index.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Clip(index.with_suffix(".pcm"), row["start"], row["length"], row["text"], row["voice"])
