"""GPU, memory and display."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping

import psutil

from engine.doctor.check import Check

GIB = 1 << 30
# The smallest real models take about this much while they run.
LITTLE_MEMORY = 1 * GIB


def check_gpu() -> Check:
    """Whether CTranslate2 can use an NVIDIA GPU. Without one the processor does the work."""
    import ctranslate2

    from engine.speech.cuda import choose_placement

    count = ctranslate2.get_cuda_device_count()
    if count == 0:
        if shutil.which("nvidia-smi"):
            remedy = "Check the driver: nvidia-smi"
            return Check("gpu", "warn", "NVIDIA's driver is installed, but no GPU can be used", remedy)
        return Check("gpu", "ok", "no NVIDIA GPU; the processor is used")
    placement = choose_placement("auto", "default")
    if placement.warning:
        what, _, remedy = placement.warning.partition(". ")
        return Check("gpu", "warn", what, remedy)
    kind = placement.compute_type
    return Check("gpu", "ok", f"{count} NVIDIA GPUs, {kind}" if count > 1 else f"1 NVIDIA GPU, {kind}")


def check_memory() -> Check:
    """Whether a model fits into the memory that is free."""
    memory = psutil.virtual_memory()
    detail = f"{memory.available / GIB:.1f} of {memory.total / GIB:.1f} GiB free"
    if memory.available < LITTLE_MEMORY:
        return Check("memory", "warn", detail, "Close other programs, or use a smaller model.")
    return Check("memory", "ok", detail)


def check_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Check:
    """Which display the window would open on."""
    if not platform.startswith(("linux", "freebsd")):
        return Check("display", "ok", "the desktop's own")
    if environment.get("WAYLAND_DISPLAY"):
        return Check("display", "ok", f"Wayland ({environment['WAYLAND_DISPLAY']})")
    if environment.get("DISPLAY"):
        return Check("display", "ok", f"X11 ({environment['DISPLAY']})")
    return Check("display", "warn", "none, so Attune runs in the terminal", "Start it from a desktop session.")
