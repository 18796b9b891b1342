"""What a model wrote for each test utterance, with the counts that all figures are made of; kept as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from engine.errors import InputError
from engine.models.durable import write_json
from trainer.statistics import Counts
from trainer.testsets import Role

VERSION = 1


@dataclass(frozen=True)
class TermCounts:
    """How often the looked-for terms were said, how often of these written, and written though not said."""

    said: int = 0
    found: int = 0
    false: int = 0


@dataclass(frozen=True)
class Effort:
    """The work an utterance took, in units that do not depend on the machine, and `elapsed`, which does.

    `context` is the audio encoded, in seconds; `steps` the decoder's steps, a beam of five counting five times, all
    tries included; `tokens` those of the text that was kept; `elapsed` in seconds.
    """

    context: float = 0.0
    steps: int = 0
    tokens: int = 0
    elapsed: float = 0.0


@dataclass(frozen=True)
class Reading:
    """One utterance: what was `said` and what the model `read`; `seconds` is its length.

    `words` and `letters` compare normalised text, `written_words` and `written_letters` the text as written.
    `anomaly` is what a guard of the recogniser met on the way ("" if nothing).
    """

    id: str
    block: str
    said: str
    read: str
    seconds: float
    words: Counts
    letters: Counts
    written_words: Counts
    written_letters: Counts
    terms: TermCounts = TermCounts()
    effort: Effort = Effort()
    anomaly: str = ""


@dataclass(frozen=True)
class SetReadings:
    """A test set as one model read it."""

    name: str
    role: Role
    speech: bool
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Evaluation:
    """A model on all sets. `model` is its name and `sha256` the hash of its weights."""

    model: str
    sha256: str
    sets: tuple[SetReadings, ...]

    def having(self, *roles: Role) -> Iterator[SetReadings]:
        """The sets that play one of these roles."""
        return (one for one in self.sets if one.role in roles)

    @property
    def tested(self) -> tuple[str, ...]:
        """The ids of the user's own utterances, on which the decision rests."""
        return tuple(dict.fromkeys(one.id for own in self.having("personal", "gold") for one in own.readings))

    def as_json(self) -> dict[str, Any]:
        """All of it as JSON values."""
        return {"version": VERSION, **asdict(self)}

    def save(self, path: Path) -> None:
        """Write it to a file that only the user may read."""
        write_json(path, self.as_json())

    @classmethod
    def load(cls, path: Path) -> Evaluation:
        """Read what `save` wrote.

        Raises:
            InputError: the file is missing, damaged or of another version.
        """
        try:
            return cls.from_json(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise InputError(f"{path} holds no evaluation that can be used.", "Delete it; it is made again.") from error

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Evaluation:
        """What `as_json` gave. KeyError, TypeError or ValueError where it did not."""
        if values["version"] != VERSION:
            raise ValueError("another version")
        sets = (
            SetReadings(one["name"], cast(Role, one["role"]), one["speech"], tuple(map(_reading, one["readings"])))
            for one in values["sets"]
        )
        return cls(values["model"], values["sha256"], tuple(sets))


def _reading(row: Mapping[str, Any]) -> Reading:
    counts = {name: Counts(**row[name]) for name in ("words", "letters", "written_words", "written_letters")}
    return Reading(**{**row, **counts, "terms": TermCounts(**row["terms"]), "effort": Effort(**row["effort"])})
