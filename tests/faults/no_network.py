"""The whole test suite with the network cut, and every attempt to reach one written down.

    python tests/faults/no_network.py [--callers] [pytest's arguments]

Runs pytest in a network namespace of its own, where there is nothing but the loopback, under strace. Required: the
suite passes, and no process calls any address but this machine's: downloads are tried against a server of the test's
own. Tests that trace programs themselves are skipped, since nothing can be traced twice. With --callers it says which
library called; tests that count seconds fail then, because every program is slow.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CALL = re.compile(r'connect\(.*sa_family=AF_INET6?,.*?(?:inet_addr\("|inet_pton\(AF_INET6, ")([^"]+)"')
CALLER = re.compile(r"^ > (\S+?)\(", re.MULTILINE)  # of a line of the stack under a call
OWN = re.compile(r"127\.|::1$|::ffff:127\.")
CUT = ("unshare", "-n", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")
TRACED = ("strace", "-f", "-ff", "--seccomp-bpf", "-qq", "-e", "trace=connect")


def run(arguments: list[str], folder: Path, *, stacks: bool) -> tuple[int, int, list[str]]:
    """The suite's exit status, the number of calls, and each address that is not this machine's, with who called it."""
    traced = [*TRACED, "-k"] if stacks else TRACED
    command = [*CUT, *traced, "-o", str(folder / "trace"), sys.executable, "-m", "pytest", *arguments]
    status = subprocess.run(command, cwd=ROOT, check=False).returncode
    called = [call for trace in folder.iterdir() for call in calls_in(trace.read_text(errors="replace"))]
    return status, len(called), elsewhere(called)


def elsewhere(called: list[tuple[str, str]]) -> list[str]:
    """The addresses that are not this machine's own, each with its caller."""
    return sorted({f"{address} by {caller}" for address, caller in called if not OWN.match(address)})


def calls_in(trace: str) -> list[tuple[str, str]]:
    """The addresses that were called, each with the library that did it, "?" where the stack does not tell."""
    found = list(CALL.finditer(trace))
    ends = [*(call.start() for call in found[1:]), len(trace)][: len(found)]
    return [(call[1], _caller(trace[call.end() : end])) for call, end in zip(found, ends, strict=True)]


def _caller(stack: str) -> str:
    names = (Path(path).name for path in CALLER.findall(stack))
    return next((name for name in names if not name.startswith(("libc.", "libc-", "libpthread"))), "?")


def main() -> int:
    arguments = [argument for argument in sys.argv[1:] if argument != "--callers"]
    with tempfile.TemporaryDirectory(prefix="attune-no-network-") as folder:
        status, called, strange = run(arguments or ["-q"], Path(folder), stacks="--callers" in sys.argv)
    print(f"{called} calls; to elsewhere: {', '.join(strange) or 'none'}")
    return 1 if status or strange else 0


if __name__ == "__main__":
    sys.exit(main())
