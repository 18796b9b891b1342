"""A job folder as the trainer sees it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.errors import InputError
from engine.jobs.spec import JobSpec
from engine.paths import make_private_folder


@dataclass(frozen=True)
class Job:
    """A job folder and its ``job.json``. `base` and `base_model` are absolute; the other folders are the job's own."""

    folder: Path
    spec: JobSpec

    @property
    def base(self) -> Path:
        """The Hugging Face checkpoint that is trained on."""
        return self.folder / self.spec.base

    @property
    def base_model(self) -> Path:
        """The CTranslate2 model the checkpoint belongs to: what the candidate has to beat."""
        return self.folder / self.spec.base_model

    @property
    def state(self) -> Path:
        """Markers of finished stages, and the training checkpoint."""
        return self.folder / "state"

    @property
    def cache(self) -> Path:
        """Features that need not be computed twice."""
        return self.folder / "cache"

    @property
    def model(self) -> Path:
        """The candidate: a CTranslate2 folder with card, manifest and ``checkpoint/``."""
        return self.folder / "model"

    @property
    def adapter(self) -> Path:
        """The LoRA adapter in peft's format."""
        return self.folder / "adapter"

    @property
    def report(self) -> Path:
        """The report's figures."""
        return self.folder / "report.json"

    def manifest(self, name: str) -> Path | None:
        """The manifest of this name, if the job has one."""
        file = self.spec.manifests.get(name)
        return self.folder / file if file else None


def open_job(folder: Path) -> Job:
    """Read the job in `folder` and make its own folders.

    Raises:
        InputError: ``job.json`` cannot be used, or names a base that is not there.
        StorageError: the folder cannot be written.
    """
    folder = folder.absolute()
    job = Job(folder, JobSpec.load(folder))
    if not (job.base / "config.json").is_file():
        raise InputError(f"The base {job.base} is no Hugging Face checkpoint.", "Install the base again.")
    if not (job.base_model / "model.bin").is_file():
        raise InputError(f"The base model {job.base_model} is no CTranslate2 model.", "Install the base again.")
    for own in (job.state, job.cache):
        make_private_folder(own)
    return job
