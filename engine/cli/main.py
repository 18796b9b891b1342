"""The root of the ``attune`` command: shared options, lazy groups, one-line errors."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

import click

from engine.errors import AttuneError
from engine.paths import Home, find_home, open_home

# Command name -> "module:attribute". Loaded when called, so that `attune status` never imports a model library.
COMMANDS: dict[str, str] = {
    **{name: f"engine.cli.control:{name}" for name in ("start", "stop", "toggle", "cancel", "status", "show")},
    "dictate": "engine.cli.dictate:dictate",
    "transcribe": "engine.cli.transcribe:transcribe",
    "library": "engine.cli.library:library",
    "correct": "engine.cli.correct:correct",
    "vocabulary": "engine.cli.vocabulary:vocabulary",
    "snippets": "engine.cli.snippets:snippets",
    "enrol": "engine.cli.enrol:enrol",
    "models": "engine.cli.models:models",
    "personalize": "engine.cli.personalize:personalize",
    "demo": "engine.cli.demo:demo",
    "doctor": "engine.cli.doctor:doctor",
}


class LazyGroup(click.Group):
    """A group whose commands are imported only when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module that holds the command."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name].split(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="attune-dictation", prog_name="attune")
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder that holds everything Attune keeps (default: ATTUNE_HOME, else the platform's data folder).",
)
@click.pass_context
def attune(ctx: click.Context, home: Path | None) -> int | None:
    """Dictation that learns your voice, on your own machine. Without a command: its window."""
    ctx.obj = find_home(home)
    if ctx.invoked_subcommand is not None:
        return None
    from engine.cli.window import open_window, why_no_window

    missing = why_no_window()
    if not missing:
        return open_window(ctx.obj)
    click.echo(f"attune: {missing} This is the terminal form.\n", err=True)
    click.echo(ctx.get_help())
    return None


def opened_home(ctx: click.Context) -> Home:
    """The home the command was given, made if it is not there yet."""
    home = ctx.find_object(Home)
    assert home is not None
    return open_home(home)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line. Returns the exit status: 0 good, 1 failure, 2 bad input."""
    os.umask(0o077)
    try:
        result = attune.main(args=arguments, prog_name="attune", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("Stopped.", err=True)
        return 130
    except click.ClickException as error:
        click.echo(f"attune: {error.format_message()}", err=True)
        return 2
    except AttuneError as error:
        click.echo(f"attune: {error}", err=True)
        return error.exit_code
    except BrokenPipeError:
        # The reader (head, less) has left; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result if isinstance(result, int) else 0


if __name__ == "__main__":
    sys.exit(main())
