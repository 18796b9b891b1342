"""File systems of a test's own; root alone may mount them."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

PATIENCE = 60  # seconds


def run_as_root(*command: str) -> None:
    """Run a system program, also one that only root has on the path.

    Raises:
        subprocess.SubprocessError: it failed.
    """
    path = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
    environment = {**os.environ, "PATH": path}
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE, env=environment)


@contextmanager
def mounted(place: Path, *arguments: str) -> Iterator[Path]:
    """What `mount ARGUMENTS PLACE` shows there; `place` is made."""
    place.mkdir(parents=True, exist_ok=True)
    run_as_root("mount", *arguments, str(place))
    try:
        yield place
    finally:
        run_as_root("umount", "-l", str(place))


def missing_mount(attempt: Callable[[Path], AbstractContextManager[object]]) -> str | None:
    """Why `attempt`, given an empty folder, cannot mount here; None where it can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "mounting needs root"
    with tempfile.TemporaryDirectory(prefix="attune-mount-") as folder:
        try:
            with attempt(Path(folder)):
                return None
        except (OSError, subprocess.SubprocessError):
            return "no such file system can be made and mounted here"
