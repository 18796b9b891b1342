"""How long until the same development WER: Attune's training on the starter against the usual public recipe.

    python tests/bench/train_time.py --work DIR [--user chemist] [--minutes 10] [--json F]

Both fine-tune the starter by LoRA of the same rank and targets on the same recordings, for as many passes, and read the
development set at the same eight places; the clocks (the wall's, and the processor's) go on meanwhile. The usual recipe
is transformers' Seq2SeqTrainer on features padded to 30 s, with its own schedule and no rehearsal; Attune's is whole,
with rehearsal, augmentation and packed windows. Compared is the time to the lowest WER that both reach. Each runs in a
process of its own, and they take turns from one reading to the next, so that what else the machine does meets both;
only the ratio within one run means anything.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

from personal_jobs import make_user_job, prepare_speech  # noqa: E402
from train_systems import usual_arguments  # noqa: E402

Point = tuple[float, ...]  # seconds since the training began, of the processor, WER of the development set
Curve = list[Point]
SYSTEMS = ("padded", "attune")
BATCH = 16
BINS = 80  # of the starter's features
POINT = "point "


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("bench-train-time"))
    parser.add_argument("--user", default="chemist")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--base", type=Path, default=ROOT / "resources" / "starter")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--system", choices=SYSTEMS, help=argparse.SUPPRESS)
    parser.add_argument("--job", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.system:
        train = usual_recipe if options.system == "padded" else attune
        train(options.job, Turns())
        return
    job = make_user_job(options.work, options.base, prepare_speech(options.work, options.user), options.minutes, "time")
    curves = in_turns(job)
    print_table(curves)
    if options.json:
        options.json.write_text(json.dumps(curves, indent=1) + "\n", encoding="utf-8")


def in_turns(job: Path) -> dict[str, Curve]:
    """Each system in a process of its own, of which one goes on at a time."""
    curves: dict[str, Curve] = {name: [] for name in SYSTEMS}
    going = {name: _started(name, job) for name in SYSTEMS}
    while going:
        for name, process in list(going.items()):
            said = _next_point(process)
            if said is not None:
                curves[name].append(said)
                continue
            if process.wait():
                raise SystemExit(f"{name} ended with exit code {process.returncode}.")
            del going[name]
    return curves


def _started(system: str, job: Path) -> subprocess.Popen[str]:
    command = [sys.executable, __file__, "--system", system, "--job", str(job)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def _next_point(process: subprocess.Popen[str]) -> Point | None:
    """Let the system go on to its next reading; None where it has ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    point = next((line for line in process.stdout if line.startswith(POINT)), None)
    return None if point is None else tuple(json.loads(point.removeprefix(POINT)))


def print_table(curves: dict[str, Curve]) -> None:
    """The curves side by side, and the time to what both reach."""
    print("     padded: s   CPU s   WER    attune: s   CPU s   WER")
    for usual, ours in zip(curves["padded"], curves["attune"], strict=False):
        print(f"{usual[0]:>14.0f}{usual[1]:>8.0f}{usual[2]:>6.1%}{ours[0]:>13.0f}{ours[1]:>8.0f}{ours[2]:>6.1%}")
    target = max(min(wer for *_, wer in curve) for curve in curves.values())
    usual, ours = (next(one for one in curves[name] if one[2] <= target) for name in SYSTEMS)
    for clock, name in enumerate(("wall", "CPU")):
        share = ours[clock] / usual[clock] if usual[clock] else float("nan")
        print(f"to {target:.1%}, {name}: padded {usual[clock]:.0f} s, attune {ours[clock]:.0f} s, {share:.2f} of it")


class Turns:
    """Tells each reading with the time it came after, and waits for the next turn; waiting does not count."""

    def __init__(self) -> None:
        self._wait()
        self.begin()

    def begin(self) -> None:
        """The training begins now."""
        self._wall, self._processor = time.perf_counter(), time.process_time()

    def tell(self, wer: float) -> None:
        """The development set was read."""
        now = time.perf_counter()
        point = (now - self._wall, time.process_time() - self._processor, wer)
        print(POINT + json.dumps(point), flush=True)
        self._wait()
        self._wall += time.perf_counter() - now

    @staticmethod
    def _wait() -> None:
        sys.stdin.readline()


class Heard(io.StringIO):
    """Takes up the training's events, and passes on its readings."""

    def __init__(self, turns: Turns) -> None:
        super().__init__()
        self._turns = turns

    def write(self, text: str) -> int:
        """One event, or a part of one."""
        event = json.loads(text) if text.startswith("{") else {}
        if event.get("event") == "metric" and "wer" in event:
            self._turns.tell(event["wer"])
        return super().write(text)


def attune(folder: Path, turns: Turns) -> None:
    """The training stage as a personalization runs it."""
    from trainer.personal import rehearsal
    from trainer.personal.fitting import Fitting
    from trainer.processes import Processes
    from trainer.progress import Progress

    job, inputs, recipe, device = _opened(folder)
    texts = {clip.id: clip.text for clip in inputs.rehearsal.clips}
    fitting = Fitting(job, inputs, recipe, device, Processes(cpu=True), Progress(Heard(turns)), lambda: False)
    turns.begin()
    fitting.train(rehearsal.split(inputs.rehearsal.clips, texts))


def usual_recipe(folder: Path, turns: Turns) -> None:
    """Seq2SeqTrainer with peft's LoRA on padded features."""
    from transformers import Seq2SeqTrainer, TrainerCallback

    from trainer.personal.lora import Adapted
    from trainer.personal.train import EVALUATIONS
    from trainer.personal.whisper import load_base

    job, inputs, recipe, device = _opened(folder)
    adapted = Adapted.fresh(load_base(job.base), recipe, job.spec.seed)
    rows = _padded_rows(inputs, inputs.train.clips)
    wer = _reader(adapted, inputs, device)
    steps = -(-len(rows) // BATCH) * recipe.epochs

    class Watch(TrainerCallback):
        def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
            if state.global_step % max(1, -(-steps // EVALUATIONS)) == 0 or state.global_step == steps:
                turns.tell(wer())

    with tempfile.TemporaryDirectory() as place:
        schedule = {"learning_rate": recipe.rate, "warmup_steps": round(recipe.warmup * steps)}
        arguments = usual_arguments(place, device, BATCH, steps, **schedule)
        trainer = Seq2SeqTrainer(
            model=adapted._peft, args=arguments, train_dataset=rows, data_collator=_collated, callbacks=[Watch()]
        )
        turns.begin()
        turns.tell(wer())
        trainer.train()


def _opened(folder: Path) -> tuple[Any, Any, Any, Any]:
    from trainer.personal.device import choose_device
    from trainer.personal.inputs import read_inputs, recipe_for
    from trainer.personal.job import open_job

    job = open_job(folder)
    inputs = read_inputs(job, lambda what: print(what, file=sys.stderr))
    device = choose_device("cpu", inputs.size.parameters)
    return job, inputs, recipe_for(job, inputs, device), device


def _padded_rows(inputs: Any, clips: Sequence[Any]) -> list[dict[str, Any]]:
    """Features of 30 s and labels, all made beforehand: reading audio is not what is measured."""
    import numpy as np
    import torch

    from engine.records import SAMPLE_RATE
    from trainer.features import log_mel

    rows = []
    for clip in clips:
        samples = np.zeros(30 * SAMPLE_RATE, np.float32)
        heard = clip.samples()[: samples.size]
        samples[: heard.size] = heard
        labels = [*inputs.tokens.prompt(clip.language)[1:], *inputs.tokens.text(clip.text), inputs.tokens.end]
        rows.append({"input_features": log_mel(torch.from_numpy(samples)[None])[0], "labels": labels})
    return rows


def _collated(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    import torch

    longest = max(len(row["labels"]) for row in rows)
    labels = torch.full((len(rows), longest), -100)
    for index, row in enumerate(rows):
        labels[index, : len(row["labels"])] = torch.tensor(row["labels"])
    return {"input_features": torch.stack([row["input_features"] for row in rows]), "labels": labels}


def _reader(adapted: Any, inputs: Any, device: Any) -> Callable[[], float]:
    """The development WER, read greedily in windows of 30 s as the usual recipe does."""
    from trainer.comparison.material import clip_to_read
    from trainer.personal.alpha import error_rate
    from trainer.personal.whisper import read
    from trainer.statistics import count_word_errors

    clips = inputs.dev.clips
    given = [clip_to_read(clip, BINS) for clip in clips]

    def wer() -> float:
        with device.autocast():
            rows = read(adapted.whisper, inputs.tokens, given, device.place, context_seconds=30.0)
        counted = zip(clips, rows, strict=True)
        return error_rate([count_word_errors(clip.text, inputs.tokens.decode(row)) for clip, row in counted])

    return wer


if __name__ == "__main__":
    main()
