"""Runs one change of the registry again and again, and dies at its first, second, third... step on the disk.

Prints a JSON line for each death: the step, and what the registry looked like afterwards. A step is a call that
makes something durable or visible: fsync, rename. The last line is the run that was not stopped.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.models.registry import Registry
from engine.paths import Home, open_home

OLD, NEW, STOPPED = "old", "new", 9


def open_registry(base: Path) -> Registry:
    return Registry(open_home(Home(base / "home")), starter=base / "starter", check=lambda folder, card: None)


def install_new(base: Path) -> None:
    registry = open_registry(base)
    with registry.staging() as place:
        shutil.copytree(base / "prepared", place / "model")
        registry.install(place / "model")


def activate_new(base: Path) -> None:
    open_registry(base).activate(NEW)


def remove_new(base: Path) -> None:
    open_registry(base).remove(NEW)


CHANGES: dict[str, Callable[[Path], None]] = {
    "install": install_new,
    "activate": activate_new,
    "remove": remove_new,
}


def stop_at(step: int) -> None:
    """Let this process die, as by a kill, just before the given step."""
    calls = 0

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == step:
                os._exit(STOPPED)
            return real(*given, **named)

        return call

    os.fsync = counted(os.fsync)
    os.replace = counted(os.replace)


def look(base: Path) -> dict[str, Any]:
    """What a fresh program finds: the active model, and that every listed model is whole."""
    registry = open_registry(base)
    for model in registry.installed():
        registry.verify(model.id)
    return {"active": registry.active().id, "installed": [model.id for model in registry.installed()]}


def run_and_die(change: str, pristine: Path, work: Path, step: int) -> bool:
    """Whether the change came to its end before the step."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(pristine, work)
    child = os.fork()
    if child == 0:
        stop_at(step)
        CHANGES[change](work)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, STOPPED), status
    return status == 0


def main() -> None:
    change, pristine, work = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    step, finished = 0, False
    while not finished:
        step += 1
        finished = run_and_die(change, pristine, work, step)
        seen = look(work)
        done = (NEW in seen["installed"]) == (change == "install") and change != "activate"
        if not finished and not done:
            CHANGES[change](work)  # trying again must work, whatever the crash left behind
        print(json.dumps({"step": step, "finished": finished, **seen, "after": look(work)}), flush=True)


if __name__ == "__main__":
    main()
