"""What is compared. Every arm hears the same number of seconds of audio, and keeps its best state on the same
development speech: seconds heard are the budget, since a step costs every arm about the same."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional
from transformers import WhisperConfig, WhisperForConditionalGeneration

from engine.jobs.estimate import model_size
from engine.models.card import Context
from trainer.comparison.material import seconds_of
from trainer.forward import encode
from trainer.personal.alpha import Heard, choose_alpha, error_rate, sweep
from trainer.personal.batches import Batch, plan_run, prepared
from trainer.personal.cache import ArrayCache, file_key
from trainer.personal.device import Device
from trainer.personal.examples import IGNORED, Composer
from trainer.personal.learner import Learner
from trainer.personal.lora import Adapted
from trainer.personal.losses import Weights, text_loss
from trainer.personal.manifest import Clip
from trainer.personal.outcome import CancelledError
from trainer.personal.recipe import Recipe, choose_recipe
from trainer.personal.rehearsal import Rehearsal
from trainer.personal.surprise import surprises
from trainer.personal.teacher import Teacher
from trainer.personal.tokens import Tokens
from trainer.personal.train import EVALUATIONS, Surroundings, rate_at, train
from trainer.personal.whisper import load_base, put_on
from trainer.processes import Processes
from trainer.progress import Progress
from trainer.scratch.letters import ENGLISH
from trainer.statistics import Counts

BASE_ARM = "C"
ARMS = {
    "A": "from scratch: the same architecture, random weights",
    "B": "fine-tuned by LoRA",
    "B'": "fine-tuned by LoRA, with rehearsal and the best share of the change",
    BASE_ARM: "the base, untouched",
    "D": "fine-tuned in all weights",
}
CTC_WEIGHT = 0.4  # joint CTC/attention for the arm from scratch: without it attention aligns late (arXiv 1609.06773)
SCRATCH_RATE, FULL_RATE = 1e-3, 1e-4
NEVER = 10_000  # evaluations without a better one before an arm stops: the budget ends it


@dataclass(frozen=True)
class Ground:
    """What every arm stands on. `word_errors` reads clips with a model and gives the errors in each."""

    base: Path
    context: Context
    tokens: Tokens
    device: Device
    cache: Path
    development: tuple[Clip, ...]
    rehearsal: Rehearsal
    passes: int
    word_errors: Callable[[WhisperForConditionalGeneration, Sequence[Clip]], Sequence[Counts]]
    progress: Progress
    stop: Callable[[], bool]

    @property
    def config(self) -> WhisperConfig:
        """The architecture."""
        return WhisperConfig.from_pretrained(self.base, local_files_only=True)


@dataclass
class Trained:
    """A model, the development WER by seconds heard, and the share of the change that was kept."""

    whisper: WhisperForConditionalGeneration
    curve: list[tuple[float, float]] = field(default_factory=list)
    heard: float = 0.0
    alpha: float | None = None


def train_arm(arm: str, ground: Ground, learnt: Sequence[Clip], seed: int, folder: Path) -> Trained:
    """Train one arm on `learnt`; checkpoints of a run that is cut off lie in `folder`.

    Raises:
        CancelledError: the wish to stop was heard.
    """
    match arm:
        case "A":
            return _full(ground, learnt, seed, from_scratch=True)
        case "B":
            return _adapter(ground, learnt, seed, folder, held=False)
        case "B'":
            return _adapter(ground, learnt, seed, folder, held=True)
        case "D":
            return _full(ground, learnt, seed, from_scratch=False)
        case _:
            return Trained(put_on(ground.device, load_base(ground.base)))


def _held(ground: Ground, learnt: Sequence[Clip]) -> Recipe:
    """What a personalization would do, on all layers. Rehearsal is paid for out of the same budget: fewer passes."""
    chosen = choose_recipe(seconds_of(learnt) / 60, model_size(ground.base).parameters, ground.device.kind)
    held = replace(chosen, packed_share=0.0, acft_weight=0.0, layers="all", patience=NEVER)
    return replace(held, epochs=max(1, round(ground.passes * held.own_share)))


def _plain(ground: Ground, learnt: Sequence[Clip]) -> Recipe:
    """The same without anything that holds the model to what it knew."""
    held = _held(ground, learnt)
    return replace(held, rehearsal_share=0.0, kl_weight=0.0, alphas=(1.0,), epochs=ground.passes)


def _adapter(ground: Ground, learnt: Sequence[Clip], seed: int, folder: Path, *, held: bool) -> Trained:
    recipe = _held(ground, learnt) if held else _plain(ground, learnt)
    rehearsal = ground.rehearsal if held else Rehearsal()
    adapted = Adapted.fresh(put_on(ground.device, load_base(ground.base)), recipe, seed)
    adapted.keep_base_in(ground.device.dtype)
    composer = _composer(ground, recipe)
    teacher = Teacher(
        adapted, composer, ground.context, ArrayCache(ground.cache / "teacher"), ground.device,
        file_key(next(iter(sorted(ground.base.glob("*.safetensors"))))),
    )  # fmt: skip
    learner = Learner(
        adapted, ground.device, Weights.of(recipe), teacher, None, Processes(cpu=ground.device.kind == "cpu")
    )
    around = Surroundings(ground.progress, ground.stop, folder, lambda: _development_wer(ground, adapted.whisper))
    adapted.whisper.train()
    progression = train(learner, composer, recipe, learnt, rehearsal.learnt, seed, around)
    per_step = seconds_of(learnt) * ground.passes / max(1, len(progression.losses))
    curve = [(per_step * step, wer) for step, wer in progression.wers]
    alpha = _best_alpha(ground, adapted, recipe, composer, rehearsal) if held else 1.0
    return Trained(adapted.whisper, curve, per_step * len(progression.losses), alpha)


def _development_wer(ground: Ground, whisper: WhisperForConditionalGeneration) -> float:
    return error_rate(ground.word_errors(whisper, ground.development))


def _best_alpha(ground: Ground, adapted: Adapted, recipe: Recipe, composer: Composer, rehearsal: Rehearsal) -> float:
    def hear(alpha: float) -> Heard:
        adapted.scale(alpha)
        own, kept_back = (
            surprises(adapted.whisper, composer, clips, ground.device)
            for clips in (ground.development, rehearsal.kept_back)
        )
        return Heard(ground.word_errors(adapted.whisper, ground.development), own, kept_back)

    chosen = choose_alpha(list(sweep(recipe.alphas, hear)), recipe.most_forgotten)
    adapted.scale(chosen.alpha)
    return chosen.alpha


def _full(ground: Ground, learnt: Sequence[Clip], seed: int, *, from_scratch: bool) -> Trained:
    """All weights, by the same batches as the adapter's."""
    torch.manual_seed(seed)
    rate = SCRATCH_RATE if from_scratch else FULL_RATE
    recipe = replace(_plain(ground, learnt), rate=rate)
    fresh = WhisperForConditionalGeneration(ground.config) if from_scratch else load_base(ground.base)
    whisper = put_on(ground.device, fresh)
    head = nn.Linear(whisper.config.d_model, len(ENGLISH.alphabet) + 1).to(ground.device.place)
    run = [plans for epoch in plan_run(recipe, learnt, [], seed) for plans in epoch]
    parameters = [one for one in (*whisper.parameters(), *head.parameters()) if one.requires_grad]
    optimiser = torch.optim.AdamW(parameters, lr=rate, weight_decay=recipe.weight_decay)
    per_step = seconds_of(learnt) * ground.passes / len(run)
    every = math.ceil(len(run) / EVALUATIONS)
    trained = Trained(whisper, [(0.0, _development_wer(ground, whisper))])
    best: tuple[float, dict[str, torch.Tensor]] = (math.inf, {})
    for step, batch in enumerate(prepared(_composer(ground, recipe), run, seed, 0, masks=recipe.augment), 1):
        if ground.stop():
            raise CancelledError
        whisper.train()
        for group in optimiser.param_groups:
            group["lr"] = rate_at(recipe, step - 1, len(run))
        loss = _loss(ground, whisper, head, batch, recipe, ctc=from_scratch)
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(parameters, recipe.clip_norm)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        if step % every == 0 or step == len(run):
            wer = _development_wer(ground, whisper)
            trained.curve.append((per_step * step, wer))
            ground.progress.event("metric", stage="train", step=step, set="development", wer=round(wer, 4))
            if wer <= best[0]:  # of equals the last: it has learnt its own clips better
                best = wer, {name: value.detach().clone() for name, value in whisper.state_dict().items()}
    whisper.load_state_dict(best[1])
    trained.heard = per_step * len(run)
    return trained


def _loss(
    ground: Ground,
    whisper: WhisperForConditionalGeneration,
    head: nn.Linear,
    batch: Batch,
    recipe: Recipe,
    *,
    ctc: bool,
) -> torch.Tensor:
    """Mean cross-entropy of a token, and for the arm from scratch CTC on the encoder beside it."""
    place = ground.device.place
    inputs, targets = batch.inputs.to(place), batch.targets.to(place)
    with ground.device.autocast():
        hidden = encode(whisper.model.encoder, batch.mel.to(place))
        output: Any = whisper.model.decoder(input_ids=inputs, encoder_hidden_states=hidden, use_cache=False)
        logits = whisper.proj_out(output.last_hidden_state)
        characters = head(hidden)
    text = text_loss(logits, targets, recipe.label_smoothing) / (targets != IGNORED).sum()
    if not ctc:
        return text
    rows = [ENGLISH.ids(" ".join(clip.text for clip in plan.clips)) for plan in batch.plans]
    counts = torch.tensor([len(row) for row in rows])
    said = torch.tensor([character for row in rows for character in row])
    positions = torch.full((len(rows),), hidden.shape[1])
    aligned = functional.ctc_loss(
        characters.float().log_softmax(-1).transpose(0, 1), said.to(place), positions, counts, zero_infinity=True
    )
    return (1 - CTC_WEIGHT) * text + CTC_WEIGHT * aligned


def _composer(ground: Ground, recipe: Recipe) -> Composer:
    bins = int(ground.config.num_mel_bins)
    return Composer(ground.tokens, bins, ArrayCache(ground.cache / "mel"), augment=recipe.augment)
