"""Which microphones there are, and which one is meant."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

from engine.audio import pulse
from engine.errors import DeviceError

_portaudio_lock = threading.Lock()  # guards what belongs to the process: PortAudio itself and PULSE_SOURCE
_open_streams: set[object] = set()


@dataclass(frozen=True)
class InputDevice:
    """A microphone. `name` stays the same from day to day, `label` is what the user is shown.

    `portaudio` is what PortAudio calls the device to open, and `pulse_source` the source behind it, whose own
    rate is `rate`: opened so, the audio server does not resample (PulseAudio takes 8 dB off at 7 kHz).
    """

    name: str
    label: str
    is_default: bool = False
    is_monitor: bool = False
    portaudio: str | int | None = None
    pulse_source: str | None = None
    rate: int | None = None


def list_devices() -> list[InputDevice]:
    """Every input, also monitors of loudspeakers, which are marked.

    On PulseAudio and PipeWire PortAudio shows only "pulse" and "default", so the server is asked.

    Raises:
        DeviceError: the PortAudio library is missing, or the audio server hangs.
    """
    portaudio = load_portaudio()
    if not _portaudio_lock.acquire(timeout=pulse.ANSWER_SECONDS):
        raise DeviceError("The audio server does not answer.", "Restart PulseAudio or PipeWire.")
    try:
        inputs = [device for device in portaudio.query_devices() if device["max_input_channels"] > 0]
        default = portaudio.default.device[0]
    finally:
        _portaudio_lock.release()
    if any(device["name"] == "pulse" for device in inputs):
        sources = pulse.list_sources()
        if sources:
            return [_from_source(source) for source in sources]
    return [
        InputDevice(
            name=device["name"],
            label=device["name"],
            is_default=device["index"] == default,
            portaudio=device["index"],
        )
        for device in inputs
    ]


def find_device(name: str | None, devices: list[InputDevice]) -> InputDevice:
    """The device called `name` (also by label), or the default; a monitor only if it is asked for by name.

    Raises:
        DeviceError: there is no such device, or no microphone at all.
    """
    microphones = [device for device in devices if not device.is_monitor]
    known = ", ".join(device.name for device in microphones)
    if name is not None:
        for device in devices:
            if name in (device.name, device.label):
                return device
        raise DeviceError(
            f'The microphone "{name}" is not connected.',
            f"Connect it, or choose one of: {known}." if known else "Connect a microphone.",
        )
    if not microphones:
        raise DeviceError("No microphone is connected.", "Connect one, and check that the audio server runs.")
    return next((device for device in microphones if device.is_default), microphones[0])


def load_portaudio() -> ModuleType:
    """The sounddevice module, which starts PortAudio when it is first imported.

    Raises:
        DeviceError: the PortAudio library is missing.
    """
    try:
        import sounddevice
    except OSError as error:
        raise DeviceError(
            "The PortAudio library is missing.", "Install it (Debian, Ubuntu: apt install libportaudio2)."
        ) from error
    module: ModuleType = sounddevice
    return module


def refresh_portaudio() -> None:
    """Let PortAudio look for devices again, which it does only when it starts.

    That would end streams that run, so nothing happens while there is one. All of Attune's are opened in
    `opening_stream`; a stream that is opened elsewhere in the process would be cut off.
    """
    portaudio = load_portaudio()
    with _portaudio_lock:
        if _open_streams:
            return
        # sounddevice has no public way; these are what its own import and exit call.
        portaudio._terminate()
        portaudio._initialize()


@contextlib.contextmanager
def opening_stream(owner: object, pulse_source: str | None) -> Iterator[None]:
    """Open a stream in here: `owner` holds PortAudio until `stream_closed`, and PulseAudio takes the source."""
    with _portaudio_lock, _environment("PULSE_SOURCE", pulse_source):
        yield
        _open_streams.add(owner)


def stream_closed(owner: object) -> None:
    """The stream that `owner` opened is closed."""
    with _portaudio_lock:
        _open_streams.discard(owner)


@contextlib.contextmanager
def _environment(name: str, value: str | None) -> Iterator[None]:
    """libpulse reads its default source from the environment when a stream is opened."""
    before = os.environ.get(name)
    if value is not None:
        os.environ[name] = value
    try:
        yield
    finally:
        if before is not None:
            os.environ[name] = before
        elif value is not None:
            del os.environ[name]


def _from_source(source: pulse.Source) -> InputDevice:
    return InputDevice(
        name=source.name,
        label=source.label,
        is_default=source.is_default,
        is_monitor=source.is_monitor,
        portaudio="pulse",
        pulse_source=source.name,
        rate=source.rate,
    )
