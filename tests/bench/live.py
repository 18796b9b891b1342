"""Attune's live dictation against two published policies: same recording, model, threads, one after the other.

    python tests/bench/live.py [--model DIR] [--minutes 10] [--threads 2] [--json FILE]

Prints a table with the targets beside the figures. See README-live.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

import psutil  # noqa: E402
import soundfile as sf  # noqa: E402
from live_material import PAUSES, make_material  # noqa: E402
from live_report import Run, figures, offline_text, print_table  # noqa: E402
from live_systems import REAL  # noqa: E402

from engine.models.card import Card  # noqa: E402
from engine.paths import STARTER_MODEL  # noqa: E402
from engine.records import SAMPLE_RATE  # noqa: E402
from trainer.scratch.recipe import RECIPES  # noqa: E402
from trainer.scratch.text import unseen_sentences  # noqa: E402
from trainer.voices import espeak  # noqa: E402

SYSTEMS = ("attune", "local-agreement", "realtime-stt")
IDLE_SECONDS = 30.0
LOOK_SECONDS = 0.2
MOST_SENTENCES = 640  # as many as there are to test with: half an hour


def run_system(name: str, wav: Path, given: argparse.Namespace, speed: float = 1.0) -> Run:
    """Run one system on `wav` in a process of its own, and watch its memory from outside."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        command = _command(name, wav, given, speed, out.name)
        memory = watch_memory(subprocess.Popen(command, cwd=ROOT), name)
        result = json.loads(Path(out.name).read_text())
    measured = (result[key] for key in ("backlog", "own_cpu", "calls"))
    if given.clock == "cpu":  # it holds no library there, and everything is one process
        return Run(name, result["events"], result["cpu"], 0, *measured)
    return Run(name, result["events"], result["cpu"], max(memory), *measured, growth(memory))


def growth(memory: list[int]) -> float:
    """The median of the last tenth over that of the second; in the first the model is loaded."""
    part = max(1, len(memory) // 10)
    return statistics.median(memory[-part:]) / statistics.median(memory[part : 2 * part] or memory)


def _command(name: str, wav: Path, given: argparse.Namespace, speed: float, out: str) -> list[str]:
    here = Path(__file__).parent
    if given.clock == "cpu":
        return [sys.executable, str(here / "live_virtual.py"), name, str(wav), str(given.model), out]
    python = given.package_python if name == REAL else sys.executable
    options = [str(given.threads), str(speed), out]
    return [str(python), str(here / "live_systems.py"), name, str(wav), str(given.model), *options]


def watch_memory(child: subprocess.Popen, name: str) -> list[int]:
    """What the process and its children held, in bytes, several times a second until it has ended."""
    memory: list[int] = []
    while child.poll() is None:
        memory.append(tree_pss(child.pid))
        time.sleep(LOOK_SECONDS)
    if child.returncode != 0:
        raise SystemExit(f"{name} ended with status {child.returncode}")
    return memory


def tree_pss(pid: int) -> int:
    """Proportional memory of a process and its children, in bytes."""
    total = 0
    try:
        parent = psutil.Process(pid)
        for process in (parent, *parent.children(recursive=True)):
            total += process.memory_full_info().pss
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        pass
    return total


def noises(seconds: float):
    """Sounds that are no speech, `seconds` in all."""
    import numpy as np

    from trainer.testsets import no_speech_set

    sounds = no_speech_set(seconds=10.0, repeats=max(1, round(seconds / 10 / 3) - 1)).utterances
    return np.concatenate([one.samples for one in sounds])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, default=STARTER_MODEL / "ctranslate2", help="CTranslate2 folder")
    parser.add_argument("--recipe", help="whose unseen sentences are said (default: the model's own)")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument(
        "--pauses", nargs=2, type=float, default=PAUSES, metavar=("LOW", "HIGH"), help="seconds between sentences"
    )
    parser.add_argument("--noise-minutes", type=float, default=10.0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--systems", default=",".join(SYSTEMS))
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall", help="cpu: see live_virtual.py")
    parser.add_argument("--package-python", type=Path, help=f"an interpreter with RealtimeSTT, for {REAL}")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    recipe = given.recipe or Card.load(given.model).recipe.get("name", "starter")
    sentences = unseen_sentences(RECIPES[recipe], min(MOST_SENTENCES, max(8, round(30 * given.minutes))))
    material = make_material(given.model, sentences, espeak("en-us"), 60 * given.minutes, pauses=tuple(given.pauses))
    with tempfile.TemporaryDirectory(prefix="attune-live-") as place:
        speech, silence, noise = (Path(place) / f"{name}.wav" for name in ("speech", "silence", "noise"))
        sf.write(speech, material.samples, SAMPLE_RATE, subtype="PCM_16")
        sf.write(silence, material.samples[:1].repeat(round(IDLE_SECONDS * SAMPLE_RATE)) * 0, SAMPLE_RATE)
        sound = noises(60 * given.noise_minutes)
        sf.write(noise, sound, SAMPLE_RATE, subtype="PCM_16")
        names = given.systems.split(",") + ([REAL] if given.package_python else [])
        runs = {name: run_system(name, speech, given) for name in names}
        idle = {name: run_system(name, silence, given).cpu / IDLE_SECONDS for name in names}
        said_in_noise = run_system("attune", noise, given, speed=0)
        calls = {name: {"own_cpu": run.own_cpu, "calls": run.calls} for name, run in runs.items()}
        offline = offline_text(material.samples, given.model, given.threads)
        data = figures(material, runs, idle, offline, said_in_noise, len(sound) / SAMPLE_RATE)
    print_table(data)
    if given.json:
        data = {"model": str(given.model), "threads": given.threads, **data, "calls": calls}
        given.json.write_text(json.dumps(data, indent=1))


if __name__ == "__main__":
    main()
