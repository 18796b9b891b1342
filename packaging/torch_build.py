"""Which build of PyTorch fits this machine, and where it comes from.

Torch stands beside the lock files because its build depends on the machine. This is the only file that
names PyTorch's own wheel index. `ATTUNE_TORCH` (cpu, cu126, cu130, rocm7.2) overrides the choice, for
instance `cu126` for NVIDIA cards older than the RTX 20 series.
"""

from __future__ import annotations

import os
import platform
import ssl
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PYTORCH_INDEX = "https://download.pytorch.org/whl"
NVIDIA_BUILD = "cu130"
AMD_BUILD = "rocm7.2"
PROBE_SECONDS = 5.0
# Chips with a graphics part built in show up as AMD GPUs too, but ROCm does not run on them.
SMALLEST_AMD_MEMORY = 4 * 1024**3


@dataclass(frozen=True)
class Source:
    """One place to ask pip for torch: a requirement and the options that name the place."""

    requirement: str
    options: tuple[str, ...] = ()
    needs: str = ""  # address that must answer first, so that an unreachable index costs seconds


def choose_build(environment: Mapping[str, str] = os.environ, system: str = platform.system()) -> str:
    """The build's local version label, or "" where the ordinary wheel is the right one (macOS)."""
    if environment.get("ATTUNE_TORCH"):
        return environment["ATTUNE_TORCH"]
    if system == "Darwin":
        return ""
    if has_nvidia_gpu():
        return NVIDIA_BUILD
    if system == "Linux" and has_amd_gpu():
        return AMD_BUILD
    return "cpu"


def list_sources(version: str, build: str) -> list[Source]:
    """Where to look, in order: the machine's own sources, PyTorch's index, then any build of that version."""
    plain = Source(f"torch=={version}")
    if not build:
        return [plain]
    exact = f"torch=={version}+{build}"
    index = f"{PYTORCH_INDEX}/{build}"
    return [Source(exact), Source(exact, ("--index-url", index), needs=f"{index}/torch/"), plain]


def has_nvidia_gpu() -> bool:
    """Whether NVIDIA's driver lists a GPU."""
    try:
        listing = subprocess.run(["nvidia-smi", "-L"], capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return listing.returncode == 0 and "GPU " in listing.stdout


def has_amd_gpu(drm: Path = Path("/sys/class/drm"), compute: Path = Path("/dev/kfd")) -> bool:
    """Whether there is an AMD card with memory of its own and the kernel's compute interface."""
    if not compute.exists():
        return False
    return any(_read_number(card) >= SMALLEST_AMD_MEMORY for card in drm.glob("card*/device/mem_info_vram_total"))


def answers(address: str, seconds: float = PROBE_SECONDS) -> bool:
    """Whether a server answers at `address` in time; the wait is bounded even when name resolution hangs."""
    outcome: list[bool] = []
    probe = threading.Thread(target=lambda: outcome.append(_fetch(address, seconds)), daemon=True)
    probe.start()
    probe.join(seconds)
    return bool(outcome and outcome[0])


def _fetch(address: str, seconds: float) -> bool:
    try:
        urllib.request.urlopen(address, timeout=seconds).close()  # noqa: S310 - a fixed https address
    except urllib.error.HTTPError:
        return True
    except urllib.error.URLError as error:
        # pip may know a certificate that Python does not; let it try.
        return isinstance(error.reason, ssl.SSLError)
    except OSError:
        return False
    return True


def _read_number(file: Path) -> int:
    try:
        return int(file.read_text())
    except (OSError, ValueError):
        return 0
