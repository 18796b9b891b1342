"""The part of ``attune library`` that makes correcting quick: what to review first, other ways to read it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache

import click
from rich.console import Console
from rich.table import Table

from engine.cli.library import EMPTY, as_json_option, as_row
from engine.cli.listening import listener
from engine.cli.main import opened_home
from engine.learning.alternatives import alternatives as find_alternatives
from engine.learning.alternatives import can_decode_again, decode_again
from engine.learning.learn import learn
from engine.learning.queue import QueueEntry, review_queue
from engine.library.entities import Utterance
from engine.library.library import Library, exists
from engine.paths import Home, open_home


@click.command()
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@as_json_option
@click.pass_obj
def queue(home: Home, limit: int, as_json: bool) -> None:
    """What to review first, so that ten minutes of correcting are worth the most.

    Accept what is right in one command: attune library mark ID... --accepted
    """
    entries: list[QueueEntry] = []
    if exists(home):
        with Library(home, writable=False) as opened:
            entries = review_queue(opened, limit)
    if as_json:
        rows = [
            {
                **as_row(home, entry.utterance),
                "value": entry.value,
                "expected_errors": entry.expected_errors,
                "doubtful": [
                    {"word": number, "text": text, "confidence": confidence}
                    for number, text, confidence in entry.doubtful
                ],
            }
            for entry in entries
        ]
        click.echo(json.dumps(rows, ensure_ascii=False))
    elif entries:
        _print_queue(entries)
    else:
        click.echo("Everything has been reviewed." if exists(home) else EMPTY)


@click.command()
@click.argument("identifier", metavar="ID")
@click.option("--kept-only", is_flag=True, help="Only readings that were kept: let no model listen again.")
@click.option("--model", help="Id or folder of the model that listens (default: the active one).")
@as_json_option
@click.pass_context
def alternatives(ctx: click.Context, identifier: str, kept_only: bool, model: str | None, as_json: bool) -> None:
    """Other ways to read an utterance; take one with `attune correct ID --choose N`.

    Dictation keeps them where the recogniser read the utterance in one piece. Where it did not, the model listens to
    the recording again.
    """
    home = opened_home(ctx)
    with Library(home, writable=False) as opened:
        chosen = opened.utterances.resolve(identifier)
        missing = can_decode_again(opened, chosen)
    if missing and not kept_only:
        listen = listener(ctx, model)[0]
        with Library(home) as opened:
            decode_again(opened, chosen, listen)
    with Library(home, writable=False) as opened:
        utterance = opened.utterances.get(chosen)
        found = find_alternatives(opened, chosen)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False))
        return
    click.echo(f"     {utterance.text}")
    for one in found:
        click.echo(f"{one.number:3}  {one.text}")
    if not found:
        click.echo("There is no other reading.")


@click.command()
@click.argument("identifiers", metavar="ID ID...", nargs=-1, required=True)
@as_json_option
@click.pass_obj
def join(home: Home, identifiers: tuple[str, ...], as_json: bool) -> None:
    """Make one utterance of several, where a pause parted what belongs together."""
    with Library(open_home(home)) as opened:
        made = opened.remaking.join([opened.utterances.resolve(prefix) for prefix in identifiers])
        _say_made(home, [opened.utterances.get(made)], as_json)


@click.command()
@click.argument("identifier", metavar="ID")
@click.argument("word", type=click.IntRange(2))
@as_json_option
@click.pass_obj
def split(home: Home, identifier: str, word: int, as_json: bool) -> None:
    """Make two utterances of one; WORD, by its number in the text (from 1), begins the second."""
    with Library(open_home(home)) as opened:
        made = opened.remaking.split(opened.utterances.resolve(identifier), word - 1)
        _say_made(home, [opened.utterances.get(one) for one in made], as_json)


@click.command()
@click.argument("identifier", metavar="ID")
@as_json_option
@click.pass_obj
def undo(home: Home, identifier: str, as_json: bool) -> None:
    """Take a join or a split back, as long as what it was made from is there (ten minutes at least)."""
    with Library(open_home(home)) as opened:
        back = opened.remaking.undo(opened.utterances.resolve(identifier))
        learn(opened)
        _say_made(home, [opened.utterances.get(one) for one in back], as_json)


@click.command()
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many to go through.")
@click.option("--kept-only", is_flag=True, help="Only readings that were kept: let no model listen again.")
@click.option("--model", help="Id or folder of the model that listens (default: the active one).")
@click.pass_context
def review(ctx: click.Context, limit: int, kept_only: bool, model: str | None) -> None:
    """Go through what to review first, one key each: right, another reading, or put right by typing."""
    from engine.cli.reviewing import Review

    home = opened_home(ctx)
    if not exists(home):
        click.echo(EMPTY)
        return
    listen = cache(lambda: listener(ctx, model)[0])  # loaded when it is first needed
    with Library(home) as opened:
        Review(opened, click.getchar, None if kept_only else lambda samples: listen()(samples)).run(limit)


COMMANDS: dict[str, click.Command] = {
    "review": review,
    "queue": queue,
    "alternatives": alternatives,
    "join": join,
    "split": split,
    "undo": undo,
}


def _say_made(home: Home, made: Sequence[Utterance], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([as_row(home, one) for one in made], ensure_ascii=False))
        return
    for one in made:
        click.echo(f"{one.id}  {one.text}")


def _print_queue(entries: list[QueueEntry]) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("id", "s", "errors", "doubtful", "text"):
        table.add_column(
            name, no_wrap=name in ("id", "s", "errors"), justify="right" if name in ("s", "errors") else "left"
        )
    for entry in entries:
        doubtful = " ".join(f"{number}:{text}" for number, text, _ in entry.doubtful)
        mark = "later" if entry.utterance.later else f"{entry.expected_errors:.1f}"
        table.add_row(entry.utterance.id, f"{entry.utterance.duration:.1f}", mark, doubtful, entry.utterance.text)
    Console(markup=False, highlight=False).print(table)
