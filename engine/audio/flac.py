"""Recordings as FLAC files: 16 kHz, mono, 16 bits, written so that a power cut leaves a whole file or none."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from engine.audio.ring import Samples
from engine.errors import AudioFileError
from engine.models.durable import move
from engine.records import SAMPLE_RATE

PARTIAL = ".part"  # ends the name of a file that is still being written


@dataclass(frozen=True)
class FlacInfo:
    """What the header of a recording says: seconds, samples per second, channels, and the title tag."""

    duration: float
    sample_rate: int
    channels: int
    title: str


def write_flac(path: Path, samples: Samples, title: str = "") -> bytes:
    """Write 16 kHz mono float32 samples in -1..1 to `path`, mode 0600, and return the file's content.

    Temporary file, fsync, rename, fsync of the folder: the name appears only with its content on the disk.

    Raises:
        AudioFileError: the samples are not one row of finite numbers.
        OSError: the disk refused.
    """
    content = encode_flac(samples, title)
    put_durably(path, content)
    return content


def put_durably(path: Path, content: bytes) -> None:
    """Write `content` to a new file at `path`, mode 0600, durable when this returns."""
    partial = path.with_name(path.name + PARTIAL)
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        move(partial, path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def encode_flac(samples: Samples, title: str = "") -> bytes:
    """The content of a FLAC file. Values beyond -1..1 are clipped.

    Raises:
        AudioFileError: the samples are not one row of finite numbers.
    """
    if samples.ndim != 1 or samples.size == 0 or not np.isfinite(samples).all():
        raise AudioFileError("The recording is empty or damaged.", "Record it again.")
    buffer = io.BytesIO()
    with soundfile.SoundFile(buffer, "w", SAMPLE_RATE, 1, subtype="PCM_16", format="FLAC") as file:
        if title:
            file.title = title
        file.write(samples)
    return buffer.getvalue()


def read_flac(path: Path) -> Samples:
    """The samples of a recording written by `write_flac`: float32 in -1..1 at 16 kHz, one row.

    Raises:
        AudioFileError: the file is missing, damaged, or not 16 kHz mono.
    """
    try:
        samples, rate = soundfile.read(path, dtype="float32")
    except (soundfile.SoundFileError, OSError) as error:
        raise _unreadable(path) from error
    if rate != SAMPLE_RATE or samples.ndim != 1:
        raise AudioFileError(f"{path} is not a 16 kHz mono recording.", "Import it with `attune library import`.")
    return np.asarray(samples, dtype=np.float32)


def flac_info(path: Path) -> FlacInfo:
    """What the header of a FLAC file says.

    Raises:
        AudioFileError: the file is missing, damaged, or of another format.
    """
    try:
        with soundfile.SoundFile(path) as file:
            if file.format != "FLAC":
                raise AudioFileError(f"{path} is not a FLAC file.", "Import it with `attune library import`.")
            return FlacInfo(len(file) / file.samplerate, file.samplerate, file.channels, file.title)
    except (soundfile.SoundFileError, OSError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> AudioFileError:
    return AudioFileError(f"The recording {path} cannot be read.", "Run `attune library verify`.")
