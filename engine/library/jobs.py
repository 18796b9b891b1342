"""Taking utterances out of the training jobs that hold copies of them."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from engine.json_text import parse_json

MANIFEST = ".jsonl"
PAGES = (".json", ".html", ".md", ".txt", ".csv", ".log")  # reports quote what was said; they can be made again


def forget_in_jobs(jobs: Path, identifiers: Collection[str]) -> list[Path]:
    """Remove, below the folder `jobs`, files named after these utterances and pages that quote them by id.

    Manifests lose the lines of these utterances and stay. Returns what was removed or changed.
    """
    touched: list[Path] = []
    for parent, _, names in os.walk(jobs):
        for name in names:
            file = Path(parent) / name
            if any(identifier in name for identifier in identifiers) or (
                file.suffix in PAGES and _names_one(file, identifiers)
            ):
                file.unlink()
                touched.append(file)
            elif file.suffix == MANIFEST and _drop_lines(file, identifiers):
                touched.append(file)
    return touched


def _names_one(file: Path, identifiers: Collection[str]) -> bool:
    content = file.read_bytes()
    return any(identifier.encode() in content for identifier in identifiers)


def _drop_lines(manifest: Path, identifiers: Collection[str]) -> bool:
    """Rewrite a manifest without the records of these utterances; whether there were any."""
    lines = manifest.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not _is_about(line, identifiers)]
    if len(kept) == len(lines):
        return False
    temporary = manifest.with_name(manifest.name + ".new")
    temporary.write_text("".join(kept), encoding="utf-8")
    temporary.chmod(0o600)
    temporary.replace(manifest)
    return True


def _is_about(line: str, identifiers: Collection[str]) -> bool:
    try:
        record = parse_json(line)
    except ValueError:
        return False
    return isinstance(record, dict) and record.get("id") in identifiers
