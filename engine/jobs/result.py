"""What becomes of a finished job: the candidate is installed, or put away; the job remembers its outcome."""

from __future__ import annotations

import shutil
from dataclasses import asdict
from pathlib import Path

from engine.errors import ModelError
from engine.jobs.child import Outcome
from engine.jobs.make import remove_leftovers
from engine.jobs.spec import JOB_NAME
from engine.json_text import parse_json
from engine.models.card import Card
from engine.models.durable import copy_private, write_json
from engine.models.manifest import CHECKPOINT_FOLDER
from engine.models.registry import InstalledModel, Registry
from engine.models.verdict import ACCEPTED, outcome_in
from engine.paths import Home, make_private_folder

OUTCOME_NAME = "outcome.json"


def install_candidate(registry: Registry, job: Path) -> InstalledModel:
    """Install the job's model with its checkpoint, and make it the active one after its golden check.

    Raises:
        ModelError, ModelFolderError: the gate has not accepted it; it is damaged, or says something else than it
            should.
    """
    if outcome_in(Card.load(job / "model")) != ACCEPTED:
        raise ModelError("This model has not been proven better than its base.", "Go on with the training.")
    with registry.staging() as place:
        staged = place / "model"
        for folder in (staged, staged / CHECKPOINT_FOLDER):
            make_private_folder(folder)
            for file in (job / "model" / folder.relative_to(staged)).iterdir():
                if file.is_file():
                    copy_private(file, folder / file.name)
        installed = registry.install(staged)
    return registry.activate(installed.id)


def close_job(job: Path, outcome: Outcome) -> None:
    """Note how it ended, and remove what only a run needs. The report and the adapter stay."""
    write_json(job / OUTCOME_NAME, asdict(outcome))
    remove_leftovers(job)


def unfinished_job(home: Home) -> Path | None:
    """The newest job that was started and not brought to an end, if there is one."""
    if not home.jobs.is_dir():
        return None
    jobs = [path.parent for path in home.jobs.glob(f"*/{JOB_NAME}") if not (path.parent / OUTCOME_NAME).exists()]
    return max(jobs, key=lambda job: (job / JOB_NAME).stat().st_mtime, default=None)


def progress_of(job: Path) -> list[str]:
    """The stages of a job that are finished."""
    return [marker.stem for marker in sorted((job / "state").glob("*.json"), key=lambda one: one.stat().st_mtime)]


def discard(job: Path) -> None:
    """Remove a job with all that it holds."""
    shutil.rmtree(job, ignore_errors=True)


def read_outcome(job: Path) -> Outcome | None:
    """How a job ended, None while it has not."""
    try:
        return Outcome(**parse_json((job / OUTCOME_NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
