"""Python and the installed packages, without importing the heavy ones."""

from __future__ import annotations

import platform
import sys
from importlib import metadata

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from engine.doctor.check import Check

DISTRIBUTION = "attune-dictation"
SHOWN = ("faster-whisper", "ctranslate2", "onnxruntime", "PySide6-Essentials")
NOT_INSTALLED = "is not installed"
SET_UP_AGAIN = "Set up again: sh packaging/run.sh (Windows: packaging\\run.ps1)"


def check_python() -> Check:
    """Whether this Python is one that Attune supports."""
    detail = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    supported = metadata.metadata(DISTRIBUTION)["Requires-Python"]
    if platform.python_version() not in SpecifierSet(supported, prereleases=True):
        return Check("python", "fail", f"{detail}; Attune needs {supported}", SET_UP_AGAIN)
    return Check("python", "ok", f"{detail}, {sys.prefix}")


def check_packages() -> Check:
    """Whether every package that dictation needs is installed in a version that fits."""
    problems = find_problems("")
    if problems:
        return Check("packages", "fail", "; ".join(problems), SET_UP_AGAIN)
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in SHOWN)
    return Check("packages", "ok", versions)


def check_training() -> Check:
    """Whether fine-tuning can run here. It is optional."""
    problems = find_problems("train")
    if problems:
        if all(problem.endswith(NOT_INSTALLED) for problem in problems):
            problems = [NOT_INSTALLED]
        remedy = "Dictation works. To fine-tune as well: sh packaging/run.sh --train"
        return Check("training", "warn", "; ".join(problems), remedy)
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in ("torch", "transformers", "peft"))
    return Check("training", "ok", versions)


def find_problems(extra: str) -> list[str]:
    """What is missing or does not fit among the requirements of an extra ("" for those of dictation)."""
    problems = []
    for line in metadata.requires(DISTRIBUTION) or []:
        need = Requirement(line)
        if need.marker and not need.marker.evaluate({"extra": extra}):
            continue
        if extra and not need.marker:
            continue
        try:
            version = metadata.version(need.name)
        except metadata.PackageNotFoundError:
            problems.append(f"{need.name} is not installed")
            continue
        if not need.specifier.contains(version, prereleases=True):
            problems.append(f"{need.name} {version} does not fit {need.specifier}")
    return problems
