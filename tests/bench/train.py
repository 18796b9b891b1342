"""Training speed and memory against the usual public recipe: ``python tests/bench/train.py [--shape tiny] [--json F]``.

All train LoRA on the same randomly initialised model: same rank, targets, batch, precision. The usual recipe is
transformers' Seq2SeqTrainer on features padded to 30 s; Attune encodes the real length, with the same plain loss, and
then as a personalization does, with rehearsal, teacher and packed windows. Each runs in a process of its own, one
after the other, in turns; only the ratios within one run mean anything.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

from train_systems import SHAPES, SYSTEMS, random_model  # noqa: E402

from trainer.personal.device import on_processor, peak_mb  # noqa: E402
from trainer.personal.lora import Adapted  # noqa: E402
from trainer.personal.recipe import Recipe  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shape", choices=SHAPES, action="append", help="default: starter and tiny")
    parser.add_argument("--seconds", type=float, default=4.0, help="length of each utterance")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--steps", type=int, default=6)
    parser.add_argument("--turns", type=int, default=2)
    parser.add_argument("--fp32", action="store_true", help="default: what the processor does best")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--system", choices=SYSTEMS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.system:
        print(json.dumps(run_system(options)))
        return
    print_head()
    rows = []
    for shape in options.shape or ["starter", "tiny"]:
        rows.append(compare(shape, options))
        print_row(rows[-1])
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n")


def compare(shape: str, options: argparse.Namespace) -> dict[str, Any]:
    """All systems in turns; the medians and their ratios."""
    runs: dict[str, list[dict[str, Any]]] = {name: [] for name in SYSTEMS}
    for _ in range(options.turns):
        for name in SYSTEMS:
            command = [sys.executable, __file__, "--system", name, "--shape", shape, "--batch", str(options.batch)]
            command += ["--seconds", str(options.seconds), "--steps", str(options.steps)]
            command += ["--fp32"] if options.fp32 else []
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
            runs[name].append(json.loads(done.stdout.splitlines()[-1]))

    def median(figure: str) -> dict[str, float]:
        return {name: statistics.median(run[figure] for run in rows) for name, rows in runs.items()}

    speed, processor, memory = median("samples_per_s"), median("cpu_s_per_sample"), median("mem_mb")
    return {
        "shape": shape,
        "seconds": options.seconds,
        "batch": options.batch,
        "precision": runs["attune"][0]["precision"],
        "samples_per_s": speed,
        "cpu_s_per_sample": processor,
        "mem_mb": memory,
        "speed_ratio": speed["attune"] / speed["padded"],
        "cpu_ratio": processor["padded"] / processor["attune"],
        "memory_ratio": memory["attune"] / memory["padded"],
        "loss": {name: [run["loss"] for run in rows] for name, rows in runs.items()},
    }


def run_system(options: argparse.Namespace) -> dict[str, Any]:
    """One system in this process: utterances a second after the warm-up, and the most memory it held."""
    import torch

    device = on_processor()  # all cores, for all: as the usual recipe takes them
    if options.fp32:
        device = replace(device, precision="fp32")
    torch.manual_seed(1)
    adapted = Adapted.fresh(random_model(SHAPES[options.shape[0]]), Recipe(rank=16, dropout=0.0), seed=1)
    timed = SYSTEMS[options.system](adapted, device, options)
    samples = sum(timed.utterances)
    return {
        "samples_per_s": samples / sum(timed.seconds),
        "cpu_s_per_sample": sum(timed.cpu) / samples,
        "mem_mb": peak_mb(device),
        "loss": timed.loss,
        "precision": device.precision,
    }


def print_head() -> None:
    print(
        f"{'shape':<9}{'batch':>9}{'prec':>6}   {'utterances/s: padded':>20}{'attune':>8}{'ratio':>7}{'CPU ratio':>11}"
        f"{'whole recipe':>14}   {'MB: padded':>10}{'attune':>8}{'ratio':>7}{'whole recipe':>14}"
    )


def print_row(row: dict[str, Any]) -> None:
    speed, memory, batch = row["samples_per_s"], row["mem_mb"], f"{row['batch']} x {row['seconds']:g} s"
    print(
        f"{row['shape']:<9}{batch:>9}{row['precision']:>6}   {speed['padded']:>20.2f}{speed['attune']:>8.2f}"
        f"{row['speed_ratio']:>7.1f}{row['cpu_ratio']:>11.1f}{speed['recipe']:>14.2f}   {memory['padded']:>10.0f}"
        f"{memory['attune']:>8.0f}{row['memory_ratio']:>7.2f}{memory['recipe']:>14.0f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
