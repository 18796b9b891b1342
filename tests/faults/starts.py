"""Many starts at once, a lock left behind, and a clock that jumps.

    python tests/faults/starts.py [--count 20] [--seed 1]

A round: 50 processes start at the same moment and want a home's place, which exactly one may get; it is killed, and the
next that comes gets it. Then utterances are kept by processes whose clock is a day ahead, right, and a day behind
(faketime): they come in the order in which they were said, each once, with the right duration.
"""

from __future__ import annotations

import functools
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support"), str(ROOT / "tests" / "faults")]

from fault_figures import bound_line, parse  # noqa: E402
from library_samples import dictate  # noqa: E402

from desktop.instance import Instance  # noqa: E402
from engine.library.library import Library  # noqa: E402
from engine.paths import Home, open_home  # noqa: E402

TOGETHER = 50
CLOCKS = ("+1d", "+0d", "-1d", "+12h")


@functools.cache
def missing_means() -> str | None:
    """What this machine lacks for it; None when all is there."""
    return None if shutil.which("faketime") else "there is no faketime"


def start_together(home: Home, count: int) -> tuple[list[int], int]:
    """Which of so many processes got the place (they hold it), and how many there were in all."""
    begin_reading, begin = os.pipe()
    answers, answer = os.pipe()
    children = []
    for _ in range(count):
        child = os.fork()
        if child == 0:
            os.close(begin)
            os.read(begin_reading, 1)  # the end of the pipe: all are let go at once
            instance = Instance(home)  # a name, so that it goes on holding the place
            os.write(answer, f"{os.getpid()} {int(instance.is_first)}\n".encode())
            while instance.is_first:
                signal.pause()
            os._exit(0)
        children.append(child)
    os.close(answer)
    os.close(begin_reading)
    os.close(begin)
    first: list[int] = []
    with os.fdopen(answers) as lines:
        for _ in range(count):
            pid, got = lines.readline().split()
            first += [int(pid)] * int(got)
    for child in children:
        if child not in first:
            os.waitpid(child, 0)
    return first, len(children)


def one_gets_the_place(home: Home) -> list[str]:
    """All at once; then, its holder killed, all at once again: the lock that is left behind keeps nobody out."""
    faults = []
    for turn in ("fresh", "left behind"):
        first, _ = start_together(home, TOGETHER)
        if len(first) != 1:
            faults.append(f"{len(first)} of {TOGETHER} started on a home that was {turn}")
        for pid in first:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
    return faults


def order_is_kept(home: Home, clocks: list[str]) -> list[str]:
    """Utterances of a known length by processes of different clocks."""
    for number, clock in enumerate(clocks):
        command = ["faketime", "-f", clock, sys.executable, str(Path(__file__)), "--say", str(home.base), str(number)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    with Library(home) as library:
        rows = library.utterances.page()[::-1]
    wanted = [f"{number} {turn}" for number in range(len(clocks)) for turn in range(3)]
    faults = [] if [row.text for row in rows] == wanted else [f"the order is {[row.text for row in rows]}"]
    faults += [f"{row.text} lasts {row.duration} s" for row in rows if abs(row.duration - 0.3) > 0.01]
    if len({row.id for row in rows}) != len(wanted):
        faults.append("two have the same id")
    return faults


def say(base: Path, number: int) -> None:
    with Library(open_home(Home(base))) as library:
        for turn in range(3):
            dictate(library, f"{number} {turn}", seconds=0.3, seed=10 * number + turn)


def run(count: int, seed: int, folder: Path) -> list[str]:
    """What went wrong in so many rounds."""
    chance, faults = random.Random(seed), []
    for number in range(count):
        home = open_home(Home(folder / str(number)))
        faults += one_gets_the_place(home)
        faults += order_is_kept(open_home(Home(folder / f"{number}-clocks")), chance.sample(CLOCKS, len(CLOCKS)))
    return faults


def main() -> None:
    if sys.argv[1:2] == ["--say"]:
        say(Path(sys.argv[2]), int(sys.argv[3]))
        return
    given = parse(__doc__ or "", 20)
    if why := missing_means():
        sys.exit(f"Not possible here: {why}.")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="attune-starts-") as folder:
        faults = run(given.count, given.seed, Path(folder))
    for fault in faults[:20]:
        print(fault)
    starts = 2 * given.count * TOGETHER
    print(f"{starts} starts, {3 * len(CLOCKS) * given.count} utterances, {time.monotonic() - began:.0f} s")
    print(bound_line(given.count, len(faults)))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
