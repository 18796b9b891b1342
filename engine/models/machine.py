"""What this machine has, and which models fit it."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import Literal

import psutil

from engine.models.card import WINDOW_SECONDS, Context

GIB = 1 << 30
MEMORY_SHARE = 0.5  # of the machine's memory; the rest belongs to the other programs
LIVE_SECONDS = 1.0  # an update of the text that takes longer than this lags visibly
# Estimates for int8 Whisper models on common processors; they order the models, no more.
MEMORY_PER_PARAMETER = 1.35  # a byte each, and the encoder's work on a full window
MEMORY_BESIDE = 200 << 20  # the process and its libraries
CORE_SECONDS_PER_PARAMETER = 25e-9  # to encode a full window
PRODUCTS_PER_PARAMETER = 750  # multiplications to encode a full window: 1,500 positions, half of the weights
SHORT_CONTEXT_GAIN = 10  # an encoder call on a few seconds of audio against one on 30 s


@dataclass(frozen=True)
class Machine:
    """Memory in bytes; `gpu_bytes` is 0 without a usable GPU.

    `products_per_second`, multiplications with additions of a matrix product on all cores, is 0 where nobody measured.
    """

    memory_bytes: int
    cores: int
    gpu_bytes: int
    products_per_second: float = 0.0


@dataclass(frozen=True)
class Fit:
    """Whether a model fits a machine, with the reason in one line."""

    level: Literal["good", "slow", "too big"]
    reason: str


def this_machine() -> Machine:
    """What this machine has."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Machine(psutil.virtual_memory().total, cores, _gpu_bytes())


def fit(parameters: int, context: Context, machine: Machine) -> Fit:
    """Whether a model of this size can be used for live dictation on the machine."""
    memory = memory_needed(parameters)
    need = f"needs {memory / GIB:.1f} GB"
    if memory <= machine.gpu_bytes:
        return Fit("good", f"{need} of the GPU's {machine.gpu_bytes / GIB:.0f} GB")
    if memory > MEMORY_SHARE * machine.memory_bytes:
        return Fit("too big", f"{need}; this machine has {machine.memory_bytes / GIB:.0f} GB")
    seconds = update_seconds(parameters, context, machine)
    level: Literal["good", "slow"] = "good" if seconds <= LIVE_SECONDS else "slow"
    return Fit(level, f"{need}, about {max(seconds, 0.1):.1f} s an update")


def update_seconds(parameters: int, context: Context, machine: Machine) -> float:
    """About how long the processor takes to bring the text up to date once; by its measured speed if known."""
    seconds = CORE_SECONDS_PER_PARAMETER * parameters / machine.cores
    if machine.products_per_second > 0:
        seconds = PRODUCTS_PER_PARAMETER * parameters / machine.products_per_second
    return seconds / SHORT_CONTEXT_GAIN if context.min_seconds < WINDOW_SECONDS else seconds


def memory_needed(parameters: int) -> int:
    """The bytes a process needs that runs a model of this size as int8: an estimate."""
    return int(parameters * MEMORY_PER_PARAMETER) + MEMORY_BESIDE


def _gpu_bytes() -> int:
    """The memory of the largest NVIDIA GPU, by its own tool; 0 where there is none."""
    if shutil.which("nvidia-smi") is None:
        return 0
    command = ["nvidia-smi", "--query-gpu=memory.total", "--format=csv,noheader,nounits"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=5, check=True).stdout
        return max((int(line) << 20 for line in answer.split()), default=0)
    except (OSError, subprocess.SubprocessError, ValueError):
        return 0
