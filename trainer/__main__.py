"""The trainer's command line: ``python -m trainer COMMAND``. Events go to stdout, logs to stderr."""

from __future__ import annotations

import argparse
import sys

from engine.errors import AttuneError


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m trainer", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    # Torch takes seconds to load, and only the commands need it.
    from trainer import evaluate
    from trainer.scratch import command as scratch

    for name, module, purpose in (
        ("scratch", scratch, "train a model from nothing"),
        ("evaluate", evaluate, "measure a model on speech it has not seen"),
    ):
        subparser = commands.add_parser(name, help=purpose, description=module.__doc__)
        module.add_arguments(subparser)
        subparser.set_defaults(run=module.run)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except AttuneError as error:
        sys.stderr.write(f"trainer: {error}\n")
        return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
