"""A stand-in for a recogniser that knows ordinary English and none of a user's terms.

It hears by espeak-ng's phonemes, which the fast layer does not use: a word it does not know becomes the one to three
ordinary words with the nearest phonemes, or a spelling of its own, with random errors, so that the same term is heard
differently each time. Some ordinary words are misheard too. What it does not have is sound, or a language model.
"""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import jellyfish

from engine.learning.lexicon import is_ordinary, ordinary_words, very_common_words
from engine.records import Hypothesis, Word

ORDINARY_ERROR = 0.04  # of the ordinary words
OWN_SPELLING = 0.4  # of the unknown words
KNOWN_BY_BEAM = 0.1  # of the utterances: a runner-up has the right term
ALTERNATIVES = 5
CANDIDATES = 3_000  # ordinary words it may hear
RESPELLINGS = (
    ("ph", "f"), ("y", "i"), ("c", "k"), ("x", "ks"), ("e", "a"), ("u", "oo"), ("i", "e"), ("o", "oh"), ("z", "s"),
    ("qu", "kw"), ("th", "t"),
)  # fmt: skip


@dataclass(frozen=True)
class Heard:
    hypotheses: tuple[Hypothesis, ...]
    words: tuple[Word, ...]


class SimulatedHearing:
    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        pool = sorted(word for word in ordinary_words() if 2 <= len(word) <= 9 and word.isalpha())
        chosen = set(random.Random(0).sample(pool, CANDIDATES)) | {w for w in very_common_words() if len(w) > 1}
        spoken = phonemes(sorted(chosen))
        self._by_sound = sorted((sound, word) for word, sound in spoken.items() if sound)

    def hear(self, text: str) -> Heard:
        """The hypotheses for `text`, best first, and the words of the first."""
        readings = [self._read(text) for _ in range(ALTERNATIVES)]
        if self._random.random() < KNOWN_BY_BEAM:
            readings[self._random.randrange(1, ALTERNATIVES)] = [(word, 0.4) for word in text.split()]
        best = readings[0]
        words, at = [], 0.0
        for word, probability in best:
            words.append(Word(word, round(at, 2), round(at + 0.3, 2), probability))
            at += 0.35
        scores = sorted((-0.3 - 0.25 * self._random.random() for _ in readings), reverse=True)
        hypotheses = (
            Hypothesis(" ".join(word for word, _ in one), score) for one, score in zip(readings, scores, strict=True)
        )
        return Heard(tuple(hypotheses), tuple(words))

    def _read(self, text: str) -> list[tuple[str, float]]:
        heard: list[tuple[str, float]] = []
        for token in text.split():
            bare = token.strip(".,?!;:")
            mark = token[len(bare) :] if token.startswith(bare) else ""
            if is_ordinary(bare) and self._random.random() > ORDINARY_ERROR:
                heard.append((token, self._sure()))
                continue
            wrong = self._mishear(bare)
            heard += [(word, self._unsure()) for word in wrong[:-1]] + [(wrong[-1] + mark, self._unsure())]
        return heard

    def _mishear(self, word: str) -> list[str]:
        sound = phonemes((word,))[word]
        if not is_ordinary(word) and self._random.random() < OWN_SPELLING:
            spelt = self._spell(word)
            if spelt.lower() != word.lower():
                return [spelt]
        cuts = [len(sound)] if len(sound) < 5 or self._random.random() < 0.4 else [len(sound) // 2, len(sound)]
        cuts = [len(sound) // 3, 2 * len(sound) // 3, len(sound)] if len(sound) > 9 else cuts
        starts = [0, *cuts[:-1]]
        return [self._nearest(sound[start:end]) for start, end in zip(starts, cuts, strict=True)]

    def _nearest(self, sound: str) -> str:
        def cost(entry: tuple[str, str]) -> float:
            return jellyfish.levenshtein_distance(sound, entry[0]) + 0.6 * self._random.random()

        close = [entry for entry in self._by_sound if abs(len(entry[0]) - len(sound)) <= 1]
        return min(close or self._by_sound, key=cost)[1]

    def _spell(self, word: str) -> str:
        """The word as somebody would spell it who has never seen it."""
        for old, new in self._random.sample(RESPELLINGS, 4):
            word = re.sub(old, new, word, count=1, flags=re.IGNORECASE)
        return word

    def _sure(self) -> float:
        return round(self._random.betavariate(9, 1.5), 3)

    def _unsure(self) -> float:
        return round(self._random.betavariate(2.5, 2.5), 3)


def phonemes(words: Iterable[str]) -> dict[str, str]:
    """The phonemes of words, stress left out, as espeak-ng says them."""
    return _phonemes(tuple(words))


@lru_cache(maxsize=4_000)
def _phonemes(words: tuple[str, ...]) -> dict[str, str]:
    command = ["espeak-ng", "-q", "-x", "-v", "en-us"]
    result = subprocess.run(command, input="\n\n".join(words), capture_output=True, text=True, check=True)
    lines = [re.sub(r"[^A-Za-z@0-9]", "", line) for line in result.stdout.splitlines() if line.strip()]
    assert len(lines) == len(words), "espeak-ng gave one line for each word"
    return dict(zip(words, lines, strict=True))
