"""Which sentences a recipe is trained on, and which it is watched on."""

from __future__ import annotations

from random import Random

from trainer.scratch.recipe import ScratchRecipe
from trainer.text import basic
from trainer.text.grammar import generate
from trainer.text.invented import with_invented_word
from trainer.text.languages import generate_in
from trainer.text.prose import prose
from trainer.text.testing import test_sentences

HELD_OUT = 500  # sentences to watch and to calibrate on
TEST_SEED = 1  # of what is watched and tested: the same for every run, so that figures can be compared
# Each sentence of prose is read by so many voices.
PICKED_READINGS = 4
BOOK_READINGS = 2


def training_sentences(recipe: ScratchRecipe) -> list[str]:
    """As many sentences as the recipe has clips, those to begin with first."""
    if recipe.text == "basic":
        return basic.sentences(recipe.clips, recipe.seed)
    if recipe.text == "language":
        return list(generate_in(recipe.language, recipe.clips, recipe.seed, split="train"))
    readings = _readings(recipe)
    if len(readings) > recipe.clips // 2:  # a small run is of the same kind as a large one
        readings = Random(recipe.seed).sample(readings, recipe.clips // 2)
    made = list(generate(recipe.clips - len(readings), recipe.seed, split="train"))
    chance = Random(recipe.seed)
    made = [with_invented_word(one, chance) if chance.random() < recipe.invented_share else one for one in made]
    first, rest = made[: recipe.first_clips], made[recipe.first_clips :]
    return first + _interleaved(rest, readings)


def held_out_sentences(recipe: ScratchRecipe) -> list[str]:
    """Sentences that are in no training set, to watch a run and to calibrate its model on."""
    if recipe.text == "basic":
        return basic.sentences(HELD_OUT, TEST_SEED + 1, held_out=True)
    if recipe.text == "language":
        return list(generate_in(recipe.language, HELD_OUT, TEST_SEED + 1, split="dev"))
    return list(generate(HELD_OUT, TEST_SEED + 1, split="dev"))


def unseen_sentences(recipe: ScratchRecipe, count: int) -> list[str]:
    """Sentences for the figures: never trained on, watched or calibrated on.

    For the grammar they are half of templates that never trained, half prose of other works.
    """
    if recipe.text == "basic":
        return basic.sentences(HELD_OUT + count, TEST_SEED + 1, held_out=True)[HELD_OUT:]
    if recipe.text == "language":
        return list(generate_in(recipe.language, count, TEST_SEED, split="test"))
    return [sentence.text for sentence in test_sentences(count, TEST_SEED)]


def _readings(recipe: ScratchRecipe) -> list[str]:
    """The prose, each reading of all of it in another order."""
    chance = Random(recipe.seed)
    readings: list[str] = []
    for use, times in (("train", PICKED_READINGS), ("books", BOOK_READINGS)):
        for _ in range(times):
            readings += prose(use)
    chance.shuffle(readings)
    return readings


def _interleaved(many: list[str], few: list[str]) -> list[str]:
    """The few spread evenly among the many."""
    step = max(1, len(many) // max(1, len(few)))
    mixed: list[str] = []
    for index, sentence in enumerate(few):
        mixed += [*many[index * step : (index + 1) * step], sentence]
    return mixed + many[len(few) * step :]
