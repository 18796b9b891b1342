"""The sentences that measure the starter recogniser: none of them was ever trained on."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

from trainer.text.grammar import generate
from trainer.text.prose import prose


@dataclass(frozen=True)
class TestSentence:
    """A sentence to be recognised, and where it comes from."""

    __test__ = False  # pytest takes a class of this name for a test

    text: str
    source: Literal["unseen template", "prose"]


def test_sentences(count: int = 500, seed: int = 0) -> list[TestSentence]:  # noqa: PT028 # no test of pytest's
    """`count` different sentences, shuffled: half from unseen templates, half from prose of unseen works.

    Raises:
        ValueError: the prose kept for testing does not reach.
    """
    chance, unseen_prose = Random(seed), prose("test")
    from_prose = count // 2
    if from_prose > len(unseen_prose):
        raise ValueError(f"{count} test sentences need {from_prose} of prose; there are {len(unseen_prose)}")
    made = generate(count - from_prose, seed, split="test")
    sentences = [TestSentence(text, "unseen template") for text in made]
    sentences += [TestSentence(text, "prose") for text in chance.sample(unseen_prose, from_prose)]
    chance.shuffle(sentences)
    return sentences


test_sentences.__test__ = False  # type: ignore[attr-defined]
