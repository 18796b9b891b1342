"""Reading JSON that somebody else may have written."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

MOST_BYTES = 64 << 20


def parse_json(text: str | bytes) -> Any:
    """The value in `text`.

    Raises:
        ValueError: it is no JSON, or nested so deeply that the parser gives up (`json` raises RecursionError then,
            which callers that expect bad input would miss).
    """
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def load_json(path: Path) -> Any:
    """The value in a file that somebody else may have put there.

    Raises:
        FileNotFoundError: there is none.
        OSError: it cannot be read.
        ValueError: it is no JSON, no regular file (a link may lead anywhere, a device never ends), or far too large.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise ValueError("no regular file")
        if found.st_size > MOST_BYTES:
            raise ValueError("too large")
        return parse_json(file.read())
