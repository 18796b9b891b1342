"""A recording transcribed in a child process: ``attune transcribe``, followed and stopped from outside.

The child holds a model of its own, so that dictation goes on meanwhile, and gives its memory back when it ends.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import AudioFileError, ChildError
from engine.json_text import parse_json
from engine.paths import PROGRAM, Home, child_environment
from engine.records import Segment, Transcript, Word

BAD_INPUT = 2


@dataclass(frozen=True)
class Transcribed:
    """What a recording says, and what the user should know of it (damaged parts, no speech), one line each."""

    transcript: Transcript
    remarks: tuple[str, ...] = ()


class FileTranscriber:
    """One child for one recording: `run` waits for it, `stop` ends it from another thread.

    Args:
        model: id of an installed model; the active one if none is named.
        language: code of the language spoken; heard from the recording if none is named.
    """

    def __init__(self, home: Home, file: Path, model: str | None = None, language: str | None = None) -> None:
        command = [sys.executable, "-m", "engine.cli.main", "--home", str(home.base), "transcribe"]
        command += ["--json", "--progress", *(["--model", model] if model else [])]
        command += [*(["--language", language] if language else []), "--", str(file)]
        self._command = command
        self._file = file
        self._process: subprocess.Popen[str] | None = None
        self._stopped = threading.Event()

    def run(self, report: Callable[[float, float | None], None]) -> Transcribed | None:
        """Transcribe; None if it was stopped. `report` gets the seconds done, and the duration where it is known.

        Raises:
            AudioFileError: the recording cannot be read, or the model or language is not there.
            ChildError: the child died.
        """
        process = subprocess.Popen(
            self._command,
            cwd=PROGRAM,
            env=child_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        self._process = process
        if self._stopped.is_set():
            process.kill()
        output: list[str] = []
        assert process.stdout is not None
        reader = threading.Thread(target=lambda out=process.stdout: output.append(out.read()), daemon=True)
        reader.start()
        remarks = self._follow(process, report)
        status = process.wait()
        reader.join()
        process.stdout.close()
        if self._stopped.is_set():
            return None
        return self._result(status, "".join(output), remarks)

    def stop(self) -> None:
        """End the child; harmless before and after it."""
        self._stopped.set()
        if self._process is not None:
            self._process.kill()

    @staticmethod
    def _follow(process: subprocess.Popen[str], report: Callable[[float, float | None], None]) -> list[str]:
        remarks = []
        assert process.stderr is not None
        with process.stderr as lines:
            for line in lines:
                progress = _progress_in(line)
                if progress is not None:
                    report(progress["seconds"], progress.get("duration"))
                elif line.startswith("attune: "):
                    remarks.append(line.removeprefix("attune: ").strip())
        return remarks

    def _result(self, status: int, output: str, remarks: list[str]) -> Transcribed:
        if status == BAD_INPUT:
            raise AudioFileError(remarks[-1] if remarks else f"{self._file} cannot be read.")
        lines = output.splitlines()
        if status != 0 or not lines:
            raise ChildError(
                remarks[-1] if remarks else f"Transcribing {self._file.name} ended unexpectedly.", "Try again."
            )
        return Transcribed(_transcript(parse_json(lines[0])), tuple(remarks))


def _progress_in(line: str) -> dict[str, Any] | None:
    if not line.startswith("{"):
        return None
    try:
        found = parse_json(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) and "seconds" in found else None


def _transcript(values: dict[str, Any]) -> Transcript:
    """As `attune transcribe --json` prints it. Words are given to the segment that they begin in."""
    words = [Word(**word) for word in values["words"]]
    segments = []
    for found in values["segments"]:
        inside = tuple(word for word in words if found["start"] <= word.start < found["end"])
        segments.append(Segment(found["start"], found["end"], found["text"], inside))
    return Transcript(values["text"], values["language"], values["duration"], values["model"], tuple(segments))
