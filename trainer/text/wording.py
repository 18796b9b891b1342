"""What two sentences must share to count as the same: their words, whatever the punctuation and case."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")


def words_of(text: str) -> list[str]:
    """The words of `text` in lower case; a hyphen parts words, an apostrophe does not."""
    return _WORD.findall(text.lower())


def normalise(text: str) -> str:
    """The words of `text` joined by single spaces: equal for two sentences that are spoken alike."""
    return " ".join(words_of(text))
