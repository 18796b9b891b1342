"""The program dictating from a microphone: started, spoken to, ended, and what it said of it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType

import numpy as np
import soundfile as sf
import soxr

ROOT = Path(__file__).parents[2]


def attune(home: Path, *arguments: str) -> list[str]:
    """The command line of `attune` with a home of its own."""
    return [sys.executable, "-m", "engine.cli.main", "--home", str(home), *arguments]


def write_for_sink(path: Path, samples: np.ndarray) -> Path:
    """16 kHz `samples` at the null sink's own rate, so that the server does not resample them."""
    sf.write(path, soxr.resample(samples, 16_000, 48_000), 48_000, subtype="PCM_16")
    return path


class RunningDictation:
    """``attune dictate --json`` while it listens; leaving the ``with`` statement ends it by Ctrl-C.

    Afterwards `events` holds what it printed and `complaints` the lines on standard error.
    """

    def __init__(self, home: Path, *options: str) -> None:
        self._command = attune(home, "dictate", "--json", *options)
        self.events: list[dict] = []
        self.complaints: list[str] = []
        self._changed = threading.Condition()

    def __enter__(self) -> RunningDictation:
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        self._process = subprocess.Popen(self._command, cwd=ROOT, **pipes)
        self._threads = [threading.Thread(target=self._read_events), threading.Thread(target=self._read_complaints)]
        for thread in self._threads:
            thread.start()
        self.wait_for(lambda: bool(self.events), "it never began")
        assert self.events[0]["event"] == "start"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._process.kill()
        self._process.send_signal(signal.SIGINT)
        status = self._process.wait(timeout=120)
        for thread in self._threads:
            thread.join()
        for pipe in (self._process.stdout, self._process.stderr):
            pipe.close()
        if kind is None:
            assert status == 0, self.complaints

    def finals(self) -> list[dict]:
        """The utterances that are complete."""
        return [event for event in list(self.events) if event["event"] == "final"]

    def wait_for(self, condition, why: str, seconds: float = 200.0) -> None:
        """Wait until what was printed makes `condition` true."""
        with self._changed:
            assert self._changed.wait_for(condition, seconds), f"{why}: {self.complaints} {self.events[-3:]}"

    def wait_for_complaint(self, text: str) -> None:
        """Wait until a line with `text` was printed to standard error."""
        self.wait_for(lambda: any(text in line for line in self.complaints), f"it did not say {text!r}")

    def _read_events(self) -> None:
        for line in self._process.stdout:
            with self._changed:
                self.events.append(json.loads(line))
                self._changed.notify_all()

    def _read_complaints(self) -> None:
        for line in self._process.stderr:
            with self._changed:
                self.complaints.append(line.strip())
                self._changed.notify_all()
