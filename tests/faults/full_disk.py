"""A full disk, a read-only one, and one that returns errors: nothing acknowledged is lost, and it goes on by itself.

    python tests/faults/full_disk.py [--count 20] [--seed 1]

The library and the spool work on a small file system of their own (tmpfs; needs root). It is filled up at a random
moment, or read-only from the beginning, and then as it should be; with strace, single calls are made to fail (ENOSPC,
EIO on fsync). Required: what was acknowledged is there, what could not be kept was told at once, audio waits in memory,
and all is written when there is room.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import json
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support"), str(ROOT / "tests" / "faults")]

from fault_figures import bound_line  # noqa: E402
from library_samples import dictate  # noqa: E402
from mounting import missing_mount, mounted, run_as_root  # noqa: E402
from traced import missing_strace, run_traced  # noqa: E402

from engine.audio.spool import SpoolFailed, SpoolRecovered, SpoolWriter  # noqa: E402
from engine.errors import StorageError  # noqa: E402
from engine.library.library import Library  # noqa: E402
from engine.paths import Home, open_home  # noqa: E402
from engine.records import SAMPLE_RATE  # noqa: E402

ROOM = 3 << 20  # bytes of the file system
TOLD_WITHIN = 2.0  # seconds from the moment the disk refuses: a write every 0.5 s, and a busy machine
RECOVERED_WITHIN = 10.0
INJECTED = ("write:error=ENOSPC", "pwrite64:error=ENOSPC", "fsync:error=EIO", "fdatasync:error=EIO")


def small_disk(place: Path) -> AbstractContextManager[Path]:
    """An empty file system of `ROOM` bytes."""
    return mounted(place, "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs")


@functools.cache
def missing_means() -> str | None:
    """What this machine lacks for it; None when all is there."""
    return missing_mount(lambda folder: small_disk(folder / "tried"))


def filled(disk: Path) -> Callable[[], None]:
    """Take all the room; returns what gives it back."""
    filler = disk / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 12, 1):
            with contextlib.suppress(OSError):
                while file.write(bytes(size)):
                    pass
    return filler.unlink


def read_only(disk: Path) -> Callable[[], None]:
    run_as_root("mount", "-o", "remount,ro", str(disk))
    return lambda: run_as_root("mount", "-o", f"remount,rw,size={ROOM}", str(disk))


class Listener:
    """When the spool said what."""

    def __init__(self) -> None:
        self.failed, self.recovered = threading.Event(), threading.Event()

    def __call__(self, event: object) -> None:
        if isinstance(event, SpoolFailed):
            self.failed.set()
        elif isinstance(event, SpoolRecovered):
            self.recovered.set()


def speak_on_a_full_disk(disk: Path, chance: random.Random) -> list[str]:
    """It is filled while somebody speaks."""
    return speak_while(disk, chance, lambda: filled(disk))


def speak_in_a_read_only_home(disk: Path, chance: random.Random) -> list[str]:
    """It cannot be written from the first word on. A library that cannot be opened says so."""
    with Library(open_home(Home(disk / "home"))) as library:
        kept = dictate(library, "before", seconds=0.3)
    make_writable, faults = read_only(disk), []
    try:
        Library(Home(disk / "home")).close()
        faults.append("a library on a read-only disk was opened for writing")
    except StorageError:
        pass
    faults += speak_while(disk, chance, lambda: make_writable)
    with Library(Home(disk / "home")) as library:
        faults += [] if is_whole(library, kept) else [f"{kept} is not whole"]
        dictate(library, "after", seconds=0.3, seed=1)
    return faults


def speak_while(disk: Path, chance: random.Random, trouble: Callable[[], Callable[[], None]]) -> list[str]:
    """Audio goes to the spool while the disk refuses, and is whole when it no longer does."""
    faults, told = [], Listener()
    audio = np.random.default_rng(chance.randrange(1 << 30)).uniform(-0.5, 0.5, 20 * SAMPLE_RATE).astype(np.float32)
    spool = SpoolWriter(disk / "home" / "spool", {"test": True}, told)
    step, position = SAMPLE_RATE // 10, 0

    def say(seconds: float) -> None:
        nonlocal position
        for _ in range(round(10 * seconds)):
            spool.audio(position, audio[position : position + step])
            position += step
            time.sleep(0.02)  # five times as fast as speech

    say(chance.uniform(0.5, 3))
    time.sleep(0.3)
    end_trouble = trouble()
    say(4)
    if not told.failed.wait(TOLD_WITHIN):
        faults.append("nobody was told that the disk refuses")
    end_trouble()
    say(2)
    if not told.recovered.wait(RECOVERED_WITHIN):
        faults.append("nothing was written when there was room again")
    with contextlib.suppress(StorageError):
        spool.finish()
    stored = spool.read(0, position)
    if stored.samples.size != position or float(np.abs(stored.samples - audio[:position]).max()) > 1e-3:
        faults.append(f"{position - stored.samples.size} samples are missing, or others than were said")
    with contextlib.suppress(StorageError):
        spool.discard()
    return faults


def keep_on_a_full_disk(disk: Path, chance: random.Random) -> list[str]:
    """Utterances are kept until the disk is full, refused with an error, and kept again when there is room."""
    kept, faults = [], []
    with Library(open_home(Home(disk / "home"))) as library:
        seeds = iter(range(chance.randrange(1 << 20), 1 << 30))
        kept += [dictate(library, f"before {n}", seconds=0.3, seed=next(seeds)) for n in range(chance.randrange(1, 6))]
        make_room = filled(disk)
        refused = 0
        for n in range(3):
            try:
                kept.append(dictate(library, f"during {n}", seconds=3.0, seed=next(seeds)))
            except StorageError:
                refused += 1
        make_room()
        if not refused:
            faults.append("the disk was never full, or nobody was told")
        kept += [dictate(library, f"after {n}", seconds=0.3, seed=next(seeds)) for n in range(3)]
    with Library(Home(disk / "home")) as library:
        faults += [f"{one} is not whole" for one in kept if not is_whole(library, one)]
    return faults


def is_whole(library: Library, identifier: str) -> bool:
    try:
        audio = library.utterances.get(identifier).audio
        return audio is not None and library.recordings.absolute(audio).is_file()
    except Exception:
        return False


def keep_with_failing_calls(folder: Path, injected: str, number: int) -> tuple[int, list[str]]:
    """A process whose Nth such call fails, and from then on every one: what it said is kept is kept.

    Returns how much it said, and what of it is lost.
    """
    said = folder / "said.jsonl"
    said.unlink(missing_ok=True)
    inject = f"inject={injected}:when={number}+"
    run_traced(Path(__file__), ["--do", str(folder)], "-e", inject, "-o", os.devnull)
    kept = [json.loads(line) for line in said.read_text().splitlines()] if said.exists() else []
    with Library(Home(folder / "home")) as library:
        lost = [f"{injected} from {number} on: {one} is lost" for one in kept if not is_whole(library, one)]
    return len(kept), lost


def work(folder: Path) -> None:
    """What the process with failing calls does; its answers go where no call is made to fail."""
    answers = os.open(folder / "said.jsonl", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with Library(open_home(Home(folder / "home"))) as library:
        for number in range(6):
            with contextlib.suppress(StorageError):
                identifier = dictate(library, f"sentence {number}", seconds=0.3, seed=number)
                os.writev(answers, [json.dumps(identifier).encode() + b"\n"])  # writev: not among the injected calls


def run(count: int, seed: int, folder: Path) -> tuple[int, list[str]]:
    """Trials made, and what went wrong."""
    chance, faults, trials = random.Random(seed), [], 0
    for number in range(count):
        for act in (speak_on_a_full_disk, keep_on_a_full_disk, speak_in_a_read_only_home):
            with small_disk(folder / "disk") as disk:
                found = act(disk, chance)
            faults += [f"trial {number}, {act.__name__}: {fault}" for fault in found]
            trials += 1
    return trials, faults


def run_injected(count: int, seed: int, folder: Path) -> tuple[int, list[str]]:
    """The same with calls that fail.

    Raises:
        AssertionError: nothing was acknowledged in any of them, and so nothing is shown.
    """
    chance, faults, kept = random.Random(seed), [], 0
    for number in range(count):
        place = folder / f"injected-{number}"
        place.mkdir(parents=True)
        said, lost = keep_with_failing_calls(place, INJECTED[number % len(INJECTED)], chance.randrange(1, 40))
        kept, faults = kept + said, faults + lost
    assert kept or count < len(INJECTED), "nothing was acknowledged in any trial"
    return count, faults


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20, help="rounds of three trials, and as many failing calls")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--do", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.do:
        work(given.do)
        return
    if why := missing_means() or missing_strace():
        sys.exit(f"Not possible here: {why}.")
    with tempfile.TemporaryDirectory(prefix="attune-full-") as folder:
        trials, faults = run(given.count, given.seed, Path(folder))
        more, others = run_injected(given.count, given.seed, Path(folder))
    for fault in [*faults, *others][:20]:
        print(fault)
    print(bound_line(trials + more, len(faults) + len(others)))
    sys.exit(bool(faults or others))


if __name__ == "__main__":
    main()
