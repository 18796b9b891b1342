"""Brings the virtual environment it runs in to the state the lock files describe.

Run by run.sh, test.sh and run.ps1 with the environment's own Python; uses the standard library only.

    install.py ready   [--level core|train|dev]   exit 0: nothing to do, 3: not complete, 4: unusable, make it anew
    install.py install [--level core|train|dev]   installs what is missing and records that it is complete

Levels are nested: core is dictation, train adds fine-tuning, dev adds the checks. Without --level the
environment keeps the one it has, and a new one gets train.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging"
PYTHON_RANGE = ((3, 11), (3, 13))
LOCKS = {"core": "requirements.txt", "train": "requirements-train.txt", "dev": "requirements-dev.txt"}
NVIDIA_LOCK = "requirements-nvidia.txt"
LEVELS = tuple(LOCKS)
NOT_COMPLETE = 3
UNUSABLE = 4
# What pip says of a file worth mentioning: "Downloading [address/]name-version-tags.whl (84.3 MB)".
LARGE_DOWNLOAD = re.compile(r"Downloading (?:\S*/)?([^-/\s]+)-([^-\s]+)-\S+ \(([\d.]+ [MG]B)\)")
PIP = (
    *(sys.executable, "-I", "-m", "pip", "--disable-pip-version-check", "--no-input"),
    *("install", "--progress-bar", "off"),
)
# Settings that would make pip install somewhere other than in this environment.
MISLEADING = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV")


class InstallError(Exception):
    """A step failed; the text says which and what can be done."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of the two commands and return its exit status."""
    parser = argparse.ArgumentParser(prog="install.py")
    parser.add_argument("command", choices=["ready", "install"])
    parser.add_argument("--level", choices=LEVELS)
    options = parser.parse_args(arguments)
    environment = ROOT / ".venv"
    level = choose_level(environment, options.level)
    if options.command == "ready":
        return check(environment, level)
    try:
        install(environment, level)
    except InstallError as error:
        say(f"setup: {error}")
        return 1
    except KeyboardInterrupt:
        say("setup: stopped; the next start goes on from here")
        return 130
    return 0


def check(environment: Path, level: str) -> int:
    """The state of the environment: 0, NOT_COMPLETE or UNUSABLE."""
    if not PYTHON_RANGE[0] <= sys.version_info[:2] <= PYTHON_RANGE[1]:
        return UNUSABLE
    stamp = read_stamp(environment)
    # Scripts name their interpreter by its full path, so an environment does not survive a move.
    if stamp.get("root", str(ROOT)) != str(ROOT):
        return UNUSABLE
    return 0 if stamp.get("fingerprint") == fingerprint(level) else NOT_COMPLETE


def choose_level(environment: Path, asked: str | None) -> str:
    """The level to bring the environment to; a complete higher one already holds what was asked for."""
    stamp = read_stamp(environment)
    installed = stamp.get("level")
    if installed not in LOCKS:
        return asked or "train"
    if asked is None:
        return installed
    complete = stamp.get("fingerprint") == fingerprint(installed)
    return max(asked, installed, key=LEVELS.index) if complete else asked


def install(environment: Path, level: str) -> None:
    """Install the level's lock, torch and the project; the stamp is written first as open, last as complete."""
    started = time.monotonic()
    write_stamp(environment, level, "")
    log = environment / "setup.log"
    log.write_text("")
    install_lock(LOCKS[level], log, "This takes a few minutes on a usual connection, once.")
    if sys.platform != "darwin" and has_nvidia_gpu():
        install_lock(NVIDIA_LOCK, log, "An NVIDIA GPU was found: its math library is large.")
    if level != "core":
        install_torch(log)
    say("setup: installing Attune itself")
    run([*PIP, "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], log, "Attune itself")
    write_stamp(environment, level, fingerprint(level))
    say(f"setup: complete after {time.monotonic() - started:.0f} s")


def install_lock(lock: str, log: Path, note: str) -> None:
    """Install every line of a lock file, nothing else, and only what its hashes allow."""
    say(f"setup: installing the {count_pins(HERE / lock)} packages of packaging/{lock}. {note}")
    # A lock is complete, so pip has nothing to resolve; and torch, which some lines need, is not in it.
    exactly = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-compile"]
    run([*PIP, *exactly, "--requirement", str(HERE / lock)], log, f"packaging/{lock}")


def install_torch(log: Path) -> None:
    """Install the build of torch that fits this machine, from the first source that has it.

    `ATTUNE_TORCH` (a value of uv's --torch-backend: cpu, cu126, rocm7.2, ...) overrides what uv finds out.
    """
    version, build = torch_version(), os.environ.get("ATTUNE_TORCH", "")
    if (installed_torch() or "").startswith(f"{version}+{build}" if build else version):
        return
    say(f"setup: installing PyTorch {version}, the largest package")
    for command in torch_commands(version, build):
        try:
            run(command, log, "PyTorch")
        except InstallError:
            continue
        return
    raise InstallError(
        f"PyTorch {version} could not be installed; {log} says why. "
        "Check the connection and start again, or use --no-train for dictation without training."
    )


def torch_commands(version: str, build: str) -> Iterator[list[str]]:
    """Ways to install torch, in order: a build from pip's own sources, the one uv chooses for the machine, any."""
    pip = [*PIP, "--only-binary", ":all:", "--no-compile"]
    if sys.platform != "darwin":  # there is one build for macOS
        if build or not has_nvidia_gpu():
            yield [*pip, f"torch=={version}+{build or 'cpu'}"]
        uv = [str(Path(sys.executable).parent / "uv"), "pip", "install", "--python", sys.executable, "--no-progress"]
        yield [*uv, "--torch-backend", build or "auto", "--only-binary", ":all:", f"torch=={version}"]
        say("setup: the build that fits best is not within reach; taking the standard one, which may be much larger")
    yield [*pip, f"torch=={version}"]


def has_nvidia_gpu() -> bool:
    """Whether NVIDIA's driver lists a GPU."""
    try:
        listing = subprocess.run(["nvidia-smi", "-L"], capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return listing.returncode == 0 and "GPU " in listing.stdout


def run(command: list[str], log: Path, what: str) -> None:
    """Run an installer, showing its downloads as plain lines; everything goes to the log.

    Raises:
        InstallError: it failed, or is not there.
    """
    environment = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    try:
        installer = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except OSError as error:
        raise InstallError(f"{what} could not be installed: {error}") from error
    with log.open("a", encoding="utf-8") as record, installer:
        assert installer.stdout is not None
        for line in installer.stdout:
            record.write(line)
            if download := LARGE_DOWNLOAD.search(line):
                say("  downloading {} {} ({})".format(*download.groups()))
    if installer.returncode:
        raise InstallError(
            f"{what} could not be installed; {log} says why. Check the connection and the disk, then start again."
        )


def fingerprint(level: str) -> str:
    """A digest of all that decides what is installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [
        level,
        "{}.{}".format(*sys.version_info[:2]),
        os.environ.get("ATTUNE_TORCH", ""),
        json.dumps([project["project"], project["build-system"]], sort_keys=True),
    ]
    digest = hashlib.sha256("\0".join(parts).encode())
    for file in (LOCKS[level], NVIDIA_LOCK, "install.py"):
        digest.update((HERE / file).read_bytes())
    return digest.hexdigest()


def read_stamp(environment: Path) -> dict[str, str]:
    """What the environment says about itself; empty if it says nothing readable."""
    try:
        stamp = json.loads((environment / "attune-setup.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(environment: Path, level: str, complete: str) -> None:
    """Record the level and, when the installation is complete, its fingerprint; atomic."""
    stamp = {"level": level, "fingerprint": complete, "root": str(ROOT)}
    fresh = environment / "attune-setup.json.new"
    fresh.write_text(json.dumps(stamp), encoding="utf-8")
    fresh.replace(environment / "attune-setup.json")


def count_pins(lock: Path) -> int:
    """How many packages a lock file pins."""
    return sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())


def torch_version() -> str:
    """The version pyproject.toml pins."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = [need for need in project["optional-dependencies"]["train"] if need.startswith("torch==")]
    return str(pins[0].removeprefix("torch=="))


def installed_torch() -> str | None:
    """The version in this environment, asked of a fresh interpreter because it may just have been installed."""
    question = "import importlib.metadata; print(importlib.metadata.version('torch'))"
    answer = subprocess.run([sys.executable, "-I", "-c", question], capture_output=True, text=True, check=False)
    return answer.stdout.strip() or None


def say(line: str) -> None:
    """One line of progress, on stderr so that the output of attune stays clean."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
