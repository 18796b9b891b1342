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
        kept = self.find(identifier, key)
        return self.keep(identifier, key, make()) if kept is None else kept

    def find(self, identifier: str, key: str) -> np.ndarray | None:
        """The kept array (float32), if there is one."""
        try:
            kept: np.ndarray = np.load(self._path(identifier, key), allow_pickle=False).astype(np.float32)
        except (OSError, ValueError, EOFError):  # not there, or cut off by a crash
            return None
        return kept

    def keep(self, identifier: str, key: str, array: np.ndarray) -> np.ndarray:
        """Keep an array. Returns it (float32) rounded as a later `find` gives it: a resumed run computes the same."""
        path = self._path(identifier, key)
        half = array.astype(np.float16)
        # A file of its own for each writer: the thread that prepares batches and the teacher may make the same one.
        descriptor, temporary = tempfile.mkstemp(prefix=f"{path.stem}.", suffix=".part", dir=self._folder)
        with os.fdopen(descriptor, "wb") as file:
            np.save(file, half)
        Path(temporary).replace(path)
        return half.astype(np.float32)

    def _path(self, identifier: str, key: str) -> Path:
        return self._folder / f"{identifier}.{key}.npy"


def key_of(*parts: object) -> str:
    """A short hash of everything an array depends on."""
    return hashlib.blake2b("\0".join(map(str, parts)).encode(), digest_size=10).hexdigest()


def file_key(path: Path) -> str:
    """A hash of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:20]
