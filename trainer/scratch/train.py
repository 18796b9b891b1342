"""The training loop: from random weights, or from a checkpoint, to the last step of the recipe."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import jiwer
import torch
from tokenizers import Tokenizer
from torch import nn

from trainer.features import HOP
from trainer.personal.device import Device, processor_precision
from trainer.processes import Processes
from trainer.progress import Progress
from trainer.scratch.batches import batches, collate
from trainer.scratch.corpus import Clip, Corpus
from trainer.scratch.examples import IGNORED, Composer, Example
from trainer.scratch.model import WHOLE, Batch, ScratchModel, Shares
from trainer.scratch.recipe import ScratchRecipe
from trainer.scratch.tokens import TokenIds, text_of

REPORT_EVERY = 20  # steps
WATCH_EVERY = 200
CHECKPOINT_EVERY = 200
WATCHED_CLIPS = 64


@dataclass(frozen=True)
class Watch:
    """Held-out clips that are read now and then: they show how far the run is, and choose nothing.

    Each is read with at least `context_seconds` of audio.
    """

    clips: list[Clip]
    tokenizer: Tokenizer
    context_seconds: float = 0.0

    @torch.no_grad()
    def look(self, model: ScratchModel, device: torch.device) -> dict[str, float]:
        """Character error rate of the CTC head and word error rate of the decoder."""
        model.eval()
        ids = TokenIds.of(self.tokenizer)
        said, read, heard = [], [], []
        clips = sorted(self.clips[:WATCHED_CLIPS], key=lambda clip: clip.length)
        for first in range(0, len(clips), 16):
            group = clips[first : first + 16]
            examples = [Example(clip.samples(), [0], [0], [], clip.length // HOP) for clip in group]
            mel = collate(examples, self.context_seconds).mel.to(device)
            read += [text_of(self.tokenizer, tokens) for tokens in model.greedy(mel, ids)]
            heard += model.ctc_text(mel)
            said += [clip.text for clip in group]
        model.train()
        spelt = [model.letters.plain(text) for text in said]
        wer = jiwer.wer(spelt, [model.letters.plain(text) for text in read])
        return {"wer": float(wer), "ctc_cer": float(jiwer.cer(spelt, heard))}


def train(
    recipe: ScratchRecipe,
    model: ScratchModel,
    corpus: Corpus,
    composer: Composer,
    watch: Watch,
    folder: Path,
    begin: int,
    device: torch.device,
    progress: Progress,
    stop: Callable[[], bool],
    processes: Processes,
) -> bool:
    """Train to the recipe's last step, going on from the checkpoint in `folder` if there is one.

    Args:
        begin: the step to begin at where there is none: that of the run the model's weights come from.
        processes: those that share each batch; the first one reports, watches and saves.

    Returns:
        Whether the last step was reached; False when `stop` asked to end (a checkpoint is then on disk).
    """
    model.to(device).train()
    model.whisper.set_attn_implementation(_computed_on(device).attention)
    optimiser = _optimiser(model, recipe)
    step = load_checkpoint(folder, model, optimiser, begin)
    progress.event("stage", stage="train", step=step, total=recipe.steps)
    started, first_step, examples = time.monotonic(), step, 0
    for batch in batches(recipe, corpus, composer, step, processes.rank, processes.count):
        if step >= recipe.steps or processes.any(stop(), device):
            break
        # An optimiser that knows nothing of the steps before needs a warm-up of its own.
        rate = rate_at(recipe, step) * min(1.0, (step - begin + 1) / recipe.warmup_steps if begin else 1.0)
        losses = _step(model, optimiser, batch, recipe, rate, device, processes)
        step += 1
        examples += batch.inputs.shape[0] * processes.count
        if not processes.first:
            continue
        if step % REPORT_EVERY == 0:
            elapsed = time.monotonic() - started
            progress.event(
                "progress", stage="train", step=step, total=recipe.steps, loss=round(losses[0], 4),
                ctc=round(losses[1], 4), lr=rate, samples_per_s=round(examples / elapsed, 2),
                eta_s=round(elapsed / (step - first_step) * (recipe.steps - step)),
            )  # fmt: skip
        if step % WATCH_EVERY == 0:
            progress.event("metric", stage="train", step=step, **watch.look(model, device))
        if step % CHECKPOINT_EVERY == 0:
            save_checkpoint(folder, model, optimiser, step)
    if processes.first:
        save_checkpoint(folder, model, optimiser, step)
        progress.event("checkpoint", step=step)
    return step >= recipe.steps


def rate_at(recipe: ScratchRecipe, step: int) -> float:
    """Linear warm-up, a constant rate, and in the cool-down half a cosine down to a hundredth of it.

    With a short cool-down a run can be prolonged from where the rate was still constant (Hu et al. 2024,
    arXiv 2404.06395), which a cosine over all steps does not allow.
    """
    if step < recipe.warmup_steps:
        return recipe.rate * (step + 1) / recipe.warmup_steps
    cooling = max(1.0, recipe.cooldown * (recipe.steps - recipe.warmup_steps))
    done = max(0.0, (step - (recipe.steps - cooling)) / cooling)
    return recipe.rate * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * done)))


def save_checkpoint(folder: Path, model: ScratchModel, optimiser: torch.optim.Optimizer, step: int) -> None:
    """Write the state beside the old one and rename it into place, so that there is always a whole one."""
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / "state.part"
    torch.save({"step": step, "model": model.state_dict(), "optimiser": optimiser.state_dict()}, temporary)
    with temporary.open("rb") as file:
        os.fsync(file.fileno())
    temporary.replace(folder / "state.pt")


def load_checkpoint(folder: Path, model: ScratchModel, optimiser: torch.optim.Optimizer, begin: int = 0) -> int:
    """Take up the state in `folder`. Returns its step, `begin` if there is none."""
    path = folder / "state.pt"
    if not path.exists():
        return begin
    state = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(state["model"])
    fused = [group["fused"] for group in optimiser.param_groups]
    optimiser.load_state_dict(state["optimiser"])
    for group, value in zip(optimiser.param_groups, fused, strict=True):
        group["fused"] = value  # how the sum is done is this machine's matter, not the state's
    return int(state["step"])


def _optimiser(model: ScratchModel, recipe: ScratchRecipe) -> torch.optim.Optimizer:
    matrices = [p for p in model.parameters() if p.requires_grad and p.dim() >= 2]
    others = [p for p in model.parameters() if p.requires_grad and p.dim() < 2]
    groups = [
        {"params": matrices, "weight_decay": recipe.weight_decay},
        {"params": others, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=recipe.rate, betas=(0.9, 0.98), fused=True)


def _step(
    model: ScratchModel,
    optimiser: torch.optim.Optimizer,
    batch: Batch,
    recipe: ScratchRecipe,
    rate: float,
    device: torch.device,
    processes: Processes,
) -> tuple[float, float]:
    for group in optimiser.param_groups:
        group["lr"] = rate
    moved = Batch(*(getattr(batch, name).to(device) for name in Batch.__dataclass_fields__))
    with _computed_on(device).autocast():
        losses = model.losses(moved, recipe.ctc_weight, recipe.label_smoothing, _shares(batch, device, processes))
    losses.total.backward()  # type: ignore[no-untyped-call]
    processes.add_gradients([parameter for parameter in model.parameters() if parameter.requires_grad])
    nn.utils.clip_grad_norm_(model.parameters(), recipe.clip_norm)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    attention, ctc = processes.add([losses.attention, losses.ctc], device)
    return attention, ctc


def _shares(batch: Batch, device: torch.device, processes: Processes) -> Shares:
    """This process's part of the step, so that the sum of all parts is the mean over the whole batch."""
    if processes.count == 1:
        return WHOLE
    tokens, examples = float((batch.targets != IGNORED).sum()), float(batch.targets.shape[0])
    all_tokens, all_examples = processes.add([tokens, examples], device)
    return Shares(tokens / all_tokens, examples / all_examples)


def _computed_on(device: torch.device) -> Device:
    return Device(device.type, processor_precision() if device.type == "cpu" else "bf16", device.index or 0)
