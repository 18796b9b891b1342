"""How a spool lies on disk: records one after the other, each of which can be checked on its own.

    marker "AtR1" | kind u8, 3 zero bytes | payload length u32 | position i64 | CRC-32 u32 | payload

All little-endian; the CRC covers everything but itself. `position` counts samples of the recording's
timeline. Payloads: START a JSON object, AUDIO int16 mono 16 kHz, GAP the number of samples that were never
captured (i64), END nothing. A file is only ever appended to. What is torn or damaged is passed over up to the
next record whose checksum holds, and a record that could not be saved for certain is appended again.
"""

from __future__ import annotations

import enum
import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.audio.ring import Samples

MARKER = b"AtR1"
_HEADER = struct.Struct("<4sB3xIq")
_CHECKSUM = struct.Struct("<I")
_GAP = struct.Struct("<q")
OVERHEAD = _HEADER.size + _CHECKSUM.size
MAX_PAYLOAD = 1 << 16  # bytes; a longer length is damage, whatever follows it
_FULL_SCALE = 32768


class Kind(enum.IntEnum):
    """What a record holds."""

    START = 1
    AUDIO = 2
    GAP = 3
    END = 4


@dataclass(frozen=True)
class Record:
    """One record: its kind, the position it begins at, and its payload."""

    kind: Kind
    position: int
    payload: bytes

    @property
    def stop(self) -> int:
        """The position after it."""
        if self.kind is Kind.AUDIO:
            return self.position + len(self.payload) // 2
        if self.kind is Kind.GAP:
            return self.position + int(_GAP.unpack(self.payload)[0])
        return self.position

    def pack(self) -> bytes:
        """The bytes to append to the file."""
        header = _HEADER.pack(MARKER, self.kind, len(self.payload), self.position)
        return header + _CHECKSUM.pack(zlib.crc32(self.payload, zlib.crc32(header))) + self.payload


def audio_record(position: int, block: Samples) -> Record:
    """float32 samples as an AUDIO record; beyond full scale they are clipped."""
    scaled = np.clip(np.rint(block * _FULL_SCALE), -_FULL_SCALE, _FULL_SCALE - 1)
    return Record(Kind.AUDIO, position, scaled.astype("<i2").tobytes())


def gap_record(position: int, samples: int) -> Record:
    """A mark that `samples` samples from `position` on were never captured."""
    return Record(Kind.GAP, position, _GAP.pack(samples))


def to_samples(payload: bytes) -> Samples:
    """The payload of an AUDIO record as float32 in -1..1."""
    stored: npt.NDArray[np.int16] = np.frombuffer(payload, dtype="<i2")
    return stored.astype(np.float32) / np.float32(_FULL_SCALE)


@dataclass(frozen=True)
class Found:
    """A record whose checksum holds, and where it begins in the file."""

    offset: int
    record: Record


@dataclass(frozen=True)
class Damage:
    """Bytes of the file that no record claims."""

    offset: int
    length: int


def scan(file: int, offset: int) -> Iterator[Found | Damage]:
    """What lies in the file from `offset` on, up to its last whole record; a torn tail is not yielded."""
    size = os.fstat(file).st_size
    while (found := _find_record(file, offset, size)) is not None:
        if found.offset > offset:
            yield Damage(offset, found.offset - offset)
        yield found
        offset = found.offset + OVERHEAD + len(found.record.payload)


def read_record(file: int, offset: int) -> Record | None:
    """The record at `offset`, or nothing if none is there or its checksum does not hold."""
    head = _read_at(file, OVERHEAD, offset)
    if len(head) < OVERHEAD or not head.startswith(MARKER):
        return None
    _, kind, length, position = _HEADER.unpack_from(head)
    if length > MAX_PAYLOAD:
        return None
    payload = _read_at(file, length, offset + OVERHEAD)
    checksum = zlib.crc32(payload, zlib.crc32(head[: _HEADER.size]))
    if len(payload) < length or checksum != _CHECKSUM.unpack_from(head, _HEADER.size)[0]:
        return None
    return Record(Kind(kind), position, payload) if _is_sound(kind, length) else None


def _is_sound(kind: int, length: int) -> bool:
    if kind == Kind.AUDIO:
        return length % 2 == 0
    if kind == Kind.GAP:
        return length == _GAP.size
    return kind in (Kind.START, Kind.END)


def _find_record(file: int, offset: int, size: int) -> Found | None:
    """The first whole record at or after `offset`."""
    while offset + OVERHEAD <= size:
        record = read_record(file, offset)
        if record is not None:
            return Found(offset, record)
        offset = _find_marker(file, offset + 1, size)
    return None


def _find_marker(file: int, offset: int, size: int) -> int:
    while offset < size:
        window = _read_at(file, MAX_PAYLOAD, offset)
        at = window.find(MARKER)
        if at >= 0:
            return offset + at
        offset += max(1, len(window) - len(MARKER) + 1)
    return size


def _read_at(file: int, length: int, offset: int) -> bytes:
    os.lseek(file, offset, os.SEEK_SET)
    return os.read(file, length)
