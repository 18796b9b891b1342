"""Downloads one model from the Hugging Face hub. Runs as a child process, the only one that may use the network.

``python -m engine.models.hub REPO FOLDER [--revision R] [--fill-from REPO]``

It prints one JSON object a line: ``plan``, ``progress``, then ``done`` or ``error``. It stops when its standard
input ends, so it never outlives the program that asked for the download. Partial files stay and are resumed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from httpx2 import HTTPError
from huggingface_hub import HfApi, constants, hf_hub_url
from huggingface_hub.errors import (
    GatedRepoError,
    HfHubHTTPError,
    HFValidationError,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)
from huggingface_hub.file_download import http_get
from huggingface_hub.utils._headers import build_hf_headers

from engine.errors import AttuneError, DownloadError, InputError, StorageError
from engine.models.manifest import CHECKPOINT_NAMES, MODEL_NAMES, is_checkpoint_file

KEEP_FREE_BYTES = 64 << 20
PARTIAL = ".partial"
REPORT_SECONDS = 0.2
PIECE_BYTES = 1 << 16
RETRY = "What has arrived is kept: run the same command again to go on."
WEIGHTS = re.compile(r"model(-\d{5}-of-\d{5})?\.safetensors")

Report = Callable[[dict[str, object]], None]


@dataclass(frozen=True)
class RemoteFile:
    """A file to fetch. `sha256` is known for large files, `blob` (git's SHA-1) for small ones."""

    repo: str
    revision: str
    name: str
    size: int
    sha256: str | None
    blob: str | None

    @property
    def key(self) -> str:
        """Names the content, so that a partial file is never continued with other content."""
        return (self.sha256 or self.blob or "unknown")[:16]


def fetch_model(repo: str, folder: Path, revision: str, fill_from: str, report: Report) -> str:
    """Fetch the allowed files of `repo` at `revision` into `folder`. Returns the commit they belong to.

    Raises:
        InputError: there is no such model, or it has only pickled weights.
        DownloadError: the connection or the content failed.
        StorageError: there is too little space.
    """
    files = plan(repo, revision)
    if fill_from and not any(file.name in ("tokenizer.json", "vocab.json") for file in files):
        files += _companions(fill_from, {file.name for file in files})
    missing = [file for file in files if not _is_whole(folder / file.name, file)]
    progress = Progress(files, missing, folder, report)
    _require_space(folder, sum(file.size for file in files), progress.remaining)
    ready = any(file.name == "model.bin" for file in files)
    report({"event": "plan", "ready": ready, "files": len(files), "total": progress.total})
    for file in missing:
        _fetch(file, folder, progress)
    return files[0].revision


def plan(repo: str, revision: str) -> list[RemoteFile]:
    """The allowed files of the repository, pinned to one commit: a ready model's, or a checkpoint's.

    Raises:
        InputError: neither kind of model is there.
    """
    files = _list_files(repo, revision)
    names = {file.name for file in files}
    if "model.bin" in names and names & {"vocabulary.json", "vocabulary.txt"}:
        return [file for file in files if file.name in MODEL_NAMES]
    if "model.safetensors" in names:
        return [file for file in files if file.name in CHECKPOINT_NAMES - {"model.safetensors.index.json"}]
    if "model.safetensors.index.json" in names:
        return [file for file in files if is_checkpoint_file(file.name)]
    raise InputError(
        f"{repo} holds no safetensors weights and no CTranslate2 model.", "Pickled weights are never loaded."
    )


def _list_files(repo: str, revision: str) -> list[RemoteFile]:
    info = HfApi().model_info(repo, revision=revision, files_metadata=True)
    if not info.sha:
        raise DownloadError(f"The hub names no commit for {repo}.", "Try again later.")
    return [
        RemoteFile(
            repo=repo,
            revision=info.sha,
            name=sibling.rfilename,
            size=sibling.lfs.size if sibling.lfs else sibling.size or 0,
            sha256=sibling.lfs.sha256 if sibling.lfs else None,
            blob=None if sibling.lfs else sibling.blob_id,
        )
        for sibling in info.siblings or ()
    ]


def _companions(repo: str, present: set[str]) -> list[RemoteFile]:
    """The tokenizer and its like from the model that these weights were trained from."""
    small = CHECKPOINT_NAMES - present - {"config.json", "model.safetensors.index.json"}
    return [file for file in _list_files(repo, "main") if file.name in small and not WEIGHTS.fullmatch(file.name)]


def _require_space(folder: Path, total: int, remaining: int) -> None:
    # While it is installed there is a second copy, and the int8 model: at most half of what fp16 weights take.
    needed = remaining + total + total // 2 + KEEP_FREE_BYTES
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise StorageError(
            f"The download needs {needed / 1e6:.0f} MB; {free / 1e6:.0f} MB are free.",
            "Free some space, or choose another folder with --home.",
        )


class Progress:
    """Counts bytes and reports at most five times a second."""

    def __init__(self, files: list[RemoteFile], missing: list[RemoteFile], folder: Path, report: Report) -> None:
        self.total = sum(file.size for file in files)
        self.remaining = sum(file.size - _partial_size(folder, file) for file in missing)
        self._begun_with = self.total - self.remaining
        self.done = self._begun_with
        self._report = report
        self._begun = self._reported = time.monotonic()

    def add(self, count: int) -> None:
        """Count bytes that arrived (or, negative, that had to be thrown away)."""
        self.done += count
        if time.monotonic() - self._reported >= REPORT_SECONDS:
            self.tell()

    def tell(self) -> None:
        """Report now."""
        self._reported = time.monotonic()
        speed = max(0, self.done - self._begun_with) / max(self._reported - self._begun, 1e-3)
        eta = (self.total - self.done) / speed if speed else None
        self._report({"event": "progress", "done": self.done, "total": self.total, "speed": speed, "eta": eta})


class CountingFile:
    """What the hub client needs of a file, counting what it writes and what it takes back."""

    def __init__(self, file: BinaryIO, progress: Progress) -> None:
        self._file = file
        self._progress = progress

    def write(self, data: bytes) -> int:
        """Write and count."""
        self._progress.add(len(data))
        return self._file.write(data)

    def tell(self) -> int:
        """The position."""
        return self._file.tell()

    def seek(self, offset: int) -> int:
        """Move the position."""
        return self._file.seek(offset)

    def truncate(self) -> int:
        """Cut the file here; the server sends this part again."""
        size = self._file.seek(0, os.SEEK_END)
        self._progress.add(-size)
        self._file.seek(0)
        return self._file.truncate()


def _fetch(file: RemoteFile, folder: Path, progress: Progress) -> None:
    partial = _partial_path(folder, file)
    with partial.open("ab") as target:
        if target.tell() > file.size:
            target.truncate(0)
        url = hf_hub_url(file.repo, file.name, revision=file.revision)
        http_get(
            url,
            cast(BinaryIO, CountingFile(target, progress)),
            resume_size=target.tell(),
            # A compressed answer could not be resumed, and its length would not be the file's.
            headers=build_hf_headers() | {"Accept-Encoding": "identity"},
            expected_size=file.size,
        )
        target.flush()
        os.fsync(target.fileno())
    if not _is_whole(partial, file):
        partial.unlink()
        raise DownloadError(
            f"{file.name} arrived damaged: it is not what the hub announced. It was thrown away.",
            "Run the same command again.",
        )
    partial.replace(folder / file.name)
    progress.tell()


def _partial_path(folder: Path, file: RemoteFile) -> Path:
    return folder / f"{file.name}.{file.key}{PARTIAL}"


def _partial_size(folder: Path, file: RemoteFile) -> int:
    path = _partial_path(folder, file)
    return path.stat().st_size if path.exists() else 0


def _is_whole(path: Path, file: RemoteFile) -> bool:
    """Whether the file is there with the announced size and hash."""
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    with path.open("rb") as content:
        if file.sha256:
            return hashlib.file_digest(content, "sha256").hexdigest() == file.sha256
        if file.blob:
            header = f"blob {file.size}\0".encode()
            return hashlib.sha1(header + content.read(), usedforsecurity=False).hexdigest() == file.blob
    return True


def explain(error: Exception, repo: str) -> AttuneError:
    """Map what the hub client and the system raise to what the user is told; re-raises what is a defect."""
    if isinstance(error, AttuneError):
        return error
    if isinstance(error, GatedRepoError):
        return InputError(f"{repo} asks for permission on the hub.", "Accept its terms there and set HF_TOKEN.")
    if isinstance(error, RepositoryNotFoundError):
        return InputError(f"There is no model {repo} on the hub, or it is private.", "Check the name.")
    if isinstance(error, RevisionNotFoundError):
        return InputError(f"{repo} has no such revision.", "Check the revision.")
    if isinstance(error, HFValidationError):
        return InputError(f"{repo!r} is no name of a hub repository.", "Give it as owner/name.")
    if isinstance(error, HfHubHTTPError):
        return _explain_status(error.response.status_code, repo)
    if isinstance(error, HTTPError):
        return DownloadError(f"The connection to {constants.ENDPOINT} failed ({type(error).__name__}).", RETRY)
    if isinstance(error, OSError):
        return _explain_disk(error)
    raise error


def _explain_status(status: int, repo: str) -> AttuneError:
    if status in (401, 403, 404):
        return InputError(f"The hub refuses {repo} ({status}).", "Check the name and HF_TOKEN.")
    return DownloadError(f"The hub answered with an error ({status}).", RETRY)


def _explain_disk(error: OSError) -> AttuneError:
    if error.errno is None:  # the client's own check of the length
        return DownloadError("A file ended too early.", RETRY)
    return StorageError(f"The download cannot be written: {error.strerror}.", "Check the disk.")


def _stop_with_parent() -> None:
    """End this process when standard input ends: the program that asked is gone, or has cancelled."""

    def watch() -> None:
        sys.stdin.buffer.read()
        os._exit(3)

    threading.Thread(target=watch, daemon=True).start()


def _print(event: dict[str, object]) -> None:
    print(json.dumps(event), flush=True)  # noqa: T201 # standard output is the channel to the parent


def main(arguments: list[str] | None = None) -> int:
    """Run the download. Returns 0, or 1 after an ``error`` line."""
    parser = argparse.ArgumentParser(prog="python -m engine.models.hub")
    parser.add_argument("repo")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--revision", default="main")
    parser.add_argument("--fill-from", default="")
    given = parser.parse_args(arguments)
    _stop_with_parent()
    # The client hands data on in pieces of 10 MB: too coarse for a slow line, and lost when it is interrupted.
    constants.DOWNLOAD_CHUNK_SIZE = PIECE_BYTES
    try:
        revision = fetch_model(given.repo, given.folder, given.revision, given.fill_from, _print)
    except Exception as error:
        told = explain(error, given.repo)
        _print({"event": "error", "kind": type(told).__name__, "what": told.what, "remedy": told.remedy})
        return 1
    _print({"event": "done", "revision": revision})
    return 0


if __name__ == "__main__":
    sys.exit(main())
