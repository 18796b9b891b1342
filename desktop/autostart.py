"""Starting with the session, and standing in the desktop's menu: freedesktop.org's desktop entries on Linux."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from engine.errors import StorageError
from engine.paths import RESOURCES, Home

NAME = "attune.desktop"
ENTRY = """[Desktop Entry]
Type=Application
Version=1.5
Name=Attune
GenericName=Dictation
GenericName[de]=Diktat
Comment=Dictation that learns your voice, on your own machine
Comment[de]=Diktat, das Ihre Stimme lernt, auf Ihrem eigenen Rechner
Exec={command}
Icon={icon}
Terminal=false
Categories=Utility;Accessibility;AudioVideo;
Keywords=speech;voice;dictation;Sprache;Diktat;
StartupWMClass=attune
"""


def is_possible(platform: str = sys.platform) -> bool:
    """Whether this platform starts programs by desktop entries."""
    return platform.startswith(("linux", "freebsd"))


def set_autostart(home: Home, on: bool, environment: Mapping[str, str] = os.environ) -> None:
    """Start Attune hidden, in its tray, with the user's session, or do not.

    Raises:
        StorageError: the entry cannot be written or removed.
    """
    folder = Path(environment.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    _put(folder / "autostart" / NAME, _entry(home, "--hidden") if on else None)


def set_menu_entry(home: Home, on: bool, environment: Mapping[str, str] = os.environ) -> None:
    """Put Attune into the menu of programs, or take it out.

    Raises:
        StorageError: the entry cannot be written or removed.
    """
    folder = Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    _put(folder / "applications" / NAME, _entry(home) if on else None)


def _entry(home: Home, *options: str) -> str:
    words = ["env", f"PYTHONPATH={RESOURCES.parent}", sys.executable, "-m", "desktop", "--home", str(home.base)]
    command = " ".join(_quoted(word) for word in [*words, *options])
    return ENTRY.format(command=command, icon=RESOURCES / "icons" / "attune.svg")


def _quoted(word: str) -> str:
    """As the specification wants it: in double quotes, backslashes doubled once more, per cent signs doubled."""
    escaped = "".join(f"\\{char}" if char in '"`$\\' else char for char in word)
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'


def _put(path: Path, content: str | None) -> None:
    """Have `content` there; None takes the file away."""
    try:
        if content is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.part")
        temporary.write_text(content, encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        raise StorageError(f"{path} cannot be changed: {error.strerror}.", "Check the folder's rights.") from error
