"""The part of ``attune library`` that keeps it: checking, backups, exchange, deletion."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import get_args

import click

from engine.learning.learn import learn
from engine.library.backup import back_up
from engine.library.backup_list import known_backups
from engine.library.deletion import Trace
from engine.library.entities import Source
from engine.library.export import export as write_export
from engine.library.faults import DamagedDatabaseError
from engine.library.importing import import_pairs
from engine.library.library import Library
from engine.library.restore import erase as erase_everything
from engine.library.restore import restore as restore_backup
from engine.library.retention import KEEP_ALL, Retention, load_retention, save_retention
from engine.library.verify import Report
from engine.library.verify import verify as check
from engine.paths import Home, open_home

as_json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
folder_argument = click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))


@click.command()
@as_json_option
@click.pass_obj
def verify(home: Home, as_json: bool) -> int:
    """Check the database and every recording, repair what can be repaired, and say what was done."""
    open_home(home)
    set_aside: list[str] = []
    try:
        opened = Library(home)
    except DamagedDatabaseError as error:
        if error.kept_in is None:
            raise
        set_aside.append(error.what)
        opened = Library(home)  # a new one, which takes the recordings in again
    with opened:
        report = check(opened)
    report.damage[:0] = set_aside
    if as_json:
        click.echo(json.dumps({"sound": report.sound, **asdict(report)}, ensure_ascii=False))
    else:
        _print_report(report)
    return 0 if report.sound else 1


@click.command()
@folder_argument
@as_json_option
@click.pass_obj
def backup(home: Home, folder: Path, as_json: bool) -> None:
    """Copy the library to DIR, also while dictating. Into the same DIR again, only what is new is copied."""
    result = back_up(home, folder)
    if as_json:
        click.echo(json.dumps({"folder": str(folder.absolute()), **asdict(result)}))
        return
    click.echo(f"{result.utterances} utterances and {result.recordings} recordings are in {folder}.")
    for path in result.missing:
        click.echo(f"Not in it, for it is gone: {path}", err=True)


@click.command()
@folder_argument
@as_json_option
@click.pass_obj
def restore(home: Home, folder: Path, as_json: bool) -> None:
    """Put the backup in DIR in place of the library. The present library is kept beside it."""
    result = restore_backup(open_home(home), folder)
    if as_json:
        click.echo(json.dumps({**asdict(result), "kept": str(result.kept) if result.kept else None}))
        return
    click.echo(f"Restored {result.utterances} utterances and {result.recordings} recordings.")
    for line in result.damage:
        click.echo(line, err=True)
    if result.kept:
        click.echo(f"The library from before is in {result.kept}; delete it when you no longer need it.")


@click.command(name="export")
@folder_argument
@as_json_option
@click.pass_obj
def export_pairs(home: Home, folder: Path, as_json: bool) -> None:
    """Write the training pairs to DIR as a Hugging Face audiofolder with its splits."""
    with Library(home, writable=False) as opened:
        result = write_export(opened.database, opened.recordings, folder)
    if as_json:
        click.echo(json.dumps(asdict(result)))
        return
    counts = ", ".join(f"{count} in {split}" for split, count in result.splits.items())
    click.echo(f"Wrote {counts or 'no pairs that may train'} to {folder}.")
    if result.quarantined:
        click.echo(f"{result.quarantined} that must not train are in {folder / 'quarantined'}, each with the reason.")


@click.command(name="import")
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
@click.option("--source", type=click.Choice(get_args(Source)), help="How the texts came about (default: as recorded).")
@as_json_option
@click.pass_obj
def import_path(home: Home, path: Path, source: Source | None, as_json: bool) -> int:
    """Bring in recordings with their texts: an audiofolder, a CSV file, or a Common Voice folder."""
    with Library(open_home(home)) as opened:
        result = import_pairs(opened.database, opened.utterances, path, source)
    if as_json:
        refused = [{"file": str(file), "reason": reason} for file, reason in result.refused]
        click.echo(json.dumps({**asdict(result), "refused": refused}, ensure_ascii=False))
    else:
        there = f" {result.already_there} were there already." if result.already_there else ""
        click.echo(f"Took in {result.added} recordings.{there}")
        for reason, count in result.quarantined.items():
            click.echo(f"Kept from training: {count} ({reason})")
    for file, reason in result.refused:
        click.echo(f"Left out {file.name}: {reason}", err=True)
    return 1 if result.refused else 0


@click.command()
@click.argument("identifiers", metavar="ID...", nargs=-1, required=True)
@as_json_option
@click.pass_obj
def delete(home: Home, identifiers: tuple[str, ...], as_json: bool) -> None:
    """Delete utterances for good, text and sound, and say which models and backups still know them."""
    with Library(open_home(home)) as opened:
        chosen = [opened.utterances.resolve(prefix) for prefix in identifiers]
        traces = opened.deletions.delete(chosen)
        opened.deletions.purge(timedelta(0))
        learn(opened)  # what only they spoke for is forgotten too
    if as_json:
        click.echo(json.dumps([asdict(trace) for trace in traces], ensure_ascii=False))
        return
    for trace in traces:
        _print_trace(trace)


@click.command()
@click.option("--days", type=click.IntRange(1), metavar="N", help="Keep recordings for N days; the texts stay.")
@click.option("--forever", is_flag=True, help="Keep recordings for ever.")
@click.option("--exclude", multiple=True, metavar="APP", help="Keep nothing that is dictated into this application.")
@click.option("--include", multiple=True, metavar="APP", help="Keep it again after all.")
@click.option("--keep-all-apps", is_flag=True, help="Exclude no application.")
@as_json_option
@click.pass_obj
def retention(
    home: Home, /, days: int | None, forever: bool, exclude: tuple[str, ...], include: tuple[str, ...], **given: bool
) -> None:
    """What is kept and for how long; without options, say so.

    Recordings that are older than --days go at the next dictation; those of the gold set stay. What an excluded
    application was given is never written to the library.
    """
    if days is not None and forever:
        raise click.UsageError("Choose --days or --forever.")
    start_over = forever and given["keep_all_apps"]  # also where what was decided cannot be read
    present = KEEP_ALL if start_over else load_retention(home)
    apps = frozenset() if given["keep_all_apps"] else present.excluded_apps
    wanted = Retention(
        None if forever else days or present.audio_days, (apps | frozenset(exclude)) - frozenset(include)
    )
    if start_over or wanted != present:
        save_retention(open_home(home), wanted)
    if given["as_json"]:
        content = {"audio_days": wanted.audio_days, "excluded_apps": sorted(wanted.excluded_apps)}
        click.echo(json.dumps(content, ensure_ascii=False))
        return
    click.echo(f"Recordings are kept {f'for {wanted.audio_days} days' if wanted.audio_days else 'for ever'}.")
    click.echo(f"Nothing is kept of: {', '.join(sorted(wanted.excluded_apps)) or 'no application is excluded'}.")


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@as_json_option
@click.pass_obj
def erase(home: Home, yes: bool, as_json: bool) -> None:
    """Delete everything you said: library, unsaved recordings, training jobs, libraries kept by restore."""
    if not yes:
        click.confirm(f"Delete every recording and text in {home.base}? This cannot be undone", abort=True, err=as_json)
    erase_everything(open_home(home))
    if as_json:
        click.echo(json.dumps({"erased": True, "backups": [str(known.folder) for known in known_backups(home)]}))
        return
    click.echo("Everything you said has been deleted. Models that learnt from it stay: `attune models remove`.")
    for known in known_backups(home):
        click.echo(f"A backup is still in {known.folder}.")


COMMANDS: dict[str, click.Command] = {
    "verify": verify,
    "backup": backup,
    "restore": restore,
    "export": export_pairs,
    "import": import_path,
    "retention": retention,
    "delete": delete,
    "erase": erase,
}


def _print_report(report: Report) -> None:
    click.echo(f"Checked {report.utterances} utterances and {report.recordings} recordings.")
    for line in report.repairs:
        click.echo(f"Repaired: {line}")
    for line in report.damage:
        click.echo(f"Damaged: {line}")
    if report.sound:
        click.echo("All is well.")


def _print_trace(trace: Trace) -> None:
    click.echo(f"Deleted {trace.identifier}.")
    if trace.models:
        click.echo(f"  Models that saw it: {', '.join(trace.models)}")
    if trace.backups:
        click.echo(f"  Backups that hold it: {', '.join(trace.backups)}; back up there again to remove it.")
