"""kill -9 at random moments while dictating, correcting, importing and backing up: nothing acknowledged is lost.

    python tests/faults/kills.py [--count 1000] [--seed 1]

A cycle is a process of its own that writes down each thing once the library has said that it is kept, and is killed in
the middle of the next. Then a fresh process opens the library: everything that was written down has to be there, with
its audio and its corrected text, and the database has to be sound. Every hundredth cycle and at the end all is checked.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from fault_figures import bound_line, parse  # noqa: E402
from library_samples import dictate, sound  # noqa: E402

from engine.audio.flac import write_flac  # noqa: E402
from engine.library.backup import back_up, read_manifest  # noqa: E402
from engine.library.importing import import_pairs  # noqa: E402
from engine.library.library import Library  # noqa: E402
from engine.library.verify import verify  # noqa: E402
from engine.paths import Home, open_home  # noqa: E402

WHOLE_CHECK = 100  # cycles between looks at every recording
LONGEST = 0.25  # seconds until the kill, from the first acknowledgement on
IMPORTED = 3  # recordings of an import


def work(home: Home, cycle: int, tell: Callable[[dict[str, Any]], None]) -> None:
    """Everything that writes, over and over; `tell` hears what was acknowledged."""
    chance = random.Random(cycle)
    incoming = home.base / "incoming" / str(cycle)
    with Library(home) as library:
        for number in range(10_000):
            text = f"sentence {number} of cycle {cycle}"
            identifier = dictate(library, text, seconds=0.3, seed=10_000 * cycle + number)
            tell({"what": "dictated", "id": identifier, "text": text})
            what = chance.random()
            if what < 0.5:
                library.corrections.correct(identifier, f"{text} corrected")
                tell({"what": "corrected", "id": identifier, "text": f"{text} corrected"})
            elif what < 0.6:
                texts = make_incoming(incoming / str(number), cycle, number)
                import_pairs(library.database, library.utterances, incoming / str(number))
                tell({"what": "imported", "texts": texts})
            elif what < 0.65:
                back_up(home, home.base / "backup")
                tell({"what": "backed up"})


def make_incoming(folder: Path, cycle: int, number: int) -> list[str]:
    """An audiofolder of a few recordings; returns their texts."""
    folder.mkdir(parents=True)
    rows = []
    for index in range(IMPORTED):
        write_flac(folder / f"{index}.flac", sound(0.3, seed=7 * (10_000 * cycle + number) + index))
        rows.append({"file_name": f"{index}.flac", "text": f"import {index} of {number} in cycle {cycle}"})
    (folder / "metadata.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return [row["text"] for row in rows]


def work_until_killed(
    home: Home, cycle: int, seconds: float, stopped: Callable[[], object] | None = None
) -> list[dict[str, Any]]:
    """What was acknowledged before the kill, `seconds` after the first acknowledgement.

    `stopped` is called while the process stands still, just before it is killed.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(home, cycle, lambda said: void(os.write(writing, (json.dumps(said) + "\n").encode())))
        except BaseException:
            traceback.print_exc()  # it ended before its time, and by itself
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as lines:
        first = lines.readline()
        time.sleep(seconds)
        if stopped is not None:
            os.kill(child, signal.SIGSTOP)
            _, status = os.waitpid(child, os.WUNTRACED)
            assert os.WIFSTOPPED(status), "the worker ended by itself, before it was stopped"
            stopped()
        assert os.waitpid(child, os.WNOHANG) == (0, 0), "the worker ended by itself, before it was killed"
        os.kill(child, signal.SIGKILL)
        rest = lines.read().split(b"\n")
    os.waitpid(child, 0)
    whole = [first, *rest[:-1]]  # a line that was cut off was not acknowledged
    return [json.loads(line) for line in whole if line]


def void(_: object) -> None:
    """Nothing."""


def lost(home: Home, acknowledged: list[dict[str, Any]], *, whole: bool) -> list[str]:
    """What a fresh process misses of it, in words; with `whole` every recording of the library is checked as well."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            answer = json.dumps(_missing(home, acknowledged, whole))
        except BaseException as error:
            answer = json.dumps([f"the library cannot be used: {error!r}"])
        os.write(writing, answer.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        found = json.loads(answer.read())
    os.waitpid(child, 0)
    return list(found)


def _missing(home: Home, acknowledged: list[dict[str, Any]], whole: bool) -> list[str]:
    faults = []
    texts = {said["id"]: said["text"] for said in acknowledged if "id" in said}  # the last text counts
    with Library(home) as library:
        for identifier, text in texts.items():
            try:
                kept = library.utterances.get(identifier)
            except Exception as error:
                faults.append(f"{identifier} is not there: {error}")
                continue
            # A correction may have been kept and the process killed before it could say so.
            if kept.text not in (text, f"{text} corrected"):
                faults.append(f"{identifier} reads {kept.text!r}, not {text!r}")
            elif kept.audio is None or not library.recordings.absolute(kept.audio).is_file():
                faults.append(f"{identifier} has no audio")
        with library.database.reading() as connection:
            imported = {row[0] for row in connection.execute("SELECT text FROM utterance WHERE text LIKE 'import %'")}
            sound_database = connection.execute("PRAGMA quick_check").fetchone()[0]
        for said in acknowledged:
            faults += [f"{text!r} was imported and is gone" for text in said.get("texts", ()) if text not in imported]
        if sound_database != "ok":
            faults.append(f"the database is damaged: {sound_database}")
        if any(said["what"] == "backed up" for said in acknowledged):
            read_manifest(home.base / "backup")
        if whole:
            report = verify(library)
            faults += [str(fault) for fault in report.damage]
    return faults


def run(count: int, seed: int, folder: Path) -> tuple[int, int, list[str]]:
    """Cycles done, things acknowledged, and what was lost.

    Raises:
        AssertionError: a cycle acknowledged nothing, and so shows nothing.
    """
    home = open_home(Home(folder))
    chance = random.Random(seed)
    kept, faults = 0, []
    for cycle in range(count):
        acknowledged = work_until_killed(home, 1_000 * seed + cycle, chance.uniform(0.0, LONGEST))
        assert acknowledged, "nothing was acknowledged before the kill"
        kept += len(acknowledged)
        whole = cycle % WHOLE_CHECK == WHOLE_CHECK - 1 or cycle == count - 1
        faults += [f"cycle {cycle}: {fault}" for fault in lost(home, acknowledged, whole=whole)]
    return count, kept, faults


def main() -> None:
    given = parse(__doc__ or "", 1000)
    with tempfile.TemporaryDirectory(prefix="attune-kills-") as folder:
        cycles, kept, faults = run(given.count, given.seed, Path(folder))
    for fault in faults[:20]:
        print(fault)
    print(f"{cycles} kills, {kept} things acknowledged, {len(faults)} lost or damaged")
    print(bound_line(cycles, len({fault.split(":")[0] for fault in faults})))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
