"""The trainer as a child process: started, followed line by line, asked to stop, and how it ended."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

import psutil

from engine.errors import ChildError
from engine.json_text import parse_json
from engine.paths import PROGRAM, child_environment

LOG_NAME = "trainer.log"
NEEDED = ("torch", "transformers", "peft", "accelerate", "jiwer", "scipy")
Kind = Literal["accepted", "refused", "cancelled", "memory", "data", "failed"]
KINDS: dict[int, Kind] = {0: "accepted", 2: "data", 3: "cancelled", 4: "memory", 5: "refused"}
KILLED = 9  # the signal by which Linux ends a process when memory runs out
MOST_EVENT = 1 << 20  # characters of a line that are looked at
# A trainer says every two seconds that it lives. One that is silent for so long hangs, or was stopped and forgotten.
SILENCE_SECONDS = 180.0

Event = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """How a training ended. `reason` is a sentence for the user, `report` the path of report.json, "" without one."""

    kind: Kind
    reason: str
    model: str | None = None
    report: str = ""
    verdict: str = ""

    @property
    def accepted(self) -> bool:
        """Whether the candidate is proven better."""
        return self.kind == "accepted"

    @property
    def can_go_on(self) -> bool:
        """Whether starting it again goes on where it stopped."""
        return self.kind in ("cancelled", "failed", "memory")


def require_trainer() -> None:
    """Say early that training will not be possible here.

    Raises:
        ChildError: a library that training needs is not installed.
    """
    for library in NEEDED:
        if importlib.util.find_spec(library) is None:
            raise ChildError(
                f"Personalizing needs {library}, which is not installed.", "Run sh packaging/run.sh without --no-train."
            )


class TrainerChild:
    """``python -m trainer run JOB``. Use it in a `with` statement: leaving early asks it to stop and waits."""

    def __init__(self, job: Path) -> None:
        self._job = job
        self._last: Event = {}
        self._gate: Event = {}
        self._hung = False
        log = os.open(job / LOG_NAME, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "trainer", "run", str(job), "--until-stdin-closes"],
                cwd=PROGRAM,
                env=child_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                encoding="utf-8",
                errors="replace",
                # Ctrl-C belongs to the parent, which then asks politely.
                start_new_session=True,
            )
        finally:
            os.close(log)
        self._lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, name="trainer", daemon=True).start()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def events(self) -> Iterator[Event]:
        """The trainer's events as they come, to its end; lines that are no events are passed over.

        One that has not been heard of for `SILENCE_SECONDS` is ended.
        """
        while (line := self._next_line()) is not None:
            event = _parse(line)
            if event is None:
                continue
            if event["event"] in ("done", "error"):
                self._last = event
            if event["event"] == "gate":
                self._gate = event
            yield event

    def cancel(self) -> None:
        """Ask it to write a checkpoint and end; harmless when it has ended."""
        self._say("cancel")

    def hold(self, held: bool) -> None:
        """Ask it to wait at its next step, or to go on; harmless when it has ended."""
        self._say("hold" if held else "go")

    def lower_priority(self) -> None:
        """Leave processor and disk to whatever else wants them, dictation above all."""
        with contextlib.suppress(psutil.Error, OSError):
            child = psutil.Process(self.pid)
            child.nice(psutil.IDLE_PRIORITY_CLASS if sys.platform == "win32" else 19)
            if sys.platform == "linux":
                child.ionice(psutil.IOPRIO_CLASS_IDLE)

    def outcome(self) -> Outcome:
        """Wait for the end, and say how it was."""
        status = self._process.wait()
        if self._hung:
            return Outcome("failed", "The training no longer answered and was ended; what was done is kept.")
        return describe_end(status, self._last, self._gate, self._job / LOG_NAME)

    def _read(self) -> None:
        assert self._process.stdout is not None
        with contextlib.suppress(OSError, ValueError):  # closed while it was read
            for line in self._process.stdout:
                self._lines.put(line)
        self._lines.put(None)

    def _next_line(self) -> str | None:
        """The next line; None at the end, and from then on."""
        while True:
            try:
                line = self._lines.get(timeout=SILENCE_SECONDS)
            except queue.Empty:
                self._hung = True
                self._process.kill()
            else:
                if line is None:
                    self._lines.put(None)
                return line

    def _say(self, wish: str) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(wish + "\n")
            self._process.stdin.flush()
        except (OSError, ValueError):
            return

    def __enter__(self) -> TrainerChild:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self.cancel()
            for _ in self.events():
                pass
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait()


def describe_end(status: int, last: Mapping[str, Any], gate: Mapping[str, Any], log: Path) -> Outcome:
    """The outcome of an exit status, the last `done` or `error` event, and the gate's event."""
    if status == -KILLED:
        return Outcome("memory", "The system ended the training, probably because the memory ran out.")
    if status < 0:
        return Outcome("failed", f"The training was ended by signal {-status}; what was done is kept.")
    kind = KINDS.get(status, "failed")
    said = " ".join(str(last[name]) for name in ("what", "remedy") if last.get(name))
    if kind in ("accepted", "refused"):
        return Outcome(
            kind,
            str(last.get("reason", "")),
            model=str(last["model"]) if kind == "accepted" and last.get("model") else None,
            report=str(last.get("report", "")),
            verdict=str(gate.get("outcome", "accepted" if kind == "accepted" else "refused")),
        )
    if kind == "failed" and not said:
        said = f"The training ended unexpectedly (exit status {status}). Its log is {log}."
    return Outcome(kind, said)


def _parse(line: str) -> Event | None:
    try:
        event = parse_json(line[:MOST_EVENT])
    except ValueError:
        return None
    return event if isinstance(event, dict) and isinstance(event.get("event"), str) else None
