"""A child process that adds utterances to the home named on its command line, and prints each id once it is kept."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from library_samples import dictate

from engine.library.library import Library
from engine.paths import Home

with Library(Home(Path(sys.argv[1]))) as library:
    for n in count():
        status = "read" if n % 2 else "dictated"
        print(
            dictate(library, f"sentence number {n} of cycle {sys.argv[2]}", seconds=0.5, seed=n, status=status),
            flush=True,
        )
