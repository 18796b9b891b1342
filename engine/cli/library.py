"""``attune library``: look at what was said, mark it, and find it again."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any, get_args

import click
from rich.console import Console
from rich.table import Table

from engine.library.entities import Correction, Status, Utterance, UtteranceDetails
from engine.library.library import Library, exists
from engine.library.stats import Amount, Stats
from engine.library.utterances import Filter
from engine.paths import Home, open_home

EMPTY = (
    "Nothing has been kept yet. Dictate with `attune dictate`, or bring recordings in with\n"
    "`attune library import FOLDER`."
)
# The other commands, by the module that holds them.
ELSEWHERE = {
    **dict.fromkeys(("review", "queue", "alternatives", "join", "split", "undo"), "engine.cli.library_review"),
    **dict.fromkeys(("balance", "confidence", "fit"), "engine.cli.library_figures"),
    **dict.fromkeys(
        ("verify", "backup", "restore", "export", "import", "retention", "delete", "erase"),
        "engine.cli.library_keeping",
    ),
}
as_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


class LibraryGroup(click.Group):
    """The commands of this module, and those to review and keep the library, loaded when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Looking first, reviewing second, keeping last."""
        return [*self.commands, *ELSEWHERE]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module that holds the command."""
        if cmd_name not in ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        command = importlib.import_module(ELSEWHERE[cmd_name]).COMMANDS[cmd_name]
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LibraryGroup)
def library() -> None:
    """What you said, as sound and text. An ID may be shortened to what begins no other."""


@library.command()
@as_json_option
@click.pass_obj
def stats(home: Home, as_json: bool) -> None:
    """How much there is, and whether it is enough and balanced for training."""
    if not exists(home):
        figures = Stats(Amount(), {}, {}, {}, {}, 0)
    else:
        with Library(home, writable=False) as opened:
            figures = opened.stats()
    if as_json:
        click.echo(json.dumps(figures.as_json(), ensure_ascii=False))
    elif figures.total.utterances == 0:
        click.echo(EMPTY)
    else:
        _print_stats(figures)


@library.command(name="list")
@click.option("--limit", type=click.IntRange(1), help="At most so many (the table shows 20, JSON all).")
@click.option("--before", metavar="ID", help="Only older ones: the next page.")
@click.option("--status", type=click.Choice(get_args(Status)), help="Only those of this status.")
@click.option("--later", is_flag=True, help="Only those marked to be corrected later.")
@as_json_option
@click.pass_obj
def list_utterances(
    home: Home, limit: int | None, before: str | None, status: Status | None, later: bool, as_json: bool
) -> None:
    """What was said, newest first."""
    rows: list[Utterance] = []
    if exists(home):
        with Library(home, writable=False) as opened:
            after = opened.utterances.resolve(before) if before else None
            only = Filter(status=status, later=later or None)
            rows = opened.utterances.page(limit if limit or as_json else 20, after, only)
    if as_json:
        click.echo(json.dumps([as_row(home, row) for row in rows], ensure_ascii=False))
    elif rows:
        _print_table(rows)
        if len(rows) == (limit or 20):
            click.echo(f"More: attune library list --before {rows[-1].id}")
    else:
        click.echo("Nothing matches." if status or later or before else EMPTY)


@library.command()
@click.argument("identifier", metavar="ID")
@as_json_option
@click.pass_obj
def show(home: Home, identifier: str, as_json: bool) -> None:
    """Everything about one utterance: words, other readings, corrections, and what trained with it."""
    with Library(home, writable=False) as opened:
        details = opened.utterances.details(opened.utterances.resolve(identifier))
        models = opened.runs.seen_by(details.utterance.id)
    if as_json:
        click.echo(json.dumps(as_details(home, details, models), ensure_ascii=False))
    else:
        _print_details(home, details, models)


@library.command()
@click.argument("text", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@as_json_option
@click.pass_obj
def search(home: Home, text: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find utterances that have all these words; the last may be the beginning of one."""
    matches = []
    if exists(home):
        with Library(home, writable=False) as opened:
            matches = opened.search(" ".join(text), limit)
    if as_json:
        rows = [{**as_row(home, match.utterance), "snippet": match.snippet} for match in matches]
        click.echo(json.dumps(rows, ensure_ascii=False))
    for match in matches if not as_json else []:
        click.echo(f"{match.utterance.id}  {match.utterance.created_at[:10]}  {match.snippet}")
    if not matches and not as_json:
        click.echo("No utterance has these words." if exists(home) else EMPTY)


@library.command()
@click.argument("identifiers", metavar="ID...", nargs=-1, required=True)
@click.option("--accepted", "mark", flag_value="accepted", help="The text is right as it stands: it may train.")
@click.option("--rejected", "mark", flag_value="rejected", help="Of no use: it never trains.")
@click.option("--unreviewed", "mark", flag_value="unreviewed", help="Neither accepted nor rejected after all.")
@click.option("--later", "mark", flag_value="later", help="To be corrected later.")
@click.option("--not-later", "mark", flag_value="not-later", help="Not to be corrected later after all.")
@click.option("--gold", "mark", flag_value="gold", help="Only ever test with it, never train.")
@as_json_option
@click.pass_obj
def mark(home: Home, identifiers: tuple[str, ...], mark: str | None, as_json: bool) -> None:
    """Say something about utterances without changing their text."""
    if mark is None:
        raise click.UsageError("Choose one of --accepted, --rejected, --unreviewed, --later, --not-later, --gold.")
    with Library(open_home(home)) as opened:
        utterances = opened.utterances
        marks: dict[str, Callable[[str], None]] = {
            "accepted": utterances.accept,
            "rejected": utterances.reject,
            "unreviewed": utterances.take_back,
            "later": utterances.mark_later,
            "not-later": partial(utterances.mark_later, later=False),
            "gold": utterances.set_gold,
        }
        chosen = [utterances.resolve(prefix) for prefix in identifiers]
        for identifier in chosen:
            marks[mark](identifier)
        rows = [as_row(home, utterances.get(identifier)) for identifier in chosen]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for identifier in chosen:
        click.echo(f"{identifier}  {mark}")


def as_row(home: Home, utterance: Utterance) -> dict[str, Any]:
    """The JSON shape of `list`; `audio` is the recording's whole path."""
    return {
        "id": utterance.id,
        "created_at": utterance.created_at,
        "duration": round(utterance.duration, 3),
        "text": utterance.text,
        "raw_text": utterance.raw_text,
        "status": utterance.status,
        "kind": utterance.kind,
        "split": utterance.split,
        "model": utterance.model,
        "app": utterance.app,
        "audio": str(home.library / "audio" / utterance.audio) if utterance.audio else None,
        "source": utterance.source,
        "quarantine": utterance.quarantine,
        "later": utterance.later,
        "gold": utterance.gold,
    }


def as_details(home: Home, details: UtteranceDetails, models: tuple[str, ...]) -> dict[str, Any]:
    """The JSON shape of `show`: that of `list` and what belongs to the utterance."""
    utterance = details.utterance
    return {
        **as_row(home, utterance),
        "delivered_text": utterance.delivered_text,
        "session_id": utterance.session_id,
        "language": utterance.language,
        "speaker_id": utterance.speaker_id,
        "audio_sha256": utterance.audio_sha256,
        "audio_fault": utterance.audio_fault,
        "words": [asdict(word) for word in details.words],
        "hypotheses": [{"text": other.text, "score": other.score} for other in details.hypotheses],
        "corrections": [asdict(correction) for correction in details.corrections],
        "models": list(models),
    }


def _print_table(rows: list[Utterance]) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("id", "when (UTC)", "s", "status", "text"):
        table.add_column(name, no_wrap=name != "text", justify="right" if name == "s" else "left")
    for row in rows:
        when = row.created_at[:16].replace("T", " ")
        table.add_row(row.id, when, f"{row.duration:.1f}", row.kind or row.status, row.text)
    Console(markup=False, highlight=False).print(table)


def _print_stats(figures: Stats) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("", "utterances", "minutes", "words"):
        table.add_column(name, justify="right" if name else "left")
    lines = {"all": figures.total, **{f"  {name}": value for name, value in figures.by_status.items()}}
    lines |= {f"pairs, {name}": value for name, value in figures.by_source.items()}
    lines |= {f"  in {name}": value for name, value in figures.by_split.items()}
    for name, amount in lines.items():
        table.add_row(name, str(amount.utterances), f"{amount.minutes:.1f}", str(amount.words))
    Console(markup=False, highlight=False).print(table)
    click.echo(f"Different words: {figures.distinct_words}")
    for reason, count in figures.quarantined.items():
        click.echo(f"Kept from training: {count} ({reason})")


def _print_details(home: Home, details: UtteranceDetails, models: tuple[str, ...]) -> None:
    utterance = details.utterance
    click.echo(f"{utterance.id}  {utterance.created_at}  {utterance.duration:.1f} s  {utterance.status}")
    click.echo(f"Text        {utterance.text}")
    if utterance.raw_text != utterance.text:
        click.echo(f"Recognised  {utterance.raw_text}")
    click.echo(f"Recording   {as_row(home, utterance)['audio'] or 'not kept'}")
    click.echo(f"Training    {_training(utterance)}")
    if details.words:
        numbered = (f"{n}:{word.text} ({word.probability:.0%})" for n, word in enumerate(details.words, start=1))
        click.echo(f"Words       {'  '.join(numbered)}")
    for other in details.hypotheses:
        click.echo(f"Or          {other.text}")
    for correction in details.corrections:
        click.echo(f"Corrected   {describe_correction(correction)}")
    if models:
        click.echo(f"Seen by     {', '.join(models)}")


def describe_correction(correction: Correction) -> str:
    """One line: when, what sort, from what to what."""
    undone = ", undone" if correction.undone else ""
    return (
        f"{correction.created_at[:16]} ({correction.kind}{undone}): {correction.before_text} -> {correction.after_text}"
    )


def _training(utterance: Utterance) -> str:
    if utterance.source is None:
        return "no: neither accepted nor corrected as misheard"
    if utterance.quarantine:
        return f"no: {utterance.quarantine}"
    return f"{utterance.source}, in {utterance.split}{', gold' if utterance.gold else ''}"
