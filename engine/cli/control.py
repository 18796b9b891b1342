"""``attune start|stop|toggle|cancel|status|show``: what the running application is asked to do."""

from __future__ import annotations

import json

import click

from engine.control import ask
from engine.paths import Home


@click.command()
@click.pass_obj
def start(home: Home) -> None:
    """Begin to dictate into the program that has the focus."""
    ask(home, "start")


@click.command()
@click.pass_obj
def stop(home: Home) -> None:
    """End the dictation and insert what was said."""
    ask(home, "stop")


@click.command()
@click.pass_obj
def toggle(home: Home) -> None:
    """Begin to dictate, or end it: bind this to a key where Attune cannot have one itself."""
    ask(home, "toggle")


@click.command()
@click.pass_obj
def cancel(home: Home) -> None:
    """End the dictation and throw away what was not inserted yet."""
    ask(home, "cancel")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: state, model, microphone, pid.")
@click.pass_obj
def status(home: Home, as_json: bool) -> None:
    """Say what the running application does."""
    answer = ask(home, "status")
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False))
        return
    click.echo(f"{answer['state']}: model {answer['model'] or '-'}, microphone {answer['microphone'] or 'default'}")


@click.command()
@click.argument("page", required=False)
@click.pass_obj
def show(home: Home, page: str | None) -> None:
    """Show the window of the running application, at PAGE if one is named, such as history or settings."""
    ask(home, "show", page=page)
