"""``python -m trainer data [STEP]``: make recordings with texts ready for training, one named step after the other.

collect     the recordings that a manifest names, each once
audio       16 kHz, mono, FLAC; without the silent, the clipped, the unreadable
text        written form; without texts that hold no words or do not fit the sound's length
balance     at most three readings of one sentence; minutes by speaker, source and language
split       train, dev and test, without leaks
batches     what a training reads together

Each reads what the one before it left in OUT, and leaves a whole audiofolder in OUT/STEP, with what was dropped and why
in dropped.jsonl and the counts in counts.json. OUT/split is what `compare --data`, `scratch --data` and
`attune library import` take.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from engine.errors import InputError
from engine.json_text import load_json
from trainer.data import steps
from trainer.data.batching import plan_batches, write_batches
from trainer.data.folder import COUNTS, Outcome, read_step, write_step

STEPS = ("collect", "audio", "text", "balance", "split", "batches")
ALL = "all"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("step", nargs="?", choices=[*STEPS, ALL], default=ALL, help="default: all of them")
    parser.add_argument("--data", type=Path, help="folder or manifest to collect from: audiofolder, CSV, Common Voice")
    parser.add_argument("--out", type=Path, required=True, help="where every step leaves its folder")
    parser.add_argument("--json", action="store_true", help="one JSON line a step")


def run(options: argparse.Namespace) -> int:
    """Run the steps and print what went in and came out of each."""
    for step in STEPS if options.step == ALL else (options.step,):
        _run_step(step, options.data, options.out)
        _say(step, load_json(options.out / step / COUNTS), options.json)
    return 0


def make_ready(data: Path, out: Path) -> None:
    """All steps up to the split.

    Raises:
        InputError: `data` holds no manifest, or a wrong one.
    """
    for step in STEPS[:-1]:
        _run_step(step, data, out)


def _run_step(step: str, data: Path | None, out: Path) -> None:
    if step == "collect":
        if data is None:
            raise InputError("Nothing to collect from.", "Name a folder with --data.")
        write_step(out, step, steps.collect(data))
    elif step == "batches":
        _make_batches(out)
    else:
        _follow(step, out)


def _follow(step: str, out: Path) -> None:
    """Run a step that makes records of the records before it."""
    records = read_step(out, STEPS[STEPS.index(step) - 1])
    if step == "audio":
        work = out / "audio.work"
        work.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            write_step(out, step, steps.normalise_audio(records, work, _progress))
        finally:
            shutil.rmtree(work, ignore_errors=True)
        return
    made: dict[str, Callable[..., Outcome]] = {
        "text": steps.clean_text,
        "balance": steps.balance,
        "split": steps.split,
    }
    write_step(out, step, made[step](records))


def _make_batches(out: Path) -> None:
    records = read_step(out, "split")
    batches = plan_batches(records)
    folder = out / "batches"
    folder.mkdir(exist_ok=True, mode=0o700)
    write_batches(batches, folder)
    padded, seconds = sum(one.padded for one in batches), sum(one.seconds for one in batches)
    counts = {
        "in": sum(one.split == "train" for one in records),
        "out": len(batches),
        "seconds of sound": round(seconds, 1),
        "share of padding": round(1 - seconds / padded, 3),
    }
    (folder / COUNTS).write_text(json.dumps(counts, indent=1), encoding="utf-8")


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\raudio: {done} of {total}" + ("\n" if done == total else ""))


def _say(step: str, counts: dict[str, object], as_json: bool) -> None:
    if as_json:
        lines = [json.dumps({"step": step, **counts}, ensure_ascii=False)]
    else:
        lines = [f"{step:8} {counts.pop('in'):>7} in {counts.pop('out'):>7} out"]
        lines += [f"         {line}" for name, value in counts.items() for line in _lines(name, value)]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def _lines(name: str, value: object) -> list[str]:
    if not isinstance(value, dict):
        return [f"{name}: {value}"]
    return [f"{name}: {inner} {_flat(amount)}" for inner, amount in value.items()]


def _flat(amount: object) -> str:
    if isinstance(amount, dict):
        return ", ".join(f"{value} {name}" for name, value in amount.items())
    return str(amount)
