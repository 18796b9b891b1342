"""``job.json``: what a training job is to do. The engine writes it, the trainer reads it.

JOB/job.json                 this
JOB/train.jsonl, ...         manifests of training records; audio named relative to the job folder
JOB/audio/ID.flac            copies of the recordings, so that the folder can be run elsewhere
JOB/state/, JOB/cache/       how far the run is, and what need not be computed twice
JOB/model/, JOB/adapter/     the candidate, ready to be installed; the LoRA adapter in peft's format
JOB/report.json, report.html what got better and what got worse
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from engine.errors import InputError
from engine.json_text import load_json
from engine.models.durable import write_json

JOB_NAME = "job.json"
VERSION = 1
NEEDED_MANIFESTS = ("train", "dev", "test")
OTHER_MANIFESTS = ("gold", "rehearsal", "general")
DEVICES = ("auto", "cpu", "cuda", "mps")


@dataclass(frozen=True)
class JobSpec:
    """The content of ``job.json``.

    `base` is the folder of the Hugging Face checkpoint, `base_model` that of the CTranslate2 model it belongs to
    (both absolute, or relative to the job); `manifests` names a file for train, dev and test, and maybe for gold
    (only tests), rehearsal (speech the base reads well; its own text serves as label) and general (other voices,
    only tests). `recipe` overrides fields of the recipe that would be chosen. `terms` is the user's vocabulary,
    `looks` how many candidates were measured on this test set before.
    """

    model_id: str
    base: str
    base_model: str
    manifests: Mapping[str, str]
    base_id: str = ""
    recipe: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 1
    device: str = "auto"
    terms: tuple[str, ...] = ()
    looks: int = 0
    version: int = VERSION

    def save(self, folder: Path) -> None:
        """Write ``job.json`` into the job folder."""
        write_json(folder / JOB_NAME, asdict(self))

    @classmethod
    def load(cls, folder: Path) -> JobSpec:
        """Read the ``job.json`` of a job folder.

        Raises:
            InputError: it is missing or damaged, of a newer version, or a field is not what it should be.
        """
        path = folder / JOB_NAME
        try:
            content = load_json(path)
        except FileNotFoundError:
            raise InputError(f"{folder} holds no {JOB_NAME}.", "Make a job with: attune personalize") from None
        except (OSError, ValueError) as error:
            raise InputError(f"{path} cannot be read: {error}.", "Make the job again.") from error
        if not isinstance(content, dict):
            raise InputError(f"{path} is not a JSON object.", "Make the job again.")
        return _parse(content)


def _parse(content: dict[str, Any]) -> JobSpec:
    version = content.get("version", VERSION)
    if version != VERSION:
        raise InputError(f"{JOB_NAME} has version {version}, this Attune reads {VERSION}.", "Make the job again.")
    known = {entry.name for entry in fields(JobSpec)}
    given = {name: value for name, value in content.items() if name in known}
    for name in ("model_id", "base", "base_model"):
        _expect(given.get(name), str, name)
    for name, kind in (("base_id", str), ("device", str), ("recipe", dict), ("seed", int), ("looks", int)):
        if name in given:
            _expect(given[name], kind, name)
    manifests = _expect(given.get("manifests"), dict, "manifests")
    for name in NEEDED_MANIFESTS:
        _expect(manifests.get(name), str, f"manifests.{name}")
    unknown = manifests.keys() - {*NEEDED_MANIFESTS, *OTHER_MANIFESTS}
    if unknown:
        raise InputError(f"{JOB_NAME} names a manifest nobody reads: {sorted(unknown)[0]}.", "Remove it.")
    if given.get("device", "auto") not in DEVICES:
        raise InputError(f"{JOB_NAME}: the device is {given['device']!r}.", f"Use one of {', '.join(DEVICES)}.")
    given["terms"] = tuple(_expect(term, str, "terms") for term in _expect(given.get("terms", []), list, "terms"))
    return JobSpec(**given)


def _expect(value: Any, kind: type[Any], place: str) -> Any:
    if not isinstance(value, kind) or isinstance(value, bool):
        wanted = {str: "text", int: "a whole number", dict: "an object", list: "a list"}[kind]
        raise InputError(f"{JOB_NAME}: {place} should be {wanted}.", "Make the job again.")
    return value
