"""One file on its way to text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.context import Context
from desktop.engine_text import in_language
from desktop.tasks import Control
from engine.errors import AttuneError
from engine.records import Transcript
from engine.speech.file_client import FileTranscriber, Transcribed
from engine.text.timing import retimed

WAITING, RUNNING, DONE, FAILED, STOPPED = "waiting", "running", "done", "failed", "stopped"


@dataclass(frozen=True)
class Choice:
    """With which model, and in which language, "" for the one that is heard."""

    model: str
    language: str = ""


class FileJob(QObject):
    """Transcribes one file when `start` is called; `changed` follows each change of state, progress or text."""

    changed = Signal()

    def __init__(self, context: Context, path: Path, choice: Choice) -> None:
        super().__init__()
        self.path = path
        self.state = WAITING
        self.share: float | None = None  # of the recording that is done, where its length is known
        self.remark = ""
        self.transcript: Transcript | None = None
        self._context = context
        self._transcriber = FileTranscriber(context.home, path, choice.model or None, choice.language or None)

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens by itself."""
        return self.state in (DONE, FAILED, STOPPED)

    def start(self) -> None:
        """Begin."""
        self.state = RUNNING
        self.changed.emit()
        self._context.tasks.run(self, self._work, self._finish, failed=self._fail, progress=self._advance)

    def stop(self) -> None:
        """End it before it is done."""
        self._transcriber.stop()
        if not self.is_over:
            self.state = STOPPED
            self.changed.emit()

    def edit(self, lines: list[str]) -> None:
        """Replace the text of each segment; new words, of which subtitles are made, get the times of the old."""
        assert self.transcript is not None
        segments = [
            segment if segment.text == line else replace(segment, text=line, words=retimed(segment.words, line.split()))
            for segment, line in zip(self.transcript.segments, lines, strict=True)
        ]
        self.transcript = replace(self.transcript, text=" ".join(lines), segments=tuple(segments))

    def _work(self, control: Control) -> Transcribed | None:
        return self._transcriber.run(lambda seconds, duration: control.report((seconds, duration)))

    def _advance(self, told: tuple[float, float | None]) -> None:
        seconds, duration = told
        self.share = min(1.0, seconds / duration) if duration else None
        self.changed.emit()

    def _finish(self, done: Transcribed | None) -> None:
        if done is None or self.state == STOPPED:
            return
        self.state = DONE
        self.transcript = done.transcript
        self.remark = in_language(" ".join(done.remarks))
        self.changed.emit()

    def _fail(self, error: AttuneError) -> None:
        if self.state != STOPPED:
            self.state = FAILED
            self.remark = in_language(str(error))
            self.changed.emit()
