"""What two sentences must share to count as the same, and which sentences are kept for testing."""

from __future__ import annotations

import hashlib
import re

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
_HELD_OUT_ONE_IN = 20


def words_of(text: str) -> list[str]:
    """The words of `text` in lower case; a hyphen parts words, an apostrophe does not."""
    return _WORD.findall(text.lower())


def normalise(text: str) -> str:
    """The words of `text` joined by single spaces: equal for two sentences that are spoken alike."""
    return " ".join(words_of(text))


def fingerprint(sentence: str) -> int:
    """A 64-bit number for the words of a sentence, the same in every run and on every machine."""
    return int.from_bytes(hashlib.sha256(normalise(sentence).encode()).digest()[:8], "big")


def is_held_out(sentence: str) -> bool:
    """Whether the sentence is kept for testing: settled by its words alone, so for ever and everywhere."""
    return fingerprint(sentence) % _HELD_OUT_ONE_IN == 0
