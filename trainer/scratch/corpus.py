"""Sentences spoken by synthetic voices, kept on disk in shards, so that making them can stop and go on."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.errors import AttuneError
from engine.records import SAMPLE_RATE
from trainer.synthesise import synthesise_timed, varied_delivery
from trainer.voices import Voice

SHARD_CLIPS = 500
LONGEST_SECONDS = 20.0  # a sentence that takes longer is a slip of the grammar


@dataclass(frozen=True)
class Clip:
    """One spoken sentence: int16 mono at 16 kHz in a shard, `start` and `length` in samples.

    `word_starts` are the first samples of its words, counted from its own start; empty where they are unknown.
    """

    shard: Path
    start: int
    length: int
    text: str
    voice: str
    word_starts: tuple[int, ...] = ()

    @property
    def seconds(self) -> float:
        """The duration."""
        return self.length / SAMPLE_RATE

    def excerpt(self, first: int, end: int, cut: int) -> Clip:
        """The words from `first` to before `end` (fewer than all), and the audio up to the sample `cut`."""
        begin = self.word_starts[first]
        words = " ".join(self.text.split()[first:end])
        # What a sentence goes on with is not heard yet; only what ends it may end an excerpt.
        text = words if end == len(self.word_starts) else words.rstrip(".,;:!?")
        return Clip(self.shard, self.start + begin, cut - begin, text, self.voice)

    def samples(self) -> np.ndarray:
        """The audio, float32, shape (length,)."""
        whole = np.memmap(self.shard, dtype=np.int16, mode="r")
        return whole[self.start : self.start + self.length].astype(np.float32) / 32768.0


@dataclass(frozen=True)
class NewClip:
    """A clip to be stored: float32 audio (samples,) at 16 kHz, and what `Clip` says of it."""

    samples: np.ndarray
    text: str
    voice: str
    word_starts: Sequence[int] = ()


def make_corpus(
    folder: Path,
    sentences: list[str],
    voices: Callable[[int], tuple[Voice, ...]],
    seed: int,
    report: Callable[[int, int], None],
    workers: int = 2,
) -> None:
    """Speak each sentence once. Shards that exist are left as they are.

    Args:
        voices: those that speak the sentences of a shard, by the number of its first sentence.
        report: called with (sentences done, sentences in all) after each shard.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(workers) as pool:
        for first in range(0, len(sentences), SHARD_CLIPS):
            number = first // SHARD_CLIPS
            if not has_shard(folder, number):
                part = sentences[first : first + SHARD_CLIPS]
                _make_shard(folder, number, part, voices(first), random.Random(f"{seed}/{number}"), pool)
            report(min(first + SHARD_CLIPS, len(sentences)), len(sentences))


class Corpus:
    """The clips of a folder that may still be growing.

    Args:
        is_growing: whether somebody still makes shards; asked while one is waited for.
    """

    def __init__(self, folder: Path, is_growing: Callable[[], bool] = lambda: False) -> None:
        self._folder = folder
        self._is_growing = is_growing
        self._clips: list[Clip] = []
        self._ends: list[int] = []  # how many clips there are up to the end of each shard that was read

    def first(self, sentences: int) -> list[Clip]:
        """The clips of the first `sentences` sentences, in whole shards; waits until they are spoken.

        Raises:
            AttuneError: they are not there and nobody makes them.
        """
        shards = -(-sentences // SHARD_CLIPS)
        while len(self._ends) < shards:
            index = _index_of(self._folder, len(self._ends))
            if not index.exists():
                self._wait(index)
            self._clips += _read_index(index)
            self._ends.append(len(self._clips))
        return self._clips[: self._ends[shards - 1]] if shards else []

    def _wait(self, index: Path) -> None:
        while not index.exists():
            if not self._is_growing() and not index.exists():
                raise AttuneError(f"The synthetic speech in {self._folder} is incomplete.", "Start the command again.")
            time.sleep(1.0)


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
    spoken = list(pool.map(synthesise_timed, sentences, drawn, deliveries))
    clips = (
        NewClip(speech.samples, text, voice.name, speech.word_starts)
        for text, voice, speech in zip(sentences, drawn, spoken, strict=True)
    )
    longest = LONGEST_SECONDS * SAMPLE_RATE
    write_shard(folder, number, (clip for clip in clips if 0 < clip.samples.size <= longest))


def write_shard(folder: Path, number: int, clips: Iterable[NewClip]) -> None:
    """Write the clips of shard `number`."""
    rows, position = [], 0
    index = _index_of(folder, number)
    with index.with_suffix(".pcm").open("wb") as file:
        for clip in clips:
            length = int(clip.samples.size)
            file.write((np.clip(clip.samples, -1, 1) * 32767).astype(np.int16).tobytes())
            rows.append(
                {
                    "start": position,
                    "length": length,
                    "text": clip.text,
                    "voice": clip.voice,
                    "word_starts": clip.word_starts,
                }
            )
            position += length
    # The index is written last and renamed into place: a shard with an index is whole.
    temporary = index.with_suffix(".part")
    temporary.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    temporary.rename(index)


def has_shard(folder: Path, number: int) -> bool:
    """Whether the shard is there, whole."""
    return _index_of(folder, number).exists()


def _index_of(folder: Path, number: int) -> Path:
    return folder / f"shard-{number:05d}.jsonl"


def _read_index(index: Path) -> Iterator[Clip]:
    for line in index.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        starts = tuple(row.get("word_starts", ()))
        yield Clip(index.with_suffix(".pcm"), row["start"], row["length"], row["text"], row["voice"], starts)
