"""Conversion of a Hugging Face checkpoint, in a child process: it needs torch, which the engine never loads."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

from engine.errors import ModelError, ModelFolderError
from engine.paths import PROGRAM, child_environment


def require_converter() -> None:
    """Say early that conversion will not be possible here.

    Raises:
        ModelError: torch or transformers is not installed.
    """
    for library in ("torch", "transformers"):
        if importlib.util.find_spec(library) is None:
            raise ModelError(
                f"Converting this model needs {library}, which is not installed.",
                "Run sh packaging/run.sh without --no-train, or choose a model that is ready for CTranslate2.",
            )


def convert_checkpoint(checkpoint: Path, destination: Path) -> None:
    """Convert `checkpoint` into the new folder `destination` as int8.

    Raises:
        ModelFolderError: the checkpoint cannot be used.
        ModelError: the converter is not installed, or it failed.
    """
    require_converter()
    command = [sys.executable, "-m", "trainer.convert", str(checkpoint), str(destination)]
    child = subprocess.run(
        command, cwd=PROGRAM, env=child_environment(), capture_output=True, text=True, errors="replace", check=False
    )
    if child.returncode == 0:
        return
    lines = child.stderr.strip().splitlines()
    said = lines[-1].removeprefix("convert: ") if lines else f"exit status {child.returncode}"
    if child.returncode == ModelFolderError.exit_code:
        raise ModelFolderError(said)
    if child.returncode < 0:
        said = f"it was ended by signal {-child.returncode}; perhaps memory ran out"
    raise ModelError(f"The conversion failed: {said}.", "Free some memory, or choose a smaller model.")
