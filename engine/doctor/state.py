"""The folder that holds everything Attune keeps, and the disk it is on."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import psutil

from engine.doctor.check import Check
from engine.paths import Home

GIB = 1 << 30
# One model with its checkpoint and one training run fit into the first; the second is not enough for a day's audio.
LITTLE_DISK = 5 * GIB
NO_DISK = GIB // 4


def check_home(home: Home) -> Check:
    """Whether the home can be used and is closed to other users."""
    elsewhere = "Choose another folder with --home or ATTUNE_HOME."
    base = home.base
    if not base.exists():
        if not os.access(nearest_folder(base), os.W_OK | os.X_OK):
            return Check("home", "fail", f"{base} cannot be made", elsewhere)
        return Check("home", "ok", f"{base}, to be made at first use")
    if not base.is_dir():
        return Check("home", "fail", f"{base} is not a folder", elsewhere)
    status = base.stat()
    if hasattr(os, "getuid") and status.st_uid != os.getuid():
        return Check("home", "fail", f"{base} belongs to another user", elsewhere)
    if not os.access(base, os.R_OK | os.W_OK | os.X_OK):
        return Check("home", "fail", f"{base} cannot be written", f"chmod 700 '{base}', or: {elsewhere}")
    if os.name == "posix" and stat.S_IMODE(status.st_mode) & 0o077:
        return Check("home", "warn", f"{base} is open to other users", f"chmod 700 '{base}'")
    return Check("home", "ok", str(base))


def check_disk(home: Home) -> Check:
    """Whether there is room for recordings, models and training."""
    free = psutil.disk_usage(str(nearest_folder(home.base))).free
    detail = f"{free / GIB:.1f} GiB free"
    if free < NO_DISK:
        return Check("disk", "fail", detail, "Free some space: recordings could not be kept.")
    if free < LITTLE_DISK:
        return Check("disk", "warn", detail, "Free some space before downloading a model or training.")
    return Check("disk", "ok", detail)


def nearest_folder(path: Path) -> Path:
    """The path itself or the closest folder above it that exists."""
    return next(folder for folder in (path, *path.parents) if folder.is_dir())
