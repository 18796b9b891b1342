"""Trains the job in the folder given, alone or as one of several processes; the first writes the losses."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

from trainer.personal.device import Device
from trainer.personal.fitting import Fitting
from trainer.personal.inputs import read_inputs, recipe_for
from trainer.personal.job import open_job
from trainer.personal.rehearsal import Rehearsal
from trainer.processes import Processes
from trainer.progress import Progress


def main(folder: Path) -> None:
    processes = Processes(cpu=True)
    job, device = open_job(folder), Device("cpu", "fp32")
    inputs = read_inputs(job, lambda _: None)
    recipe = recipe_for(job, inputs, device)
    fitting = Fitting(job, inputs, recipe, device, processes, Progress(io.StringIO()), lambda: False)
    losses = fitting.train(Rehearsal(inputs.rehearsal.clips))["losses"]
    if processes.first:
        (folder / "losses.json").write_text(json.dumps({"processes": processes.count, "losses": losses}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
