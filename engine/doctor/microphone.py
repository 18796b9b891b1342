"""Microphones, looked for in a child process.

The sound libraries write to stderr as they like, and PortAudio waits for ever on a sound server that hangs.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence

from engine.doctor.check import Check

PATIENCE_SECONDS = 5.0
LOOKUP = (sys.executable, "-m", "engine.doctor.microphone")


def check_microphone(lookup: Sequence[str] = LOOKUP, patience: float = PATIENCE_SECONDS) -> Check:
    """Whether PortAudio loads and sees something to record from. `lookup` is the child's command."""
    try:
        child = subprocess.run(
            lookup, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=patience, check=False
        )
        answer = json.loads(child.stdout)
    except subprocess.TimeoutExpired:
        return Check("microphone", "fail", "the sound server does not answer", "Restart PulseAudio or PipeWire.")
    except ValueError:
        reason = child.stderr.strip().splitlines()[-1:] or ["no reason given"]
        return Check("microphone", "fail", f"looking for microphones failed: {reason[0]}", "Restart the sound server.")
    if "error" in answer:
        return Check("microphone", "fail", answer["error"], answer["remedy"])
    microphones = answer["microphones"]
    if not microphones:
        remedy = "Connect one, and see that a sound server runs. Recordings can be transcribed without."
        return Check("microphone", "warn", "none found", remedy)
    return Check("microphone", "ok", ", ".join(microphones))


def main() -> None:
    """The child: print the microphones, the default one first, or the error, as one line of JSON."""
    from engine.audio.devices import list_devices
    from engine.errors import DeviceError

    try:
        devices = [device for device in list_devices() if not device.is_monitor]
    except DeviceError as error:
        print(json.dumps({"error": error.what, "remedy": error.remedy}))  # noqa: T201 - the child's answer
        return
    devices.sort(key=lambda device: not device.is_default)
    print(json.dumps({"microphones": [device.label for device in devices]}))  # noqa: T201


if __name__ == "__main__":
    main()
