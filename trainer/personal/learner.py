"""One step of learning: forward over the real length, the losses, backward."""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import nn

from trainer.forward import encode
from trainer.personal.batches import Batch
from trainer.personal.device import Device
from trainer.personal.encoded import EncodedStates
from trainer.personal.examples import IGNORED
from trainer.personal.lora import Adapted
from trainer.personal.losses import StepLoss, Weights, hidden_loss, kl_loss, text_loss
from trainer.personal.memory import Thrift
from trainer.personal.teacher import Teacher
from trainer.personal.whisper import decode
from trainer.processes import Processes


@dataclass
class Learner:
    """The adapter and all that judges it. `encoded` stands in for an encoder that does not learn."""

    adapted: Adapted
    device: Device
    weights: Weights
    teacher: Teacher
    encoded: EncodedStates | None
    processes: Processes
    thrift: Thrift = field(default_factory=Thrift)

    def save_memory(self, thrift: Thrift) -> None:
        """Go on with less memory for each step."""
        self.thrift = thrift
        if thrift.recompute:
            self.adapted.whisper.activation_checkpointing_enable({"use_reentrant": False})
        if thrift.decoder_only:
            self.adapted.freeze_encoder()

    def step(
        self, batch: Batch, optimiser: torch.optim.Optimizer, clip_norm: float, scaler: torch.amp.GradScaler
    ) -> list[float]:
        """Learn from a batch. Returns the mean loss of a token: total, text, hidden states, KL (nats)."""
        asked = int((batch.targets != IGNORED).sum())
        sums = [0.0, 0.0, 0.0, 0.0]
        own = batch.rows(slice(self.processes.rank, None, self.processes.count))
        for part in range(min(self.thrift.parts, len(own.plans))):
            loss = self.loss(own.rows(slice(part, None, self.thrift.parts)))
            torch.autograd.backward(scaler.scale(loss.total / asked))
            values = (float(loss.total.detach()), loss.text, loss.acft, loss.kl)
            sums = [before + value for before, value in zip(sums, values, strict=True)]
        parameters = self.adapted.parameters()
        self.processes.add_gradients(parameters)
        scaler.unscale_(optimiser)
        nn.utils.clip_grad_norm_(parameters, clip_norm)
        scaler.step(optimiser)
        scaler.update()
        optimiser.zero_grad(set_to_none=True)
        return [value / asked for value in self.processes.add(sums, self.device.place)]

    def loss(self, batch: Batch) -> StepLoss:
        """The losses of a batch, or of a part of one, summed over its tokens."""
        inputs, targets = batch.inputs.to(self.device.place), batch.targets.to(self.device.place)
        whisper = self.adapted.whisper
        with self.device.autocast():
            states, real = self._encode(batch)
            hidden = decode(whisper, states, inputs, real)
            logits = whisper.proj_out(hidden[-1])
        text = text_loss(logits, targets, self.weights.smoothing)
        acft, kl = self._near_base(batch, hidden, logits)
        total = text + self.weights.acft * acft + self.weights.kl * kl
        return StepLoss(total, float(text.detach()), float(acft.detach()), float(kl.detach()))

    def _encode(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor | None]:
        if self.encoded is not None:
            return self.encoded.states(batch)
        mel = batch.mel.to(self.device.place)
        with torch.set_grad_enabled(not self.thrift.decoder_only):
            return encode(self.adapted.whisper.model.encoder, mel), None

    def _near_base(
        self, batch: Batch, hidden: tuple[torch.Tensor, ...], logits: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """How far the batch is from the base: hidden states, and predictions on rehearsal."""
        nothing = torch.zeros((), device=logits.device)
        rehearsal = batch.kind == "rehearsal"
        wanted = batch.kind == "pair" and self.weights.acft > 0
        if not any(plan.clips for plan in batch.plans) or not (wanted or (rehearsal and self._minds_base)):
            return nothing, nothing
        teacher, mask = self.teacher.states(batch)
        acft = hidden_loss(hidden, teacher, mask) if self.weights.acft > 0 else nothing
        if not rehearsal or self.weights.kl == 0:
            return acft, nothing
        with torch.no_grad():
            believed = self.adapted.whisper.proj_out(teacher[-1])
        return acft, kl_loss(logits, believed, mask)

    @property
    def _minds_base(self) -> bool:
        return self.weights.kl > 0 or self.weights.acft > 0
