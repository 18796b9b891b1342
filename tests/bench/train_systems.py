"""The trainings that `train.py` times: transformers' Seq2SeqTrainer on padded features, and Attune's own."""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import (
    Seq2SeqTrainer,
    Seq2SeqTrainingArguments,
    TrainerCallback,
    WhisperConfig,
    WhisperForConditionalGeneration,
)

from engine.models.card import Context
from trainer.personal.batches import Batch, plan_run
from trainer.personal.cache import ArrayCache
from trainer.personal.device import Device
from trainer.personal.examples import WINDOW_SECONDS, Plan
from trainer.personal.learner import Learner
from trainer.personal.lora import Adapted
from trainer.personal.losses import Weights
from trainer.personal.manifest import Clip
from trainer.personal.recipe import Recipe, choose_recipe
from trainer.personal.teacher import Teacher
from trainer.personal.whisper import put_on
from trainer.processes import Processes

TOKENS = 18  # of a 4 s utterance
TOKENS_OF_TIME = 2  # around each utterance of a packed window
WARM_UP = 2  # steps
START = 2  # the token that a text starts with
BINS, FRAMES, FRAMES_PER_SECOND = 80, 3_000, 100


@dataclass(frozen=True)
class Shape:
    """The sizes of a Whisper model; `bears_short_audio` as its card would say."""

    width: int
    layers: tuple[int, int]
    heads: int
    vocabulary: int = 51_865
    bears_short_audio: bool = False


SHAPES = {
    "starter": Shape(256, (6, 3), 4, 3_010, bears_short_audio=True),
    "tiny": Shape(384, (4, 4), 6),
    "small": Shape(768, (12, 12), 12),
}


@dataclass(frozen=True)
class Timed:
    """Of each step after the warm-up: utterances, seconds by the clock and of the processor; and the mean loss."""

    utterances: Sequence[int]
    seconds: Sequence[float]
    cpu: Sequence[float]
    loss: float


def random_model(shape: Shape) -> WhisperForConditionalGeneration:
    """A model of this shape with random weights."""
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
        decoder_start_token_id=START,
        suppress_tokens=None,
        begin_suppress_tokens=None,
    )
    return WhisperForConditionalGeneration(config)


def usual_arguments(place: str, device: Device, batch: int, steps: int, **schedule: Any) -> Seq2SeqTrainingArguments:
    """What the usual recipe tells Seq2SeqTrainer, but for its schedule; nothing is reported or saved."""
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


def padded(adapted: Adapted, device: Device, options: argparse.Namespace) -> Timed:
    """The usual recipe: LoRA by Seq2SeqTrainer on features of 30 s."""
    mel, labels = _features(options.batch, FRAMES), _texts(options.batch, TOKENS)
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
    return Timed([options.batch] * options.steps, times[WARM_UP:], cpu[WARM_UP:], loss)


def attune(adapted: Adapted, device: Device, options: argparse.Namespace) -> Timed:
    """Attune's step on the same examples at their real length, with the plain loss."""
    put_on(device, adapted.whisper)
    batch = _batch([Plan("pair", (clip,)) for clip in _clips("pair", options.batch, options.seconds)])
    learner = Learner(adapted, device, Weights(0.0, 0.0, 0.0), None, None, Processes(cpu=True))  # type: ignore[arg-type]
    return _timed(learner, [batch] * (WARM_UP + options.steps))


def whole_recipe(adapted: Adapted, device: Device, options: argparse.Namespace) -> Timed:
    """Attune's steps as a personalization takes them: rehearsal, the teacher, packed windows, over four passes.

    The teacher is asked once for each recording and its answers kept, as always; that time is in it.
    """
    put_on(device, adapted.whisper)
    shape = SHAPES[options.shape[0]]
    recipe = recipe_of(shape, options)
    pairs = _clips("pair", 2 * options.batch, options.seconds)
    run = [batch for epoch in plan_run(recipe, pairs, _clips("rehearsal", 200, options.seconds), 1) for batch in epoch]
    context = Context(1.0, 0.5) if shape.bears_short_audio else Context()
    with tempfile.TemporaryDirectory() as place:
        cache = ArrayCache(Path(place) / "teacher")
        teacher = Teacher(adapted, NoRecordings(), context, cache, device, "base")  # type: ignore[arg-type]
        learner = Learner(adapted, device, Weights.of(recipe), teacher, None, Processes(cpu=True))
        warm_up = [_batch([Plan("packed", pairs[: _utterances(WINDOW_SECONDS, options.seconds)])])] * WARM_UP
        return _timed(learner, [*warm_up, *map(_batch, run)])


def recipe_of(shape: Shape, options: argparse.Namespace) -> Recipe:
    """What is chosen for an hour of speech where all layers are trained, with batches as large as the others'."""
    with torch.device("meta"):
        parameters = sum(one.numel() for one in random_model(shape).parameters())
    recipe = choose_recipe(60, parameters, "cuda")
    return replace(
        recipe,
        epochs=4,
        batch_seconds=options.batch * options.seconds,
        acft_weight=0.0 if shape.bears_short_audio else recipe.acft_weight,
    )


class NoRecordings:
    """Stands for what reads recordings: the features and labels of a clip that was never spoken."""

    def labels(self, clip: Clip) -> list[int]:
        """The start, and random text."""
        return [START, *_texts(1, TOKENS)[0].tolist()]

    def clean_mel(self, clip: Clip) -> np.ndarray:
        """Random features (bins, frames)."""
        return np.asarray(_features(1, _frames(clip.duration))[0])


def _timed(learner: Learner, batches: Sequence[Batch]) -> Timed:
    learner.adapted.keep_base_in(learner.device.dtype)
    optimiser = torch.optim.AdamW(learner.adapted.parameters(), lr=1e-4)
    scaler = torch.amp.GradScaler("cpu", enabled=False)
    learner.adapted.whisper.train()
    seconds, cpu, losses = [], [], []
    for batch in batches:
        began, cpu_began = time.perf_counter(), time.process_time()
        losses.append(learner.step(batch, optimiser, 1.0, scaler)[0])
        seconds.append(time.perf_counter() - began)
        cpu.append(time.process_time() - cpu_began)
    utterances = [sum(len(plan.clips) for plan in batch.plans) for batch in batches]
    return Timed(utterances[WARM_UP:], seconds[WARM_UP:], cpu[WARM_UP:], statistics.mean(losses))


def _clips(kind: str, count: int, seconds: float) -> tuple[Clip, ...]:
    # The teacher's answers are kept by the content of a recording: any file stands for it, and the id tells them apart.
    audio = Path(__file__)
    return tuple(Clip(f"{kind}-{n:03}", audio, "", "en", seconds, "session", "read") for n in range(count))


def _batch(plans: Sequence[Plan]) -> Batch:
    """Random features and texts of the lengths that such examples have."""
    packed = plans[0].kind == "packed"
    seconds = WINDOW_SECONDS if packed else max(plan.seconds for plan in plans)
    tokens = max(len(plan.clips) for plan in plans) * (TOKENS + TOKENS_OF_TIME * packed)
    frames, texts = _frames(seconds), _texts(len(plans), tokens)
    start = torch.full((len(plans), 1), START)
    inputs = torch.cat([start, texts[:, :-1]], 1)
    mel = _features(len(plans), frames)
    return Batch(tuple(plans), mel, inputs, texts, (frames,) * len(plans), ("",) * len(plans))


def _frames(seconds: float) -> int:
    return round(seconds * FRAMES_PER_SECOND)


def _utterances(window: float, seconds: float) -> int:
    return int(window // seconds)


def _features(count: int, frames: int) -> torch.Tensor:
    return torch.rand((count, BINS, frames), generator=torch.Generator().manual_seed(2)) * 2 - 1


def _texts(count: int, tokens: int) -> torch.Tensor:
    return torch.randint(10, 2_000, (count, tokens), generator=torch.Generator().manual_seed(3))


SYSTEMS: dict[str, Callable[[Adapted, Device, argparse.Namespace], Timed]] = {
    "padded": padded,
    "attune": attune,
    "recipe": whole_recipe,
}
