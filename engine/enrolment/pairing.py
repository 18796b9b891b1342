"""Which recording is which sentence, when recordings that were read are brought in."""

from __future__ import annotations

import re
from pathlib import Path

from engine.errors import InputError
from engine.library.manifests import METADATA, read_manifests

SOUNDS = frozenset({".wav", ".flac", ".mp3", ".m4a", ".ogg", ".opus", ".aac", ".wma", ".webm", ".aiff", ".aif"})


def pair(folder: Path, texts: list[str] | None) -> list[tuple[Path, str]]:
    """Recordings with what was read in them.

    A folder with metadata.csv or metadata.jsonl says so itself. Otherwise recordings in the order of their names (2
    before 10) are the lines of the text; where there are fewer, the number in a name is its line.

    Raises:
        InputError: there are no recordings, or they cannot be matched.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is not a folder.", "Give the folder of the recordings.")
    if any((folder / name).is_file() for name in METADATA):
        return [(found.file, found.record.text) for found in read_manifests(folder)]
    files = sorted((file for file in folder.iterdir() if file.suffix.lower() in SOUNDS), key=_natural)
    if not files:
        raise InputError(f"{folder} holds no recordings.", "Give the folder of the recordings, such as WAV or FLAC.")
    if texts is None:
        raise InputError("What was read is not known.", "Give the sentences: --texts FILE, one a line.")
    if len(files) == len(texts):
        return list(zip(files, texts, strict=True))
    return [(file, _line_of(file, texts, len(files))) for file in files]


def _line_of(file: Path, texts: list[str], files: int) -> str:
    number = re.search(r"(\d+)\D*$", file.stem)
    if number is None or not 1 <= int(number[1]) <= len(texts):
        raise InputError(
            f"There are {files} recordings and {len(texts)} sentences, and {file.name} names no line.",
            "Number the recordings by the lines they read: 001.wav is the first.",
        )
    return texts[int(number[1]) - 1]


def _natural(file: Path) -> list[tuple[int, str]]:
    parts = re.split(r"(\d+)", file.name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
