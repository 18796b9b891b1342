"""Writing that survives a power cut: write, fsync, rename, fsync the folder; private to the user."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path


def write_json(path: Path, content: object) -> None:
    """Replace `path` by `content` as JSON (mode 0600); a crash leaves the old file or the new one, whole."""
    temporary = path.with_name(f".{path.name}.new")
    data = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    move(temporary, path)


def move(source: Path, destination: Path) -> None:
    """Rename within one file system, and make the rename itself durable."""
    os.replace(source, destination)  # noqa: PTH105 # the tests stop the process at each of these calls
    sync_folder(destination.parent)
    if source.parent != destination.parent:
        sync_folder(source.parent)


def copy_private(source: Path, destination: Path) -> None:
    """Copy a file's content; the copy is 0600 whatever the umask."""
    descriptor = os.open(destination, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with source.open("rb") as reader, os.fdopen(descriptor, "wb") as writer:
        shutil.copyfileobj(reader, writer, 1 << 20)


def sync_tree(folder: Path) -> None:
    """Make everything below `folder` durable and private (files 0600, folders 0700)."""
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            path.chmod(0o700)
            sync_folder(path)
        else:
            path.chmod(0o600)
            _sync(path, os.O_RDONLY)
    folder.chmod(0o700)
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make the folder's entries durable. Windows has no such call and needs none."""
    if os.name == "posix":
        _sync(folder, os.O_RDONLY | os.O_DIRECTORY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
