"""Opening, closing and re-opening the stream on a thread of its own: each may hang with the audio server."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from engine.audio import pulse
from engine.audio.devices import InputDevice, find_device, list_devices, refresh_portaudio
from engine.audio.stream import InputStream
from engine.errors import AttuneError, DeviceError

OPEN_SECONDS = 5.0  # opening takes a twentieth of that when the audio server answers
FIRST_DELAY, LAST_DELAY = 0.1, 2.0  # seconds between tries to re-open; they double


class Opener:
    """Keeps one stream on the wanted device open, as long as it is asked to.

    `attach` gets every stream that was opened. `moved` is told from which source the audio server records.

    Args:
        wanted: the name of a device, or nothing for whatever the default is.
    """

    def __init__(
        self,
        wanted: str | None,
        attach: Callable[[InputStream], None],
        moved: Callable[[InputStream, pulse.Source], None],
    ) -> None:
        self._wanted = wanted
        self._attach = attach
        self._moved = moved
        self._stream: InputStream | None = None
        self._watch: pulse.SourceWatch | None = None
        self._devices_changed = threading.Event()
        self._commands: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="audio-open", daemon=True)
        self._thread.start()

    def open(self) -> None:
        """Return when the wanted device is open; at once if it is already.

        Raises:
            DeviceError: it is not there, cannot be opened, or the audio server hangs.
        """
        opened: Future[None] = Future()
        self._send(partial(self._open_wanted, opened))
        try:
            opened.result(OPEN_SECONDS)
        except TimeoutError as error:
            self.close()
            raise DeviceError("The audio server does not answer.", "Restart PulseAudio or PipeWire.") from error

    def reopen(self) -> None:
        """Close the stream and open one again as soon as a device is there: the wanted one, else the default."""
        self._send(self._reopen)

    def close(self) -> None:
        """Let go of the device; this does not wait for it."""
        self._send(self._close)

    def quit(self) -> None:
        """Close, and end the thread. One that hangs with the audio server is not waited for."""
        self._send(self._close)
        self._send(None)
        self._thread.join(OPEN_SECONDS)

    def _send(self, command: Callable[[], None] | None) -> None:
        self._commands.put(command)
        self._devices_changed.set()  # ends a pause between tries

    def _run(self) -> None:
        while (command := self._commands.get()) is not None:
            command()

    def _open_wanted(self, opened: Future[None]) -> None:
        try:
            if not self._is_good():
                self._close()
                self._open(find_wanted(self._wanted))
        except AttuneError as error:
            opened.set_exception(error)
        except BaseException as error:
            opened.set_exception(error)
            raise
        else:
            opened.set_result(None)

    def _is_good(self) -> bool:
        stream = self._stream
        return stream is not None and not stream.finished and self._wanted in (None, stream.device.name)

    def _reopen(self) -> None:
        self._close_stream()
        delay = FIRST_DELAY
        while self._commands.empty():
            self._devices_changed.clear()
            try:
                self._open(find_wanted(self._wanted, or_default=True))
            except DeviceError:
                refresh_portaudio()
            else:
                return
            self._devices_changed.wait(delay)
            delay = min(2 * delay, LAST_DELAY)

    def _open(self, device: InputDevice) -> None:
        self._stream = InputStream(device, follow_default=self._wanted is None and device.is_default)
        self._attach(self._stream)
        if self._watch is None:
            self._watch = pulse.SourceWatch(self._look)
            self._watch.start()

    def _close(self) -> None:
        self._close_stream()
        if self._watch is not None:
            self._watch.stop()
            self._watch = None

    def _close_stream(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def _look(self) -> None:
        """Called by the watch: devices came, went, or the stream was moved."""
        stream = self._stream
        self._devices_changed.set()
        if stream is None:
            return
        try:
            source = pulse.find_own_source()
        except DeviceError:
            return  # the server hangs: the stall is noticed elsewhere
        if source is not None:
            self._moved(stream, source)


def find_wanted(name: str | None, *, or_default: bool = False) -> InputDevice:
    """The device called `name`, or the default if there is no name, or if it is gone and `or_default`.

    Raises:
        DeviceError: there is none.
    """
    try:
        return find_device(name, list_devices())
    except DeviceError:
        refresh_portaudio()  # it may have come since PortAudio last looked
    devices = list_devices()
    try:
        return find_device(name, devices)
    except DeviceError:
        if not or_default:
            raise
        return find_device(None, devices)
