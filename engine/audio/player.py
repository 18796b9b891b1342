"""Playing a piece of sound, such as what the user said."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import numpy as np

from engine.audio.devices import load_portaudio, opening_stream, stream_closed
from engine.audio.ring import Samples
from engine.errors import AttuneError, DeviceError
from engine.records import SAMPLE_RATE

BLOCK = 1024  # samples


class Player:
    """Plays one piece at a time through the default output, on a thread of its own.

    `ended` is called with None when a piece is over or was stopped, or with the AttuneError that kept it from being
    heard; on that thread. A piece that another one replaces ends without a call.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._piece: _Piece | None = None

    @property
    def position(self) -> float:
        """Seconds of the present piece that were handed to the sound system; 0 while nothing plays."""
        piece = self._piece
        return piece.at / SAMPLE_RATE if piece is not None else 0.0

    def play(self, samples: Samples, ended: Callable[[AttuneError | None], None] = lambda error: None) -> None:
        """Play `samples`, float32 mono at 16 kHz, instead of what plays now. Returns at once."""
        with self._lock:
            if self._piece is not None:
                self._piece.replaced = True
                self._piece.stop()
            piece = self._piece = _Piece(samples)
        threading.Thread(target=self._run, args=(piece, ended), name="player", daemon=True).start()

    def stop(self) -> None:
        """Be silent; nothing happens where nothing plays."""
        with self._lock:
            if self._piece is not None:
                self._piece.stop()

    def _run(self, piece: _Piece, ended: Callable[[AttuneError | None], None]) -> None:
        error: AttuneError | None = None
        try:
            piece.play()
        except AttuneError as fault:
            error = fault
        with self._lock:
            if self._piece is piece:
                self._piece = None
        if not piece.replaced:
            ended(error)


class _Piece:
    def __init__(self, samples: Samples) -> None:
        self.at = 0
        self.replaced = False
        self._samples = samples
        self._over = threading.Event()

    def stop(self) -> None:
        self._over.set()

    def play(self) -> None:
        """Until it is over, or stopped.

        Raises:
            DeviceError: there is no output, or it cannot be opened.
        """
        portaudio = load_portaudio()
        try:
            with opening_stream(self, None):
                stream = portaudio.OutputStream(
                    samplerate=SAMPLE_RATE,
                    channels=1,
                    dtype="float32",
                    blocksize=BLOCK,
                    callback=self._callback,
                    finished_callback=self._over.set,
                )
        except (portaudio.PortAudioError, ValueError) as error:
            raise DeviceError("The sound cannot be played.", "Check that a loudspeaker is connected.") from error
        try:
            if not self._over.is_set():
                stream.start()
                self._over.wait()
        except portaudio.PortAudioError as error:
            raise DeviceError("The sound cannot be played.", "Check that a loudspeaker is connected.") from error
        finally:
            stream.close()
            stream_closed(self)

    def _callback(self, block: Samples, frames: int, when: Any, status: Any) -> None:
        # Runs on PortAudio's thread: it copies and leaves.
        piece = self._samples[self.at : self.at + frames]
        block[: len(piece), 0] = piece
        block[len(piece) :] = 0.0
        self.at += len(piece)
        if len(piece) < frames:
            raise load_portaudio().CallbackStop


def tone(*steps: tuple[float, float]) -> Samples:
    """A short signal: for each step its frequency in Hz and its length in seconds, faded so that nothing clicks."""
    pieces = []
    for frequency, seconds in steps:
        time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
        fade = np.minimum(1.0, np.minimum(time, time[::-1]) / 0.01)
        pieces.append(0.15 * fade * np.sin(2 * np.pi * frequency * time))
    return np.concatenate(pieces).astype(np.float32)
