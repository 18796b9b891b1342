"""Putting a whole library in the place of another, so that a crash leaves one of the two."""

from __future__ import annotations

import shutil
from pathlib import Path

from engine.models.durable import move
from engine.paths import Home

READY = "library.ready"  # a whole, checked library that waits to take its place
KEPT = "library.before-restore"
ERASED = "library.erased"  # is being deleted


def swap_in(home: Home, staging: Path) -> Path | None:
    """Put the library in `staging` in place. Returns where the present one is kept, None if there was none."""
    ready = home.base / READY
    if ready.exists():  # a crash came before it took its place; its backup is still there
        shutil.rmtree(ready)
    move(staging, ready)
    kept = None
    if home.library.exists():
        kept = _free(home.base / KEPT)
        move(home.library, kept)
    move(ready, home.library)
    return kept


def take_out(home: Home) -> None:
    """Delete the library as a whole; a crash leaves it whole, or to `finish_swap`."""
    erased = home.base / ERASED
    if home.library.exists():
        move(home.library, erased)
    if erased.exists():
        shutil.rmtree(erased)


def is_interrupted(home: Home) -> bool:
    """Whether a crash left something for `finish_swap`."""
    return (home.base / ERASED).exists() or ((home.base / READY).exists() and not home.library.exists())


def finish_swap(home: Home) -> None:
    """Finish what a crash interrupted in `swap_in` or `take_out`."""
    if (home.base / ERASED).exists():
        shutil.rmtree(home.base / ERASED)
    ready = home.base / READY
    if ready.exists() and not home.library.exists():
        move(ready, home.library)


def _free(path: Path) -> Path:
    """`path` with the first number that is not taken."""
    number = 1
    while (numbered := path.with_name(f"{path.name}-{number}")).exists():
        number += 1
    return numbered
