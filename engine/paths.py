"""Every folder Attune uses, from one place.

The whole state lives under one base, so that ``--home DIR`` or ``ATTUNE_HOME`` moves all of it.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from engine.errors import StorageError

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
PROGRAM = RESOURCES.parent  # where engine, desktop and trainer lie
STARTER_MODEL = RESOURCES / "starter"
GENERAL_SPEECH = RESOURCES / "general"  # an audiofolder of other people's voices, read before and after a training


@dataclass(frozen=True)
class Home:
    """The folders of one user's Attune, each 0700. Use `open_home` to get one that exists."""

    base: Path

    @property
    def models(self) -> Path:
        """Installed models, one folder each, and the pointer to the active one."""
        return self.base / "models"

    @property
    def downloads(self) -> Path:
        """Partial downloads, kept so that they can be resumed."""
        return self.base / "downloads"

    @property
    def library(self) -> Path:
        """The database and the recordings."""
        return self.base / "library"

    @property
    def spool(self) -> Path:
        """Audio of utterances that are not in the library yet."""
        return self.base / "spool"

    @property
    def jobs(self) -> Path:
        """Training jobs, one folder each."""
        return self.base / "jobs"

    @property
    def logs(self) -> Path:
        """Logs; they never hold what the user said."""
        return self.base / "logs"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.base / "settings.json"

    @property
    def runtime(self) -> Path:
        """Sockets and locks. A socket path is limited to 107 bytes, so a long base uses a short one."""
        inside = self.base / "run"
        if len(os.fsencode(inside)) <= 80:
            return inside
        user = os.getuid() if hasattr(os, "getuid") else "user"
        digest = f"{hash_path(self.base):016x}"
        return Path(tempfile.gettempdir()) / f"attune-{user}-{digest}"


def hash_path(path: Path) -> int:
    """A stable 64-bit number for a path (Python's own hash differs from run to run)."""
    import hashlib

    return int.from_bytes(hashlib.sha256(os.fsencode(path)).digest()[:8], "big")


def find_home(chosen: Path | None = None, environment: Mapping[str, str] = os.environ) -> Home:
    """The home that ``--home``, then ``ATTUNE_HOME``, then the platform's convention name."""
    if chosen is not None:
        return Home(chosen.expanduser().absolute())
    if environment.get("ATTUNE_HOME"):
        return Home(Path(environment["ATTUNE_HOME"]).expanduser().absolute())
    return Home(Path(platformdirs.user_data_dir("attune", appauthor=False)))


def open_home(home: Home) -> Home:
    """Make the home's base folder, private to the user.

    Raises:
        StorageError: the folder cannot be made or belongs to somebody else.
    """
    make_private_folder(home.base)
    return home


def make_private_folder(folder: Path) -> Path:
    """Make `folder` with mode 0700, whatever the umask, and tighten one that is wider.

    Raises:
        StorageError: it cannot be made, is a file, or belongs to another user.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
        if hasattr(os, "getuid") and status.st_uid != os.getuid():
            raise StorageError(f"{folder} belongs to another user.", "Choose another folder with --home.")
        if stat.S_IMODE(status.st_mode) & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise StorageError(
            f"The folder {folder} cannot be used: {error.strerror}.", "Choose another folder with --home."
        ) from error
    return folder


def child_environment() -> dict[str, str]:
    """The environment of a child that is to run this same Attune, wherever another one may be installed."""
    return os.environ | {"PYTHONPATH": str(PROGRAM)}
