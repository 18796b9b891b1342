"""Public-domain English prose, to train on and to test on, from different works."""

from __future__ import annotations

from functools import cache
from typing import Literal

from engine.paths import RESOURCES


@cache
def prose(use: Literal["train", "books", "test"]) -> tuple[str, ...]:
    """The sentences, in the order of the works; their sources stand in the file.

    "train" and "books" are both for training: the first few and picked by hand, the second many and drawn by lot.
    """
    text = (RESOURCES / "text" / f"prose-{use}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
