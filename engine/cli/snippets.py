"""``attune snippets``: your own texts, written where their phrase is spoken."""

from __future__ import annotations

import json
import sys

import click

from engine.errors import InputError
from engine.library.lock import HomeLock
from engine.paths import Home, open_home
from engine.settings.declarations import SETTINGS, SNIPPETS
from engine.settings.snippets import with_snippet, without_snippet
from engine.settings.store import Settings

EMPTY = 'There are no snippets. Add one: attune snippets add "my signature" "Kind regards, Ada"'


@click.group()
def snippets() -> None:
    """Your own texts: say the phrase, and the text is written."""


@snippets.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def list_snippets(home: Home, as_json: bool) -> None:
    """All snippets."""
    found = Settings(home.settings, SETTINGS).get(SNIPPETS)
    if as_json:
        click.echo(json.dumps(list(found), ensure_ascii=False))
        return
    for snippet in found:
        click.echo(f"{snippet['spoken']}: {snippet['text']}")
    if not found:
        click.echo(EMPTY)


@snippets.command()
@click.argument("spoken")
@click.argument("text")
@click.pass_obj
def add(home: Home, spoken: str, text: str) -> None:
    """Write TEXT where SPOKEN is said. With - as TEXT it is read from standard input, line breaks and all."""
    text = sys.stdin.read() if text == "-" else text
    with HomeLock(open_home(home)):
        settings = Settings(home.settings, SETTINGS)
        try:
            settings.set(SNIPPETS, with_snippet(settings.get(SNIPPETS), spoken, text))
        except ValueError as error:
            raise InputError(f"This cannot be a snippet; allowed are {error}.") from error
    click.echo(f'From now on "{spoken.strip()}" writes it.')


@snippets.command()
@click.argument("spoken")
@click.pass_obj
def remove(home: Home, spoken: str) -> None:
    """Remove the snippet of a phrase."""
    with HomeLock(open_home(home)):
        settings = Settings(home.settings, SETTINGS)
        before = settings.get(SNIPPETS)
        left = without_snippet(before, spoken)
        if len(left) == len(before):
            raise InputError(f'There is no snippet for "{spoken}".', "See them with: attune snippets list")
        settings.set(SNIPPETS, left)
    click.echo(f'Removed "{spoken.strip()}".')
