"""``attune personalize``: train on what the user corrected; the new model is used only if it is proven better."""

from __future__ import annotations

import json
import signal
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from engine.cli.main import opened_home
from engine.errors import InputError
from engine.jobs.child import Event, Outcome, TrainerChild
from engine.jobs.session import Offer, Personalization
from engine.models.registry import Registry

STAGES = {
    "baseline": "Measuring the present model",
    "rehearsal": "Choosing what not to forget",
    "train": "Learning",
    "alpha": "Choosing how much to change",
    "merge": "Merging",
    "convert": "Converting",
    "agreement": "Checking the conversion",
    "measure": "Measuring the context it needs",
    "evaluate": "Measuring the new model",
}
CANCELLED_EXIT = 130


@click.command()
@click.option("--base", metavar="ID", help="The model to start from (default: the active one).")
@click.option(
    "--job-only", metavar="DIR", type=click.Path(path_type=Path), help="Only write the job, to run elsewhere."
)
@click.option(
    "--others",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Recordings of other people with their texts, to test on beside the synthetic voices that come along"
    " (default: as the settings say).",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--status", is_flag=True, help="Only say what there is to learn from, and how the last training ended.")
@click.option("--json", "as_json", is_flag=True, help="Print the trainer's events and the outcome as JSON lines.")
@click.pass_context
def personalize(
    ctx: click.Context,
    base: str | None,
    job_only: Path | None,
    others: Path | None,
    yes: bool,
    status: bool,
    as_json: bool,
) -> None:
    """Fine-tune the model on your corrections, prove the result, and switch to it if it is better.

    It takes minutes to hours. Ctrl-C stops it with a checkpoint; the same command goes on.
    """
    home = opened_home(ctx)
    training = Personalization(home, Registry(home))
    if status:
        _say_status(training, base, as_json)
        return
    ask = not (yes or as_json)
    job = None if job_only else _interrupted(training, ask)
    if job is None:
        _check_texts(training, base, as_json)
        offer = training.offer(base)
        check_ready(offer)
        if not as_json:
            click.echo(describe_offer(offer))
            click.echo(_describe_others(others or training.other_speech()))
        if ask and job_only is None and not click.confirm("Start?", default=True):
            return
        job = training.prepare(offer, job_only.absolute() if job_only else None, others)
    if job_only:
        _say_made(job, as_json)
        return
    outcome = follow(training, job, as_json)
    _say_outcome(outcome, as_json)
    if outcome.kind == "cancelled":
        ctx.exit(CANCELLED_EXIT)
    if outcome.kind not in ("accepted", "refused"):
        ctx.exit(InputError.exit_code if outcome.kind == "data" else 1)


def _say_status(training: Personalization, base: str | None, as_json: bool) -> None:
    offer, last, unfinished = training.offer(base), training.last(), training.unfinished()
    readiness = offer.readiness
    if as_json:
        row = {
            "base": offer.base,
            "ready": readiness.ready,
            "minutes": round(readiness.minutes, 2),
            "words": readiness.words,
            "utterances": readiness.utterances,
            "missing": list(readiness.missing),
            "estimate_s": round(offer.seconds),
            "interrupted": str(unfinished) if unfinished else None,
            "last": {**asdict(last), "ended": last.ended.isoformat(timespec="seconds")} if last else None,
        }
        click.echo(json.dumps(row, ensure_ascii=False))
        return
    click.echo(describe_offer(offer))
    if readiness.missing:
        click.echo(f"Still needed: {', '.join(readiness.missing)}.")
    if unfinished:
        click.echo("A training was interrupted; attune personalize goes on with it.")
    click.echo(f"Last training, {last.ended:%d %B %Y, %H:%M}: {last.reason}" if last else "Nothing was trained yet.")


def _interrupted(training: Personalization, ask: bool) -> Path | None:
    """The job to go on with, if there is one and the user wants to."""
    job = training.unfinished()
    if job is None:
        return None
    if not ask or click.confirm("A training was interrupted. Go on with it?", default=True):
        return job
    training.give_up(job)
    return None


def _check_texts(training: Personalization, base: str | None, as_json: bool) -> None:
    """Have the model listen to what it has not checked yet: a wrong text teaches nothing good."""
    with Progress(console=Console(stderr=True), transient=True, disable=as_json) as bar:
        task = bar.add_task("Checking that texts fit their recordings", total=None)
        misfits = training.check_texts(base, lambda done, total: bar.update(task, completed=done, total=total))
    if misfits and not as_json:
        click.echo(f"{misfits} texts do not fit their recordings and will not train: attune library stats")


def check_ready(offer: Offer) -> None:
    """Raise InputError, with what is missing, unless there is enough to learn from."""
    readiness = offer.readiness
    if not readiness.ready:
        have = f"{readiness.minutes:.1f} minutes ({readiness.words} words) are there"
        raise InputError(
            f"There is not enough to learn from yet: {have}; still needed: {', '.join(readiness.missing)}.",
            "Dictate and correct more, or read prompted sentences: attune enrol",
        )


def describe_offer(offer: Offer) -> str:
    """What would be learnt from, and how long it takes."""
    readiness = offer.readiness
    lines = [
        f"{readiness.minutes:.1f} minutes of your speech, {readiness.words} words:"
        f" {readiness.utterances['train']} utterances to learn from, {readiness.utterances['test']} set aside to test.",
        f"Base: {offer.base}. On this processor it takes about {_span(offer.seconds)}; a GPU is used if there is one.",
    ]
    if readiness.is_trial:
        lines.append("With less than ten minutes of speech this is a trial; the model changes only if it is proven.")
    return "\n".join(lines)


def _describe_others(own: Path | None) -> str:
    if own:
        return f"It is tested on the recordings of other people in {own} too, and on synthetic voices that come along."
    return (
        "Other people's speech, which it must not unlearn, is read by synthetic voices that come along;"
        " --others adds recordings of your own."
    )


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{max(10, round(seconds, -1)):.0f} seconds"
    return f"{seconds / 60:.0f} minutes" if seconds < 5400 else f"{seconds / 3600:.1f} hours"


def _say_made(job: Path, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"event": "job", "path": str(job)}))
        return
    click.echo(f"The job is in {job}.\nRun it anywhere: python -m trainer run {job}")
    click.echo(f"Then bring the result home: attune models import {job / 'model'}")


def follow(training: Personalization, job: Path, as_json: bool) -> Outcome:
    """Run the job; Ctrl-C or SIGTERM asks for a checkpoint, and the loop goes on to the child's end."""
    children: list[TrainerChild] = []
    outcomes: list[Outcome] = []
    failures: list[BaseException] = []
    asked_to_stop, ended = threading.Event(), threading.Event()

    def started(child: TrainerChild) -> None:
        children.append(child)
        if asked_to_stop.is_set():
            child.cancel()

    def work(listen: Any) -> None:
        try:
            outcomes.append(training.run(job, listen, started))
        except BaseException as error:
            failures.append(error)
        finally:
            ended.set()

    def stop(*_: object) -> None:
        asked_to_stop.set()
        screen.stopping()
        for child in children:
            child.cancel()

    with _Screen(as_json) as screen:
        # A handler, not KeyboardInterrupt: that might come in the middle of anything.
        before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            threading.Thread(target=work, args=(screen.show,)).start()
            while not ended.wait(0.2):  # Windows looks at signals only between two waits
                pass
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
    if failures:
        raise failures[0]
    return outcomes[0]


class _Screen:
    """Shows the trainer's events: a bar on a terminal, or the events themselves."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:.0f}/{task.total:.0f}"),
            TextColumn("{task.fields[figures]}"),
            console=Console(stderr=True),
            disable=as_json,
        )
        self._task: TaskID | None = None
        self._stage = ""

    def show(self, event: Event) -> None:
        """One event, from whatever thread."""
        if self._as_json:
            if event["event"] != "done":  # the last line says what became of the model as well
                click.echo(json.dumps(event, ensure_ascii=False))
            return
        if event["event"] in ("stage", "progress"):
            self._advance(event)
        elif event["event"] in ("warning", "fallback"):
            self._bar.console.print(str(event.get("what", "")), style="yellow", markup=False)

    def stopping(self) -> None:
        """The user wants to stop."""
        if not self._as_json:
            self._bar.console.print("Writing a checkpoint...", markup=False)

    def _advance(self, event: Event) -> None:
        stage = str(event.get("stage", ""))
        if stage != self._stage or self._task is None:
            self._stage = stage
            if self._task is not None:
                self._bar.update(self._task, visible=False)
            self._task = self._bar.add_task(STAGES.get(stage, stage), total=1, figures="")
        total = event.get("total")
        if isinstance(total, int) and total > 0:
            self._bar.update(self._task, total=total, completed=int(event.get("step") or 0), figures=_figures(event))

    def __enter__(self) -> _Screen:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


def _figures(event: Event) -> str:
    """What is known about the run so far, in few characters."""
    parts = []
    if isinstance(event.get("eta_s"), int | float):
        parts.append(f"{_span(float(event['eta_s']))} left")
    if isinstance(event.get("loss"), int | float):
        parts.append(f"loss {event['loss']:.2f}")
    if isinstance(event.get("wer"), int | float):
        parts.append(f"{event['wer']:.1%} of words wrong")
    return ", ".join(parts)


def _say_outcome(outcome: Outcome, as_json: bool) -> None:
    if as_json:
        click.echo(
            json.dumps(
                {
                    "event": "done",
                    "accepted": outcome.accepted,
                    "model": outcome.model,
                    "reason": outcome.reason,
                    "report": outcome.report,
                    "kind": outcome.kind,
                },
                ensure_ascii=False,
            )
        )
        return
    click.echo(outcome.reason)
    if outcome.accepted:
        click.echo(f"From now on you dictate with {outcome.model}. To go back: attune models rollback")
    if outcome.report:
        click.echo(f"The report: {Path(outcome.report).with_suffix('.html')}")
    if outcome.can_go_on:
        click.echo("To go on: attune personalize")
