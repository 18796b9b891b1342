"""What a system asks of its model: recorded in a live run, replayed by `live_cost.py` on models of other sizes."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Call:
    """One stretch of audio, in seconds, encoded once and decoded with each of `beams`; `tokens` came out of it.

    `padded` says that it was encoded as 30 s, `aligned` that its words were timed, `copy` which of a system's
    copies of the model did it.
    """

    seconds: float
    beams: tuple[int, ...]
    tokens: int
    padded: bool
    aligned: bool
    copy: int = 0

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Call:
        return cls(**{**data, "beams": tuple(data["beams"])})


class WatchedClient:
    """A recogniser client that notes its calls in `calls`."""

    def __init__(self, client, calls: list[Call], *, adaptive: bool) -> None:
        self.preload = client.preload
        self._client, self._calls, self._adaptive = client, calls, adaptive

    def recognise(self, work):
        future = self._client.recognise(work)
        future.add_done_callback(lambda done: self._note(work, done.result()))
        return future

    def _note(self, work, said) -> None:
        tokens = len(said.hypotheses[0].tokens) if said.hypotheses else 0
        searched = (1, work.options.beam) if self._adaptive else (work.options.beam,)
        beams = (1,) if work.options.beam == 1 or (said.hypotheses and said.beam == 1) else searched
        self._calls.append(Call(work.seconds, beams, tokens, padded=False, aligned=bool(said.words)))
