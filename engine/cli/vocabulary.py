"""``attune vocabulary``: the terms and rules that were learnt or entered, all of them visible and revocable."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from engine.errors import InputError
from engine.learning.documents import FoundTerm, find_terms
from engine.learning.exchange import export_vocabulary, import_vocabulary
from engine.learning.learn import learn
from engine.learning.rules import Context
from engine.learning.vocabulary import Rule, Term, Vocabulary
from engine.library.library import Library, exists
from engine.paths import Home, open_home

DOCUMENTS = (".txt", ".md", ".docx", ".pdf")
SHOWN = 40  # candidates of a document
EMPTY = "Your vocabulary is empty. Correct what was misheard, or add a term: attune vocabulary add TERM"
as_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group()
def vocabulary() -> None:
    """Your words: learnt from corrections, entered, or found in your documents."""


@vocabulary.command(name="list")
@as_json_option
@click.pass_obj
def list_terms(home: Home, as_json: bool) -> None:
    """All terms, and where each comes from."""
    terms: list[Term] = []
    if exists(home):
        with Library(home, writable=False) as opened:
            terms = _vocabulary(opened).terms()
    if as_json:
        click.echo(json.dumps([asdict(term) for term in terms], ensure_ascii=False))
    elif terms:
        _print_terms(terms)
    else:
        click.echo(EMPTY)


@vocabulary.command()
@click.argument("term", nargs=-1, required=True)
@click.option("--spoken", default="", help='How it is said, where writing does not tell: "cute" for Qt.')
@click.option("--heard", multiple=True, help="What is recognised instead; always replaced. May be given again.")
@as_json_option
@click.pass_obj
def add(home: Home, term: tuple[str, ...], spoken: str, heard: tuple[str, ...], as_json: bool) -> None:
    """Add a term (several words are one term)."""
    with Library(open_home(home)) as opened:
        entered = _vocabulary(opened)
        added = entered.add(" ".join(term), spoken)
        rules = [entered.add_rule(one, added.text) for one in heard]
    if as_json:
        content = {"term": asdict(added), "rules": [_rule_json(rule) for rule in rules]}
        click.echo(json.dumps(content, ensure_ascii=False))
        return
    click.echo(f"Added {added.text}{f', said {added.spoken!r}' if added.spoken else ''}.")
    for rule in rules:
        click.echo(f"From now on: {rule.pattern} -> {rule.replacement}")


@vocabulary.command()
@click.argument("term", nargs=-1, required=True)
@as_json_option
@click.pass_obj
def remove(home: Home, term: tuple[str, ...], as_json: bool) -> None:
    """Remove a term. One learnt from corrections is switched off, so that it is not learnt again."""
    with Library(open_home(home)) as opened:
        removed = _vocabulary(opened).remove(" ".join(term))
    if as_json:
        content = {"term": removed.text, "removed": not removed.evidence, "switched_off": bool(removed.evidence)}
        click.echo(json.dumps(content, ensure_ascii=False))
        return
    done = "Switched off" if removed.evidence else "Removed"
    click.echo(f"{done} {removed.text}.")


@vocabulary.command()
@as_json_option
@click.pass_obj
def rules(home: Home, as_json: bool) -> None:
    """What is replaced by what, where, and why."""
    found: list[Rule] = []
    if exists(home):
        with Library(home, writable=False) as opened:
            found = _vocabulary(opened).rules()
    if as_json:
        click.echo(json.dumps([_rule_json(rule) for rule in found], ensure_ascii=False))
    elif found:
        _print_rules(found)
    else:
        click.echo("There are no rules. They are learnt from corrections, or entered: attune vocabulary add --heard")


@vocabulary.command()
@click.argument("name", nargs=-1, required=True)
@as_json_option
@click.pass_obj
def enable(home: Home, name: tuple[str, ...], as_json: bool) -> None:
    """Switch a term (by its text) or a rule (by its id) on."""
    _switch(home, " ".join(name), on=True, as_json=as_json)


@vocabulary.command()
@click.argument("name", nargs=-1, required=True)
@as_json_option
@click.pass_obj
def disable(home: Home, name: tuple[str, ...], as_json: bool) -> None:
    """Switch a term (by its text) or a rule (by its id) off; it stays off whatever is corrected."""
    _switch(home, " ".join(name), on=False, as_json=as_json)


@vocabulary.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@as_json_option
@click.pass_obj
def export(home: Home, file: Path, as_json: bool) -> None:
    """Write all terms and rules into a JSON file, for `attune vocabulary import`."""
    with Library(home, writable=False) as opened:
        terms, found = export_vocabulary(_vocabulary(opened), file)
    if as_json:
        click.echo(json.dumps({"file": str(file), "terms": terms, "rules": found}))
        return
    click.echo(f"Wrote {terms} terms and {found} rules to {file}.")


@vocabulary.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--add", "chosen", multiple=True, metavar="TERM", help="Add this term of the document.")
@click.option("--all", "add_all", is_flag=True, help="Add every term that was found.")
@click.option(
    "--at-least", type=click.IntRange(1), default=1, show_default=True, help="Only those that occur so often."
)
@as_json_option
@click.pass_obj
def import_file(home: Home, file: Path, chosen: tuple[str, ...], add_all: bool, at_least: int, as_json: bool) -> None:
    """Read an exported vocabulary, or find terms in a document (txt, md, docx, pdf).

    What is found in a document is shown with its counts and added only with --add or --all.
    """
    if file.suffix.lower() == ".json":
        _import_export(home, file, as_json=as_json)
        return
    known = _known(home)
    found = [term for term in find_terms(file, known) if term.count >= at_least]
    wanted = found if add_all else [term for term in found if term.text in chosen]
    if missing := set(chosen) - {term.text for term in found} - known:
        raise InputError(f"{file} has no term {min(missing)!r}.", "See what there is: leave --add out.")
    added = 0
    if wanted:
        with Library(open_home(home)) as opened:
            added = _vocabulary(opened).add_all([(term.text, "") for term in wanted], origin=file.name)
    if as_json:
        click.echo(json.dumps({"found": [asdict(term) for term in found], "added": added}, ensure_ascii=False))
    elif wanted or chosen:
        click.echo(f"Added {added} terms from {file.name}.")
    else:
        _print_found(file, found)


@vocabulary.command(name="learn")
@as_json_option
@click.pass_obj
def learn_again(home: Home, as_json: bool) -> None:
    """Bring terms and rules in line with all corrections (each correction does this by itself)."""
    with Library(open_home(home)) as opened:
        learnt = learn(opened)
    if as_json:
        content = {"terms": learnt.terms, "rules": [_rule_json(r) for r in learnt.rules], "withdrawn": learnt.withdrawn}
        click.echo(json.dumps(content, ensure_ascii=False))
        return
    click.echo(f"{len(learnt.terms)} new terms, {len(learnt.rules)} new rules, {len(learnt.withdrawn)} withdrawn.")


def _vocabulary(library: Library) -> Vocabulary:
    return Vocabulary(library.database, library.ids)


def _known(home: Home) -> frozenset[str]:
    if not exists(home):
        return frozenset()
    with Library(home, writable=False) as opened:
        return frozenset(term.text for term in _vocabulary(opened).terms())


def _switch(home: Home, name: str, *, on: bool, as_json: bool) -> None:
    with Library(open_home(home)) as opened:
        switched = _vocabulary(opened).switch(name, on=on)
    if as_json:
        content = asdict(switched) if isinstance(switched, Term) else _rule_json(switched)
        click.echo(json.dumps(content, ensure_ascii=False))
        return
    what = switched.text if isinstance(switched, Term) else f"{switched.pattern} -> {switched.replacement}"
    click.echo(f"{'On' if on else 'Off'}: {what}")
    if on and isinstance(switched, Rule) and switched.blocked:
        click.echo(f"It does nothing all the same: {switched.blocked}.")


def _import_export(home: Home, file: Path, *, as_json: bool) -> None:
    with Library(open_home(home)) as opened:
        added, found = import_vocabulary(_vocabulary(opened), file)
    if as_json:
        click.echo(json.dumps({"added": added, "rules": found}))
        return
    click.echo(f"Added {added} terms and {found} rules.")


def _rule_json(rule: Rule) -> dict[str, Any]:
    context = rule.context
    return {
        **asdict(rule),
        "context": {"left": sorted(context.left), "right": sorted(context.right), "both": sorted(context.both)},
        "active": rule.active,
    }


def describe_context(context: Context) -> str:
    """Where a rule holds, for the user."""
    if context.anywhere:
        return "anywhere"
    parts = [f"after {' / '.join(sorted(context.left))}"] if context.left else []
    parts += [f"before {' / '.join(sorted(context.right))}"] if context.right else []
    parts += [f"between {left} and {right}" for left, right in sorted(context.both)]
    return ", ".join(parts)


def _print_terms(terms: list[Term]) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("term", "said", "corrections", "from", ""):
        table.add_column(name, justify="right" if name == "corrections" else "left")
    for term in terms:
        table.add_row(term.text, term.spoken, str(term.evidence), term.origin, "" if term.enabled else "off")
    Console(markup=False, highlight=False).print(table)


def _print_rules(found: list[Rule]) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("id", "heard", "written", "where", "corrections", "from", ""):
        table.add_column(name, justify="right" if name == "corrections" else "left", no_wrap=name == "id")
    for rule in found:
        state = "off" if not rule.enabled else "retired" if rule.retired_at else rule.blocked
        where = "nowhere" if rule.blocked else describe_context(rule.context)
        table.add_row(rule.id, rule.pattern, rule.replacement, where, str(rule.evidence), rule.origin, state)
    Console(markup=False, highlight=False).print(table)


def _print_found(file: Path, found: list[FoundTerm]) -> None:
    for term in found[:SHOWN]:
        click.echo(f"{term.count:5}  {term.text}")
    if len(found) > SHOWN:
        click.echo(f"       and {len(found) - SHOWN} more; --json shows all")
    if found:
        click.echo(f"Add some: attune vocabulary import {file} --add {found[0].text!r}, or all: --all")
    else:
        click.echo(f"{file.name} has no words that are new.")
