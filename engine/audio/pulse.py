"""What the PulseAudio (or PipeWire) server says of its microphones, through `pactl`.

PortAudio shows such a server as one device. Which microphone stands behind it, and that the server moved the
stream to another one, can only be learnt from the server.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from engine.errors import DeviceError

ANSWER_SECONDS = 2.0  # a server that takes longer hangs


@dataclass(frozen=True)
class Source:
    """A microphone of the server, or the monitor of one of its loudspeakers."""

    index: int
    name: str
    label: str
    rate: int
    is_monitor: bool
    is_default: bool


def list_sources() -> list[Source]:
    """Every source; none where there is no server or no pactl.

    Raises:
        DeviceError: the server does not answer.
    """
    default = _ask("info").get("default_source_name", "")
    return [
        Source(
            index=source["index"],
            name=source["name"],
            label=source.get("description") or source["name"],
            rate=int(source["sample_specification"].split()[-1].removesuffix("Hz")),
            is_monitor=_is_monitor(source),
            is_default=source["name"] == default,
        )
        for source in _ask("list", "sources")
    ]


def find_own_source() -> Source | None:
    """The source this process records from at the moment.

    Raises:
        DeviceError: the server does not answer.
    """
    for stream in _ask("list", "source-outputs"):
        if stream.get("properties", {}).get("application.process.id") == str(os.getpid()):
            return next((source for source in list_sources() if source.index == stream["source"]), None)
    return None


class SourceWatch:
    """Calls `changed` on a thread of its own whenever sources or streams come, go or move."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._stopped = threading.Event()
        self._process: subprocess.Popen[str] | None = None
        self._thread = threading.Thread(target=self._run, name="pulse-watch", daemon=True)

    def start(self) -> None:
        """Begin; where there is no pactl this does nothing."""
        if shutil.which("pactl"):
            self._thread.start()

    def stop(self) -> None:
        """End, and see that `changed` is not called any more."""
        self._stopped.set()
        if self._process is not None:
            self._process.kill()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._process = subprocess.Popen(
                ["pactl", "subscribe"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
            with self._process as process:
                if self._stopped.is_set():
                    process.kill()
                self._follow(process)
            self._stopped.wait(0.5)  # the server is gone: `pactl` ended by itself

    def _follow(self, process: subprocess.Popen[str]) -> None:
        for line in process.stdout or ():
            if self._stopped.is_set():
                return
            if " on source" in line or " on server" in line:
                self._changed()


def _is_monitor(source: dict[str, Any]) -> bool:
    return bool(source.get("monitor_source")) or source.get("properties", {}).get("device.class") == "monitor"


def _ask(*question: str) -> Any:
    """pactl's answer as JSON, or an empty dictionary where nobody answers at all."""
    if shutil.which("pactl") is None:
        return {}
    command = ["pactl", "--format=json", *question]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=ANSWER_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise DeviceError("The audio server does not answer.", "Restart PulseAudio or PipeWire.") from error
    try:
        return json.loads(answer.stdout) if answer.returncode == 0 else {}
    except ValueError:
        return {}  # a pactl older than 16, which knows no JSON
