"""Downloads a model by a child process, then installs it: the one place where Attune uses the network."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

import filelock

from engine import errors
from engine.errors import AttuneError, ChildError, DownloadError
from engine.json_text import parse_json
from engine.models.catalogue import Entry
from engine.models.conversion import require_converter
from engine.models.golden import run_golden
from engine.models.importing import GoldenRun, import_folder
from engine.models.registry import InstalledModel, Registry
from engine.paths import PROGRAM, Home, child_environment, make_private_folder

KINDS: dict[str, type[AttuneError]] = {
    name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, AttuneError)
}


@dataclass(frozen=True)
class DownloadProgress:
    """Bytes that have arrived, of how many; bytes a second; seconds still to go, where they can be told."""

    done: int
    total: int
    speed: float
    eta: float | None


Listener = Callable[[DownloadProgress], None]


def download_model(
    entry: Entry, home: Home, registry: Registry, *, listener: Listener, golden: GoldenRun = run_golden
) -> InstalledModel:
    """Download and install the model; call again after a failure and it goes on where it stopped.

    Interrupting it (KeyboardInterrupt) stops the child and keeps what has arrived.

    Raises:
        InputError: there is no such model on the hub.
        DownloadError: the connection or the content failed.
        StorageError: there is too little space.
        ModelError: it is installed already, cannot be converted here, or does not work.
    """
    registry.refuse_installed(entry.id)
    folder = make_private_folder(make_private_folder(home.downloads) / entry.id)
    try:
        with filelock.FileLock(home.downloads / f"{entry.id}.lock", timeout=0, mode=0o600):
            try:
                revision = _download(entry, folder, listener)
            finally:
                _remove_if_empty(folder)
            card = replace(entry.card(), source=f"{entry.repo}@{revision}")
            # Copied, not moved: if the installation fails, the download need not be repeated.
            installed = import_folder(registry, folder, card, golden=golden)
            shutil.rmtree(folder, ignore_errors=True)
    except filelock.Timeout:
        raise DownloadError(f"{entry.id} is being downloaded already.", "Wait for it.") from None
    return installed


def _remove_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()


def _download(entry: Entry, folder: Path, listener: Listener) -> str:
    """Run the child to its end; returns the commit."""
    command = [sys.executable, "-m", "engine.models.hub", entry.repo, str(folder), "--revision", entry.revision]
    command += ["--fill-from", entry.fill_from] if entry.fill_from else []
    with tempfile.TemporaryFile() as complaints:
        child = subprocess.Popen(
            command,
            cwd=PROGRAM,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            start_new_session=True,  # Ctrl-C reaches this process, which then ends the child in order
        )
        try:
            assert child.stdout is not None
            for event in _events(child.stdout):
                if event["event"] == "progress":
                    listener(DownloadProgress(event["done"], event["total"], event["speed"], event["eta"]))
                elif event["event"] == "plan" and not event["ready"]:
                    require_converter()
                elif event["event"] == "error":
                    raise KINDS[event["kind"]](event["what"], event["remedy"])
                elif event["event"] == "done":
                    return str(event["revision"])
        finally:
            _end(child)
        complaints.seek(0)
        said = complaints.read().decode(errors="replace").strip().splitlines()
    raise ChildError(f"The download stopped: {said[-1] if said else f'exit status {child.returncode}'}.", "Try again.")


def _environment() -> dict[str, str]:
    return child_environment() | {
        "HF_HUB_OFFLINE": "0",
        "TRANSFORMERS_OFFLINE": "0",
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
        "HF_HUB_DISABLE_UPDATE_CHECK": "1",
        "HF_HUB_DISABLE_XET": "1",  # plain HTTP with ranges is what can be resumed
    }


def _events(stream: IO[bytes]) -> Iterator[dict[str, Any]]:
    for line in stream:
        try:
            event = parse_json(line)
        except ValueError:
            continue
        if isinstance(event, dict) and "event" in event:
            yield event


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child if it still runs; its partial files stay."""
    if child.stdin is not None:
        child.stdin.close()
    if child.poll() is None:
        child.terminate()
    try:
        child.wait(5)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    if child.stdout is not None:
        child.stdout.close()
