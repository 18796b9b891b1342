from __future__ import annotations

import sys
from pathlib import Path

import ctranslate2
import pytest

from engine.speech import cuda

NAMES = cuda.WINDOWS_LIBRARIES if sys.platform == "win32" else cuda.LINUX_LIBRARIES


class Loader:
    """Stands for the dynamic loader, which here has no NVIDIA library to open."""

    def __init__(self, *loadable: str) -> None:
        self.loadable = loadable
        self.loaded: list[str] = []

    def __call__(self, path: str) -> object:
        if path not in self.loadable:
            raise OSError(f"{path}: cannot open shared object file")
        self.loaded.append(path)
        return object()


def wheel(folder: Path, *names: str) -> Path:
    folder.mkdir()
    for name in names:
        (folder / name).touch()
    return folder


def test_the_wheels_libraries_are_loaded_in_order(tmp_path: Path) -> None:
    other, cublas = wheel(tmp_path / "cudnn"), wheel(tmp_path / "cublas", *NAMES)
    load = Loader(*(str(cublas / name) for name in NAMES))

    assert cuda.preload_libraries([other, cublas], load) is None
    assert load.loaded == [str(cublas / name) for name in NAMES]


def test_the_systems_libraries_serve_where_no_wheel_is_installed_or_it_is_broken(tmp_path: Path) -> None:
    broken = wheel(tmp_path / "cublas", *NAMES)

    assert cuda.preload_libraries([], Loader(*NAMES)) is None
    assert cuda.preload_libraries([broken], Loader(*NAMES)) is None


def test_the_first_missing_library_is_named() -> None:
    assert cuda.preload_libraries([], Loader(NAMES[0])) == NAMES[1]


@pytest.fixture
def gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 1)
    types = {"cuda": {"float32", "float16", "int8_float16", "int8"}, "cpu": {"int8", "float32"}}
    monkeypatch.setattr(ctranslate2, "get_supported_compute_types", lambda device: types[device])


@pytest.mark.usefixtures("gpu")
def test_a_gpu_with_its_libraries_is_used_with_the_type_it_knows() -> None:
    assert cuda.choose_placement("auto", "auto", load=Loader(*NAMES)) == cuda.Placement("cuda", "int8_float16")
    assert cuda.choose_placement("cuda", "float16", load=Loader(*NAMES)).compute_type == "float16"


@pytest.mark.usefixtures("gpu")
@pytest.mark.parametrize(("asked", "used"), [("auto", "float16"), ("float32", "float32")])
def test_a_gpu_computes_as_the_models_card_measured_unless_somebody_asks_for_another_type(
    asked: str, used: str
) -> None:
    assert cuda.choose_placement("auto", asked, "float16", Loader(*NAMES)).compute_type == used


@pytest.mark.usefixtures("gpu")
def test_a_gpu_without_its_libraries_gives_way_with_one_line_that_says_what_to_install() -> None:
    placement = cuda.choose_placement("auto", "auto", load=Loader())

    assert (placement.device, placement.compute_type) == ("cpu", "int8")
    assert NAMES[0] in placement.warning
    assert "pip install" in placement.warning
    assert "\n" not in placement.warning


def test_without_a_gpu_only_who_asked_for_one_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 0)

    assert cuda.choose_placement("auto", "auto") == cuda.Placement("cpu", "int8")
    assert cuda.choose_placement("cuda", "float16").device == "cpu"
    assert "No NVIDIA GPU" in cuda.choose_placement("cuda", "auto").warning
