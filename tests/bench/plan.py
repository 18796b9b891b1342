"""The planner's times against real ones, on this machine and the starter: the aim is a factor of at most 1.5.

    python tests/bench/plan.py [--minutes 3] [--steps 60] [--work FOLDER]

Fine-tuning: the training stage of a personalization from so many minutes. From scratch: so many steps of the starter's
own recipe. The planner's figure is for the same audio, from the speed it measures just before.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

from personal_jobs import make_user_job, prepare_speech  # noqa: E402

from engine.paths import STARTER_MODEL  # noqa: E402
from trainer.personal.job import open_job  # noqa: E402
from trainer.personal.manifest import read_manifest  # noqa: E402
from trainer.planning.machines import machine  # noqa: E402
from trainer.planning.roads import fine_tune, scratch_hours  # noqa: E402
from trainer.planning.shapes import shape_named  # noqa: E402

USER = "sailor"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "attune-plan")
    given = parser.parse_args()
    shape = shape_named("starter")
    this = machine("cpu", shape)
    print(f"{this.flop / 1e9:.0f} GFLOP a second, measured just now")
    print(f"{'what':<36}{'planned':>10}{'real':>10}{'ratio':>8}")
    for what, planned, real in (fine_tuning(given, shape, this), from_scratch(given, shape, this)):
        ratio = max(planned / real, real / planned)
        verdict = "" if ratio <= 1.5 else "  missed"
        print(f"{what:<36}{planned:>8.0f} s{real:>8.0f} s{ratio:>8.2f}{verdict}", flush=True)


def fine_tuning(given: argparse.Namespace, shape: Any, this: Any) -> tuple[str, float, float]:
    job = make_user_job(given.work, STARTER_MODEL, prepare_speech(given.work, USER), given.minutes, "as it is")
    minutes = read_manifest(open_job(job), "train").minutes
    planned = 3600 * fine_tune(minutes / 60, shape, this).compute_hours
    began = ended = 0.0
    for event in events("run", str(job)):
        if event["event"] == "stage" and event["stage"] == "train":
            began = began or event["ts"]
        elif event["event"] == "stage" and began:
            ended = event["ts"]
            break
    return f"fine-tuning, {minutes:.1f} minutes", planned, ended - began


def from_scratch(given: argparse.Namespace, shape: Any, this: Any) -> tuple[str, float, float]:
    clips = 1_000
    first, last, examples = 0.0, 0.0, 0.0
    arguments = ["scratch", "--work", str(given.work / "scratch"), "--clips", str(clips)]
    list(events(*arguments, "--stop-after", "speech"))
    more = ["--encoder-from", str(STARTER_MODEL / "checkpoint"), "--decoder-from", str(STARTER_MODEL / "checkpoint")]
    for event in events(*arguments, *more, "--steps", str(given.steps), "--stop-after", "train"):
        if event["event"] == "stage" and event["stage"] == "train":
            first = event["ts"]
        if event["event"] == "progress":
            last, examples = event["ts"], event["samples_per_s"] * (event["ts"] - first)
    seconds = mean_seconds(given.work / "scratch" / "corpus")
    planned = 3600 * scratch_hours(examples * shape.training(seconds), this)
    return f"from scratch, {given.steps} steps", planned, last - first


def mean_seconds(corpus: Path) -> float:
    rows = [json.loads(line) for index in corpus.glob("*.jsonl") for line in index.read_text().splitlines()]
    return sum(row["length"] for row in rows) / len(rows) / 16_000 + 1.0  # with the silence around it


def events(*arguments: str) -> Iterator[dict[str, Any]]:
    command = [sys.executable, "-m", "trainer", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield from (json.loads(line) for line in process.stdout)
        finally:
            process.kill()  # what it would still do is not measured


if __name__ == "__main__":
    main()
