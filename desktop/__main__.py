"""The application: ``python -m desktop [--home DIR] [--hidden]``, which is what ``attune`` starts."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from engine.errors import AttuneError
from engine.paths import find_home, open_home


def main(arguments: list[str] | None = None) -> int:
    """Run until the user quits; a second start shows the window of the first. Returns the exit status."""
    os.umask(0o077)
    parser = argparse.ArgumentParser(prog="attune", description="Attune's window.")
    parser.add_argument("--home", type=Path, help="folder that holds everything Attune keeps")
    parser.add_argument("--hidden", action="store_true", help="start in the tray, without the window")
    given = parser.parse_args(arguments)
    try:
        home = open_home(find_home(given.home))
        from desktop.instance import Instance

        with Instance(home) as instance:
            if not instance.is_first:
                instance.show_first()
                return 0
            from desktop.app import run

            return run(home, hidden=given.hidden)
    except AttuneError as error:
        print(f"attune: {error}", file=sys.stderr)  # noqa: T201 # there is no window to say it in
        return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
