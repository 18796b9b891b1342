"""What is typed at once: after each piece the window that has the keyboard is looked at again."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST = 24  # characters: a long word, or a line of a script without spaces, goes in parts
_WORD = re.compile(r"\s*\S+\s?|\s+")
_JOINERS = "\u200d\ufe0f"


def word_pieces(text: str, most: int = MOST) -> Iterator[str]:
    """`text` word by word, each with the space after it, so that a window that takes the keyboard gets one at most.

    Nothing is cut within an emoji of several characters.
    """
    for match in _WORD.finditer(text):
        yield from even_pieces(match.group(), most)


def even_pieces(text: str, most: int) -> Iterator[str]:
    """Parts of about `most` characters, never cut within an emoji or before its variation selector."""
    start = 0
    while start < len(text):
        end = min(start + most, len(text))
        while end < len(text) and (text[end] in _JOINERS or text[end - 1] == _JOINERS[0]):
            end += 1
        yield text[start:end]
        start = end
