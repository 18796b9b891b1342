import importlib
import shutil
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[3] / "packaging"


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, checkout: Path) -> ModuleType:
    """install.py, working on a copy of the checkout."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    module = importlib.import_module("install")
    monkeypatch.setattr(module, "ROOT", checkout)
    monkeypatch.setattr(module, "HERE", checkout / "packaging")
    monkeypatch.delenv("ATTUNE_TORCH", raising=False)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what set-up reads, in a folder with a space in its name."""
    root = tmp_path / "a checkout"
    shutil.copytree(PACKAGING, root / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PACKAGING.parent / "pyproject.toml", root)
    return root
