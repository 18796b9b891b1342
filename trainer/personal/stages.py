"""Markers of finished stages: a killed run goes on with the first stage that has none."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.models.durable import write_json
from trainer.personal.outcome import CancelledError
from trainer.progress import Progress

Result = dict[str, Any]


@dataclass(frozen=True)
class Stages:
    """The stages of one run. `stop` is asked before each of them."""

    folder: Path
    progress: Progress
    stop: Callable[[], bool]

    def run(self, name: str, work: Callable[[], Result], key: str = "") -> Result:
        """The result of the stage: from its marker where it was finished before with the same `key`, else of `work`.

        Raises:
            CancelledError: the run was asked to stop.
        """
        self.check_stopped()
        marker = self.folder / f"{name}.json"
        finished = _read(marker, key)
        if finished is not None:
            self.progress.event("stage", stage=name, resumed=True)
            return finished
        self.progress.event("stage", stage=name)
        result = work()
        write_json(marker, {"key": key, "result": result})
        return result

    def check_stopped(self) -> None:
        """Raise CancelledError if the run was asked to stop."""
        if self.stop():
            raise CancelledError

    def tell(self, stage: str, step: int, total: int) -> None:
        """Say how far a stage is; a run that is asked to stop ends here."""
        self.check_stopped()
        self.progress.event("progress", stage=stage, step=step, total=total)


def _read(marker: Path, key: str) -> Result | None:
    try:
        content = json.loads(marker.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(content, dict) or content.get("key") != key or not isinstance(content.get("result"), dict):
        return None
    result: Result = content["result"]
    return result
