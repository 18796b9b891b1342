"""``python -m trainer run JOB``: train and judge a personal model. ``resume`` is the same: a run goes on by itself.

Exit status: 0 accepted, 2 bad data, 3 cancelled, 4 out of memory, 5 refused or not proven, 1 a defect.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import traceback
from pathlib import Path

import torch
from transformers.utils.logging import disable_progress_bar

from engine.errors import AttuneError
from engine.jobs.estimate import Work, estimate_seconds, model_size
from trainer.personal.device import Device, choose_device, peak_mb
from trainer.personal.inputs import Inputs, check_room, read_inputs, recipe_for
from trainer.personal.job import open_job
from trainer.personal.memory import is_out_of_memory
from trainer.personal.outcome import ACCEPTED, BUG, OUT_OF_MEMORY, REFUSED, CancelledError
from trainer.personal.pipeline import Run, personalize, take_part
from trainer.personal.recipe import Recipe
from trainer.personal.stages import Stages
from trainer.processes import Processes
from trainer.progress import Progress
from trainer.stopping import StopFlag

PRODUCT = 1024  # rows and columns of the matrices the speed is measured with


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("job", type=Path, metavar="JOB", help="a job folder with job.json")
    parser.add_argument(
        "--until-stdin-closes", action="store_true", help="stop, with a checkpoint, at the end of stdin"
    )


def run(options: argparse.Namespace) -> int:
    """Run the job to its end, or go on with it. Every way it can end has its exit status and its last event."""
    processes = Processes(cpu=not torch.cuda.is_available())
    progress = Progress(None if processes.first else Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    progress.start_heartbeat()
    disable_progress_bar()  # type: ignore[no-untyped-call] # the log is for what went wrong
    stop = StopFlag()
    stop.listen(until_stdin_closes=options.until_stdin_closes)
    try:
        return _run(options.job, processes, progress, stop)
    except CancelledError as error:
        progress.event("error", kind="cancelled", what=error.what, remedy=error.remedy)
        return error.exit_code
    except AttuneError as error:
        progress.event("error", kind=type(error).__name__, what=error.what, remedy=error.remedy)
        sys.stderr.write(f"trainer: {error}\n")
        return error.exit_code
    except Exception as error:
        traceback.print_exc()
        short = is_out_of_memory(error)
        what = "The memory ran out." if short else "The trainer has a defect; its log says where."
        progress.event("error", kind="memory" if short else "bug", what=what, remedy="The present model stays.")
        return OUT_OF_MEMORY if short else BUG
    finally:
        progress.stop_heartbeat()


def _run(folder: Path, processes: Processes, progress: Progress, stop: StopFlag) -> int:
    job = open_job(folder)
    device = choose_device(job.spec.device, model_size(job.base).parameters, processes.rank)
    inputs = read_inputs(job, lambda what: progress.event("warning", what=what))
    recipe = recipe_for(job, inputs, device)
    check_room(job, inputs, device)
    run = Run(job, inputs, recipe, device, processes, progress, Stages(job.state, progress, stop))
    progress.event(
        "start",
        command="run",
        base=job.spec.base_id,
        device=device.kind,
        precision=device.precision,
        processes=processes.count,
        minutes=round(inputs.minutes, 2),
        recipe=recipe.as_json(),
        estimate_s=round(_estimate(inputs, recipe, device)),
    )
    if not processes.first:
        take_part(run)
        return ACCEPTED
    verdict = personalize(run)
    progress.event(
        "done",
        accepted=verdict.accepted,
        model=job.spec.model_id,
        reason=" ".join(verdict.reasons),
        report=str(job.report),
        mem_mb=round(peak_mb(device)),
    )
    return ACCEPTED if verdict.accepted else REFUSED


def _estimate(inputs: Inputs, recipe: Recipe, device: Device) -> float:
    """Seconds, from the speed of a matrix product on the device."""
    own = inputs.minutes * 60 * recipe.epochs / recipe.own_share
    tested = 5 * inputs.test.minutes + inputs.general.minutes
    read = 60 * (2 * tested + 20 * inputs.dev.minutes + 2 * inputs.rehearsal.minutes)
    work = Work(own, read, decoder_only=recipe.layers == "decoder")
    return estimate_seconds(inputs.size, work, _speed(device))


def _speed(device: Device) -> float:
    matrix = torch.ones(PRODUCT, PRODUCT, device=device.place)
    with device.autocast():
        float((matrix @ matrix)[0, 0])
        began, rounds = time.perf_counter(), 0
        while time.perf_counter() - began < 0.1:
            float((matrix @ matrix)[0, 0])
            rounds += 1
    return rounds * PRODUCT**3 / (time.perf_counter() - began)
