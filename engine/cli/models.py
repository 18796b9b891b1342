"""``attune models``: list, download, import, activate, roll back, verify and remove recognition models."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn
from rich.table import Column, Table

from engine.cli.main import opened_home
from engine.errors import AttuneError, InputError
from engine.jobs.away import note_brought_home
from engine.models.catalogue import find_entry
from engine.models.download import DownloadProgress, download_model
from engine.models.importing import import_folder, new_card
from engine.models.listing import ListedModel, list_models
from engine.models.machine import this_machine
from engine.models.pruning import KEPT_NEWEST, freed_bytes, is_personal, prunable
from engine.models.registry import InstalledModel, Registry
from engine.models.verdict import ACCEPTED, outcome_in, reasons_in

as_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(invoke_without_command=True)
@click.pass_context
def models(ctx: click.Context) -> None:
    """Recognition models: list, get, choose, check and remove them."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def _registry(ctx: click.Context) -> Registry:
    return Registry(opened_home(ctx))


@models.command("list")
@as_json_option
@click.pass_context
def list_command(ctx: click.Context, as_json: bool) -> None:
    """Show the installed models and those that can be downloaded."""
    listed = list_models(_registry(ctx), this_machine())
    if as_json:
        click.echo(json.dumps([model.as_json() for model in listed], ensure_ascii=False))
        return
    table = Table("", Column("id", no_wrap=True), Column("size", no_wrap=True, justify="right"), box=None)
    table.add_column("on this machine")
    for model in listed:
        style = None if model.installed else "dim"
        table.add_row(_mark(model), model.id, _megabytes(model.size_bytes), _fit(model), style=style)
    Console().print(table)
    click.echo("\n* active   + installed   the others: attune models download ID")


def _mark(model: ListedModel) -> str:
    if model.active:
        return "*"
    return "+" if model.installed else ""


def _fit(model: ListedModel) -> str:
    return f"{model.fit.level}: {model.fit.reason}"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"


@models.command()
@click.argument("model", metavar="ID")
@as_json_option
@click.pass_context
def info(ctx: click.Context, model: str, as_json: bool) -> None:
    """Show a model's card: origin, licence, context, measured error rates."""
    registry = _registry(ctx)
    card = registry.get(model).card if registry.folder(model).is_dir() else find_entry(model).card()
    content = dataclasses.asdict(card)
    content |= content.pop("extra")
    if as_json:
        click.echo(json.dumps(content, ensure_ascii=False))
        return
    for name, value in content.items():
        if isinstance(value, dict):
            value = {key: inner for key, inner in value.items() if inner is not None}
        if value:
            shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            click.echo(f"{name + ':':<16}{shown}")


@models.command()
@click.argument("name")
@as_json_option
@click.pass_context
def download(ctx: click.Context, name: str, as_json: bool) -> None:
    """Download a model of the catalogue, or any OWNER/NAME of the hub, and install it."""
    home = opened_home(ctx)
    entry = find_entry(name)
    try:
        with _progress_bar() as bar:
            task = bar.add_task(f"Downloading {entry.id}", total=None)

            def show(progress: DownloadProgress) -> None:
                bar.update(task, completed=progress.done, total=progress.total)
                if progress.done == progress.total:
                    bar.update(task, description=f"Installing {entry.id}")

            installed = download_model(entry, home, Registry(home), listener=show)
    except KeyboardInterrupt:
        click.echo(f"What has arrived is kept; go on with: attune models download {name}", err=True)
        raise click.Abort from None
    _say_installed(installed, as_json)


def _progress_bar() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )


@models.command("import")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--id", "model", help="The id it gets (default: the folder's name).")
@as_json_option
@click.pass_context
def import_command(ctx: click.Context, folder: Path, model: str | None, as_json: bool) -> None:
    """Install a folder: a CTranslate2 model as it is, a Hugging Face checkpoint after conversion."""
    folder = folder.absolute()
    card = new_card(model or folder.name, source=str(folder))
    installed = import_folder(_registry(ctx), folder, card)
    if is_personal(installed):
        note_brought_home(opened_home(ctx), installed)
    _say_installed(installed, as_json)
    if not as_json and outcome_in(installed.card) not in (ACCEPTED, ""):
        click.echo(f"It was not proven better than its base: {reasons_in(installed.card)}")


def _say_installed(installed: InstalledModel, as_json: bool) -> None:
    if as_json:
        click.echo(
            json.dumps({"id": installed.id, "size_bytes": installed.size_bytes, "folder": str(installed.folder)})
        )
        return
    click.echo(f"Installed {installed.id} ({_megabytes(installed.size_bytes)}).")
    click.echo(f"To use it: attune models activate {installed.id}")


@models.command()
@click.argument("model", metavar="ID")
@as_json_option
@click.pass_context
def activate(ctx: click.Context, model: str, as_json: bool) -> None:
    """Check a model, then dictate with it from now on."""
    _say_active(_registry(ctx).activate(model), as_json)


@models.command()
@as_json_option
@click.pass_context
def rollback(ctx: click.Context, as_json: bool) -> None:
    """Go back to the model that was active before."""
    _say_active(_registry(ctx).rollback(), as_json)


def _say_active(model: InstalledModel, as_json: bool) -> None:
    click.echo(json.dumps({"active": model.id}) if as_json else f"Active: {model.id}")


@models.command()
@click.argument("model", metavar="[ID]", required=False)
@as_json_option
@click.pass_context
def verify(ctx: click.Context, model: str | None, as_json: bool) -> None:
    """Compare a model's files (or all models') with what was installed."""
    registry = _registry(ctx)
    names = [model] if model else [installed.id for installed in registry.installed()]
    problems = {name: _problem(registry, name) for name in names}
    for name, problem in problems.items():
        if not as_json:
            click.echo(f"{name}: {problem or 'whole'}")
    if as_json:
        rows = [{"id": name, "ok": problem is None, "problem": problem} for name, problem in problems.items()]
        click.echo(json.dumps(rows, ensure_ascii=False))
    if any(problems.values()):
        ctx.exit(1)


def _problem(registry: Registry, model: str) -> str | None:
    try:
        registry.verify(model)
    except InputError:
        raise
    except AttuneError as error:
        return str(error)
    return None


@models.command()
@click.argument("model", metavar="ID")
@as_json_option
@click.pass_context
def remove(ctx: click.Context, model: str, as_json: bool) -> None:
    """Remove a model; until the next dictation it can be restored."""
    _registry(ctx).remove(model)
    if as_json:
        click.echo(json.dumps({"removed": model}))
    else:
        click.echo(f"Removed {model}. To undo: attune models restore {model}")


@models.command()
@click.option("--keep", type=click.IntRange(min=0), default=KEPT_NEWEST, show_default=True, help="How many to leave.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@as_json_option
@click.pass_context
def prune(ctx: click.Context, keep: int, yes: bool, as_json: bool) -> None:
    """Remove the oldest personal models; the active one and the last good one always stay."""
    registry = _registry(ctx)
    old = prunable(registry, keep)
    if old and not (yes or as_json):
        click.echo(f"To be removed ({_megabytes(freed_bytes(old))}): {', '.join(model.id for model in old)}")
        if not click.confirm("Remove them?", default=True):
            return
    for model in old:
        registry.remove(model.id)
    if as_json:
        click.echo(json.dumps({"removed": [model.id for model in old]}))
    elif old:
        click.echo(f"Removed {len(old)}. To undo: attune models restore ID")
    else:
        click.echo("There is no personal model that could go.")


@models.command()
@click.argument("model", metavar="ID")
@as_json_option
@click.pass_context
def restore(ctx: click.Context, model: str, as_json: bool) -> None:
    """Bring a removed model back."""
    restored = _registry(ctx).restore(model)
    click.echo(json.dumps({"restored": restored.id}) if as_json else f"Restored {restored.id}.")
