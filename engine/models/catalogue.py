"""The models Attune knows how to get, from ``resources/catalogue.json``."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass, field
from pathlib import Path

from engine.errors import InputError
from engine.models.card import Card, Context
from engine.paths import RESOURCES

CATALOGUE_FILE = RESOURCES / "catalogue.json"


@dataclass(frozen=True)
class Entry:
    """One model of the catalogue.

    `revision` is a branch or a full commit; either way the commit that was downloaded is written into the card.
    `download_bytes` is approximate; the hub says the exact size. `fill_from` names the repository that has the
    tokenizer files where `repo` has weights only. `context_source` says who measured a context below 30 s.
    """

    id: str
    name: str
    repo: str
    parameters: int
    download_bytes: int
    languages: tuple[str, ...]
    licence: str
    note: str
    revision: str = "main"
    fill_from: str = ""
    context: Context = field(default_factory=Context)
    context_source: str = ""

    def card(self) -> Card:
        """The card of this model, before anything was measured here."""
        extra = {"note": self.note} | ({"context_source": self.context_source} if self.context_source else {})
        return Card(
            id=self.id,
            name=self.name,
            base=self.repo,
            languages=self.languages,
            context=self.context,
            licence=self.licence,
            extra=extra,
        )


@functools.cache
def read_catalogue(file: Path = CATALOGUE_FILE) -> tuple[Entry, ...]:
    """All entries, in the order of the file."""
    rows = json.loads(file.read_text(encoding="utf-8"))["models"]
    return tuple(
        Entry(**row | {"languages": tuple(row["languages"]), "context": Context(**row.get("context", {}))})
        for row in rows
    )


def find_entry(name: str) -> Entry:
    """The catalogue's entry of this name, or an entry for any hub repository given as ``owner/name``.

    Raises:
        InputError: it is neither.
    """
    for entry in read_catalogue():
        if name == entry.id:
            return entry
    owner, _, model = name.partition("/")
    if owner and model and "/" not in model:
        return Entry(model, model, name, 0, 0, (), "", "not in the catalogue")
    raise InputError(f"There is no model {name!r} in the catalogue.", "See: attune models list")
