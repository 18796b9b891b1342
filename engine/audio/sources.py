"""A recording played as if it were the microphone, at any speed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Protocol

import numpy as np

from engine.audio.events import AudioSink, CaptureEvent, Level, Started
from engine.audio.level import LevelMeter
from engine.audio.ring import Samples
from engine.records import SAMPLE_RATE

BLOCK = 512  # samples handed on at a time, as a microphone does
PCM_SCALE = np.float32(32768)


class Source(Protocol):
    """Where a dictation's sound comes from: a `Microphone` or a `Playback`."""

    def start(self) -> None:
        """Begin, or go on after a stop."""

    def stop(self) -> int:
        """Stop; everything was handed on when this returns."""

    def close(self) -> None:
        """Let go of the device or file."""


class Pace(Protocol):
    """Whoever is played to, as far as it says when to go on."""

    def wait_until_quiet(self, timeout: float) -> bool:
        """Wait until all audio so far was judged and nothing is being recognised; False if it took too long."""

    @property
    def backlog_seconds(self) -> float:
        """Length of the audio that was given and is not settled yet."""


class Playback:
    """Plays `blocks`, mono float32 at 16 kHz in pieces of any length, into `sink` and `listener`.

    Args:
        speed: 1 is as it was spoken, 2 twice as fast. 0 goes on whenever `pace` is quiet, and at speed 1 while it
            is at work, so that nothing is recognised from more audio than there would be live.
        pace: says when to go on. At no speed the audio is much more than `MOST_BEHIND` ahead of it.
    """

    MOST_BEHIND = 30.0  # s

    def __init__(
        self,
        blocks: Iterable[Samples],
        sink: AudioSink,
        listener: Callable[[CaptureEvent], None],
        pace: Pace,
        speed: float = 1.0,
    ) -> None:
        self._blocks = even_blocks(blocks)
        self._sink = sink
        self._tell = listener
        self._pace = pace
        self._speed = speed
        self._meter = LevelMeter()
        self._position = 0
        self._held: Samples | None = None  # read, and stopped before it was handed on
        self._reading = False
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._error: Exception | None = None
        self.finished = threading.Event()

    def start(self) -> None:
        """Play, from where it was stopped."""
        if self._thread is not None:
            self._thread.join()
        self._stopping.clear()
        self._thread = threading.Thread(target=self._run, name="playback", daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """Stop after the block in hand; returns the position of the end.

        Raises:
            AudioFileError: the recording could not be read on.
        """
        self._stopping.set()
        # What waits for its input (a silent pipe) hands nothing on any more, and is not waited for.
        while self._thread is not None and self._thread.is_alive() and not self._reading:
            self._thread.join(BLOCK / SAMPLE_RATE)
        if self._error is not None:
            raise self._error
        return self._position

    def close(self) -> None:
        """Play no more."""
        self._stopping.set()

    def _run(self) -> None:
        self._tell(Started(self._position, 0))
        started, first = time.monotonic(), self._position
        try:
            while not self._stopping.is_set() and (block := self._next_block()) is not None:
                self._held = block
                self._wait(started + (self._position + len(block) - first) / SAMPLE_RATE / (self._speed or 1.0))
                if not self._stopping.is_set():
                    self._held = None
                    self._hand_on(block)
        except Exception as error:  # whoever stops the playback hears of it
            self._error = error
            self.finished.set()

    def _next_block(self) -> Samples | None:
        if self._held is not None:
            return self._held
        self._reading = True
        block = next(self._blocks, None)
        self._reading = False
        if block is None:
            self.finished.set()
        return block

    def _wait(self, due: float) -> None:
        """Wait until a block may be handed on, which at its speed is due at monotonic time `due`."""
        while self._pace.backlog_seconds > self.MOST_BEHIND and not self._stopping.is_set():
            if self._pace.wait_until_quiet(BLOCK / SAMPLE_RATE):
                break  # it waits for more audio
        if self._speed == 0:
            self._pace.wait_until_quiet(BLOCK / SAMPLE_RATE)
        else:
            self._stopping.wait(max(0.0, due - time.monotonic()))

    def _hand_on(self, block: Samples) -> None:
        reading = self._meter.read(block)
        self._tell(Level(reading.rms_dbfs, reading.peak_dbfs))
        self._sink.audio(self._position, block)
        self._position += len(block)


def even_blocks(pieces: Iterable[Samples], size: int = BLOCK) -> Iterator[Samples]:
    """The same samples in blocks of `size`; the last one may be shorter."""
    held: Samples = np.zeros(0, dtype=np.float32)
    for piece in pieces:
        held = np.concatenate((held, piece)) if len(held) else piece
        whole = len(held) - len(held) % size
        for at in range(0, whole, size):
            yield held[at : at + size]
        held = held[whole:]
    if len(held):
        yield held


def pcm_blocks(stream: BinaryIO) -> Iterator[Samples]:
    """Raw signed 16-bit little-endian mono at 16 kHz, as it arrives; an odd byte at the end is left out."""
    rest = b""
    # Whatever has arrived, and no waiting for more: the stream may be live.
    read = getattr(stream, "read1", stream.read)
    while data := read(2 * BLOCK):
        data = rest + data
        whole = len(data) - len(data) % 2
        rest = data[whole:]
        yield np.frombuffer(data[:whole], dtype="<i2").astype(np.float32) / PCM_SCALE
