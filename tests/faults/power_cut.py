"""Power cuts: what a disk holds at a random moment, with the library writing, is all that was acknowledged.

    python tests/faults/power_cut.py [--count 500] [--seed 1] [--normal]

The library works on a file system of its own in an image file. At a random moment the worker is stopped and the image
is copied: the copy has what was handed to the disk, and not what the kernel still had in memory, as after a power cut.
It is mounted, the file system's journal is replayed, and a fresh process has to find everything acknowledged, with its
audio.

`--normal` opens the database with synchronous=NORMAL, which must lose rows: a check that could not fail would show
nothing. Needs root, a loop device and ext4. The order in which a disk writes is kept: a drive that reorders or lies
about flushing is not tested.
"""

from __future__ import annotations

import argparse
import functools
import random
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support"), str(ROOT / "tests" / "faults")]

from fault_figures import bound_line  # noqa: E402
from kills import lost, work_until_killed  # noqa: E402
from mounting import missing_mount, mounted, run_as_root  # noqa: E402

from engine.library import database  # noqa: E402
from engine.paths import Home, open_home  # noqa: E402

MEGABYTES = 128  # a slow machine gives the worker time to fill less
CYCLES_AN_IMAGE = 20  # then a fresh one: the last cycles of a large library would only be slower
LONGEST = 0.25  # seconds until the cut, from the first acknowledgement on
MAKE = ("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0")


@functools.cache
def missing_means() -> str | None:
    """What this machine lacks for it; None when all is there."""
    return missing_mount(lambda folder: mounted(folder / "tried", "-o", "loop", str(make_image(folder))))


def make_image(folder: Path) -> Path:
    """A disk with an empty ext4."""
    image = folder / "disk.img"
    with image.open("wb") as file:
        file.truncate(MEGABYTES << 20)
    run_as_root(*MAKE, str(image))
    return image


def run_cuts(count: int, seed: int, folder: Path) -> tuple[int, list[str]]:
    """Things acknowledged, and what was lost.

    Raises:
        AssertionError: a cycle acknowledged nothing, and so shows nothing.
    """
    chance, kept, faults = random.Random(seed), 0, []
    for first in range(0, count, CYCLES_AN_IMAGE):
        cycles = range(first, min(count, first + CYCLES_AN_IMAGE))
        image, copy = make_image(folder), folder / "cut.img"
        cut = functools.partial(shutil.copyfile, image, copy)
        everything = []
        with mounted(folder / "disk", "-o", "loop", str(image)) as disk:
            home = open_home(Home(disk / "home"))
            for cycle in cycles:
                said = work_until_killed(home, 1_000 * seed + cycle, chance.uniform(0, LONGEST), cut)
                assert said, "nothing was acknowledged before the cut"
                kept += len(said)
                everything += said
                with mounted(folder / "cut", "-o", "loop", str(copy)) as found:
                    left = Home(found / "home")
                    faults += [f"cycle {cycle}: {fault}" for fault in lost(left, everything, whole=cycle == cycles[-1])]
                if faults and database.open_writer is open_normally:
                    return kept, faults  # one loss is what was to be seen
    return kept, faults


def open_normally(path: Path) -> sqlite3.Connection:
    """What must not be: the database as many programs open theirs."""
    connection = _durably(path)
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


_durably = database.open_writer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=500, help="cuts (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--normal", action="store_true", help="with synchronous=NORMAL: has to lose something")
    given = parser.parse_args()
    if why := missing_means():
        sys.exit(f"Not possible here: {why}.")
    if given.normal:
        database.open_writer = open_normally
    with tempfile.TemporaryDirectory(prefix="attune-cuts-") as folder:
        kept, faults = run_cuts(given.count, given.seed, Path(folder))
    for fault in faults[:10]:
        print(fault)
    print(f"{kept} things acknowledged, {len(faults)} lost or damaged")
    if given.normal:
        print("as it must be" if faults else "NORMAL lost nothing: this test shows nothing")
        sys.exit(not faults)
    print(bound_line(given.count, len({fault.split(":")[0] for fault in faults})))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
