"""SIGKILL at a system call in the middle of activation, rollback, installation, backup, restore, migration, conversion.

    python tests/faults/syscalls.py [--count 40] [--seed 1] [--only activate]

`count` is for each operation: so many of its calls that change the disk, drawn by lot (all of them if there are fewer).
strace kills the process at the Nth of them; then a fresh program has to find the old state or the new one, whole, and
the operation, tried again, has to come to its end.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support"), str(ROOT / "tests" / "faults")]

from fault_figures import bound_line  # noqa: E402
from library_samples import dictate, opened  # noqa: E402
from registry_crasher import NEW, OLD, activate_new, install_new, open_registry  # noqa: E402
from traced import missing_strace, run_traced  # noqa: E402

from engine.library.backup import back_up  # noqa: E402
from engine.library.library import Library  # noqa: E402
from engine.library.restore import restore  # noqa: E402
from engine.library.verify import verify  # noqa: E402
from engine.models.manifest import verify_manifest  # noqa: E402
from engine.models.structure import check_structure  # noqa: E402
from engine.paths import Home, open_home  # noqa: E402

CALLS = "fsync,fdatasync,write,pwrite64,rename,renameat,renameat2,unlink,unlinkat,link,linkat,mkdir,mkdirat,ftruncate"
PROGRAM = Path(__file__)


@dataclass(frozen=True)
class Operation:
    """How to get ready in a folder, what is done there, and what a fresh program finds (an error is a fault)."""

    prepare: Callable[[Path], None]
    work: Callable[[Path], None]
    look: Callable[[Path], None]


def two_models(folder: Path) -> None:
    from model_shelf import install, make_registry

    registry = make_registry(folder)
    install(registry, OLD, seed=1)
    install(registry, NEW, seed=2)
    registry.activate(OLD)


def at_the_new_model(folder: Path) -> None:
    two_models(folder)
    open_registry(folder).activate(NEW)


def a_model_to_install(folder: Path) -> None:
    from model_shelf import install, make_finished_model, make_registry

    install(make_registry(folder), OLD, seed=1)
    make_finished_model(folder / "prepared", NEW, seed=2)


def whole_models(folder: Path) -> None:
    registry = open_registry(folder)
    assert registry.active().id in ("starter", OLD, NEW)
    for model in registry.installed():
        registry.verify(model.id)


def a_backed_up_library(folder: Path) -> None:
    with opened(folder) as library:
        for number in range(4):
            dictate(library, f"said before {number}", seconds=0.3, seed=number)
        back_up(library.home, folder / "backup")
        for number in range(4):
            dictate(library, f"said since {number}", seconds=0.3, seed=10 + number)


def back_up_again(folder: Path) -> None:
    back_up(Home(folder / "home"), folder / "backup")


def restorable(folder: Path) -> None:
    fresh = open_home(Home(folder / "fresh"))
    restore(fresh, folder / "backup")
    whole_library(folder / "fresh", 4, 8)
    shutil.rmtree(folder / "fresh")
    whole_library(folder / "home", 8, 8)


def restore_it(folder: Path) -> None:
    restore(Home(folder / "home"), folder / "backup")


def old_or_restored(folder: Path) -> None:
    whole_library(folder / "home", 4, 8)


def an_old_library(folder: Path) -> None:
    home = open_home(Home(folder / "home"))
    home.library.mkdir(mode=0o700)
    shutil.copyfile(ROOT / "tests" / "data" / "library-v1.db", home.library / "library.db")


def open_it(folder: Path) -> None:
    with Library(Home(folder / "home")):
        pass


def all_four_rows(folder: Path) -> None:
    with Library(Home(folder / "home")) as library, library.database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM utterance").fetchone()[0] == 4
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def whole_library(base: Path, *numbers: int) -> None:
    with Library(Home(base)) as library:
        with library.database.reading() as connection:
            assert connection.execute("SELECT count(*) FROM utterance").fetchone()[0] in numbers
        report = verify(library)
        assert not report.damage, report.damage


def a_checkpoint(folder: Path) -> None:
    from tiny_whisper import make_checkpoint

    make_checkpoint(folder / "checkpoint")


def convert_it(folder: Path) -> None:
    from trainer.convert import convert

    convert(folder / "checkpoint", folder / "converted")


def none_or_whole(folder: Path) -> None:
    if (folder / "converted").exists():
        check_structure(folder / "converted")
        if (folder / "converted" / "manifest.json").exists():
            verify_manifest(folder / "converted")


OPERATIONS = {
    "activate": Operation(two_models, activate_new, whole_models),
    "roll back": Operation(at_the_new_model, lambda folder: void(open_registry(folder).rollback()), whole_models),
    "install": Operation(a_model_to_install, install_new, whole_models),
    "back up": Operation(a_backed_up_library, back_up_again, restorable),
    "restore": Operation(a_backed_up_library, restore_it, old_or_restored),
    "migrate": Operation(an_old_library, open_it, all_four_rows),
    "convert": Operation(a_checkpoint, convert_it, none_or_whole),
}
# What has come to its end cannot be done again; what is half done has to be doable.
ONCE = ("install", "convert", "roll back")


def run_operation(name: str, count: int, seed: int, folder: Path) -> tuple[int, int, list[str]]:
    """How many runs were killed, how many calls there are, and what was found broken."""
    operation, pristine = OPERATIONS[name], folder / "pristine"
    shutil.rmtree(folder, ignore_errors=True)
    pristine.mkdir(parents=True)
    operation.prepare(pristine)
    calls = calls_of(name, fresh_copy(pristine, folder / "counted"), folder / "trace")
    killed, faults = 0, []
    for call, number in random.Random(f"{name}/{seed}").sample(calls, min(count, len(calls))):
        work = fresh_copy(pristine, folder / "work")
        inject = f"inject={call}:signal=SIGKILL:when={number}"
        if not run_traced(PROGRAM, ["--do", name, str(work)], "-e", inject, "-o", os.devnull):
            killed += 1
        try:
            operation.look(work)
            if name not in ONCE or not finished(name, work):
                operation.work(work)
                operation.look(work)
        except Exception as error:
            faults.append(f"{name}, killed at {call} number {number}: {error!r}")
    return killed, len(calls), faults


def finished(name: str, work: Path) -> bool:
    """Whether an operation that can be done only once was done before the kill."""
    if name == "convert":
        return (work / "converted").exists()
    registry = open_registry(work)
    if name == "install":
        return NEW in [model.id for model in registry.installed()]
    return registry.active().id == OLD


def calls_of(name: str, work: Path, trace: Path) -> list[tuple[str, int]]:
    """Where it can be killed: the name of a call, and its number among those of this name."""
    done = run_traced(PROGRAM, ["--do", name, str(work)], "-e", f"trace={CALLS}", "-o", str(trace))
    assert done, f"{name} fails without any fault"
    found = re.findall(r"^(\d+) +(\w+)\(", trace.read_text(), re.MULTILINE)
    # strace counts for each thread by itself: the busiest one sets how far there is to go.
    most: Counter[str] = Counter()
    for (_, call), times in Counter(found).items():
        most[call] = max(most[call], times)
    return [(call, number) for call, times in sorted(most.items()) for number in range(1, times + 1)]


def fresh_copy(pristine: Path, work: Path) -> Path:
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(pristine, work, symlinks=True)
    return work


def void(_: object) -> None:
    """Nothing."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=40, help="kills of each operation (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=OPERATIONS)
    parser.add_argument("--do", nargs=2, metavar=("OPERATION", "FOLDER"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.do:
        OPERATIONS[given.do[0]].work(Path(given.do[1]))
        return
    if why := missing_strace():
        sys.exit(f"Not possible here: {why}.")
    killed_in_all, broken = 0, 0
    with tempfile.TemporaryDirectory(prefix="attune-calls-") as folder:
        for name in [given.only] if given.only else OPERATIONS:
            killed, total, faults = run_operation(name, given.count, given.seed, Path(folder) / "run")
            print(f"{name}: {killed} kills at {total} calls, {len(faults)} left it broken", flush=True)
            print("".join(f"  {fault}\n" for fault in faults[:5]), end="")
            killed_in_all, broken = killed_in_all + killed, broken + len(faults)
    print(bound_line(killed_in_all, broken))
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
