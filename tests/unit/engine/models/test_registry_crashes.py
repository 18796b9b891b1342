from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import registry_crasher
from model_shelf import install, make_finished_model, make_registry

ROOT = Path(__file__).parents[4]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the crashing child is forked")


@pytest.mark.parametrize("change", ["install", "activate", "remove"])
def test_dying_at_any_step_leaves_the_old_state_or_the_new_one(tmp_path: Path, change: str) -> None:
    pristine = tmp_path / "pristine"
    registry = make_registry(pristine)
    install(registry, "old", seed=1)
    registry.activate("old")
    if change == "install":
        make_finished_model(pristine / "prepared", "new", seed=2)
    else:
        install(registry, "new", seed=2)
    runs = crash_at_every_step(change, pristine, tmp_path / "work")

    assert len(runs) > 3, "the change has several steps, each of which was a place to die"
    assert runs[-1]["finished"]
    old, new = {"install": ("old", "old"), "activate": ("old", "new"), "remove": ("old", "old")}[change]
    without, both = ["starter", "old"], ["starter", "new", "old"]
    for run in runs:
        assert run["active"] in (old, new)
        assert run["installed"] in (without, both)
        assert run["after"] == runs[-1]["after"]
    assert runs[-1]["after"] == {"active": new, "installed": without if change == "remove" else both}
    states = {(run["active"], tuple(run["installed"])) for run in runs}
    assert len(states) == 2, "some deaths came before the change, some after"


def crash_at_every_step(change: str, pristine: Path, work: Path) -> list[dict]:
    command = [sys.executable, registry_crasher.__file__, change, str(pristine), str(work)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    child = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert child.returncode == 0, child.stderr
    return [json.loads(line) for line in child.stdout.splitlines()]
