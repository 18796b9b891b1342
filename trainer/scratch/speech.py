"""The synthetic speech of a recipe, made by a process of its own while the training already runs on its beginning."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

from trainer.scratch.corpus import Clip, Corpus, make_corpus
from trainer.scratch.recipe import ScratchRecipe
from trainer.scratch.text import HELD_OUT, held_out_sentences, training_sentences
from trainer.voices import TRAINING_VARIANTS, Voice, basic_voices, espeak, first_voices, training_voices


def make_held_out(recipe: ScratchRecipe, work: Path) -> list[Clip]:
    """Unseen sentences by all voices of the recipe."""
    voices = voices_of(recipe)
    make_corpus(work / "held-out", held_out_sentences(recipe), lambda _: voices, recipe.seed + 1000, lambda *_: None)
    return Corpus(work / "held-out").first(HELD_OUT)


def start_corpus(recipe: ScratchRecipe, work: Path) -> Corpus:
    """Begin to make the training corpus in the background, or go on with it; the process ends with this one."""
    maker = multiprocessing.get_context("spawn").Process(target=make_training_speech, args=(recipe, work), daemon=True)
    maker.start()
    return Corpus(work / "corpus", maker.is_alive)


def make_training_speech(recipe: ScratchRecipe, work: Path) -> None:
    """Speak every training sentence, those for the beginning by few voices."""
    os.nice(5)  # the training waits for nothing but the beginning
    all_voices = voices_of(recipe)
    few = first_voices() if recipe.voices == "training" else all_voices
    make_corpus(
        work / "corpus",
        training_sentences(recipe),
        lambda first: few if first < recipe.first_clips else all_voices,
        recipe.seed,
        lambda *_: None,
    )


def voices_of(recipe: ScratchRecipe) -> tuple[Voice, ...]:
    """Every voice of a recipe."""
    if recipe.voices == "language":
        return tuple(espeak(recipe.language, variant) for variant in TRAINING_VARIANTS)
    return basic_voices() if recipe.voices == "basic" else training_voices()
