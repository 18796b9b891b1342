"""Training records, and the JSON lines they travel in."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, cast

from engine.errors import InputError
from engine.json_text import parse_json
from engine.library.database import Database
from engine.library.entities import SOURCES, SPEAKER, SPLITS, Source, Split
from engine.library.recordings import Recordings
from engine.records import SAMPLE_RATE

LONGEST_LINE = 1 << 20  # characters: far more than any record, far less than memory


@dataclass(frozen=True)
class TrainingRecord:
    """A recording with what was said in it.

    `audio` is a path, relative to the manifest in a file; duration in seconds; `base_text` is what `base_model`
    had recognised; `sha256` is the audio file's; `gold` ones only ever test.
    """

    audio: str
    text: str
    language: str = "en"
    speaker_id: str = SPEAKER
    sample_rate: int = SAMPLE_RATE
    duration: float = 0.0
    id: str = ""
    sha256: str = ""
    session_id: str = ""
    created_at: str = ""
    source: Source = "accepted"
    base_model: str = ""
    base_text: str = ""
    split: Split | None = None
    gold: bool = False
    app: str = ""


FIELDS = tuple(field.name for field in fields(TrainingRecord))


@dataclass(frozen=True)
class LibraryPair:
    """A pair of the library: its record (audio as absolute path), and why it must not train, if it must not."""

    record: TrainingRecord
    quarantine: str | None


def pairs_in(database: Database, recordings: Recordings) -> Iterator[LibraryPair]:
    """All pairs whose recording is kept, oldest first; the sound ones have a split and no quarantine."""
    with database.reading() as connection:
        rows = connection.execute(
            """
            SELECT * FROM utterance
            WHERE source IS NOT NULL AND audio IS NOT NULL AND audio_fault IS NULL AND deleted_at IS NULL ORDER BY id
            """
        )
        for row in rows:
            record = TrainingRecord(
                audio=str(recordings.absolute(row["audio"])),
                text=row["pair_text"],
                language=row["language"],
                speaker_id=row["speaker_id"],
                duration=row["duration"],
                id=row["id"],
                sha256=row["audio_sha256"],
                session_id=row["session_id"],
                created_at=row["created_at"],
                source=row["source"],
                base_model=row["model"],
                base_text=row["raw_text"],
                split=row["split"],
                gold=bool(row["gold"]),
                app=row["app"],
            )
            yield LibraryPair(record, row["quarantine"])


def as_line(values: Mapping[str, object]) -> str:
    """One JSON line."""
    return json.dumps(values, ensure_ascii=False) + "\n"


def manifest_lines(records: Iterable[TrainingRecord], folder: Path) -> Iterator[str]:
    """Records as the lines of a manifest in `folder`; audio below it is named relative to it."""
    for record in records:
        audio = Path(record.audio)
        name = audio.relative_to(folder).as_posix() if audio.is_relative_to(folder) else record.audio
        yield as_line({**asdict(record), "audio": name})


def record_from(values: Mapping[str, Any], place: str) -> TrainingRecord:
    """A record from the fields of a manifest, each checked; `place` says where it stood, for the error.

    The audio is called `audio`, `file_name` or (Common Voice) `path`, the text `text` or `sentence`.

    Raises:
        InputError: a field is missing or of the wrong sort.
    """
    found: dict[str, Any] = {name: values[name] for name in FIELDS if values.get(name) not in (None, "")}
    audio = first_of(values, "file_name", "audio", "path")
    text = first_of(values, "text", "sentence", "transcription")
    if audio is None or text is None:
        missing = "file_name" if audio is None else "text"
        raise InputError(f"{place}: no {missing}.", "Each record needs file_name and text.")
    found.update(audio=audio, text=text)
    for name, other in (("language", "locale"), ("speaker_id", "client_id")):  # as Common Voice calls them
        if values.get(other):
            found.setdefault(name, values[other])
    try:
        found["duration"] = float(found.get("duration", 0.0))
        found["sample_rate"] = int(found.get("sample_rate", SAMPLE_RATE))
    except (TypeError, ValueError, OverflowError) as error:
        raise InputError(f"{place}: duration and sample_rate must be numbers.") from error
    if not math.isfinite(found["duration"]) or found["duration"] < 0:
        raise InputError(f"{place}: the duration is impossible.")
    found["gold"] = str(found.get("gold", False)).casefold() in ("true", "1")  # a table has text only
    for name, value in found.items():
        if name not in ("duration", "sample_rate", "gold") and not isinstance(value, str):
            raise InputError(f"{place}: {name} must be text.")
    _check_word(found, "source", SOURCES, place)
    _check_word(found, "split", SPLITS, place)
    return TrainingRecord(**found)


def first_of(values: Mapping[str, Any], *names: str) -> str | None:
    """The first of these fields that holds a text."""
    for name in names:
        value = values.get(name)
        if isinstance(value, str) and value.strip():
            return value
    return None


def parse_line(line: str, place: str) -> dict[str, Any]:
    """The JSON object in a line of a manifest.

    Raises:
        InputError: the line is too long, or no JSON object.
    """
    if len(line) > LONGEST_LINE:
        raise InputError(f"{place}: the line is longer than {LONGEST_LINE} characters.", "Is it a manifest at all?")
    try:
        values = parse_json(line)
    except ValueError as error:
        raise InputError(f"{place}: not valid JSON.", "Write one JSON object a line.") from error
    if not isinstance(values, dict):
        raise InputError(f"{place}: not a JSON object.", "Write one JSON object a line.")
    return cast(dict[str, Any], values)


def _check_word(found: Mapping[str, Any], name: str, allowed: tuple[str, ...], place: str) -> None:
    if name in found and found[name] not in allowed:
        raise InputError(f"{place}: {name} is {found[name][:40]!r}.", f"Use one of {', '.join(allowed)}.")
