"""The trainer's command line: ``python -m trainer COMMAND``. Events go to stdout, logs to stderr."""

from __future__ import annotations

import argparse
import importlib
import os
import sys

from engine.errors import AttuneError

# Name -> module and purpose. Imported when called: torch takes seconds to load, and help does not need it.
COMMANDS = {
    "run": ("trainer.personal.command", "train and judge a personal model"),
    "resume": ("trainer.personal.command", "go on with a run that was stopped"),
    "scratch": ("trainer.scratch.command", "train a model from nothing"),
    "data": ("trainer.data.command", "make recordings ready for training, step by step"),
    "speakers": ("trainer.speakers", "make the recordings of the project's own speakers"),
    "compare": ("trainer.comparison.command", "train from scratch and fine-tune on the same speech, side by side"),
    "plan": ("trainer.planning.command", "what training from scratch and fine-tuning would take"),
    "evaluate": ("trainer.evaluate", "measure a model on speech it has not seen"),
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns its exit status."""
    # Threads of torch that wait for each other sleep meanwhile. Spinning, they take the processor from whatever else
    # runs, and from the thread that they wait for. OpenMP reads this when torch is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    # oneDNN keeps the code that it writes for a product of each size: a megabyte each in bf16, and every batch has
    # sizes of its own. Of the 1,024 that it would keep hardly one is met again; those of one step are worth keeping.
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "128")
    given = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="python -m trainer", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (module_name, purpose) in COMMANDS.items():
        subparser = commands.add_parser(name, help=purpose)
        if given[:1] == [name]:
            module = importlib.import_module(module_name)
            subparser.description = module.__doc__
            module.add_arguments(subparser)
            subparser.set_defaults(run=module.run)
    options = parser.parse_args(given)
    try:
        return int(options.run(options))
    except AttuneError as error:
        sys.stderr.write(f"trainer: {error}\n")
        return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
