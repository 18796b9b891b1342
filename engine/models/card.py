"""A model's card: what it is, where it came from, what was measured, how short an audio it bears."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.errors import ModelFolderError
from engine.json_text import load_json
from engine.models.durable import write_json

CARD_NAME = "card.json"
WINDOW_SECONDS = 30.0  # Whisper's full audio context


@dataclass(frozen=True)
class Context:
    """How much audio context the model needs, in seconds; unmeasured models get the full window."""

    min_seconds: float = WINDOW_SECONDS
    pad_seconds: float = WINDOW_SECONDS

    def seconds_for(self, duration: float) -> float:
        """The context in seconds to encode `duration` seconds of speech in."""
        return min(WINDOW_SECONDS, max(self.min_seconds, duration + self.pad_seconds))


@dataclass(frozen=True)
class Measured:
    """A word error rate (a fraction) with its confidence interval, and the command that measured it."""

    set: str
    wer: float
    low: float
    high: float
    words: int
    command: str


@dataclass(frozen=True)
class Golden:
    """What the sound model says to a known recording; `audio` is a file of the folder, else the bundled one."""

    text: str | None = None
    audio: str | None = None


@dataclass(frozen=True)
class Adaptive:
    """Below this mean log probability (natural log, a token) a greedy decode is done again with beam 5."""

    beam_threshold: float | None = None


@dataclass(frozen=True)
class Gpu:
    """The compute type of CTranslate2 that reads best on a GPU; None where it was not measured on one."""

    compute_type: str | None = None


@dataclass(frozen=True)
class Card:
    """The content of ``card.json``. `extra` holds fields this version does not know, and is saved with them."""

    id: str
    name: str
    base: str = ""
    languages: tuple[str, ...] = ()
    context: Context = Context()
    measured: tuple[Measured, ...] = ()
    recipe: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    versions: Mapping[str, Any] = field(default_factory=dict)
    licence: str = ""
    created: str = ""
    source: str = ""
    golden: Golden = Golden()
    adaptive: Adaptive = Adaptive()
    gpu: Gpu = Gpu()
    extra: Mapping[str, Any] = field(default_factory=dict)

    def save(self, folder: Path) -> None:
        """Write ``card.json`` into the model folder."""
        content = dataclasses.asdict(self)
        content |= content.pop("extra")
        for optional in ("golden", "adaptive", "gpu"):
            content[optional] = {name: value for name, value in content[optional].items() if value is not None}
            if not content[optional]:
                del content[optional]
        write_json(folder / CARD_NAME, content)

    @classmethod
    def load(cls, folder: Path) -> Card:
        """Read the card of the model folder.

        Raises:
            ModelFolderError: there is no card, or one of its fields is not what it should be.
        """
        path = folder / CARD_NAME
        try:
            content = load_json(path)
        except FileNotFoundError:
            raise ModelFolderError(f"{folder} holds no {CARD_NAME}.", "Import it with: attune models import") from None
        except (OSError, ValueError) as error:
            raise ModelFolderError(f"{path} cannot be read: {error}.", "Install the model again.") from error
        if not isinstance(content, dict):
            raise _misfit("the card", "an object", content)
        return _parse(content)


def _parse(content: dict[str, Any]) -> Card:
    known = {entry.name for entry in dataclasses.fields(Card)} - {"extra"}
    given = {name: value for name, value in content.items() if name in known}
    for name in ("id", "name"):
        if not _expect(given.get(name), str, name):
            raise ModelFolderError(f"{CARD_NAME}: {name} is missing.", "Install the model again.")
    for name in ("base", "licence", "created", "source"):
        _expect(given.get(name, ""), str, name)
    for name in ("recipe", "data", "versions"):
        _expect(given.get(name, {}), dict, name)
    if "languages" in given:
        languages = _expect(given["languages"], list, "languages")
        given["languages"] = tuple(_expect(language, str, "languages") for language in languages)
    if "measured" in given:
        rows = _expect(given["measured"], list, "measured")
        given["measured"] = tuple(_record(Measured, row, "measured") for row in rows)
    for name, kind in (("context", Context), ("golden", Golden), ("adaptive", Adaptive), ("gpu", Gpu)):
        if name in given:
            given[name] = _record(kind, given[name] or {}, name)
    extra = {name: value for name, value in content.items() if name not in known}
    return Card(**given, extra=extra)


_FIELD_TYPES: dict[str, tuple[type, ...]] = {
    "float": (float, int),
    "int": (int,),
    "str": (str,),
    "str | None": (str, type(None)),
    "float | None": (float, int, type(None)),
}


def _record(kind: type[Any], content: object, place: str) -> Any:
    """Build one of the card's inner records, refusing wrong types and missing fields by name."""
    given = _expect(content, dict, place)
    values = {}
    for entry in dataclasses.fields(kind):
        if entry.name in given:
            value = given[entry.name]
            if not isinstance(value, _FIELD_TYPES[str(entry.type)]) or isinstance(value, bool):
                raise _misfit(f"{place}.{entry.name}", str(entry.type), value)
            values[entry.name] = value
        elif entry.default is dataclasses.MISSING:
            raise ModelFolderError(f"{CARD_NAME}: {place}.{entry.name} is missing.", "Install the model again.")
    return kind(**values)


def _expect(value: Any, kind: type[Any], place: str) -> Any:
    if value is None and kind is str:
        return ""
    if not isinstance(value, kind):
        raise _misfit(place, {"str": "text", "list": "a list", "dict": "an object"}[kind.__name__], value)
    return value


def _misfit(place: str, wanted: str, value: object) -> ModelFolderError:
    return ModelFolderError(
        f"{CARD_NAME}: {place} should be {wanted}, but is {json.dumps(value)[:40]}.", "Install the model again."
    )
