"""Reading a spool: one that is being written, or one that an interruption left behind."""

from __future__ import annotations

import bisect
import contextlib
import os
import sys
from array import array
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from engine.audio.ring import Samples
from engine.audio.spool_format import Damage, Kind, Record, read_record, scan, to_samples
from engine.errors import StorageError
from engine.json_text import parse_json
from engine.records import SAMPLE_RATE

SUFFIX = ".spool"


@dataclass(frozen=True)
class Span:
    """Positions `start` to `stop` of a recording's timeline."""

    start: int
    stop: int


@dataclass(frozen=True)
class SpoolAudio:
    """Samples of a range, float32 16 kHz mono; where it is `missing` they are 0, not what was said."""

    start: int
    samples: Samples
    missing: tuple[Span, ...]


class SpoolReader:
    """Everything of a spool whose checksum holds. Opening and reading never fail for damage, they tell of it.

    Raises:
        StorageError: the file cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.metadata: dict[str, Any] = {}
        self.finished = False
        self.damaged_bytes = 0
        try:
            self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except OSError as error:
            raise StorageError(
                f"The recording {path} cannot be read: {error.strerror}.", "Check its permissions."
            ) from error
        self._index = _Index()
        self._scanned = 0
        self._start: int | None = None
        self._end = 0
        self.refresh()

    def refresh(self) -> None:
        """Take up what was appended since."""
        for found in scan(self._file, self._scanned):
            if isinstance(found, Damage):
                self.damaged_bytes += found.length
                continue
            self._take(found.offset, found.record)
            self._scanned = found.offset + len(found.record.pack())

    @property
    def start(self) -> int:
        """The recording's first position."""
        return self._index.start if self._start is None else self._start

    @property
    def stop(self) -> int:
        """The position after its last."""
        return max(self._index.stop, self._end, self.start)

    @property
    def gaps(self) -> list[Span]:
        """What was never captured."""
        return [span for span, is_gap in self._index.spans() if is_gap]

    @property
    def losses(self) -> list[Span]:
        """What was captured and is damaged."""
        return missing_spans(self.start, self.stop, [span for span, _ in self._index.spans()])

    @property
    def torn_bytes(self) -> int:
        """Bytes after the last whole record: what was being written when it was interrupted."""
        return os.fstat(self._file).st_size - self._scanned

    def read(self, start: int, stop: int) -> SpoolAudio:
        """Positions `start` to `stop`, cut to the recording's own."""
        start, stop = max(start, self.start), min(stop, self.stop)
        samples = np.zeros(max(0, stop - start), dtype=np.float32)
        covered = []
        for offset in self._index.offsets(start, stop):
            record = read_record(self._file, offset)
            if record is not None:
                covered.append(paste(samples, start, record))
        return SpoolAudio(start, samples, tuple(missing_spans(start, stop, covered)))

    def close(self) -> None:
        """Close the file; nothing more can be read."""
        os.close(self._file)

    def __enter__(self) -> SpoolReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _take(self, offset: int, record: Record) -> None:
        if record.kind is Kind.START:
            self._start = record.position
            self.metadata = _read_metadata(record.payload)
        elif record.kind is Kind.END:
            self._end = record.position
            self.finished = True
        else:
            self._index.add(offset, record)


class _Index:
    """Where each span lies, ordered by position, in 25 bytes a record: a long dictation has many.

    What is appended again is never cut up otherwise, so a record lies within a known one or is new.
    """

    def __init__(self) -> None:
        self._starts = array("q")
        self._stops = array("q")
        self._offsets = array("q")
        self._is_gap = array("b")

    @property
    def start(self) -> int:
        return self._starts[0] if self._starts else 0

    @property
    def stop(self) -> int:
        return max(self._stops[-1], 0) if self._stops else 0

    def add(self, offset: int, record: Record) -> None:
        at = bisect.bisect_right(self._starts, record.position)
        if at and self._stops[at - 1] >= record.stop:
            return  # appended again after a failed sync; the first one is whole
        self._starts.insert(at, record.position)
        self._stops.insert(at, record.stop)
        self._offsets.insert(at, offset)
        self._is_gap.insert(at, record.kind is Kind.GAP)

    def spans(self) -> list[tuple[Span, bool]]:
        spans = zip(self._starts, self._stops, self._is_gap, strict=True)
        return [(Span(start, stop), bool(is_gap)) for start, stop, is_gap in spans]

    def offsets(self, start: int, stop: int) -> list[int]:
        first = max(0, bisect.bisect_right(self._starts, start) - 1)
        last = bisect.bisect_left(self._starts, stop)
        return [self._offsets[at] for at in range(first, last) if not self._is_gap[at]]


def paste(samples: Samples, start: int, record: Record) -> Span:
    """Copy what an AUDIO record has of the range that `samples` holds from `start` on; says which part."""
    begin, end = max(start, record.position), min(start + len(samples), record.stop)
    if end <= begin:
        return Span(begin, begin)
    piece = to_samples(record.payload)
    samples[begin - start : end - start] = piece[begin - record.position : end - record.position]
    return Span(begin, end)


def missing_spans(start: int, stop: int, covered: list[Span]) -> list[Span]:
    """The parts of `start` to `stop` that no span covers."""
    missing = []
    for span in sorted(covered, key=lambda span: span.start):
        if span.start > start:
            missing.append(Span(start, min(span.start, stop)))
        start = max(start, span.stop)
        if start >= stop:
            return missing
    return [*missing, Span(start, stop)] if start < stop else missing


@dataclass(frozen=True)
class Interrupted:
    """A spool that nobody is writing: its recording has not reached the library.

    `finished` says that the recording itself came to its end. `problem` says why one is unreadable.
    """

    path: Path
    metadata: dict[str, Any]
    seconds: float
    finished: bool
    gaps: tuple[Span, ...] = ()
    losses: tuple[Span, ...] = ()
    problem: str = ""


def find_interrupted(folder: Path) -> list[Interrupted]:
    """The recordings left in `folder`, oldest first; those still being written are left out."""
    paths = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []
    return [_inspect(path) for path in paths if not _is_being_written(path)]


def _inspect(path: Path) -> Interrupted:
    try:
        with SpoolReader(path) as spool:
            seconds = (spool.stop - spool.start) / SAMPLE_RATE
            gaps, losses = tuple(spool.gaps), tuple(spool.losses)
            return Interrupted(path, spool.metadata, seconds, spool.finished, gaps, losses)
    except StorageError as error:
        return Interrupted(path, {}, 0.0, finished=False, problem=str(error))


def _read_metadata(payload: bytes) -> dict[str, Any]:
    try:
        metadata = parse_json(payload)
    except ValueError:
        return {}
    return metadata if isinstance(metadata, dict) else {}


def claim(file: int) -> None:
    """Mark an open spool as being written, until it is closed or its process ends, however it ends."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_being_written(path: Path) -> bool:
    if sys.platform == "win32":
        return False  # the home's lock keeps a second writer away
    import fcntl

    with contextlib.suppress(OSError), path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
