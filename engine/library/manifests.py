"""Reading folders of recordings and texts that others made: audiofolder, CSV with sound files, Common Voice.

What is read here comes from strangers: names must stay below the folder, lines have a greatest length, and the
whole manifest is checked before anything is imported.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, Literal

from engine.errors import InputError
from engine.library.entities import Split
from engine.library.records import LONGEST_LINE, TrainingRecord, first_of, parse_line, record_from

METADATA = ("metadata.jsonl", "metadata.csv")
CLIPS = "clips"  # Common Voice keeps its recordings there
DELIMITERS = ",\t;|"
SPLIT_NAMES: dict[str, Split] = {
    "train": "train",
    "training": "train",
    "validation": "dev",
    "valid": "dev",
    "val": "dev",
    "dev": "dev",
    "test": "test",
    "testing": "test",
}
LEFT_OUT = ("invalidated", "other", "reported", "unvalidated_sentences", "validated_sentences", "clip_durations")


@dataclass(frozen=True)
class FoundPair:
    """A record of a manifest, and the file with its sound."""

    record: TrainingRecord
    file: Path


def read_manifests(path: Path) -> list[FoundPair]:
    """All pairs of a folder or of one manifest (.jsonl, .csv, .tsv).

    Raises:
        InputError: there is no manifest, or one of its records is wrong; the error names the line.
    """
    if path.is_file():
        found = list(_read(path, path.parent, path.parent))
    elif not path.is_dir():
        raise InputError(f"{path} does not exist.", "Name a folder with metadata.jsonl, or a CSV file.")
    elif (path / CLIPS).is_dir() and (tables := sorted(path.glob("*.tsv"))):
        found = _read_common_voice(path, tables)
    else:
        found = [pair for manifest in _manifests_in(path) for pair in _read(manifest, manifest.parent, path)]
    if not found:
        raise InputError(f"{path} names no recordings.", "Each record needs file_name and text.")
    return found


def _manifests_in(folder: Path) -> list[Path]:
    """The metadata files at the top and one folder down, else the only CSV or TSV file at the top."""
    for pattern in ("", "*/"):
        for name in METADATA:
            if manifests := sorted(folder.glob(pattern + name)):
                return manifests
    tables = sorted([*folder.glob("*.csv"), *folder.glob("*.tsv")])
    if len(tables) == 1:
        return tables
    if tables:
        raise InputError(f"{folder} has several tables.", "Name the one to import.")
    raise InputError(
        f"{folder} has no metadata.jsonl, metadata.csv or other table.",
        "It needs one with the columns file_name and text.",
    )


def _read_common_voice(folder: Path, tables: list[Path]) -> list[FoundPair]:
    """The tables of the splits first: a recording that is in `validated.tsv` as well keeps its split."""
    chosen = [table for table in tables if table.stem not in LEFT_OUT]
    chosen.sort(key=lambda table: (table.stem not in SPLIT_NAMES, table.stem))
    pairs: dict[Path, FoundPair] = {}
    for table in chosen:
        for pair in _read(table, folder / CLIPS, folder):
            pairs.setdefault(pair.file, pair)
    return list(pairs.values())


def _read(manifest: Path, sounds: Path, root: Path) -> Iterator[FoundPair]:
    """The pairs of one manifest; its names are relative to `sounds` and must stay below `root`."""
    rows = _json_rows(manifest) if manifest.suffix.lower() == ".jsonl" else _table_rows(manifest)
    for place, values in rows:
        name = first_of(values, "file_name", "audio", "path")
        split = values.get("split") or _split_of(manifest, root, name)
        given = SPLIT_NAMES.get(str(split).lower(), split) if split else None
        record = record_from({**values, "split": given}, place)
        yield FoundPair(record, find_file(record.audio, sounds, root, place))


def _split_of(manifest: Path, root: Path, name: str | None) -> Split | None:
    """What the name of the table, of its folder or of the sound's folder says about the split."""
    parts = [manifest.stem, *manifest.parent.relative_to(root).parts, *PurePosixPath(name or "").parent.parts]
    return next((SPLIT_NAMES[part.lower()] for part in parts if part.lower() in SPLIT_NAMES), None)


def find_file(name: str, sounds: Path, root: Path, place: str) -> Path:
    """The file a manifest names.

    Raises:
        InputError: the name is absolute, leaves the folder (by ".." or a link), or there is no such file.
    """
    posix, windows = PurePosixPath(name), PureWindowsPath(name)
    if posix.is_absolute() or windows.is_absolute() or windows.drive or ".." in {*posix.parts, *windows.parts}:
        raise InputError(f"{place}: {name[:80]!r} leaves the folder.", "Use names relative to the manifest.")
    try:
        file = (sounds / name).resolve(strict=True)
    except (OSError, ValueError, RuntimeError) as error:
        raise InputError(f"{place}: there is no file {name[:80]!r}.", "Nothing was imported.") from error
    if not file.is_relative_to(root.resolve()):
        raise InputError(f"{place}: {name[:80]!r} is a link that leaves the folder.", "Copy the file itself.")
    if not file.is_file():
        raise InputError(f"{place}: {name[:80]!r} is not a file.", "Nothing was imported.")
    return file


def _json_rows(manifest: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, line in _lines(manifest):
        place = f"{manifest.name}, line {number}"
        if line.strip():
            yield place, parse_line(line, place)


def _table_rows(manifest: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    lines = _lines(manifest)
    header = next(lines, (1, ""))[1]
    delimiter = max(DELIMITERS, key=header.count)
    # Common Voice's tables are not quoted, and its sentences have quotation marks in them.
    quoting: Literal[0, 3] = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    try:
        names = next(csv.reader([header], delimiter=delimiter, quoting=quoting), [])
        reader = csv.reader((line for _, line in lines), delimiter=delimiter, quoting=quoting)
        for row in reader:
            place = f"{manifest.name}, line {reader.line_num + 1}"
            if len(row) > len(names):
                raise InputError(
                    f"{place}: more fields than the header has.", "Put texts with commas in quotation marks."
                )
            if row:
                yield place, {name.strip(): value for name, value in zip(names, row, strict=False) if value}
    except csv.Error as error:
        raise InputError(f"{manifest.name}: not a valid table ({error}).", "Save it as CSV again.") from error


def _lines(manifest: Path) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; none is read further than the greatest length."""
    try:
        with manifest.open(encoding="utf-8-sig", newline="") as file:
            number = 0
            while line := file.readline(LONGEST_LINE + 1):
                number += 1
                if len(line) > LONGEST_LINE:
                    raise InputError(
                        f"{manifest.name}, line {number}: longer than {LONGEST_LINE} characters.",
                        "Is it a manifest at all?",
                    )
                yield number, line
    except UnicodeDecodeError as error:
        raise InputError(f"{manifest.name} is not UTF-8 text.", "Save it as UTF-8.") from error
    except OSError as error:
        raise InputError(f"{manifest} cannot be read: {error.strerror}.") from error
