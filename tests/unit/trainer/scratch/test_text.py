"""Which sentences a training is made of."""

from dataclasses import replace

import pytest

from trainer.scratch.recipe import RECIPES
from trainer.scratch.text import training_sentences


@pytest.mark.parametrize("name", sorted(RECIPES))
def test_a_run_has_as_many_sentences_as_clips(name: str) -> None:
    assert len(training_sentences(replace(RECIPES[name], clips=1_000))) == 1_000
