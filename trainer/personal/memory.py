"""What to give up when memory runs out, one rung at a time, before giving up the run."""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch

from trainer.personal.outcome import NotEnoughMemoryError

MOST_PARTS = 8


@dataclass(frozen=True)
class Thrift:
    """How a step saves memory: in how many parts it is computed, whether activations are computed twice instead of
    kept, and whether the encoder is left as it is from now on."""

    parts: int = 1
    recompute: bool = False
    decoder_only: bool = False

    def next(self) -> Thrift:
        """The next rung.

        Raises:
            NotEnoughMemoryError: there is none.
        """
        if self.parts < MOST_PARTS:
            return replace(self, parts=self.parts * 2)
        if not self.recompute:
            return replace(self, recompute=True)
        if not self.decoder_only:
            return replace(self, decoder_only=True)
        raise NotEnoughMemoryError(
            "The memory does not suffice to train this model, even in small pieces.",
            "Close other programs, or personalize a smaller model: attune models list",
        )

    def describe(self) -> str:
        """What was given up last, for the user."""
        if self.decoder_only:
            return "memory is short: only the decoder goes on learning"
        if self.recompute:
            return "memory is short: activations are computed twice instead of kept"
        return f"memory is short: each step is computed in {self.parts} parts"


def is_out_of_memory(error: BaseException) -> bool:
    """Whether this is memory running out, on whatever device."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    said = str(error).lower()
    return isinstance(error, RuntimeError) and ("out of memory" in said or "can't allocate memory" in said)


def is_device_lost(error: BaseException) -> bool:
    """Whether the GPU itself failed or went away."""
    said = str(error).lower()
    lost = ("cuda error", "hip error", "device-side", "cudnn_status", "unspecified launch failure", "device lost")
    return isinstance(error, RuntimeError) and not is_out_of_memory(error) and any(words in said for words in lost)
