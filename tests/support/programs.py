"""What every session of the tests is made of: programs that end with it, and an environment that is given back."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any


class Programs:
    """Programs started for a test, each in a process group of its own."""

    def __init__(self, folder: Path) -> None:
        """`folder`: where they run; what they print goes to `log` in it."""
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []
        self.log = folder / "children.log"

    def start(
        self, *command: str, environment: Mapping[str, str] | None = None, pass_fds: Iterable[int] = ()
    ) -> subprocess.Popen[bytes]:
        """Start one; without `environment` it gets this process's."""
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self._folder,
                pass_fds=tuple(pass_fds), start_new_session=True,
            )  # fmt: skip
        self._running.append(process)
        return process

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        """End one, with its children."""
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        self._running.remove(process)

    def stop_all(self) -> None:
        """End all, the last first."""
        for process in reversed(self._running.copy()):
            self.stop(process)

    def output(self) -> str:
        """The end of what they printed."""
        return self.log.read_text(errors="replace")[-2000:] if self.log.exists() else ""


class Environment:
    """This process's environment variables, changed for a while."""

    def __init__(self) -> None:
        self._before: dict[str, str | None] = {}

    def set(self, values: Mapping[str, str]) -> None:
        """Set these."""
        self._remember(values)
        os.environ.update(values)

    def unset(self, names: Iterable[str]) -> None:
        """Take these away."""
        names = tuple(names)
        self._remember(names)
        for name in names:
            os.environ.pop(name, None)

    def restore(self) -> None:
        """All as it was."""
        for name, value in self._before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        self._before.clear()

    def _remember(self, names: Iterable[str]) -> None:
        for name in names:
            self._before.setdefault(name, os.environ.get(name))


def succeeds(*command: str, environment: Mapping[str, str] | None = None) -> bool:
    """Whether a program ends well; what it prints is thrown away."""
    return subprocess.run(command, env=environment, capture_output=True, timeout=30).returncode == 0


def wait_until(
    condition: Callable[[], Any], seconds: float = 20.0, what: str = "it did not come true", *, every: float = 0.02
) -> Any:
    """What `condition` returns once that is true; polls `every` so many seconds, as the machine may be loaded.

    Raises:
        TimeoutError: it did not become true.
    """
    deadline = time.monotonic() + seconds
    while not (result := condition()):
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(every)
    return result
