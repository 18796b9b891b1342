"""The spool: what is being said reaches the disk within a second, whatever happens afterwards."""

from __future__ import annotations

import json
import os
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from engine.audio.ring import Samples
from engine.audio.spool_format import MAX_PAYLOAD, Kind, Record, audio_record, gap_record
from engine.audio.spool_reader import (
    SUFFIX,
    Interrupted,
    Span,
    SpoolAudio,
    SpoolReader,
    claim,
    find_interrupted,
    missing_spans,
    paste,
)
from engine.errors import StorageError
from engine.paths import make_private_folder
from engine.records import SAMPLE_RATE

__all__ = [
    "Interrupted",
    "Span",
    "SpoolAudio",
    "SpoolBehind",
    "SpoolFailed",
    "SpoolReader",
    "SpoolRecovered",
    "SpoolWriter",
    "find_interrupted",
    "remove_spool",
]

WRITE_SECONDS = 0.1  # a crash of the program loses this much
SYNC_SECONDS = 0.5  # a power cut loses this much and one write: the promise is a second
RETRY_SECONDS = 1.0  # between tries while the disk refuses
BEHIND_SECONDS = 10.0  # of audio waiting in memory before the user is told


@dataclass(frozen=True)
class SpoolFailed:
    """The disk refuses. The audio is kept in memory and writing is tried again."""

    error: StorageError


@dataclass(frozen=True)
class SpoolRecovered:
    """Everything that waited in memory is on disk again."""


@dataclass(frozen=True)
class SpoolBehind:
    """The disk is slower than speech: `seconds` of audio wait in memory."""

    seconds: float


SpoolEvent: TypeAlias = SpoolFailed | SpoolRecovered | SpoolBehind


def _ignore(event: SpoolEvent) -> None:
    """For who does not listen."""


class SpoolWriter:
    """Appends one recording to a file of its own, 0600 in `folder`, on a thread of its own.

    `audio` and `gap` only queue: they never wait for the disk and never drop anything. The listener is called
    from the writer's thread, for `SpoolBehind` from the caller's. `metadata` must be JSON; `start` is the
    position at which the recording begins.
    """

    def __init__(
        self,
        folder: Path,
        metadata: Mapping[str, Any],
        listener: Callable[[SpoolEvent], None] = _ignore,
        start: int = 0,
    ) -> None:
        self.path = folder / f"{time.time_ns() // 1_000_000:015d}-{uuid.uuid4().hex[:8]}{SUFFIX}"
        self._listener = listener
        self._file = _AppendOnly(self.path)
        about = {"version": 1, "sample_rate": SAMPLE_RATE, "created_at": time.time(), **metadata}
        first = Record(Kind.START, start, json.dumps(about).encode())
        self._lock = threading.Lock()
        self._unwritten: deque[Record] = deque([first])
        self._unsynced: list[Record] = []
        self._start = start
        self._next = start
        self._written = start
        self._saved = start
        self._behind = False
        self._failure: StorageError | None = None
        self._reader: SpoolReader | None = None
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="spool", daemon=True)
        self._thread.start()

    @property
    def saved(self) -> int:
        """Everything before this position survives a power cut."""
        return self._saved

    @property
    def stop(self) -> int:
        """The position after the last sample that was given."""
        return self._next

    def audio(self, position: int, block: Samples) -> None:
        """Queue float32 16 kHz mono; positions that were left out since the last block become a gap.

        Raises:
            ValueError: `position` lies before what was already given.
        """
        self._add_gap_up_to(position)
        for at in range(0, len(block), MAX_PAYLOAD // 2):
            self._add(audio_record(position + at, block[at : at + MAX_PAYLOAD // 2]))

    def gap(self, position: int, samples: int) -> None:
        """Mark `samples` samples from `position` on as never captured."""
        self._add_gap_up_to(position + samples)

    def read(self, start: int, stop: int) -> SpoolAudio:
        """What was given of a range, written or still waiting in memory. One caller at a time."""
        with self._lock:
            waiting = list(self._unwritten)
        stored = self._read_file(max(start, self._start), stop)
        start, stop = stored.start, max(stored.start, min(stop, self._next))
        samples = np.zeros(stop - start, dtype=np.float32)
        samples[: len(stored.samples)] = stored.samples
        covered = missing_spans(start, start + len(stored.samples), list(stored.missing))
        covered += [paste(samples, start, record) for record in waiting if record.kind is Kind.AUDIO]
        return SpoolAudio(start, samples, tuple(missing_spans(start, stop, covered)))

    def finish(self) -> Path:
        """Mark the recording's end, and see everything on disk.

        Raises:
            StorageError: the disk refuses; `read` still gives the audio from memory.
        """
        if not self._closing.is_set():
            self._add(Record(Kind.END, self._next, b""))
        self._close()
        if self._failure is not None:
            raise self._failure
        return self.path

    def discard(self) -> None:
        """Remove the file: the recording is in the library, or is not wanted."""
        self._close()
        with self._lock:
            self._unwritten.clear()
        if self._reader is not None:
            self._reader.close()
            self._reader = None
        remove_spool(self.path)

    def _add_gap_up_to(self, position: int) -> None:
        if position < self._next:
            raise ValueError(f"The recording is at {self._next} already; {position} was given.")
        if position > self._next:
            self._add(gap_record(self._next, position - self._next))

    def _add(self, record: Record) -> None:
        if self._closing.is_set():
            raise ValueError("The recording is finished.")
        with self._lock:
            self._unwritten.append(record)
        self._next = record.stop
        waiting = (self._next - self._written) / SAMPLE_RATE
        if waiting < BEHIND_SECONDS:
            self._behind = False
        elif not self._behind and self._failure is None:
            self._behind = True
            self._listener(SpoolBehind(waiting))

    def _read_file(self, start: int, stop: int) -> SpoolAudio:
        if self._reader is None and self.path.exists():
            self._reader = SpoolReader(self.path)
        if self._reader is None:
            return SpoolAudio(start, np.zeros(0, dtype=np.float32), ())
        self._reader.refresh()
        return self._reader.read(start, stop)

    def _close(self) -> None:
        self._closing.set()
        self._thread.join()

    def _run(self) -> None:
        last_sync = time.monotonic()
        while not self._closing.wait(RETRY_SECONDS if self._failure else WRITE_SECONDS):
            due = time.monotonic() - last_sync >= SYNC_SECONDS
            self._save(sync=due)
            if due:
                last_sync = time.monotonic()
        self._save(sync=True)
        self._file.close()

    def _save(self, *, sync: bool) -> None:
        try:
            self._write()
            if sync and self._unsynced:
                self._file.sync()
                self._saved = self._written
                self._unsynced.clear()
        except OSError as error:
            self._fail(error.strerror or str(error))
        except StorageError as error:
            self._fail(error.what)
        else:
            if self._failure is not None:
                self._failure = None
                self._listener(SpoolRecovered())

    def _write(self) -> None:
        with self._lock:
            waiting = list(self._unwritten)
        # What is being written again keeps its cuts, so that the reader meets no overlapping records.
        records = waiting if self._failure else merge(waiting)
        self._file.append(b"".join(record.pack() for record in records))
        self._unsynced += records
        with self._lock:
            for _ in waiting:
                self._unwritten.popleft()
        if waiting:
            self._written = max(self._written, waiting[-1].stop)

    def _fail(self, why: str) -> None:
        # After a failed sync the kernel may call the lost pages clean, so a second sync proves nothing:
        # everything since the last good one is appended again, to a file opened anew.
        with self._lock:
            self._unwritten.extendleft(reversed(self._unsynced))
        self._unsynced.clear()
        self._written = self._saved
        self._file.close()
        first = self._failure is None
        self._failure = StorageError(
            f"What you say cannot be saved to {self.path.parent}: {why}.",
            "Free some space; it is kept in memory until then.",
        )
        if first:
            self._listener(SpoolFailed(self._failure))


class _AppendOnly:
    """A file that is opened when first needed, and again after `close`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def append(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[os.write(self._open(), view) :]

    def sync(self) -> None:
        (os.fdatasync if hasattr(os, "fdatasync") else os.fsync)(self._open())

    def close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _open(self) -> int:
        if self._file is None:
            make_private_folder(self._path.parent)
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._file = os.open(self._path, flags, 0o600)
            claim(self._file)
            sync_folder(self._path.parent)
        return self._file


def merge(records: list[Record]) -> list[Record]:
    """The same records with neighbouring audio in one, as far as a payload may go."""
    merged: list[Record] = []
    for record in records:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.kind is record.kind is Kind.AUDIO
            and last.stop == record.position
            and len(last.payload) + len(record.payload) <= MAX_PAYLOAD
        ):
            merged[-1] = Record(Kind.AUDIO, last.position, last.payload + record.payload)
        else:
            merged.append(record)
    return merged


def remove_spool(path: Path) -> None:
    """Remove a spool for good; one that is gone already is fine.

    Raises:
        StorageError: it cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            sync_folder(path.parent)
    except OSError as error:
        raise StorageError(f"{path} cannot be removed: {error.strerror}.", "Check the folder's permissions.") from error


def sync_folder(folder: Path) -> None:
    """See on disk which files the folder holds."""
    if os.name == "nt":
        return  # Windows cannot open a folder for that; NTFS journals names itself
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
