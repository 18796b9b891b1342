"""``attune`` without a command: the window, in a process of its own so that the engine needs no Qt."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from engine.doctor.machine import check_display
from engine.paths import RESOURCES, Home


def why_no_window(environment: Mapping[str, str] = os.environ) -> str:
    """What is missing for a window, with the remedy; empty if nothing is."""
    if importlib.util.find_spec("PySide6") is None:
        return "The window needs PySide6, which is not installed. Run packaging/run.sh, which brings it."
    if environment.get("QT_QPA_PLATFORM"):
        return ""  # the user knows where it is to open
    check = check_display(environment)
    return "" if check.state == "ok" else f"There is no display to open the window on. {check.remedy}"


def open_window(home: Home) -> int:
    """Run the application until it ends, and return its exit status."""
    program = RESOURCES.parent
    command = [sys.executable, "-m", "desktop", "--home", str(home.base)]
    environment = {**os.environ, "PYTHONPATH": _with(program, os.environ.get("PYTHONPATH"))}
    if os.name == "posix":
        os.execve(sys.executable, command, environment)  # noqa: S606 # it replaces this process: no shell, one pid
    return subprocess.run(command, env=environment, check=False).returncode


def _with(program: Path, path: str | None) -> str:
    return os.pathsep.join([str(program), path]) if path else str(program)
