"""What another user of the machine could read, and whom the program talks to."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from traced import missing_strace

ROOT = Path(__file__).resolve().parents[2]
# Every command that a user gives before anything is downloaded, one that records and one that trains aside.
COMMANDS = (
    ("models", "list"),
    ("doctor", "--json"),
    ("transcribe", str(ROOT / "resources" / "starter" / "recordings" / "01.flac")),
    ("dictate", "--json", "--from", str(ROOT / "resources" / "starter" / "recordings" / "02.flac")),
    ("library", "import", str(ROOT / "resources" / "starter" / "recordings")),
    ("library", "list"),
    ("library", "stats"),
    ("library", "backup", "{home}/../backup"),
    ("library", "export", "{home}/../export"),
    ("library", "verify"),
)


def run(home, *prefix):
    """All of the commands in a process each, under umask 000."""
    for command in COMMANDS:
        arguments = [one.format(home=home) for one in command]
        done = subprocess.run(
            [*prefix, sys.executable, "-m", "engine.cli.main", "--home", str(home), *arguments],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            umask=0,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode in (0, 1, 2), done.stderr  # doctor tells of a missing sound card by its status
        assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
@pytest.mark.timeout(600)
def test_nobody_else_can_read_anything_even_under_umask_000(tmp_path):
    run(tmp_path / "home")
    places = [
        path for name in ("home", "backup", "export") for path in ((tmp_path / name), *(tmp_path / name).rglob("*"))
    ]
    kinds = {stat.S_IFMT(path.lstat().st_mode) for path in places}
    assert {stat.S_IFREG, stat.S_IFDIR} <= kinds
    assert len([path for path in places if path.suffix == ".flac"]) >= 24  # in the library and in the export
    open_to_others = {
        str(path.relative_to(tmp_path)): oct(stat.S_IMODE(path.lstat().st_mode))
        for path in places
        if not path.is_symlink() and stat.S_IMODE(path.lstat().st_mode) & 0o077
    }
    assert open_to_others == {}


def missing_means():
    if shutil.which("unshare") is None:
        return "there is no unshare"
    cut = subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False)
    return missing_strace() if cut.returncode == 0 else "no network namespace may be made here"


@pytest.mark.skipif(missing_means() is not None, reason=str(missing_means()))
@pytest.mark.timeout(900)
def test_everything_works_without_a_network_and_nobody_tries_to_reach_one(tmp_path):
    traces = tmp_path / "traces"
    traces.mkdir()
    tracing = [
        "strace",
        "-f",
        "-ff",
        "--seccomp-bpf",
        "-qq",
        "-e",
        "trace=connect,sendto,sendmsg",
        "-o",
        str(traces / "t"),
    ]
    run(tmp_path / "home", "timeout", "-k", "2", "110", "unshare", "-n", *tracing)
    written = "".join(path.read_text() for path in traces.iterdir())
    assert any(traces.iterdir())
    assert re.findall(r".*AF_INET.*", written) == []


REPORTS_OF_LIBRARIES = """
import time
import numpy as np
from engine.audio.vad import BLOCK, StreamingVad
StreamingVad().process(np.zeros(BLOCK, np.float32))
time.sleep(1.0)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="where onnxruntime keeps its files is known of Linux")
def test_the_voice_detector_s_library_prepares_no_report_to_its_maker(tmp_path):
    # Nothing else of the environment: the library keeps still where a variable says that tests are run.
    own = {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    subprocess.run([sys.executable, "-c", REPORTS_OF_LIBRARIES], env=own, timeout=60, check=True)
    assert list(tmp_path.rglob("*")) == [], "a number for this machine, and reports that wait to be sent"
