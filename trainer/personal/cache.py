"""What is computed once and kept on disk: log-mel features, encoder states, the teacher's hidden states.

Files are named ID.KEY.npy. The key is a hash of everything the content depends on, so a changed recording or
setting finds nothing and is computed again; the id lets a deleted utterance take its files along.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine.paths import make_private_folder


class ArrayCache:
    """Arrays of one kind in one folder, kept in half precision."""

    def __init__(self, folder: Path) -> None:
        self._folder = make_private_folder(folder)

    def get(self, identifier: str, key: str, make: Callable[[], np.ndarray]) -> np.ndarray:
        """The kept array (float32), or what `make` returns, which is kept from now on."""
        path = self._folder / f"{identifier}.{key}.npy"
        try:
            kept: np.ndarray = np.load(path, allow_pickle=False).astype(np.float32)
        except (OSError, ValueError, EOFError):  # not there, or cut off by a crash
            # Rounded as a later load would be, so that a resumed run computes with the same numbers.
            half = make().astype(np.float16)
        else:
            return kept
        # A file of its own for each writer: the thread that prepares batches and the teacher may make the same one.
        descriptor, temporary = tempfile.mkstemp(prefix=f"{path.stem}.", suffix=".part", dir=self._folder)
        with os.fdopen(descriptor, "wb") as file:
            np.save(file, half)
        Path(temporary).replace(path)
        return half.astype(np.float32)


def key_of(*parts: object) -> str:
    """A short hash of everything an array depends on."""
    return hashlib.blake2b("\0".join(map(str, parts)).encode(), digest_size=10).hexdigest()


def file_key(path: Path) -> str:
    """A hash of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:20]
