"""Playing a recording on the default output."""

from __future__ import annotations

from engine.audio.devices import load_portaudio
from engine.audio.ring import Samples
from engine.errors import DeviceError
from engine.records import SAMPLE_RATE


def play(samples: Samples) -> None:
    """Play float32 mono samples at 16 kHz and return at the end; Ctrl-C ends it early.

    Raises:
        DeviceError: there is no output, or it does not work.
    """
    sounddevice = load_portaudio()
    try:
        sounddevice.play(samples, SAMPLE_RATE)
        sounddevice.wait()
    except KeyboardInterrupt:
        sounddevice.stop()
    except (sounddevice.PortAudioError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise DeviceError(f"The recording cannot be played: {reason}.", "Check the loudspeaker's settings.") from error
