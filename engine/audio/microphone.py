"""The microphone: recordings from a device that may be slow, hang, go away and come back."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from types import TracebackType

from engine.audio.events import AudioSink, CaptureEvent
from engine.audio.opener import Opener
from engine.audio.pulse import Source
from engine.audio.pump import CaptureOptions, Pump
from engine.audio.ring import Ring
from engine.audio.stream import InputStream

__all__ = ["CaptureOptions", "Microphone"]

TAIL_SECONDS = 0.5  # people let the key go before their last word is out
PATIENCE_SECONDS = 10.0  # for a sink that is slow to take the last blocks


class Microphone:
    """Captures recordings from one microphone, 16 kHz mono float32, and hands them to `sink`.

    Four threads work together: PortAudio's callback copies into a ring; the pump resamples, measures and calls
    `sink` and `listener`; the opener does what may hang with the audio server; a watch follows the server's
    devices. `sink` and `listener` are called from the pump's thread, one at a time, and should return soon.

    Args:
        device: a name from `engine.audio.devices.list_devices`, or nothing for whatever the default is.
    """

    def __init__(
        self,
        device: str | None,
        sink: AudioSink,
        listener: Callable[[CaptureEvent], None],
        options: CaptureOptions | None = None,
    ) -> None:
        self.device = device
        options = options or CaptureOptions()
        self._keep_warm = options.keep_warm
        self._closed = False
        self._pump = Pump(sink, listener, self._reopen, options)
        self._opener = Opener(device, self._attach, self._moved)
        self._thread = threading.Thread(target=self._run, name="audio-pump", daemon=True)
        self._thread.start()

    @property
    def ring(self) -> Ring:
        """The last minute, by position; where there was a gap it is silent."""
        return self._pump.ring

    @property
    def state(self) -> str:
        """`idle`, `arming` until sound arrives, or `recording`."""
        return self._pump.state

    def warm_up(self) -> None:
        """Open the device before it is needed, so that a recording has its pre-roll and starts at once.

        Raises:
            DeviceError: no such device, it cannot be opened, or the audio server hangs.
        """
        self._opener.open()

    def start(self) -> None:
        """Begin a recording. The state is `arming` until the first sound; say "recording" when `Started` comes.

        Raises:
            DeviceError: no such device, it cannot be opened, or the audio server hangs.
            ValueError: a recording goes on already.
        """
        if self.state != "idle":
            raise ValueError("A recording goes on already.")
        self._pump.begin()
        try:
            self._opener.open()
        except BaseException:
            self._pump.abandon()
            raise

    def stop(self, tail_seconds: float = TAIL_SECONDS) -> int:
        """End the recording `tail_seconds` from now; returns the position of its end, when all was handed on.

        Raises:
            ValueError: no recording goes on.
        """
        if self.state == "idle":
            raise ValueError("No recording goes on.")
        end = self._pump.end(tail_seconds).result(tail_seconds + PATIENCE_SECONDS)
        if not self._keep_warm:
            self._pump.detach()
            self._opener.close()
        return end

    def close(self) -> None:
        """End everything, also a recording, whose tail is not waited for."""
        if self._closed:
            return
        if self.state != "idle":
            self.stop(tail_seconds=0.0)
        self._closed = True
        self._pump.detach()
        self._opener.quit()
        self._thread.join()

    def __enter__(self) -> Microphone:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self) -> None:
        try:
            while not self._closed:
                self._pump.wait(time.monotonic)
        except BaseException as error:
            self._pump.fail(error)
            raise

    def _attach(self, stream: InputStream) -> None:
        self._pump.attach(stream)

    def _moved(self, stream: InputStream, source: Source) -> None:
        self._pump.moved(stream, source.name, is_monitor=source.is_monitor)

    def _reopen(self) -> None:
        self._opener.reopen()
