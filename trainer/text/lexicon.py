"""The domains of dictation: word lists and sentence templates, read from plain text files.

A file in ``resources/text/domains`` has sections headed by ``[name]``. A section is a list of items parted by
commas, except `sentences`, `unseen` and `phrases` (very short ones), which hold one template a line; `unseen`
templates never train.
Items and templates hold slots: ``{list}``, ``{list:form}`` (see `inflection`), ``{domain.list}``, and
``{this|that}``, a choice of texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from engine.paths import RESOURCES

COMMON = "common"
SLOT = re.compile(r"\{([^{}]+)\}")

_TEMPLATE_SECTIONS = ("sentences", "unseen", "phrases")


@dataclass(frozen=True)
class Domain:
    """The lists of one domain by name, and its templates: those that train and those kept unseen."""

    name: str
    lists: dict[str, tuple[str, ...]]
    sentences: tuple[str, ...]
    unseen: tuple[str, ...]
    phrases: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many different items its lists hold."""
        return len({item for items in self.lists.values() for item in items})


@cache
def load_domains() -> dict[str, Domain]:
    """Every domain by name; `COMMON` holds what all the others share."""
    files = sorted((RESOURCES / "text" / "domains").glob("*.txt"))
    return {file.stem: read_domain(file) for file in files}


def read_domain(file: Path) -> Domain:
    """The domain in a file."""
    sections = dict(_sections(file.read_text(encoding="utf-8")))
    templates = {name: _lines(sections.pop(name, "")) for name in _TEMPLATE_SECTIONS}
    lists = {name: _items(body) for name, body in sections.items()}
    return Domain(file.stem, lists, **templates)


def _sections(text: str) -> Iterator[tuple[str, str]]:
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    parts = re.split(r"^\[(\w+)\]$", lines, flags=re.MULTILINE)
    yield from zip(parts[1::2], parts[2::2], strict=True)


def _lines(body: str) -> tuple[str, ...]:
    return tuple(line for line in body.splitlines() if line)


def _items(body: str) -> tuple[str, ...]:
    """The items in order, words once only; an item with slots may stand more than once, to come up oftener."""
    items = [" ".join(item.split()) for item in body.split(",")]
    repeated = {item for index, item in enumerate(items) if "{" not in item and item in items[:index]}
    kept = [item for index, item in enumerate(items) if item not in repeated or items.index(item) == index]
    return tuple(item for item in kept if item)
