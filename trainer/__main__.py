"""The trainer's command line: ``python -m trainer COMMAND``. Events go to stdout, logs to stderr."""

from __future__ import annotations

import argparse
import sys

from engine.errors import AttuneError


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m trainer", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    # Imports stand here because torch takes seconds to load: --help must not wait for it.
    from trainer.scratch import command as scratch

    scratch.add_arguments(commands.add_parser("scratch", help="train a model from nothing"))
    options = parser.parse_args(arguments)
    try:
        return scratch.run(options)
    except AttuneError as error:
        sys.stderr.write(f"trainer: {error}\n")
        return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
