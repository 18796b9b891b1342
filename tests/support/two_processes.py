"""Runs a program in two processes of one training, as `accelerate launch` does on several GPUs.

    python two_processes.py (-m MODULE | FILE) arguments...

They find each other by a file: torch's own launcher, which a test marked `full` uses, asks the name server what
127.0.0.1 is called, and no test is to call anybody.
"""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

LAUNCHER = [__file__]
COUNT = 2
PATIENCE = timedelta(minutes=5)  # that the one has for the other


def main(arguments: list[str]) -> int:
    """Start both, and wait for them; the exit status of one that failed."""
    with tempfile.TemporaryDirectory(prefix="attune-processes-") as folder:
        here = {"WORLD_SIZE": str(COUNT), "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": "1", "MEET": f"{folder}/store"}
        started = [
            subprocess.Popen(
                [sys.executable, __file__, *arguments],
                env=os.environ | here | {"RANK": str(rank), "LOCAL_RANK": str(rank)},
            )
            for rank in range(COUNT)
        ]
        return max(process.wait() for process in started)


def take_part(arguments: list[str]) -> None:
    """Be one of them."""
    import torch

    torch.distributed.init_process_group(
        "gloo", init_method=Path(os.environ["MEET"]).as_uri(), rank=int(os.environ["RANK"]), world_size=COUNT,
        timeout=PATIENCE,
    )  # fmt: skip
    if arguments[0] == "-m":
        sys.argv = arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
    else:
        sys.argv = arguments
        runpy.run_path(arguments[0], run_name="__main__")


if __name__ == "__main__":
    if "RANK" in os.environ:
        take_part(sys.argv[1:])
    else:
        sys.exit(main(sys.argv[1:]))
