"""Training speed and memory against the usual public recipe: ``python tests/bench/train.py [--shape tiny] [--json F]``.

Both train LoRA on the same randomly initialised model: same rank, targets, batch, precision, loss. The usual recipe
is transformers' Seq2SeqTrainer on features padded to 30 s; Attune encodes the real length. Each runs in a process
of its own, one after the other, in turns; only the ratios within one run mean anything.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

SYSTEMS = ("padded", "attune")
TOKENS = 18  # of a 4 s utterance
WARM_UP = 2  # steps


@dataclass(frozen=True)
class Shape:
    width: int
    layers: tuple[int, int]
    heads: int
    vocabulary: int = 51_865


SHAPES = {
    "starter": Shape(256, (6, 3), 4, 3_010),
    "tiny": Shape(384, (4, 4), 6),
    "small": Shape(768, (12, 12), 12),
}


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
    rows = [compare(shape, options) for shape in options.shape or ["starter", "tiny"]]
    print_table(rows)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n")


def compare(shape: str, options: argparse.Namespace) -> dict[str, Any]:
    """Both systems in turns; the medians and their ratios."""
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in SYSTEMS}
    for _ in range(options.turns):
        for name in SYSTEMS:
            command = [sys.executable, __file__, "--system", name, "--shape", shape, "--batch", str(options.batch)]
            command += ["--seconds", str(options.seconds), "--steps", str(options.steps)]
            command += ["--fp32"] if options.fp32 else []
            done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
            runs[name].append(json.loads(done.stdout.splitlines()[-1]))
    speed = {name: statistics.median(run["samples_per_s"] for run in rows) for name, rows in runs.items()}
    processor = {name: statistics.median(run["cpu_s_per_sample"] for run in rows) for name, rows in runs.items()}
    memory = {name: statistics.median(run["mem_mb"] for run in rows) for name, rows in runs.items()}
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
    """One system in this process: samples per second after the warm-up, and the most memory it held."""
    import torch

    from trainer.personal.device import Device, on_processor, peak_mb
    from trainer.personal.lora import Adapted
    from trainer.personal.recipe import Recipe

    device = on_processor()
    if options.fp32:
        device = Device("cpu", "fp32")
    torch.manual_seed(1)
    adapted = Adapted.fresh(random_model(SHAPES[options.shape[0]]), Recipe(rank=16, dropout=0.0), seed=1)
    work = padded if options.system == "padded" else attune
    times, cpu, loss = work(adapted, device, options)
    samples = options.batch * len(times)
    return {
        "samples_per_s": samples / sum(times),
        "cpu_s_per_sample": sum(cpu) / samples,
        "mem_mb": peak_mb(device),
        "loss": loss,
        "precision": device.precision,
    }


def random_model(shape: Shape) -> Any:
    from transformers import WhisperConfig, WhisperForConditionalGeneration

    config = WhisperConfig(
        vocab_size=shape.vocabulary,
        d_model=shape.width,
        encoder_layers=shape.layers[0],
        decoder_layers=shape.layers[1],
        encoder_attention_heads=shape.heads,
        decoder_attention_heads=shape.heads,
        encoder_ffn_dim=4 * shape.width,
        decoder_ffn_dim=4 * shape.width,
        pad_token_id=1,
        bos_token_id=1,
        eos_token_id=1,
        decoder_start_token_id=2,
        suppress_tokens=None,
        begin_suppress_tokens=None,
    )
    return WhisperForConditionalGeneration(config)


def examples(options: argparse.Namespace, frames: int) -> tuple[Any, Any]:
    """Random features (batch, bins, frames) and labels (batch, tokens)."""
    import torch

    source = torch.Generator().manual_seed(2)
    mel = torch.rand((options.batch, 80, frames), generator=source) * 2 - 1
    return mel, torch.randint(10, 2_000, (options.batch, TOKENS), generator=source)


def usual_arguments(place: str, device: Any, batch: int, steps: int, **schedule: Any) -> Any:
    """What the usual recipe tells Seq2SeqTrainer, but for its schedule; nothing is reported or saved."""
    from transformers import Seq2SeqTrainingArguments

    return Seq2SeqTrainingArguments(
        output_dir=place,
        use_cpu=True,
        bf16=device.precision == "bf16",
        max_steps=steps,
        per_device_train_batch_size=batch,
        report_to=[],
        save_strategy="no",
        disable_tqdm=True,
        remove_unused_columns=False,
        dataloader_num_workers=0,
        **schedule,
    )


def padded(adapted: Any, device: Any, options: argparse.Namespace) -> tuple[list[float], list[float], float]:
    """The usual recipe."""
    import tempfile

    from transformers import Seq2SeqTrainer, TrainerCallback

    mel, labels = examples(options, 3000)
    rows = [{"input_features": mel[i], "labels": labels[i]} for i in range(options.batch)]
    times: list[float] = []
    cpu: list[float] = []

    class Watch(TrainerCallback):
        def on_step_begin(self, *_: Any, **__: Any) -> None:
            self.began, self.cpu = time.perf_counter(), time.process_time()

        def on_step_end(self, *_: Any, **__: Any) -> None:
            times.append(time.perf_counter() - self.began)
            cpu.append(time.process_time() - self.cpu)

    with tempfile.TemporaryDirectory() as place:
        arguments = usual_arguments(place, device, options.batch, WARM_UP + options.steps, learning_rate=1e-4)
        trainer = Seq2SeqTrainer(
            model=adapted._peft, args=arguments, train_dataset=rows * (WARM_UP + options.steps), callbacks=[Watch()]
        )
        loss = trainer.train().training_loss
    return times[WARM_UP:], cpu[WARM_UP:], loss


def attune(adapted: Any, device: Any, options: argparse.Namespace) -> tuple[list[float], list[float], float]:
    """Attune's step on the same examples at their real length, with the plain loss."""
    import torch

    from trainer.personal.batches import Batch
    from trainer.personal.examples import Plan
    from trainer.personal.learner import Learner
    from trainer.personal.losses import Weights
    from trainer.processes import Processes

    frames = round(options.seconds * 100)
    mel, labels = examples(options, 3000)
    start = torch.full((options.batch, 1), 2)
    batch = Batch(
        (Plan("pair", ()),) * options.batch,
        mel[:, :, :frames].contiguous(),
        torch.cat([start, labels[:, :-1]], 1),
        labels,
        (frames,) * options.batch,
        ("",) * options.batch,
    )
    adapted.keep_base_in(device.dtype)
    learner = Learner(adapted, device, Weights(0.0, 0.0, 0.0), None, None, Processes(cpu=True))  # type: ignore[arg-type]
    optimiser = torch.optim.AdamW(adapted.parameters(), lr=1e-4)
    scaler = torch.amp.GradScaler("cpu", enabled=False)
    adapted.whisper.train()
    times, cpu, losses = [], [], []
    for _ in range(WARM_UP + options.steps):
        began, cpu_began = time.perf_counter(), time.process_time()
        losses.append(learner.step(batch, optimiser, 1.0, scaler)[0])
        times.append(time.perf_counter() - began)
        cpu.append(time.process_time() - cpu_began)
    return times[WARM_UP:], cpu[WARM_UP:], statistics.mean(losses)


def print_table(rows: list[dict[str, Any]]) -> None:
    print(
        f"{'shape':<9}{'batch':>14}{'prec':>6}   samples/s  padded attune ratio   CPU ratio   MB  padded attune ratio"
    )
    for row in rows:
        speed, memory = row["samples_per_s"], row["mem_mb"]
        print(
            f"{row['shape']:<9}{row['batch']:>5} x {row['seconds']:g} s{'':<2}{row['precision']:>6}"
            f"            {speed['padded']:7.2f}{speed['attune']:7.2f}{row['speed_ratio']:6.1f}{row['cpu_ratio']:12.1f}"
            f"      {memory['padded']:7.0f}{memory['attune']:7.0f}{row['memory_ratio']:6.2f}"
        )


if __name__ == "__main__":
    main()
