"""Room set aside for the moment the disk is full: given up, it lets what was just said be kept, and the user act.

Databases keep such a file for the same reason (CockroachDB's emergency ballast): with not a byte left, even tidying up
fails.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

SIZE = 32 << 20  # bytes: a quarter of an hour of speech, and the log of the database
LEAST_FREE = 1 << 30  # bytes that must be free for it to be made: on a smaller disk it would be part of the trouble


class Ballast:
    """The file `ballast` in a home's base folder."""

    def __init__(self, base: Path) -> None:
        self._file = base / "ballast"

    def make(self) -> None:
        """Set the room aside, unless it is already, or little is free. Where that fails, there is no ballast."""
        try:
            if self._file.exists() or shutil.disk_usage(self._file.parent).free < LEAST_FREE:
                return
            place = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                if hasattr(os, "posix_fallocate"):
                    os.posix_fallocate(place, 0, SIZE)
                else:
                    os.write(place, bytes(SIZE))
            finally:
                os.close(place)
        except OSError:
            self.give_up()

    def give_up(self) -> bool:
        """Free the room. Whether there was any."""
        try:
            self._file.unlink()
        except OSError:
            return False
        return True
