"""Utterances that were misheard, for tests of correcting them."""

from __future__ import annotations

from corrected_samples import words_of
from library_samples import dictate

from engine.library.library import Library
from engine.records import Hypothesis, Word

HEARD = "We deploy on cooper netties tomorrow."
RIGHT = "We deploy on Kubernetes tomorrow."


def add_doubtful(library: Library, text: str = HEARD, *doubtful: str, seed: int = 0, **fields: object) -> str:
    """An utterance with another reading, of which the words `doubtful` are so; returns its id."""
    words = tuple(
        Word(word.text, word.start, word.end, 0.2 if word.text.strip(",.") in doubtful else 0.9)
        for word in words_of(text)
    )
    readings = (Hypothesis(text, -0.1), Hypothesis(text.replace("We deploy", "We destroy"), -0.3))
    return dictate(
        library, text, seconds=4.0, seed=seed, words=words, hypotheses=readings, **{"raw_text": text, **fields}
    )
