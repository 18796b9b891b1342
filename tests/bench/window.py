"""How quickly the application is there, and what it costs while nobody dictates.

    PYTHONPATH=.:tests/support python tests/bench/window.py [--starts 5] [--idle 20] [--json]

Start: from the process's start until its window is shown and its event loop answers (warm: the first start, which
fills the disk cache, does not count); on a busy machine the processor's time says more. Memory: proportional set size
of the window's process; the recogniser, which holds the model, is another one. Idle: processor time of that process
per second, after the model was loaded.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psutil
from application import RunningApplication
from desktop_session import DesktopSession

SETTLE_SECONDS = 8.0  # until the model is loaded and what follows a start is done


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Start, memory and idle cost of the application.")
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--idle", type=float, default=20.0, help="seconds")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    with DesktopSession() as session, tempfile.TemporaryDirectory() as folder:
        starts = [start_once(session, Path(folder)) for _ in range(given.starts + 1)][1:]
        figures = {
            "start_s": statistics.median(wall for wall, _ in starts),
            "start_cpu_s": statistics.median(cpu for _, cpu in starts),
            **watch(session, Path(folder), given.idle),
        }
    figures["load_average"] = psutil.getloadavg()[0]
    if given.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:<20} {value:.3f}")
    return 0


def start_once(session: DesktopSession, folder: Path) -> tuple[float, float]:
    """Seconds from the process's start until it answers, on the wall and of the processor."""
    begun = time.monotonic()
    application = RunningApplication(session, folder)
    while not application.state():
        time.sleep(0.01)
    seconds = time.monotonic() - begun
    used = psutil.Process(application.process.pid).cpu_times()
    application.quit()
    return seconds, used.user + used.system


def watch(session: DesktopSession, folder: Path, seconds: float) -> dict[str, float]:
    with RunningApplication(session, folder) as application:
        time.sleep(SETTLE_SECONDS)
        process = psutil.Process(application.process.pid)
        before = process.cpu_times()
        time.sleep(seconds)
        after = process.cpu_times()
        used = after.user + after.system - before.user - before.system
        return {"memory_mb": process.memory_full_info().pss / 1e6, "idle_cpu_share": used / seconds}


if __name__ == "__main__":
    sys.exit(main())
