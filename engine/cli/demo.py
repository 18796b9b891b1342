"""``attune demo``: the whole loop on bundled recordings, in minutes, without microphone, screen or network."""

from __future__ import annotations

import contextlib
import json
import signal
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from engine.errors import InputError

if TYPE_CHECKING:
    from engine.demo.comparison import Shown
    from engine.demo.dictation import Dictated
    from engine.demo.recordings import DemoRecording
    from engine.jobs.child import Outcome
    from engine.library.library import Library
    from engine.paths import Home

TOLD = 3  # utterances shown while they are dictated


@click.command()
@click.option(
    "--keep",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Do all of it in this new folder, and leave it there.",
)
@click.option("--recordings", type=click.IntRange(20), hidden=True, help="Fewer recordings, to try it out.")
@click.option("--json", "as_json", is_flag=True, help="Print each step as a line of JSON.")
@click.pass_context
def demo(ctx: click.Context, keep: Path | None, recordings: int | None, as_json: bool) -> None:
    """Show how Attune learns: dictate, correct, personalize, compare.

    A synthetic speaker whom the starter model does not know dictates bundled recordings. Your own library and models
    are not touched, and nothing is left behind unless you --keep it. It takes some minutes.
    """
    from engine.demo.recordings import demo_recordings
    from engine.jobs.child import require_trainer

    require_trainer()
    chosen = demo_recordings(most=recordings)
    with _place(keep) as home, _interrupted_by_sigterm():
        screen = _Screen(as_json)
        began = time.monotonic()
        _teach(home, chosen, screen)
        outcome = _personalize(home, screen)
        if not outcome.report:
            raise click.ClickException(outcome.reason) if outcome.kind != "cancelled" else click.Abort
        from engine.demo.comparison import read_comparison

        screen.compare(read_comparison(Path(outcome.report)), outcome, time.monotonic() - began)
        screen.end(home if keep else None)
    if not outcome.accepted:
        ctx.exit(1)


@contextlib.contextmanager
def _place(keep: Path | None) -> Iterator[Home]:
    """A home for the demonstration: the folder to be kept, or one that is gone afterwards."""
    from engine.paths import Home, open_home

    if keep is not None:
        keep = keep.expanduser().absolute()
        if keep.exists() and (not keep.is_dir() or any(keep.iterdir())):
            raise InputError(f"{keep} is not empty.", "Name a folder that does not exist yet.")
        yield open_home(Home(keep))
        return
    with tempfile.TemporaryDirectory(prefix="attune-demo-") as place:
        yield open_home(Home(Path(place) / "home"))


@contextlib.contextmanager
def _interrupted_by_sigterm() -> Iterator[None]:
    """Whatever ends the command, the temporary folder goes."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _teach(home: Home, recordings: list[DemoRecording], screen: _Screen) -> None:
    """Dictate all recordings with the starter model, and correct them."""
    from engine.demo.dictation import correct_all, dictate_all
    from engine.library.library import Library
    from engine.models.registry import Registry
    from engine.paths import make_private_folder
    from engine.session.starting import load_active
    from engine.speech.options import RecogniserOptions
    from engine.speech.wire import ModelChoice
    from engine.speech.worker_client import ClientOptions, RecogniserClient

    registry, options = Registry(home), RecogniserOptions(language="en")
    screen.begin(recordings)
    choice = ModelChoice(registry.active().folder, options)
    log = make_private_folder(home.logs) / "recogniser.log"
    with Library(home, may_borrow=False) as library:
        with RecogniserClient(choice, ClientOptions(log=log)) as client:
            load_active(client, registry, options)
            dictated = dictate_all(library, client, recordings, screen.dictated)
        screen.corrected(asdict(correct_all(library, dictated)), library)


def _personalize(home: Home, screen: _Screen) -> Outcome:
    from engine.cli.personalize import check_ready, describe_offer, follow
    from engine.jobs.session import Personalization
    from engine.models.registry import Registry

    training = Personalization(home, Registry(home))
    training.check_texts()
    offer = training.offer()
    check_ready(offer)
    screen.title("Personalizing", describe_offer(offer))
    return follow(training, training.prepare(offer), screen.as_json)


class _Screen:
    """What the user sees: a page of text, or lines of JSON."""

    def __init__(self, as_json: bool) -> None:
        self.as_json = as_json
        self._total = 0

    def begin(self, recordings: list[DemoRecording]) -> None:
        """Say what will happen."""
        self._total = len(recordings)
        held_out = sum(one.split == "test" for one in recordings)
        learnt = self._total - held_out
        self.title(
            "Dictating",
            f"{self._total} recordings of a synthetic speaker whom the starter model has never heard:"
            f" {learnt} to learn from, {held_out} held out.",
        )

    def dictated(self, number: int, one: Dictated) -> None:
        """One recording more."""
        if self.as_json:
            row = {"text": one.recording.text, "written": one.written, "split": one.recording.split}
            click.echo(json.dumps({"event": "dictated", "step": number, "total": self._total, **row}))
            return
        if number <= TOLD:
            click.echo(f"  said     {one.recording.text}\n  written  {one.written or '(nothing)'}")
        elif number % 25 == 0 or number == self._total:
            click.echo(f"  {number} of {self._total}", err=True)

    def corrected(self, what: dict[str, Any], library: Library) -> None:
        """All corrections are made."""
        if self.as_json:
            click.echo(json.dumps({"event": "corrected", **what}))
            return
        terms = ", ".join(what["terms"][:8])
        self.title("Correcting", f"{what['corrected']} utterances put right, {what['accepted']} accepted as they were.")
        if terms:
            click.echo(f"New in the vocabulary at once, before any training: {terms}, ...")

    def title(self, title: str, text: str) -> None:
        """The beginning of a part."""
        if self.as_json:
            click.echo(json.dumps({"event": "part", "title": title, "text": text}))
            return
        click.echo(f"\n{title}\n{text}")

    def compare(self, shown: Shown, outcome: Outcome, seconds: float) -> None:
        """Before and after."""
        if self.as_json:
            row = {"accepted": outcome.accepted, "model": outcome.model, "reason": outcome.reason}
            click.echo(json.dumps({"event": "done", **row, "seconds": round(seconds), "comparison": asdict(shown)}))
            return
        from engine.cli.demo_page import lines

        self.title("Before and after", "")
        click.echo("\n".join(lines(shown, seconds)))

    def end(self, kept: Home | None) -> None:
        """What stays."""
        if self.as_json:
            return
        if kept is None:
            click.echo("\nNothing of this was kept, and your own library and models were not touched.")
            return
        click.echo(f"\nKept in {kept.base}. To dictate with what it learnt: attune --home {kept.base} dictate")
