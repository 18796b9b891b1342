"""What a step is judged by: the text, nearness to the base's hidden states, nearness to the base's predictions.

Each loss is a sum over tokens, so that a batch split into parts, or over processes, adds up to the same.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch.nn import functional

from trainer.personal.examples import IGNORED
from trainer.personal.recipe import Recipe


@dataclass(frozen=True)
class Weights:
    """How much each term counts."""

    smoothing: float
    acft: float
    kl: float

    @classmethod
    def of(cls, recipe: Recipe) -> Weights:
        """As a recipe says."""
        return cls(recipe.label_smoothing, recipe.acft_weight, recipe.kl_weight)


@dataclass(frozen=True)
class StepLoss:
    """Sums over the tokens of a part of a batch: `total` to go downhill on, the terms for the curves (nats)."""

    total: torch.Tensor
    text: float
    acft: float = 0.0
    kl: float = 0.0


def text_loss(logits: torch.Tensor, targets: torch.Tensor, smoothing: float) -> torch.Tensor:
    """Cross-entropy summed over the tokens that are asked for; logits (batch, tokens, vocabulary)."""
    return functional.cross_entropy(
        logits.flatten(0, 1).float(),
        targets.flatten(),
        ignore_index=IGNORED,
        label_smoothing=smoothing,
        reduction="sum",
    )


def hidden_loss(student: tuple[torch.Tensor, ...], teacher: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Squared distance of the decoder's hidden states (audio-context fine-tuning), a mean over layers and width.

    It is relative to the teacher's own size, so that its weight means the same for every model.

    Args:
        student: layers + 1 tensors (batch, tokens, width).
        teacher: (layers + 1, batch, tokens, width).
        mask: (batch, tokens), which tokens count.
    """
    difference = (torch.stack(student).float() - teacher).pow(2).mean(-1)
    size = teacher.pow(2).mean(-1).clamp(min=1e-6)
    return ((difference / size).mean(0) * mask).sum()


def kl_loss(student: torch.Tensor, teacher: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """KL divergence of the student's predictions from the teacher's, summed over tokens (learning without forgetting).

    Args:
        student: logits (batch, tokens, vocabulary).
        teacher: the base's logits of the same shape.
        mask: (batch, tokens), which tokens count.
    """
    divergence = functional.kl_div(
        student.float().log_softmax(-1), teacher.float().log_softmax(-1), reduction="none", log_target=True
    )
    return (divergence.sum(-1) * mask).sum()
