"""``attune correct``: say what was really said."""

from __future__ import annotations

import json
import re
from typing import get_args

import click

from engine.cli.library import as_row, describe_correction
from engine.control import ask
from engine.learning.alternatives import choose_alternative
from engine.learning.learn import Learnt, learn
from engine.library.entities import Correction, Kind
from engine.library.library import Library
from engine.paths import Home, open_home

RANGE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")


def word_range(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[int, int] | None:
    """Words by number, the first being 1, such as `3` or `3-5`, as (first from 0, count)."""
    if value is None:
        return None
    match = RANGE.fullmatch(value)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 1 <= first <= last:
        raise click.BadParameter(f"{value!r} is no range of words; write 3 or 3-5.", ctx, param)
    return first - 1, last - first + 1


@click.command()
@click.argument("identifier", metavar="[ID]", required=False)
@click.argument("text", required=False)
@click.option("--kind", type=click.Choice(get_args(Kind)), help="Why it changes; proposed when not given.")
@click.option("--words", callback=word_range, help="Replace only these words of the text, such as 3 or 3-5.")
@click.option("--choose", type=click.IntRange(1), metavar="N", help="Take this one of its alternatives.")
@click.option("--undo", is_flag=True, help="Take the latest correction back.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def correct(
    home: Home,
    identifier: str | None,
    text: str | None,
    kind: Kind | None,
    words: tuple[int, int] | None,
    choose: int | None,
    undo: bool,
    as_json: bool,
) -> None:
    """Put the text of an utterance right: attune correct ID "what was said".

    Only what was misheard trains the model; a rewrite (you changed your mind) and formatting never do. With --kind and
    no TEXT, the latest correction gets another kind. `attune library alternatives ID` shows what --choose takes.

    Without ID the running application opens what was said last: bind this to a key where Attune cannot have one itself.
    """
    if identifier is None:
        _open_last(home, alone=not (kind or words or choose or undo or as_json))
        return
    if (text is not None) + (choose is not None) + undo != 1 and not (kind and text is None and choose is None):
        raise click.UsageError("Give the corrected text, --choose N, --undo, or --kind for the latest correction.")
    if choose is not None and (kind or words):
        raise click.UsageError("An alternative is a whole text that was misheard: leave --kind and --words out.")
    with Library(open_home(home)) as opened:
        chosen = opened.utterances.resolve(identifier)
        if undo:
            correction = opened.corrections.undo(chosen)
        elif choose is not None:
            correction = choose_alternative(opened, chosen, choose)
        elif text is None:
            assert kind is not None
            correction = opened.corrections.change_kind(chosen, kind)
        else:
            correction = opened.corrections.correct(chosen, text, kind, words)
        utterance = opened.utterances.get(chosen)
        learnt = learn(opened)
    if as_json:
        taught = {"terms": learnt.terms, "rules": [(r.pattern, r.replacement) for r in learnt.rules]}
        row = {**as_row(home, utterance), "proposed_kind": correction.proposed_kind, "learnt": taught}
        click.echo(json.dumps(row, ensure_ascii=False))
    elif undo:
        click.echo(f"Undone. The text is again: {utterance.text}")
    else:
        _print_result(correction, utterance.quarantine, kind is None and choose is None)
    if not as_json:
        _print_learnt(learnt)


def _open_last(home: Home, *, alone: bool) -> None:
    if not alone:
        raise click.UsageError("Missing argument 'ID'.")
    ask(home, "correct")


def _print_result(correction: Correction, quarantine: str | None, proposed: bool) -> None:
    click.echo(describe_correction(correction))
    if proposed:
        click.echo(f"Taken as {correction.kind}; change that with --kind.")
    if quarantine:
        click.echo(f"It will not train: {quarantine}.")


def _print_learnt(learnt: Learnt) -> None:
    if learnt.terms:
        click.echo(f"New in your vocabulary: {', '.join(learnt.terms)}")
    for rule in learnt.rules:
        click.echo(f"From now on: {rule.pattern} -> {rule.replacement} (attune vocabulary rules)")
    if learnt.withdrawn:
        click.echo(f"Unlearnt: {', '.join(learnt.withdrawn)}")
