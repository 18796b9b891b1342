"""The list of checks, in the order they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from engine.doctor import installation, machine, microphone, state
from engine.doctor.check import Check
from engine.errors import AttuneError
from engine.paths import Home


def examine(home: Home) -> Iterator[Check]:
    """Every check, each as soon as it is known. Changes nothing on the machine."""
    yield installation.check_python()
    yield installation.check_packages()
    yield installation.check_training()
    yield microphone.check_microphone()
    yield machine.check_gpu()
    yield machine.check_memory()
    yield machine.check_display()
    yield state.check_home(home)
    yield state.check_disk(home)
    yield check_model(home)


def check_model(home: Home) -> Check:
    """Whether the model to dictate with is there. That its files are whole is for `attune models verify`."""
    from engine.models.pointer import STARTER_ID
    from engine.models.registry import Registry

    try:
        model = Registry(home).active()
    except AttuneError as error:
        return Check("model", "fail", error.what, error.remedy or "See: attune models list")
    if not (model.folder / "model.bin").is_file():
        return Check("model", "fail", f"{model.id} has no model.bin", "Choose another: attune models list")
    if model.id == STARTER_ID:
        return Check(
            "model",
            "warn",
            "the starter model, which knows synthetic voices only",
            "For your own voice get a real one: attune models list, then attune models download NAME",
        )
    return Check("model", "ok", f"{model.id}, {model.size_bytes / 1e6:.0f} MB")
