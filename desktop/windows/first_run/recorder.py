"""A few seconds from the microphone: heard live, and kept to be played back. Nothing of it is stored."""

from __future__ import annotations

import threading

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop.context import Context
from desktop.tasks import Control
from engine.audio.events import CaptureEvent, Level, Lost, NoSignal, Stalled, Started
from engine.audio.ring import Samples
from engine.errors import DeviceError

SECONDS = 4.0
PATIENCE = 8.0  # seconds for the first sound


class _Taker:
    def __init__(self) -> None:
        self.blocks: list[Samples] = []

    def audio(self, position: int, block: Samples) -> None:
        self.blocks.append(block)

    def gap(self, position: int, samples: int) -> None:
        """Nothing to keep."""


class Recorder(QObject):
    """Records for a few seconds from the chosen microphone; signals come on the window's thread."""

    started = Signal()
    level_changed = Signal(float)  # peak, dB relative to full scale
    finished = Signal(object)  # Samples, float32 mono at 16 kHz
    failed = Signal(object)  # AttuneError

    def __init__(self, context: Context, parent: QObject | None = None, seconds: float = SECONDS) -> None:
        super().__init__(parent)
        self._context = context
        self._seconds = seconds
        self._stop = threading.Event()
        self.busy = False

    def record(self) -> None:
        """Begin; does nothing while it records."""
        if self.busy:
            return
        self.busy = True
        self._stop.clear()
        self._context.tasks.run(self, self._work, self._finish, failed=self._fail)

    def stop(self) -> None:
        """That is enough."""
        self._stop.set()

    def _work(self, control: Control) -> Samples:
        taker, heard, trouble = _Taker(), threading.Event(), [""]

        def hear(event: CaptureEvent) -> None:
            match event:
                case Started():
                    heard.set()
                    self._context.tasks.later(self.started.emit)
                case Level(peak_dbfs=peak):
                    self._context.tasks.later(lambda: self.level_changed.emit(peak))
                case Lost() | Stalled() | NoSignal():
                    trouble[0] = type(event).__name__

        source = self._context.bridge.make_source(taker, hear)
        try:
            source.start()
            if heard.wait(PATIENCE):
                self._stop.wait(self._seconds)
            source.stop()
        finally:
            source.close()
        if not taker.blocks:
            raise DeviceError(
                "No sound comes from the microphone.",
                "Choose another one, or check its cable and the system's settings.",
            )
        return np.concatenate(taker.blocks)

    def _finish(self, samples: Samples) -> None:
        self.busy = False
        self.finished.emit(samples)

    def _fail(self, error: Exception) -> None:
        self.busy = False
        self.failed.emit(error)
