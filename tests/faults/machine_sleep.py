"""The program is stopped for half a minute while somebody dictates: what was said is kept, and not typed afterwards.

    python tests/faults/machine_sleep.py [--count 5] [--seconds 30] [--seed 1]

As a sleeping machine does: the program and its recogniser stand still (SIGSTOP) from the middle of a sentence on, and
another is spoken meanwhile. Required once it goes on: that is said, nothing of before is put in, what the audio system
has kept of it is in the library, and the next sentence is written as ever.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil
from scipy.signal import correlate

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support"), str(ROOT / "tests" / "faults")]

from dictating import RunningDictation, write_for_sink  # noqa: E402
from fault_figures import bound_line  # noqa: E402
from pulse import MICROPHONE, PulseServer  # noqa: E402
from speech import silence, speech  # noqa: E402

from engine.library.library import Library  # noqa: E402
from engine.paths import STARTER_MODEL, Home  # noqa: E402

CUT, MEANWHILE, FRESH = (
    "Could you ask the nurse about the story?",
    "The meeting begins at nine in the morning.",
    "We are going to turn off the computer.",
)  # fmt: skip
LIKE = 0.95  # correlation of a recording with what was said


def sleep_while_speaking(server: PulseServer, folder: Path, seconds: float, chance: random.Random) -> list[str]:
    """One sleep; what was wrong, in words."""
    spoken = {text: write_for_sink(folder / f"{index}.wav", np.concatenate([silence(0.3), speech(text), silence(1.5)]))
              for index, text in enumerate((CUT, MEANWHILE, FRESH))}  # fmt: skip
    home = folder / "home"
    with RunningDictation(home, "--model", str(STARTER_MODEL / "ctranslate2"), "--device", MICROPHONE) as dictation:
        playing = server.play(spoken[CUT])
        time.sleep(0.5 + chance.uniform(0.2, 1.5))
        woken = stop(dictation._process.pid)
        began = time.monotonic()
        playing.wait(timeout=60)
        server.play(spoken[MEANWHILE]).wait(timeout=60)
        time.sleep(max(0.0, began + seconds - time.monotonic()))
        woken()
        dictation.wait_for_complaint("held up")
        dictation.wait_for(lambda: bool(dictation.finals()), "nothing of it was recognised")
        time.sleep(2.0)  # what waited in the audio system is read by now
        server.play(spoken[FRESH]).wait(timeout=60)
        dictation.wait_for(lambda: dictation.finals()[-1]["text"] != "", "the next sentence was not written")
    finals = dictation.finals()
    faults = [f"{final['committed']!r} was written after the sleep" for final in finals[:-1] if final["text"]]
    faults += [f"{final['committed']!r} was not kept" for final in finals if not final["saved"]]
    return faults + [f"the sound of {text!r} is not there" for text in (CUT, FRESH) if not is_kept(home, text)]


def stop(pid: int):
    """Stop a process and its children; returns what lets them go on."""
    processes = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    for process in processes:
        process.suspend()

    def go_on() -> None:
        for process in reversed(processes):
            os.kill(process.pid, signal.SIGCONT)

    return go_on


def is_kept(home: Path, text: str) -> bool:
    """Whether the recordings, one after the other, hold this sentence whole."""
    with Library(Home(home), writable=False) as library:
        rows = library.utterances.page()[::-1]
        sound = np.concatenate([library.recordings.read(row.audio) for row in rows if row.audio])
    said = speech(text)
    if len(sound) < len(said):
        return False
    at = int(np.argmax(correlate(sound, said, mode="valid", method="fft")))
    return bool(np.corrcoef(sound[at : at + len(said)], said)[0, 1] > LIKE)


def run(count: int, seconds: float, seed: int) -> list[str]:
    """So many sleeps; what was wrong."""
    chance, faults = random.Random(seed), []
    with PulseServer() as server:
        for trial in range(count):
            with tempfile.TemporaryDirectory(prefix="attune-sleep-") as folder:
                found = sleep_while_speaking(server, Path(folder), seconds, chance)
            faults += [f"sleep {trial}: {fault}" for fault in found]
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    faults = run(given.count, given.seconds, given.seed)
    print("\n".join(faults))
    print(bound_line(given.count, len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
