"""The whole test suite with the network cut, and every attempt to reach one written down.

    python tests/faults/no_network.py [pytest's arguments]

Runs pytest in a network namespace of its own, where there is nothing but the loopback, under strace. Required: the
suite passes, and no process calls any address but this machine's: downloads are tried against a server of the test's
own. Tests that trace programs themselves are skipped, since nothing can be traced twice.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CALL = re.compile(r'connect\(.*sa_family=AF_INET6?,.*?(?:inet_addr\("|inet_pton\(AF_INET6, ")([^"]+)"')
OWN = re.compile(r"127\.|::1$|::ffff:127\.")
CUT = ("unshare", "-n", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")
TRACED = ("strace", "-f", "-ff", "--seccomp-bpf", "-qq", "-e", "trace=connect")


def run(arguments: list[str], folder: Path) -> tuple[int, int, list[str]]:
    """The suite's exit status, the number of calls to this machine, and the other addresses that were called."""
    command = [*CUT, *TRACED, "-o", str(folder / "trace"), sys.executable, "-m", "pytest", *arguments]
    status = subprocess.run(command, cwd=ROOT, check=False).returncode
    called = [address for trace in folder.iterdir() for address in CALL.findall(trace.read_text(errors="replace"))]
    return status, len(called), elsewhere(called)


def elsewhere(called: list[str]) -> list[str]:
    """The addresses that are not this machine's own."""
    return sorted({address for address in called if not OWN.match(address)})


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="attune-no-network-") as folder:
        status, called, strange = run(sys.argv[1:] or ["-q"], Path(folder))
    print(f"{called} calls to this machine, {len(strange)} addresses elsewhere: {', '.join(strange) or 'none'}")
    return 1 if status or strange else 0


if __name__ == "__main__":
    sys.exit(main())
