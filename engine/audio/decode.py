"""Any recording that FFmpeg knows, as mono float32 audio at 16 kHz, in blocks."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import av
import numpy as np
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

from engine.errors import AudioFileError
from engine.records import SAMPLE_RATE

BLOCK_SECONDS = 120.0  # 7.7 MB of samples
GAP_SECONDS = 0.2  # encoders' clocks are not exact
# A playlist may name addresses and devices; only the file that was given is opened.
LOCAL_ONLY = {"protocol_whitelist": "file"}
REMEDY = "Give a recording such as WAV, FLAC, MP3, M4A, OGG or a film with sound."


class Recording:
    """An opened recording. Use it in a ``with`` statement.

    Raises:
        AudioFileError: it is missing, empty, a folder, may not be read, or is no recording.
    """

    def __init__(self, path: Path) -> None:
        _check_file(path)
        self.path = path
        self.is_damaged = False
        self._clock: float | None = None  # where the next frame should begin, in seconds
        try:
            # An absolute path, for "a:b" would be taken for a protocol.
            self._container: Any = av.open(str(path.absolute()), options=LOCAL_ONLY, metadata_errors="ignore")
        except (av.error.FFmpegError, ValueError) as error:
            raise AudioFileError(f"{path} is not a recording that can be read, or is damaged.", REMEDY) from error
        if not self._container.streams.audio:
            self._container.close()
            raise AudioFileError(f"{path} holds no sound.", REMEDY)

    def __enter__(self) -> Recording:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._container.close()

    @property
    def duration(self) -> float | None:
        """Seconds, as the file states them; some do not."""
        stream = self._container.streams.audio[0]
        if stream.duration and stream.time_base:
            return float(stream.duration * stream.time_base)
        return self._container.duration / av.time_base if self._container.duration else None

    def blocks(self, seconds: float = BLOCK_SECONDS) -> Iterator[NDArray[np.float32]]:
        """The audio from the start, (samples,) in -1..1, each block but the last about `seconds` long.

        What cannot be decoded is left out, and sets `is_damaged`.

        Raises:
            AudioFileError: nothing at all can be decoded.
        """
        pieces: list[NDArray[np.float32]] = []
        held = total = 0
        for samples in self._samples():
            pieces.append(samples)
            held, total = held + samples.size, total + samples.size
            if held >= seconds * SAMPLE_RATE:
                yield np.concatenate(pieces)
                pieces, held = [], 0
        if total == 0:
            raise AudioFileError(f"{self.path} is damaged or empty: no sound can be decoded.", REMEDY)
        if held:
            yield np.concatenate(pieces)

    def _samples(self) -> Iterator[NDArray[np.float32]]:
        # A stream may change its format half-way; a resampler cannot.
        for _, frames in itertools.groupby(self._frames(), _format):
            yield from _resample(frames)

    def _frames(self) -> Iterator[Any]:
        packets = self._container.demux(audio=0)
        while True:
            try:
                packet = next(packets)
                decoded = packet.decode()
            except StopIteration:
                return
            except (av.error.InvalidDataError, av.error.EOFError):
                self.is_damaged = True
                continue
            except av.error.FFmpegError:
                self.is_damaged = True
                return
            for frame in decoded:
                self._watch_clock(frame)
                yield frame

    def _watch_clock(self, frame: Any) -> None:
        """Some decoders skip what is damaged without a word; only the clock shows it."""
        if frame.time is None:
            return
        if self._clock is not None and frame.time - self._clock > GAP_SECONDS:
            self.is_damaged = True
        self._clock = frame.time + frame.samples / frame.sample_rate


def read_recording(path: Path) -> NDArray[np.float32]:
    """The whole recording at once, (samples,). For the errors see `Recording`."""
    with Recording(path) as recording:
        return np.concatenate(list(recording.blocks()))


def _check_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise AudioFileError(f"{path} is a folder.", "Give the recordings in it, one by one.")
        if not path.is_file():
            raise AudioFileError(f"{path} is not there.", "Check the name.")
        if path.stat().st_size == 0:
            raise AudioFileError(f"{path} is empty.", REMEDY)
        with path.open("rb"):
            pass
    except OSError as error:
        raise AudioFileError(f"{path} cannot be read: {error.strerror}.", "Check its permissions.") from error


def _format(frame: Any) -> tuple[str, str, int]:
    return frame.format.name, frame.layout.name, frame.sample_rate


def _resample(frames: Iterable[Any]) -> Iterator[NDArray[np.float32]]:
    # Integer output: mixing to mono as floats, FFmpeg adds the channels up instead of averaging them.
    resampler = AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
    for frame in itertools.chain(frames, [None]):
        if frame is not None:
            frame.pts = None  # gaps and jumps in the clock are no reason to refuse the sound
        for resampled in resampler.resample(frame):
            yield resampled.to_ndarray().reshape(-1).astype(np.float32) / np.float32(32768)
