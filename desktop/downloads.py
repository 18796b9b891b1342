"""Downloads of models: one at a time, followed, cancelled, and gone on with."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.tasks import Control, Tasks
from engine.errors import AttuneError
from engine.models.registry import InstalledModel, Registry
from engine.paths import Home

if TYPE_CHECKING:
    from engine.models.catalogue import Entry
    from engine.models.download import DownloadProgress

Fetch = Callable[..., InstalledModel]


def _fetch_model(*arguments: Any, **options: Any) -> InstalledModel:
    from engine.models.download import download_model  # wanted seldom

    return download_model(*arguments, **options)


class _StoppedError(Exception):
    """The user does not want to wait any longer."""


class Downloads(QObject):
    """What is being downloaded: `entry`, None for nothing, and how far it is. Only `begin` ever uses the network."""

    changed = Signal()
    finished = Signal(object, bool)  # InstalledModel, and whether it is to be used
    failed = Signal(object)  # AttuneError

    def __init__(
        self, home: Home, registry: Registry, tasks: Tasks, parent: QObject | None = None, fetch: Fetch = _fetch_model
    ) -> None:
        super().__init__(parent)
        self.entry: Entry | None = None
        self.progress: DownloadProgress | None = None
        self.stopping = False
        self._use = False
        self._home = home
        self._registry = registry
        self._tasks = tasks
        self._fetch = fetch
        self._stop = threading.Event()

    @property
    def installing(self) -> bool:
        """Whether everything has arrived, and is converted and checked; that cannot be stopped."""
        return self.progress is not None and self.progress.done >= self.progress.total > 0

    def is_begun(self, model: str) -> bool:
        """Whether a part of this model has arrived before."""
        return (self._home.downloads / model).is_dir()

    def begin(self, entry: Entry, *, use: bool = False) -> None:
        """Download and install it, from where an earlier try ended; `use` it when it is there."""
        if self.entry is not None:
            return
        self._stop.clear()
        self.entry, self.progress, self.stopping = entry, None, False
        self._use = use

        def work(control: Control) -> InstalledModel | None:
            def listen(progress: DownloadProgress) -> None:
                if self._stop.is_set() or control.cancelled:
                    raise _StoppedError
                control.report(progress)

            try:
                return self._fetch(entry, self._home, self._registry, listener=listen)
            except _StoppedError:
                return None

        self._tasks.run(self, work, self._end, failed=self._fail, progress=self._advance)
        self.changed.emit()

    def cancel(self) -> None:
        """Stop it; what has arrived stays for the next try."""
        self._stop.set()
        self.stopping = self.entry is not None
        self.changed.emit()

    def close(self) -> None:
        """The program ends."""
        self._stop.set()

    def _advance(self, progress: DownloadProgress) -> None:
        self.progress = progress
        self.changed.emit()

    def _end(self, installed: InstalledModel | None) -> None:
        self._clear()
        if installed is not None:
            self.finished.emit(installed, self._use)

    def _fail(self, error: AttuneError) -> None:
        self._clear()
        self.failed.emit(error)

    def _clear(self) -> None:
        self.entry, self.progress, self.stopping = None, None, False
        self.changed.emit()
