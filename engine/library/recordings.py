"""The folder of recordings: one FLAC file per utterance, by month."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import numpy as np

from engine.audio.flac import PARTIAL, flac_info, put_durably, read_flac, write_flac
from engine.audio.level import FULL_SCALE, to_dbfs
from engine.audio.ring import Samples
from engine.errors import AudioFileError
from engine.models.durable import sync_folder
from engine.records import SAMPLE_RATE

FLAC = ".flac"
BLOCK = 1 << 20  # bytes read at a time


@dataclass(frozen=True)
class Recording:
    """A stored recording: path below the folder, SHA-256 of the file, seconds, and its level.

    `level_db` is the root mean square in dB below full scale, `clipped` the share of samples at full scale.
    """

    path: str
    sha256: str
    duration: float
    level_db: float
    clipped: float


class Recordings:
    """The recordings below one folder. The text of an utterance is also its file's title tag, so that the
    recordings alone are enough to rebuild a lost database."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def store(self, identifier: str, created: datetime, samples: Samples, title: str) -> Recording:
        """Write float32 mono samples at 16 kHz; they are on the disk when this returns."""
        path = self._place(identifier, created)
        content = write_flac(self.folder / path, samples, title)
        return describe(path, content, samples)

    def take_over(self, identifier: str, created: datetime, file: Path) -> Recording:
        """Store a copy of a 16 kHz mono FLAC file, byte by byte.

        Raises:
            AudioFileError: it is something else.
        """
        samples = read_flac(file)
        if samples.size == 0:
            raise AudioFileError(f"{file} is empty.", "Leave it out.")
        path = self._place(identifier, created)
        content = file.read_bytes()
        put_durably(self.folder / path, content)
        return describe(path, content, samples)

    def read(self, path: str) -> Samples:
        """The samples of a recording, float32 mono at 16 kHz."""
        return read_flac(self.folder / path)

    def title(self, path: str) -> str:
        """The text a recording carries in its title tag."""
        return flac_info(self.folder / path).title

    def absolute(self, path: str) -> Path:
        """Where a recording lies."""
        return self.folder / path

    def fault(self, path: str, sha256: str | None) -> Literal["missing", "damaged"] | None:
        """What is wrong with a recording: its whole file is read and hashed."""
        file = self.folder / path
        if not file.is_file():
            return "missing"
        return None if sha256_of(file) == sha256 else "damaged"

    def remove(self, path: str) -> None:
        """Delete a recording; harmless when it is gone already."""
        (self.folder / path).unlink(missing_ok=True)

    def paths(self) -> Iterator[str]:
        """Every recording, in order of name."""
        for file in sorted(self.folder.rglob(f"*{FLAC}")):
            if file.is_file() and not file.is_symlink():
                yield file.relative_to(self.folder).as_posix()

    def remove_partial(self) -> int:
        """Delete files whose writing was cut off, and say how many there were."""
        partial = list(self.folder.rglob(f"*{PARTIAL}"))
        for file in partial:
            file.unlink()
        return len(partial)

    def _place(self, identifier: str, created: datetime) -> str:
        month = f"{created.year:04}-{created.month:02}"
        folder = self.folder / month
        if not folder.is_dir():
            self.folder.mkdir(mode=0o700, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
            sync_folder(self.folder)
            sync_folder(self.folder.parent)
        return f"{month}/{identifier}{FLAC}"


def describe(path: str, content: bytes, samples: Samples) -> Recording:
    """The facts of a recording, from the bytes of its file and its samples."""
    level = float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))
    return Recording(
        path=path,
        sha256=hashlib.sha256(content).hexdigest(),
        duration=len(samples) / SAMPLE_RATE,
        level_db=to_dbfs(level),
        clipped=float(np.mean(np.abs(samples) >= FULL_SCALE)),
    )


def sha256_of(file: Path) -> str:
    """SHA-256 of a file's content, in hexadecimal."""
    digest = hashlib.sha256()
    with file.open("rb") as reader:
        while block := reader.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def tighten(folder: Path) -> None:
    """Make everything below `folder` private: files 0600, folders 0700."""
    for parent, _, files in os.walk(folder):
        Path(parent).chmod(0o700)
        for name in files:
            file = Path(parent) / name
            if not file.is_symlink():
                file.chmod(0o600)
