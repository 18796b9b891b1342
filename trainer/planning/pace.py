"""How fast fine-tuning goes: on this machine by trying, elsewhere from the work and the data sheet.

Measured with random weights, whose products take as long as trained ones, on a usual utterance.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn
from transformers import WhisperForConditionalGeneration

from engine.jobs.estimate import TOKENS_PER_SECOND
from trainer.features import log_mel
from trainer.forward import encode
from trainer.personal.device import Device, choose_device
from trainer.personal.lora import Adapted
from trainer.personal.recipe import Recipe
from trainer.planning.machines import Machine, config_of
from trainer.planning.shapes import DICTATED_SECONDS, LARGEST_MEASURED, MEASURED_SHAPE, Shape

SAMPLE_RATE = 16_000
TRIES = 5
READ_TOGETHER = 16
READ_TOKENS = round(1.5 * TOKENS_PER_SECOND * DICTATED_SECONDS)  # a group is read until its longest text ends
# Of the products of a step: reading one word at a time waits for memory, not for products.
READING_UTILISATION = 0.1


@dataclass(frozen=True)
class Pace:
    """Seconds for a second of audio in a step (`learning`), and to read an utterance when the run is measured."""

    learning: float
    reading: float


def pace_on(chosen: Machine, shape: Shape, recipe: Recipe) -> Pace:
    """The pace of a fine-tuning by `recipe`."""
    if chosen.device is None:
        learning = shape.training(DICTATED_SECONDS, adapter=True) / DICTATED_SECONDS / chosen.flop
        return Pace(learning, shape.forward(DICTATED_SECONDS) / chosen.flop / READING_UTILISATION)
    tried = shape if shape.parameters <= LARGEST_MEASURED else MEASURED_SHAPE
    measured = _measured(choose_device(chosen.device), tried, recipe)
    larger = shape.forward(DICTATED_SECONDS) / tried.forward(DICTATED_SECONDS)
    return Pace(measured.learning * larger, measured.reading * larger)


def _measured(device: Device, shape: Shape, recipe: Recipe) -> Pace:
    base = WhisperForConditionalGeneration(config_of(shape)).to(device.place)  # type: ignore[arg-type]
    if device.kind == "cpu":
        base.set_attn_implementation("eager")
    adapted = Adapted.fresh(base, recipe, seed=0)
    adapted.keep_base_in(device.dtype)
    clips = max(1, round(recipe.batch_seconds / DICTATED_SECONDS))
    tokens = torch.randint(0, shape.vocabulary - 1, (clips, round(TOKENS_PER_SECOND * DICTATED_SECONDS)))
    tokens = tokens.to(device.place)
    optimiser = torch.optim.AdamW(adapted.parameters(), lr=1e-6)
    seconds = clips * DICTATED_SECONDS
    step = _usual(lambda: _step(device, adapted.whisper, optimiser, tokens))
    teacher = _usual(lambda: _look(device, adapted.whisper, tokens))
    learning = (step + recipe.rehearsal_share * teacher) / seconds
    return Pace(learning, _usual(lambda: _read(device, adapted.whisper)) / READ_TOGETHER)


def _usual(work: Callable[[], float]) -> float:
    """The middle of a few tries; the first also compiles and allocates."""
    took = []
    for _ in range(1 + TRIES):
        began = time.perf_counter()
        work()  # returns a number, so that a GPU has done it
        took.append(time.perf_counter() - began)
    return sorted(took[1:])[TRIES // 2]


def _features(clips: int, device: Device) -> torch.Tensor:
    return log_mel(torch.randn(clips, round(DICTATED_SECONDS * SAMPLE_RATE)) * 0.1, 80).to(device.place)


def _step(
    device: Device, whisper: WhisperForConditionalGeneration, optimiser: torch.optim.Optimizer, tokens: torch.Tensor
) -> float:
    whisper.train()
    with device.autocast():
        logits = _logits(whisper, _features(len(tokens), device), tokens)
    loss = nn.functional.cross_entropy(logits.flatten(0, 1).float(), tokens.flatten())
    torch.autograd.backward(loss)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    return float(loss.detach())


def _look(device: Device, whisper: WhisperForConditionalGeneration, tokens: torch.Tensor) -> float:
    with torch.no_grad(), device.autocast():
        return float(_logits(whisper, _features(len(tokens), device), tokens).sum())


def _logits(whisper: WhisperForConditionalGeneration, mel: torch.Tensor, tokens: torch.Tensor) -> torch.Tensor:
    states = encode(whisper.model.encoder, mel)
    output: Any = whisper.model.decoder(input_ids=tokens, encoder_hidden_states=states, use_cache=False)
    logits: torch.Tensor = whisper.proj_out(output.last_hidden_state)
    return logits


def _read(device: Device, whisper: WhisperForConditionalGeneration) -> float:
    """One word after the other, as a development set is read."""
    whisper.train(False)
    given, cache = torch.zeros((READ_TOGETHER, 1), dtype=torch.long, device=device.place), None
    with torch.no_grad(), device.autocast():
        states = encode(whisper.model.encoder, _features(READ_TOGETHER, device))
        for _ in range(READ_TOKENS):
            output: Any = whisper.model.decoder(
                input_ids=given, encoder_hidden_states=states, past_key_values=cache, use_cache=True
            )
            cache = output.past_key_values
            given = whisper.proj_out(output.last_hidden_state[:, -1:]).argmax(-1)
    return float(given.sum())
