"""Where training runs, in which precision, and how much memory is there."""

from __future__ import annotations

import contextlib
import sys
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal

import psutil
import torch

from engine.errors import DeviceError
from engine.speech.options import usable_cores
from trainer.personal.recipe import TINY

Precision = Literal["bf16", "fp16", "fp32"]


@dataclass(frozen=True)
class Device:
    """`kind` is cpu, cuda (NVIDIA, or AMD through ROCm) or mps; `precision` is what products are computed in."""

    kind: str
    precision: Precision
    index: int = 0

    @property
    def place(self) -> torch.device:
        """The same for torch."""
        return torch.device(self.kind, self.index) if self.kind == "cuda" else torch.device(self.kind)

    @property
    def dtype(self) -> torch.dtype:
        """What products are computed in."""
        return {"bf16": torch.bfloat16, "fp16": torch.float16, "fp32": torch.float32}[self.precision]

    @property
    def attention(self) -> Literal["eager", "sdpa"]:
        """The attention of small models that learns fastest, by its name in transformers.

        The fused kernel's backward takes three times as long in bf16 on a processor; in fp32 it saves half a step of
        long windows.
        """
        return "eager" if self.kind == "cpu" and self.precision == "bf16" else "sdpa"

    def autocast(self) -> AbstractContextManager[object]:
        """Compute products in the device's precision; weights and sums stay fp32."""
        if self.precision == "fp32":
            return contextlib.nullcontext()
        return torch.autocast(self.kind, self.dtype)

    def scaler(self) -> torch.amp.GradScaler:
        """What keeps small gradients from vanishing in fp16; elsewhere it changes nothing."""
        return torch.amp.GradScaler(self.kind, enabled=self.precision == "fp16")


def choose_device(wanted: str, parameters: int | None = None, process: int = 0) -> Device:
    """The device asked for; `auto` takes a GPU where torch finds one.

    `parameters` is the size of the model that is to be fine-tuned there (None: all cores, as training from scratch
    takes them), `process` the number among several.

    Raises:
        DeviceError: it is not there.
    """
    available = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    kind = next(name for name, there in available.items() if there) if wanted == "auto" else wanted
    if not available[kind]:
        raise DeviceError(f"torch finds no {kind} device here.", "Use the device cpu, or check the GPU's driver.")
    if kind == "cuda":
        index = process % torch.cuda.device_count()
        return Device(kind, "bf16" if torch.cuda.is_bf16_supported(including_emulation=False) else "fp16", index)
    if kind == "mps":
        return Device(kind, "fp32")
    return on_processor(parameters)


def on_processor(parameters: int | None = None) -> Device:
    """The processor, in bf16 where it has instructions for it (2-3 times faster there), else in fp32.

    A small model learns on one thread. Its products are short, and threads wait for each other after every one: with
    the starter, a second one saves a fifth of the time on an idle machine, and takes twenty times as long beside a
    program that works as hard.
    """
    small = parameters is not None and parameters < TINY
    torch.set_num_threads(1 if small else usable_cores())
    return Device("cpu", processor_precision())


def processor_precision() -> Precision:
    """bf16 where the processor has instructions for it; elsewhere that crawls."""
    return "bf16" if torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported() else "fp32"


def free_bytes(device: Device) -> int:
    """Memory that training could take now."""
    if device.kind == "cuda":
        return int(torch.cuda.mem_get_info(device.index)[0])
    return int(psutil.virtual_memory().available)


def peak_mb(device: Device) -> float:
    """The most memory this process has held on the device so far, in MB."""
    if device.kind == "cuda":
        return float(torch.cuda.max_memory_allocated(device.index) / 1e6)
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset / 1e6)
    import resource  # Windows has none

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3
