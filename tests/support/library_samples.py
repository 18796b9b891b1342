"""What tests of the library are made of: homes, sounds, utterances."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from engine.library.entities import NewUtterance
from engine.library.library import Library
from engine.paths import Home, open_home
from engine.records import SAMPLE_RATE

SENTENCES = (
    "please send the report to Anna",
    "the server in the cellar is down again",
    "we deploy on Friday before the meeting",
    "open the window when it gets warm",
    "she sells sea shells by the shore",
    "restart the build machine tomorrow morning",
    "nobody answered the second telephone call",
    "the orange cat sleeps under our table",
)


def sound(seconds: float = 2.0, seed: int = 0) -> np.ndarray[Any, np.dtype[np.float32]]:
    """Noise at a speaking level, different for each seed."""
    noise = np.random.default_rng(seed).standard_normal(int(seconds * SAMPLE_RATE))
    return (0.05 * noise).astype(np.float32)


def home_in(folder: Path) -> Home:
    """A home of its own."""
    return open_home(Home(folder / "home"))


@contextlib.contextmanager
def opened(folder: Path, **options: Any) -> Iterator[Library]:
    """The library of `home_in(folder)`."""
    with Library(home_in(folder), **options) as library:
        yield library


def dictate(library: Library, text: str = SENTENCES[0], *, seconds: float = 2.0, seed: int = 0, **fields: Any) -> str:
    """Add an utterance and return its id."""
    session = fields.pop("session_id", "session")
    identifier = library.utterances.add(NewUtterance(text, session, samples=sound(seconds, seed), **fields))
    assert identifier is not None
    return identifier


def bytes_below(folder: Path) -> bytes:
    """The content of every file below a folder, run together."""
    return b"\n".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())
