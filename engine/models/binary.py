"""Reads the outline of CTranslate2's ``model.bin`` (names, shapes, sizes) without reading its weights.

The layout is that of `ctranslate2.specs.model_spec.ModelSpec._serialize`: header, variables, aliases. A file that
was cut short, or that has bytes left over, is found here without loading it.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from engine.errors import ModelFolderError

ITEM_BYTES = {0: 4, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2}  # float32, int8, int16, int32, float16, bfloat16
READABLE_VERSIONS = (4, 5, 6)
MAX_VARIABLES = 100_000


@dataclass(frozen=True)
class Outline:
    """The kind of model and the shape of each of its variables."""

    kind: str
    shapes: dict[str, tuple[int, ...]]


def read_outline(path: Path) -> Outline:
    """Read the outline of a ``model.bin``.

    Raises:
        ModelFolderError: it is no CTranslate2 model, or it is cut short, or longer than it says.
    """
    try:
        with path.open("rb") as file:
            return _read(file, path.stat().st_size)
    except (struct.error, UnicodeDecodeError, _ImplausibleError) as error:
        raise ModelFolderError(
            f"{path.name} is damaged or no CTranslate2 model.", "Convert or download the model again."
        ) from error


class _ImplausibleError(Exception):
    """The bytes do not follow the layout."""


def _read(file: BinaryIO, size: int) -> Outline:
    (version,) = _unpack(file, "<I")
    if version not in READABLE_VERSIONS:
        raise _ImplausibleError
    kind = _text(file)
    _revision, count = _unpack(file, "<II")
    if count > MAX_VARIABLES:
        raise _ImplausibleError
    shapes = dict(_variable(file, size) for _ in range(count))
    (aliases,) = _unpack(file, "<I")
    if aliases > MAX_VARIABLES:
        raise _ImplausibleError
    for _ in range(aliases):
        alias, target = _text(file), _text(file)
        shapes[alias] = shapes.get(target, ())
    if file.tell() != size:
        raise _ImplausibleError
    return Outline(kind, shapes)


def _variable(file: BinaryIO, size: int) -> tuple[str, tuple[int, ...]]:
    name = _text(file)
    (rank,) = _unpack(file, "<B")
    shape = _unpack(file, f"<{rank}I")
    item, length = _unpack(file, "<BI")
    if item not in ITEM_BYTES or length != math.prod(shape) * ITEM_BYTES[item] or file.tell() + length > size:
        raise _ImplausibleError
    file.seek(length, 1)
    return name, shape


def _text(file: BinaryIO) -> str:
    (length,) = _unpack(file, "<H")
    text = file.read(length)
    if len(text) != length:
        raise _ImplausibleError
    return text.rstrip(b"\0").decode("utf-8")


def _unpack(file: BinaryIO, layout: str) -> tuple[int, ...]:
    return struct.unpack(layout, file.read(struct.calcsize(layout)))
