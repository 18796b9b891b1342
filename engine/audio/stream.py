"""One open PortAudio stream, and the ring that its callback fills."""

from __future__ import annotations

import time
from typing import Any

from engine.audio.devices import InputDevice, load_portaudio, opening_stream, stream_closed
from engine.audio.ring import Ring, Samples
from engine.errors import DeviceError
from engine.records import SAMPLE_RATE

BLOCK_SECONDS = 512 / SAMPLE_RATE  # left to PortAudio, blocks come in irregular sizes
RING_SECONDS = 30.0  # how long the reader may be held up without a loss


class InputStream:
    """Captures `device` from the moment it is made until `close`; both may hang with the audio server.

    `ring` holds the first channel at `sample_rate`: the source's where it is known, else 16 kHz where the device
    takes it, else the device's.
    `arrival` is (monotonic time of the last callback, samples in the ring by then), or nothing before the first.
    `finished` turns true when the audio system ends the stream; no exception tells of that.

    Args:
        follow_default: leave it to the audio server which microphone that is, also when its default changes.

    Raises:
        DeviceError: the device cannot be opened.
    """

    def __init__(self, device: InputDevice, *, follow_default: bool = False) -> None:
        self.device = device
        self.arrival: tuple[float, int] | None = None
        self.overflows = 0
        self.finished = False
        self._closing = False
        portaudio = load_portaudio()
        try:
            with opening_stream(self, None if follow_default else device.pulse_source):
                self._open(portaudio)
        except (portaudio.PortAudioError, ValueError) as error:
            raise DeviceError(
                f'The microphone "{device.label}" cannot be opened.',
                "Check that no other program holds it and that the audio server runs.",
            ) from error
        self.latency = float(self._stream.latency)

    def close(self) -> None:
        """Let go of the device. What the callback has copied stays in the ring."""
        self._closing = True
        self._stream.close()
        stream_closed(self)

    def _open(self, portaudio: Any) -> None:
        self.sample_rate = _choose_rate(portaudio, self.device)
        self.ring = Ring(RING_SECONDS, self.sample_rate)
        self.opened_at = time.monotonic()
        self._stream = portaudio.InputStream(
            device=self.device.portaudio,
            samplerate=self.sample_rate,
            channels=1,
            dtype="float32",
            blocksize=round(BLOCK_SECONDS * self.sample_rate),
            callback=self._callback,
            finished_callback=self._finish,
        )
        try:
            self._stream.start()
        except portaudio.PortAudioError:
            self._stream.close()
            raise

    def _callback(self, block: Samples, frames: int, when: Any, status: Any) -> None:
        # Runs on PortAudio's thread: it copies and leaves.
        self.ring.write(block[:, 0])
        if status.input_overflow:
            self.overflows += 1
        self.arrival = (time.monotonic(), self.ring.written)

    def _finish(self) -> None:
        self.finished = not self._closing


def _choose_rate(portaudio: Any, device: InputDevice) -> int:
    if device.rate is not None:
        return device.rate
    try:
        portaudio.check_input_settings(device=device.portaudio, channels=1, dtype="float32", samplerate=SAMPLE_RATE)
    except portaudio.PortAudioError:
        return int(portaudio.query_devices(device.portaudio, "input")["default_samplerate"])
    return SAMPLE_RATE
