"""The outcome of looking at one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "warn", "fail"]


@dataclass(frozen=True)
class Check:
    """`warn`: Attune works without it, or soon will not. `fail`: dictation does not work. Both have a remedy."""

    name: str
    state: State
    detail: str
    remedy: str = ""
