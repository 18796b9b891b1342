"""Which sentences a recipe is trained on, and which it is watched on."""

from __future__ import annotations

from trainer.scratch.recipe import ScratchRecipe
from trainer.text import basic


def training_sentences(recipe: ScratchRecipe) -> list[str]:
    """As many different sentences as the recipe has clips."""
    return basic.sentences(recipe.clips, recipe.seed)


def held_out_sentences(recipe: ScratchRecipe, count: int) -> list[str]:
    """Sentences that are in no training set."""
    return basic.sentences(count, recipe.seed + 1, held_out=True)
