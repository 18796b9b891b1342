"""Commands that stand in for programs which cannot be there, for tests of the shell scripts."""

from pathlib import Path

TOOLS = ("sh", "dirname", "uname", "awk", "cat", "cp", "grep", "rm", "tr")


def fake_command(file: Path, script: str) -> Path:
    """An executable shell script in place of a program."""
    file.unlink(missing_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return file


def plain_tools(folder: Path) -> str:
    """A PATH with the ordinary tools alone: no Python, no package manager, no sudo."""
    folder.mkdir(exist_ok=True)
    for name in TOOLS:
        places = (Path("/bin", name), Path("/usr/bin", name))
        (folder / name).symlink_to(next(place for place in places if place.exists()))
    return str(folder)
