"""The characters that the CTC head of a training spells with. They are its own: Whisper's decoder has its tokens."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

FILE = "letters.txt"  # beside a tokenizer; a run without it spells English
FEWEST = 3  # times a letter is in the text; a rarer one is a slip or a foreign name, and is not spelt


@dataclass(frozen=True)
class Letters:
    """An alphabet, space first; the index of a character plus one is its id, 0 is CTC's blank."""

    alphabet: str

    @staticmethod
    def of(texts: Iterable[str]) -> Letters:
        """The letters of these texts, in the order of their code points, the apostrophe last."""
        counts = Counter(character for text in texts for character in _folded(text))
        found = sorted(one for one, times in counts.items() if times >= FEWEST and _is_letter(one))
        return Letters(" " + "".join(found) + "'")

    @staticmethod
    def load(folder: Path) -> Letters:
        """Those of the run or checkpoint whose tokenizer is in `folder`."""
        file = folder / FILE
        return Letters(file.read_text(encoding="utf-8").strip("\n")) if file.is_file() else ENGLISH

    def save(self, folder: Path) -> None:
        """Write them beside a tokenizer. English ones are what is meant where there is no file."""
        if self != ENGLISH:
            (folder / FILE).write_text(self.alphabet + "\n", encoding="utf-8")

    def ids(self, text: str) -> list[int]:
        """The spoken words: lower case, hyphens and what else is no letter read as spaces, one space between words."""
        known = set(self.alphabet)
        spelt = "".join(one if one in known else " " for one in _folded(text))
        return [self.alphabet.index(one) + 1 for one in " ".join(spelt.split())]

    def plain(self, text: str) -> str:
        """The text as far as these letters can spell it."""
        return self.text(self.ids(text))

    def text(self, ids: Sequence[int]) -> str:
        """What these ids spell, without blanks."""
        return "".join(self.alphabet[one - 1] for one in ids if one)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower().replace("\u2019", "'")


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"


ENGLISH = Letters(" abcdefghijklmnopqrstuvwxyz'")
