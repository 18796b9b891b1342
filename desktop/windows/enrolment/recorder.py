"""One recording after the other from the microphone, with its level, without waiting on the window's thread."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop.context import Context
from desktop.tasks import Control
from engine.audio.events import CaptureEvent, Level, Started
from engine.audio.ring import Samples
from engine.audio.sources import Source
from engine.errors import AttuneError, DeviceError


class _Taker:
    """Keeps what the source hands over."""

    def __init__(self) -> None:
        self.blocks: list[Samples] = []
        self.gaps = 0

    def audio(self, position: int, block: Samples) -> None:
        """The next samples."""
        self.blocks.append(block)

    def gap(self, position: int, samples: int) -> None:
        """Samples that were never captured."""
        self.gaps += samples


class Recorder(QObject):
    """`started` comes with the first sound, then levels, and `recorded` with all of it once `stop` was asked for."""

    started = Signal()
    level = Signal(float)  # peak, dB relative to full scale
    recorded = Signal(object)  # Samples, float32 mono at 16 kHz
    failed = Signal(object)  # AttuneError

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._source: Source | None = None
        self._taker = _Taker()
        self._stopping = False
        self.busy = False  # from start until it is recorded, cancelled or failed

    def start(self) -> None:
        """Begin."""
        if self.busy:
            return
        self.busy, self._stopping = True, False
        taker = self._taker = _Taker()

        def work(control: Control) -> Source:
            source = self._context.bridge.make_source(taker, self._hear)
            try:
                source.start()
            except BaseException:
                source.close()
                raise
            return source

        self._context.tasks.run(self, work, self._opened, failed=self._fail)

    def stop(self) -> None:
        """End it; `recorded` follows."""
        source, self._source = self._source, None
        if source is None:  # its sound may be here before it is
            self._stopping = True
            return

        def work(control: Control) -> Samples:
            try:
                source.stop()
            finally:
                source.close()
            if self._taker.gaps or not self._taker.blocks:
                raise DeviceError("The microphone was interrupted.", "Check its cable, then read the sentence again.")
            return np.concatenate(self._taker.blocks)

        self._context.tasks.run(self, work, self._done, failed=self._fail)

    def cancel(self) -> None:
        """End it and throw away what was said."""
        source, self._source = self._source, None
        self.busy = False
        if source is not None:
            self._context.tasks.run(self, lambda control: source.close())

    def _opened(self, source: Source) -> None:
        if not self.busy:  # it was cancelled meanwhile
            self._context.tasks.run(self, lambda control: source.close())
            return
        self._source = source
        if self._stopping:
            self.stop()

    def _done(self, samples: Samples) -> None:
        self.busy = False
        self.recorded.emit(samples)

    def _fail(self, error: AttuneError) -> None:
        self.busy = False
        self.failed.emit(error)

    def _hear(self, event: CaptureEvent) -> None:
        """On the microphone's thread."""
        if isinstance(event, Started):
            self.started.emit()
        elif isinstance(event, Level):
            self.level.emit(event.peak_dbfs)
