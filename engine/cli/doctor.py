"""``attune doctor``: what works here and what to do about the rest."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from engine.doctor import Check, examine
from engine.paths import Home

COLOURS = {"ok": "green", "warn": "yellow", "fail": "red"}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line: name, state, detail, remedy.")
@click.pass_obj
def doctor(home: Home, as_json: bool) -> int:
    """Look at microphone, GPU, libraries, model and folders; say what works and what to do.

    Exit status 1 if something failed that dictation needs.
    """
    failed = False
    for check in examine(home):
        click.echo(json.dumps(asdict(check), ensure_ascii=False) if as_json else render(check))
        failed = failed or check.state == "fail"
    return int(failed)


def render(check: Check) -> str:
    """One line for the check and, if there is something to do, one more."""
    state = click.style(f"{check.state:<4}", fg=COLOURS[check.state])
    remedy = f"\n                  {check.remedy}" if check.remedy else ""
    return f"{state}  {check.name:<10}  {check.detail}{remedy}"
