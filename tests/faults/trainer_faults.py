"""A trainer that is killed, stopped, out of memory, talks nonsense or hangs, in every stage of a real training.

    python tests/faults/trainer_faults.py [--count 40] [--seed 1]

A trial is a training of a tiny model as the application starts it. In a stage drawn by lot one of the faults happens.
Required: the application goes on and says what happened in a sentence, no half candidate is there, and the training,
started again, goes on to its end. (Out of memory: the trainer's address space is limited in the middle of its work.)
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support"), str(ROOT / "tests" / "faults")]

from fault_figures import bound_line, parse  # noqa: E402
from job_folder import make_job_folder  # noqa: E402

from engine.jobs import child as trainer_child  # noqa: E402
from engine.jobs.child import Outcome, TrainerChild  # noqa: E402
from engine.jobs.result import install_candidate  # noqa: E402
from engine.models.registry import Registry  # noqa: E402
from engine.paths import Home, open_home  # noqa: E402

STAGES = ("baseline", "rehearsal", "train", "alpha", "merge", "convert", "agreement", "measure", "evaluate")
HANGS_AFTER = 8.0  # seconds of silence, in place of three minutes
ENDS = ("accepted", "refused")
NONSENSE = r"""
import os, sys
for piece in (b"\xff\xfe\x00", b'{"event": ', b"[" * 100_000, b'{"event": 7}', b'"done"', b"A" * 3_000_000):
    os.write(1, piece + b"\n")
os.write(1, b'{"event": "done", "model": "../../evil"}\n')
sys.exit(77)
"""


def kill(child: TrainerChild) -> None:
    os.kill(child.pid, signal.SIGKILL)


def stop(child: TrainerChild) -> None:
    """As a debugger or a suspended session does: it lives and says nothing."""
    os.kill(child.pid, signal.SIGSTOP)


def no_memory(child: TrainerChild) -> None:
    """From now on it gets no more address space than it has."""
    resource.prlimit(child.pid, resource.RLIMIT_AS, (64 << 20, 64 << 20))


def terminate(child: TrainerChild) -> None:
    """As a logout does."""
    os.kill(child.pid, signal.SIGTERM)


def nobody_listens(child: TrainerChild) -> None:
    """Nothing happens to it; the application closes its end of stdin, as when it dies."""
    child._process.stdin.close()


FAULTS: dict[str, Callable[[TrainerChild], None]] = {
    "killed": kill,
    "stopped": stop,
    "out of memory": no_memory,
    "terminated": terminate,
    "left alone": nobody_listens,
}


def train_with(job: Path, stage: str, fault: Callable[[TrainerChild], None] | None) -> tuple[Outcome, bool]:
    """One start of the training: how it ended, and whether the fault happened."""
    happened, patience = False, trainer_child.SILENCE_SECONDS
    try:
        with TrainerChild(job) as child:
            for event in child.events():
                if fault is not None and not happened and event["event"] == "stage" and event.get("stage") == stage:
                    fault(child)
                    happened = True
                    trainer_child.SILENCE_SECONDS = HANGS_AFTER
            return child.outcome(), happened
    finally:
        trainer_child.SILENCE_SECONDS = patience


def faults_of(job: Path, base: Path, stage: str, name: str) -> list[str]:
    """What is wrong after a fault in a stage, and after the start that follows it."""
    place = f"{name} in {stage}"
    outcome, happened = train_with(job, stage, FAULTS[name])
    if not happened:
        return [f"{place}: the stage never came: {outcome}"]
    faults = []
    if outcome.kind not in ENDS:
        faults += [] if outcome.reason else [f"{place}: nothing was said about it"]
        faults += [] if outcome.can_go_on else [f"{place}: it cannot go on ({outcome.kind}: {outcome.reason})"]
        faults += [f"{place}: a half candidate is listed"] if can_be_installed(job, base) else []
        outcome, _ = train_with(job, stage, None)
    if outcome.kind not in ENDS:
        faults.append(f"{place}: started again it ended with {outcome.kind}: {outcome.reason}")
    return faults


def can_be_installed(job: Path, base: Path) -> bool:
    """Whether an application would take what lies there for a finished model."""
    registry = Registry(open_home(Home(base)), starter=job / "base", check=lambda folder, card: None)
    try:
        install_candidate(registry, job)
    except Exception:
        return False
    return True


def talks_nonsense(job: Path) -> list[str]:
    """A trainer that writes bytes, cut-off and huge lines, and ends with an unknown status."""
    program = job / "trainer"
    program.mkdir()
    (program / "__init__.py").write_text("")
    (program / "__main__.py").write_text(NONSENSE)
    real, trainer_child.PROGRAM = trainer_child.PROGRAM, job
    try:
        outcome, _ = train_with(job, "train", None)
    finally:
        trainer_child.PROGRAM = real
    return [] if outcome.kind == "failed" and outcome.reason else [f"nonsense ended with {outcome}"]


def run(count: int, seed: int, folder: Path) -> list[str]:
    """What went wrong in so many trials, one of them with nonsense."""
    chance = random.Random(seed)
    trials = [(stage, name) for stage in STAGES for name in FAULTS]
    chosen = chance.sample(trials, min(count, len(trials)))
    pristine = make_job_folder(folder / "pristine")
    faults = talks_nonsense(shutil.copytree(pristine, folder / "nonsense"))
    for number, (stage, name) in enumerate(chosen):
        job = shutil.copytree(pristine, folder / f"job-{number}")
        faults += faults_of(job, folder / f"home-{number}", stage, name)
        shutil.rmtree(job)
    return faults


def main() -> None:
    given = parse(__doc__ or "", len(STAGES) * len(FAULTS))
    with tempfile.TemporaryDirectory(prefix="attune-trainer-") as folder:
        faults = run(given.count, given.seed, Path(folder))
    for fault in faults:
        print(fault)
    print(bound_line(min(given.count, len(STAGES) * len(FAULTS)) + 1, len(faults)))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
