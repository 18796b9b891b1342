"""Where a model runs: on the GPU where its libraries are found, on the processor everywhere else.

CTranslate2 opens cuBLAS by its bare name when it first multiplies. The copy in NVIDIA's wheels is not on the
loader's path, so it is loaded here beforehand, and found missing here rather than in the middle of a dictation.
"""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import ctranslate2

# In the order of their dependence; CTranslate2 4.8 is built for CUDA 12.
LINUX_LIBRARIES = ("libcublasLt.so.12", "libcublas.so.12")
WINDOWS_LIBRARIES = ("cublasLt64_12.dll", "cublas64_12.dll")
MISSING_LIBRARIES = (
    "The NVIDIA GPU is not used, because {name} is missing; the processor is used instead. "
    "Install it with: pip install nvidia-cublas-cu12"
)

Load = Callable[[str], object]


@dataclass(frozen=True)
class Placement:
    """The device (cpu or cuda) and compute type for CTranslate2, and what the user should know about it."""

    device: str
    compute_type: str
    warning: str = ""


def choose_placement(
    device: str, compute_type: str, measured_on_gpu: str | None = None, load: Load | None = None
) -> Placement:
    """Decide where to run.

    `device` is auto, cpu or cuda; `measured_on_gpu` is the compute type that a model's card names for one, and counts
    where nobody asks for another; `load` stands in for opening a library by path.
    """
    if device == "cpu":
        return on_processor(compute_type)
    if ctranslate2.get_cuda_device_count() == 0:
        wanted = "No NVIDIA GPU was found; the processor is used instead." if device == "cuda" else ""
        return on_processor(compute_type, wanted)
    missing = preload_libraries(nvidia_folders(), load or _load_globally)
    if missing:
        return on_processor(compute_type, MISSING_LIBRARIES.format(name=missing))
    wanted = measured_on_gpu if measured_on_gpu and compute_type == "auto" else compute_type
    return Placement("cuda", _gpu_type(wanted, ctranslate2.get_supported_compute_types("cuda")))


def on_processor(compute_type: str, warning: str = "") -> Placement:
    """The processor, in int8 unless another type is asked for that it knows."""
    known = ctranslate2.get_supported_compute_types("cpu")
    return Placement("cpu", compute_type if compute_type in known else "int8", warning)


def nvidia_folders() -> list[Path]:
    """The library folders of the installed NVIDIA wheels."""
    package = importlib.util.find_spec("nvidia")
    roots = package.submodule_search_locations if package and package.submodule_search_locations else []
    inner = "bin" if sys.platform == "win32" else "lib"
    return sorted(folder for root in roots for folder in Path(root).glob(f"*/{inner}") if folder.is_dir())


def preload_libraries(folders: Iterable[Path], load: Load) -> str | None:
    """Load what CTranslate2 will ask for, from `folders` or else from the system. Returns the first one missing."""
    places = list(folders)
    for name in WINDOWS_LIBRARIES if sys.platform == "win32" else LINUX_LIBRARIES:
        found = [str(folder / name) for folder in places if (folder / name).is_file()]
        if not any(_loads(path, load) for path in [*found, name]):
            return name
    return None


def _loads(path: str, load: Load) -> bool:
    try:
        load(path)
    except OSError:
        return False
    return True


def _load_globally(path: str) -> object:
    return ctypes.CDLL(path, mode=getattr(ctypes, "RTLD_GLOBAL", 0))


def _gpu_type(wanted: str, supported: Iterable[str]) -> str:
    known = set(supported)
    order = [wanted, "int8_float16", "float16", "int8", "float32"]
    return next((name for name in order if name in known), "default")
