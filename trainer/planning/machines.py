"""How many FLOP a second a machine gets done while it trains."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from functools import cache
from typing import Any

import torch
from torch import nn
from transformers import WhisperConfig, WhisperForConditionalGeneration

from engine.errors import InputError
from engine.paths import RESOURCES
from trainer.forward import encode
from trainer.personal.device import choose_device
from trainer.planning.shapes import Shape, measurable

TABLE = RESOURCES / "planner" / "gpus.json"
UTILISATION = 0.3  # of the data sheet's products that a well-kept training reaches on a GPU
MEASURED_SECONDS, MEASURED_CLIPS = 4.5, 16  # one batch of the starter's training
MEASURED = ("cpu", "cuda", "mps")  # devices of this machine
STEPS = 4
DOLLARS_PER_KWH = 0.30


@dataclass(frozen=True)
class Machine:
    """`flop` is a second's, of all its processors together; prices in dollars. `device` names what is tried here."""

    name: str
    flop: float
    count: int
    watts: float
    dollars_per_hour: float | None
    origin: str
    device: str | None = None

    def hours(self, flop: float) -> float:
        """How long so much work takes."""
        return flop / self.flop / 3600

    def dollars(self, hours: float) -> float:
        """Rent where it is rented, else electricity."""
        if self.dollars_per_hour is not None:
            return hours * self.dollars_per_hour * self.count
        return hours * self.count * self.watts / 1000 * DOLLARS_PER_KWH


def machine(device: str, shape: Shape, count: int = 1, price: float | None = None) -> Machine:
    """The machine `device`: ``cpu`` (or ``cuda``) is measured here, others are in the table.

    Raises:
        InputError: there is no such device.
        DeviceError: it is to be measured and is not there.
    """
    if device in MEASURED:
        flop = measured_flop(device, shape)
        return Machine(f"this machine ({device})", flop, 1, 65.0, price, "measured just now", device)
    if device not in gpus():
        raise InputError(f"There is no device {device} in the table.", f"Use cpu, cuda or one of {', '.join(gpus())}.")
    entry = gpus()[device]
    return Machine(
        entry["name"],
        count * entry["tflops"] * 1e12 * UTILISATION,
        count,
        entry["watts"],
        entry.get("dollars_per_hour") if price is None else price,
        f"data sheet, {UTILISATION:.0%} of it reached",
    )


@cache
def gpus() -> dict[str, dict[str, Any]]:
    """The table, by name."""
    return dict(json.loads(TABLE.read_text(encoding="utf-8"))["gpus"])


def measured_flop(device: str, shape: Shape) -> float:
    """FLOP a second of a few steps of full training, in the precision and with the threads that training uses."""
    tried, place = measurable(shape), choose_device(device)
    model = untrained(tried).train()
    model.set_attn_implementation(place.attention)  # as training from scratch does
    nn.Module.to(model, place.place)
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-6, fused=place.kind != "mps")
    mel = torch.randn(MEASURED_CLIPS, 80, round(100 * MEASURED_SECONDS), device=place.place)
    tokens = torch.randint(0, tried.vocabulary - 1, (MEASURED_CLIPS, round(4.5 * MEASURED_SECONDS)), device=place.place)
    took: list[float] = []
    for _ in range(1 + STEPS):
        began = time.perf_counter()
        with place.autocast():
            hidden = encode(model.model.encoder, mel)
            output = model.model.decoder(input_ids=tokens, encoder_hidden_states=hidden, use_cache=False)
            logits = model.proj_out(output.last_hidden_state)
        loss = nn.functional.cross_entropy(logits.flatten(0, 1).float(), tokens.flatten())
        torch.autograd.backward(loss)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        float(loss.detach())  # waits for a GPU
        took.append(time.perf_counter() - began)
    # The first step also compiles and allocates.
    return tried.training(MEASURED_SECONDS) * MEASURED_CLIPS / sorted(took[1:])[STEPS // 2]


def untrained(shape: Shape) -> WhisperForConditionalGeneration:
    """A model of random weights, to measure time with."""
    return WhisperForConditionalGeneration(config_of(shape))


def config_of(shape: Shape) -> WhisperConfig:
    """The architecture as transformers describes it; all special tokens are the first, since nothing is decoded."""
    heads = max(1, shape.width // 64)
    return WhisperConfig(
        vocab_size=shape.vocabulary, num_mel_bins=80, d_model=shape.width, encoder_layers=shape.encoder_layers,
        decoder_layers=shape.decoder_layers, encoder_attention_heads=heads, decoder_attention_heads=heads,
        encoder_ffn_dim=4 * shape.width, decoder_ffn_dim=4 * shape.width,
        pad_token_id=0, bos_token_id=0, eos_token_id=0, decoder_start_token_id=0,
        suppress_tokens=None, begin_suppress_tokens=None,
    )  # fmt: skip
