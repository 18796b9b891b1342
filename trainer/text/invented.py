"""Invented names and words: what a recogniser must be able to spell, or copy from a vocabulary, without knowing it.

A model that has only met words of its lists writes the nearest of them for everything else. A few sentences with
words that nobody has ever said teach it to write what it hears, and to look into the vocabulary that it is given.
"""

from __future__ import annotations

import re
from random import Random

_ONSETS = "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sk sl sm sn sp st str t th tr v w z"
_NUCLEI = "a e i o u ai ee oa oo ea ou"
_CODAS = "b ck d ft g l lt m mp n nd ng nk nt p r rd rk rm rn rt s sk st t th x"
_ENDINGS = "a o in ix ora ana ium ex is on er el ine ley ton wick man son ez ova ski"


def invented_word(chance: Random) -> str:
    """A word of two or three syllables that looks like a name or a product, in lower case."""
    syllables = [_syllable(chance) for _ in range(chance.choice((1, 1, 2)))]
    ending = chance.choice(_ENDINGS.split())
    last = chance.choice(_CODAS.split()) if ending[0] in "aeio" else chance.choice(_CODAS.split()[:12])
    return "".join(syllables) + last[:1] + ending


def with_invented_word(sentence: str, chance: Random) -> str:
    """The sentence with an invented word for one of its plain words of five letters and more; as it is if it has none.

    Three in four are written like names, with a capital.
    """
    places = list(re.finditer(r"(?<= )[a-z]{5,}(?=[ .,;?!]|$)", sentence))
    if not places:
        return sentence
    place = chance.choice(places)
    word = invented_word(chance)
    written = word.capitalize() if chance.random() < 0.75 else word
    return sentence[: place.start()] + written + sentence[place.end() :]


def _syllable(chance: Random) -> str:
    return chance.choice(_ONSETS.split()) + chance.choice(_NUCLEI.split())
