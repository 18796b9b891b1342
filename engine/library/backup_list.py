"""Where backups were written, so that a deletion can name those that still hold what was deleted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.json_text import parse_json
from engine.models.durable import write_json
from engine.paths import Home

FILE = "backups.json"  # beside the library, not in it: it outlives restoring and erasing


@dataclass(frozen=True)
class KnownBackup:
    """A folder that holds a backup, and when it was last written (ISO 8601, UTC)."""

    folder: Path
    created_at: str


def known_backups(home: Home) -> list[KnownBackup]:
    """The backups that are still where they were written."""
    try:
        content = parse_json((home.base / FILE).read_text(encoding="utf-8"))
        found = [KnownBackup(Path(folder), str(created)) for folder, created in content.items()]
    except (OSError, ValueError, AttributeError):
        return []
    return [backup for backup in found if backup.folder.exists()]


def note_backup(home: Home, folder: Path, created_at: str) -> None:
    """Remember a backup."""
    content = {str(backup.folder): backup.created_at for backup in known_backups(home)}
    content[str(folder.absolute())] = created_at
    write_json(home.base / FILE, content)
