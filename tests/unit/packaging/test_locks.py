import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[3]
PACKAGING = ROOT / "packaging"
LOCKS = {"requirements.txt": "", "requirements-train.txt": "train", "requirements-dev.txt": "dev"}


def read_lock(name: str) -> list[str]:
    """The lock's logical lines: one pinned package each, with its hashes."""
    text = (PACKAGING / name).read_text().replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def pins(name: str) -> dict[str, str]:
    found = [re.match(r"([a-z0-9.-]+)==([^ ;]+)", line) for line in read_lock(name)]
    return {match[1]: match[2] for match in found if match}


@pytest.mark.parametrize("name", [*LOCKS, "requirements-nvidia.txt"])
def test_every_line_is_a_pin_with_hashes(name: str) -> None:
    lines = read_lock(name)

    assert lines
    for line in lines:
        assert re.match(r"[a-z0-9.-]+==[^ ;]+ (; [^-]+ )?( *--hash=sha256:[0-9a-f]{64})+ *$", line), line[:100]


def test_nothing_names_an_address() -> None:
    assert not [file.name for file in PACKAGING.iterdir() if file.is_file() and "://" in file.read_text()]


@pytest.mark.parametrize("name", LOCKS)
def test_torch_and_its_cuda_packages_stay_out(name: str) -> None:
    assert not [package for package in pins(name) if re.match(r"torch$|triton|nvidia-|cuda-", package)]


def test_a_larger_lock_has_the_same_versions_as_a_smaller_one() -> None:
    core, train, dev = (pins(name) for name in LOCKS)

    assert core.items() <= train.items() <= dev.items()


@pytest.mark.parametrize(("name", "extra"), LOCKS.items())
def test_the_locks_satisfy_the_project(name: str, extra: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    needs = project["project"]["dependencies"] + project["build-system"]["requires"]
    needs += project["project"]["optional-dependencies"].get(extra, [])
    locked = pins(name)

    for need in map(Requirement, needs):
        if need.name != "torch":
            version = locked.get(canonicalize_name(need.name))
            assert version is not None, f"{need.name} is not locked: sh packaging/lock.sh"
            assert need.specifier.contains(version), f"{need} is locked at {version}: sh packaging/lock.sh"
