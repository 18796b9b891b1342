"""How fast the library answers with 100,000 utterances:  python -m tests.bench.library [--utterances N] [--json]

Rows only: a synthetic text has the word frequencies of a language (Zipf), but there are no recordings. `add` is
measured on the full path, with a recording of 4 s. Target: below 50 ms each (median). CPU is the time this process
worked: on a machine that does other things as well, the clock says more than that.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np

from engine.library.entities import NewUtterance
from engine.library.library import Library
from engine.library.utterances import Filter
from engine.paths import Home, open_home
from engine.records import SAMPLE_RATE, Word

TARGET = 0.050  # seconds
VOCABULARY = 30_000
BATCH = 1_000
REPEATS = 20
SECONDS = 4.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--utterances", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="attune-bench-") as folder:
        home = open_home(Home(Path(folder)))
        started = time.perf_counter()
        with Library(home) as library:
            fill(library, options.utterances)
            print(f"filled in {time.perf_counter() - started:.0f} s", file=sys.stderr)
        with Library(home) as library:
            rows = measure(library)
        rows.append(opening(home))
        size = (home.library / "library.db").stat().st_size / 2**20
    if options.json:
        print(json.dumps({"utterances": options.utterances, "database_mib": size, "rows": rows}))
    else:
        report(rows, options.utterances, size)
    return 0


class Speaker:
    """Says sentences whose words are as frequent as in a language."""

    def __init__(self) -> None:
        self._chance = np.random.default_rng(5)
        letters = "aeioubcdfghklmnprstvwz"
        self._words = ["".join(self._chance.choice(list(letters), 2 + n % 7)) + str(n % 10) for n in range(VOCABULARY)]

    def sentence(self) -> str:
        ranks = self._chance.zipf(1.2, int(self._chance.integers(4, 16)))
        return " ".join(self._words[(rank - 1) % VOCABULARY] for rank in ranks)

    def utterance(self, number: int, samples: Any = None) -> NewUtterance:
        text = self.sentence()
        words = tuple(Word(word, n * 0.3, n * 0.3 + 0.25, 0.9) for n, word in enumerate(text.split()))
        return NewUtterance(
            text,
            session_id=f"session-{number // 200}",
            samples=samples,
            duration=SECONDS,
            words=words,
            app="editor",
            model="base.en",
            status="accepted" if number % 3 == 0 else "dictated",
        )


def fill(library: Library, utterances: int) -> None:
    """Rows of all sorts; a third of them are pairs with a split, as if their recordings were there."""
    import engine.library.pairs as pairs

    whole, pairs.fault_of = pairs.fault_of, lambda row, pair, score: None
    speaker = Speaker()
    try:
        for start in range(0, utterances, BATCH):
            numbers = range(start, min(start + BATCH, utterances))
            library.utterances.add_all([speaker.utterance(number) for number in numbers])
    finally:
        pairs.fault_of = whole


def measure(library: Library) -> list[dict[str, Any]]:
    speaker = Speaker()
    newest = library.utterances.page(1)[0]
    everything = library.utterances.page(None)
    middle, rare, common = everything[len(everything) // 2].id, newest.text.split()[-1], speaker._words[0]
    sound = (0.05 * np.random.default_rng(1).standard_normal(int(SECONDS * SAMPLE_RATE))).astype(np.float32)
    number = count(10**9)
    accepted = count(1)

    def correct() -> object:
        return library.corrections.correct(everything[3 * next(accepted)].id, speaker.sentence(), "misheard")

    questions: dict[str, Callable[[], object]] = {
        "list page, newest": lambda: library.utterances.page(50),
        "list page, in the middle": lambda: library.utterances.page(50, before=middle),
        "list page, accepted only": lambda: library.utterances.page(50, only=Filter(status="accepted")),
        "list page, one split only": lambda: library.utterances.page(50, only=Filter(split="dev")),
        "show": lambda: library.utterances.details(middle),
        "search, rare word": lambda: library.search(rare),
        "search, commonest word": lambda: library.search(common),
        "search, beginning of a word": lambda: library.search(common[:2]),
        "stats": library.stats,
        "add, with 4 s of sound": lambda: library.utterances.add(speaker.utterance(next(number) * 3 + 1, sound)),
        "accept (assigns a split)": lambda: library.utterances.accept(everything[3 * next(accepted)].id),
        "correct": lambda: library.corrections.correct(
            everything[3 * next(accepted)].id, speaker.sentence(), "misheard"
        ),
    }
    return [timed(name, question) for name, question in questions.items()]


def timed(name: str, question: Callable[[], object], repeats: int = REPEATS) -> dict[str, Any]:
    taken, worked = [], []
    for _ in range(repeats):
        started, before = time.perf_counter(), time.process_time()
        question()
        taken.append(time.perf_counter() - started)
        worked.append(time.process_time() - before)
    return {
        "name": name,
        "median_ms": statistics.median(taken) * 1000,
        "worst_ms": max(taken) * 1000,
        "cpu_ms": statistics.median(worked) * 1000,
    }


def opening(home: Home) -> dict[str, Any]:
    """Opening for writing reads every page to find damage, so it grows with the library."""
    return timed("open, with its check (no target)", lambda: Library(home).close(), 3)


def report(rows: list[dict[str, Any]], utterances: int, size: float) -> None:
    print(f"{utterances} utterances, database {size:.0f} MiB")
    print(f"{'':34}{'median ms':>11}{'worst ms':>11}{'CPU ms':>11}")
    for row in rows:
        late = "" if row["median_ms"] < TARGET * 1000 or "no target" in row["name"] else "  over the target"
        print(f"{row['name']:34}{row['median_ms']:11.1f}{row['worst_ms']:11.1f}{row['cpu_ms']:11.1f}{late}")


if __name__ == "__main__":
    sys.exit(main())
