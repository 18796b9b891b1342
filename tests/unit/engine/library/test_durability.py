"""Killing the process that adds. A kill cannot show what a power cut loses: that is what fsync and synchronous=FULL
are for, which `test_flac` and `test_database` look at."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from library_samples import home_in

from engine.library.library import Library
from engine.library.verify import verify

ROOT = Path(__file__).parents[4]
CYCLES = 4


def add_until_killed(home, cycle, seconds):
    """Ids that were acknowledged before the process was killed `seconds` after its first one."""
    script = ROOT / "tests" / "support" / "library_adder.py"
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests' / 'support'}"}
    child = subprocess.Popen(
        [sys.executable, str(script), str(home.base), str(cycle)], stdout=subprocess.PIPE, text=True, env=environment
    )
    first = child.stdout.readline().strip()
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    lines = child.communicate()[0].split("\n")
    return [line for line in [first, *lines[:-1]] if line]  # a last line that was cut off was not acknowledged


def test_killed_at_any_moment_nothing_acknowledged_is_lost(tmp_path):
    home = home_in(tmp_path)
    chance = random.Random(7)
    acknowledged = []
    for cycle in range(CYCLES):
        kept = add_until_killed(home, cycle, chance.uniform(0.05, 0.4))
        assert len(kept) >= 1
        acknowledged += kept
        with Library(home) as library:
            report = verify(library)
            assert report.damage == []
            there = {utterance.id for utterance in library.utterances.page(None)}
            assert set(acknowledged) <= there
            assert report.recordings == len(there) == len(list(library.recordings.paths()))
    assert acknowledged == sorted(acknowledged)
