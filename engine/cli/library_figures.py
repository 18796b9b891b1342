"""The part of ``attune library`` that measures: balance, confidence, and whether texts fit their sound."""

from __future__ import annotations

import json
from dataclasses import asdict

import click
from rich.console import Console
from rich.table import Table

from engine.cli.library import EMPTY, as_json_option
from engine.cli.main import opened_home
from engine.learning.balance import ENOUGH, Balance
from engine.learning.balance import balance as find_balance
from engine.learning.confidence import FEWEST_ERRORS, FEWEST_WORDS, Reliability, calibrate
from engine.learning.fit import find_unscored, score_all, store_scores
from engine.library.library import Library, exists
from engine.paths import Home

SHOWN = 20  # terms


@click.command()
@as_json_option
@click.pass_obj
def balance(home: Home, as_json: bool) -> None:
    """Whether the training pairs are balanced: minutes, words, which of your words they cover, which terms are rare."""
    if not exists(home):
        click.echo("{}" if as_json else EMPTY)
        return
    with Library(home, writable=False) as opened:
        found = find_balance(opened)
    if as_json:
        content = {**asdict(found), "rare_terms": [one.text for one in found.rare_terms]}
        click.echo(json.dumps(content, ensure_ascii=False))
    else:
        _print_balance(found)


@click.command()
@as_json_option
@click.pass_obj
def confidence(home: Home, as_json: bool) -> None:
    """How far the recogniser's word probabilities can be trusted, on what you have reviewed."""
    if not exists(home):
        click.echo("{}" if as_json else EMPTY)
        return
    with Library(home, writable=False) as opened:
        found = calibrate(opened)
    if as_json:
        click.echo(json.dumps(asdict(found)))
    else:
        _print_reliability(found)


@click.command()
@click.option("--all", "every", is_flag=True, help="Score all pairs, also those that were scored before.")
@click.option("--model", help="Id or folder of the model that listens (default: the active one).")
@as_json_option
@click.pass_context
def fit(ctx: click.Context, every: bool, model: str | None, as_json: bool) -> None:
    """Let a model check that the texts of your training pairs fit their recordings.

    A text that does not is kept from training, with the reason; correct it, or mark it --rejected.
    """
    from engine.cli.listening import scorer

    home = opened_home(ctx)
    if not exists(home):
        click.echo("{}" if as_json else EMPTY)
        return
    with Library(home, writable=False) as opened:
        unscored = find_unscored(opened, every=every)
    scored = score_all(unscored, scorer(ctx, model)) if unscored else []
    if scored:
        with Library(home) as opened:
            store_scores(opened, scored)
    misfits = [one for one in scored if not one.fits]
    if as_json:
        content = {"scored": len(scored), "misfits": [asdict(one) for one in misfits]}
        click.echo(json.dumps(content, ensure_ascii=False))
        return
    click.echo(f"Scored {len(scored)} pairs.")
    for one in misfits:
        click.echo(f"Kept from training: {one.id}  ({one.margin:.2f})  {one.text}")


COMMANDS: dict[str, click.Command] = {"balance": balance, "confidence": confidence, "fit": fit}


def _print_balance(found: Balance) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("pairs", "utterances", "minutes", "words"):
        table.add_column(name, justify="left" if name == "pairs" else "right")
    for name, amount in [*found.by_split.items(), *found.by_source.items()]:
        table.add_row(name, str(amount.utterances), f"{amount.minutes:.1f}", str(amount.words))
    console = Console(markup=False, highlight=False)
    console.print(table)
    click.echo(f"Different words to learn from: {found.distinct_words}")
    click.echo(f"Of all the words you have said, they cover {found.covered_words:.0%}; of those to test on,")
    click.echo(f"{found.covered_test:.0%}.")
    if not found.terms:
        return
    click.echo(f"\nTerms: {len(found.terms)}, in fewer than {ENOUGH} pairs to learn from: {len(found.rare_terms)}")
    for term in found.rare_terms[:SHOWN]:
        click.echo(f"{term.train:5}  {term.text}")
    if found.rare_terms:
        click.echo("Say them more often, or read sentences with them: attune enrol")


def _print_reliability(found: Reliability) -> None:
    if found.error_before is None or found.error_after is None:
        click.echo(f"Too little was reviewed to say: {found.words} words; {FEWEST_WORDS} are needed, and of these")
        click.echo(f"{FEWEST_ERRORS} that were wrong. Until then probabilities are taken as they are.")
        return
    table = Table(box=None, pad_edge=False)
    for name in ("probability", "words", "right", "taken for"):
        table.add_column(name, justify="right")
    for one in found.bins:
        name = f"{one.low:.1f}-{one.high:.1f}"
        table.add_row(name, str(one.words), f"{one.right:.0%}", f"{one.calibrated:.0%}")
    Console(markup=False, highlight=False).print(table)
    click.echo(f"Expected calibration error: {found.error_before:.1%} of the raw probabilities,")
    click.echo(f"{found.error_after:.1%} as Attune takes them (on utterances it was not fitted to).")
