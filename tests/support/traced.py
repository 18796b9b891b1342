"""Programs run under strace, which kills them or makes their calls fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

PATIENCE = 60  # seconds for one run: a tracer that hangs would wait for ever
STRACE = ("timeout", "-k", "2", str(PATIENCE), "strace", "-f", "--seccomp-bpf", "-qq")


@cache
def missing_strace() -> str | None:
    """Why nothing can be traced here; None where it can."""
    if shutil.which("strace") is None:
        return "there is no strace"
    done = subprocess.run([*STRACE, "-o", os.devnull, "true"], capture_output=True, check=False)
    return None if done.returncode == 0 else "strace may not trace here"


def run_traced(program: Path, arguments: list[str], *options: str) -> bool:
    """Whether the Python program came to its end; `options` are strace's."""
    done = subprocess.run(
        [*STRACE, *options, sys.executable, str(program), *arguments],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},  # what is imported is not to write as well
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode == 0
