"""Reading JSON that somebody else may have written."""

from __future__ import annotations

import json
from typing import Any


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
