"""What a training from scratch learns from: speech it has made, or recordings it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.audio.flac import read_flac
from engine.errors import InputError
from engine.library.records import TrainingRecord
from trainer.data.command import make_ready
from trainer.data.folder import read_step
from trainer.evaluate import MAIN_SET, disturbed_sets, standard_sets
from trainer.personal.manifest import LONGEST_SECONDS
from trainer.scratch.corpus import SHARD_CLIPS, Clip, Corpus, NewClip, has_shard, write_shard
from trainer.scratch.letters import ENGLISH, Letters
from trainer.scratch.recipe import ScratchRecipe
from trainer.scratch.speech import make_held_out, start_corpus
from trainer.scratch.text import training_sentences
from trainer.testsets import TestSet, Utterance, with_margin

FEWEST = 20  # recordings to learn from; of fewer no batch can be made


@dataclass(frozen=True)
class Material:
    """The recipe with as many clips as there are, the speech, and how the result is tested."""

    recipe: ScratchRecipe
    texts: Callable[[], Sequence[str]]
    corpus: Corpus
    held_out: list[Clip]
    tests: Callable[[], Iterator[TestSet]]

    def letters(self) -> Letters:
        """What its texts are spelt with."""
        return ENGLISH if self.recipe.language == "en" else Letters.of(self.texts())


def synthetic(recipe: ScratchRecipe, work: Path, *, makes: bool = True) -> Material:
    """Speech of the recipe's own text and voices. One process makes it in the background, others find it there."""
    held_out = make_held_out(recipe, work)
    return Material(
        recipe,
        lambda: training_sentences(recipe),
        start_corpus(recipe, work) if makes else Corpus(work / "corpus", lambda: True),
        held_out,
        lambda: standard_sets(recipe, MAIN_SET),
    )


def recorded(recipe: ScratchRecipe, data: Path, work: Path) -> Material:
    """The recordings of a folder, made ready by the steps of `trainer data` in WORK/data.

    Learnt from is the split train; dev is watched and calibrated on, test gives the figures.

    Raises:
        InputError: there is too little.
    """
    folder = work / "data"
    if not (folder / "split").is_dir():
        make_ready(data, folder)
    records = [one for one in read_step(folder, "split") if one.duration <= LONGEST_SECONDS]
    parts = {name: [one for one in records if one.split == name] for name in ("train", "dev", "test")}
    if len(parts["train"]) < FEWEST or not parts["dev"] or not parts["test"]:
        counts = ", ".join(f"{len(part)} {name}" for name, part in parts.items())
        raise InputError(f"{data} holds too little to train on ({counts}).", f"{FEWEST} to train on are needed.")
    corpus = _shards(parts["train"], work / "corpus").first(len(parts["train"]))
    held_out = _shards(parts["dev"], work / "held-out").first(len(parts["dev"]))
    return Material(
        replace(recipe, clips=len(corpus), first_clips=len(corpus)),
        lambda: [clip.text for clip in corpus],
        Corpus(work / "corpus"),
        held_out,
        lambda: disturbed_sets(_test_set(parts["test"])),
    )


def _test_set(records: Sequence[TrainingRecord]) -> TestSet:
    return TestSet(
        "clean",
        tuple(
            Utterance(with_margin(read_flac(Path(one.audio))), one.text, one.session_id or one.speaker_id, one.id)
            for one in records
        ),
    )


def _shards(records: Sequence[TrainingRecord], folder: Path) -> Corpus:
    """The recordings in the form that synthesised ones are kept in."""
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, len(records), SHARD_CLIPS):
        if not has_shard(folder, first // SHARD_CLIPS):
            part = records[first : first + SHARD_CLIPS]
            clips = (NewClip(read_flac(Path(one.audio)), one.text, one.speaker_id) for one in part)
            write_shard(folder, first // SHARD_CLIPS, clips)
    return Corpus(folder)
