"""What a run learns from and is measured on, checked before anything is computed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.errors import AudioFileError, InputError, StorageError
from engine.jobs.estimate import ModelSize, bytes_needed, model_size
from engine.models.card import CARD_NAME, Card, Context
from trainer.personal.cache import key_of
from trainer.personal.device import Device, free_bytes
from trainer.personal.job import Job
from trainer.personal.manifest import Clip, Manifest, check_disjoint, check_sound, read_manifest
from trainer.personal.outcome import NotEnoughMemoryError
from trainer.personal.recipe import Recipe, choose_recipe, override
from trainer.personal.tokens import MAX_TEXT_TOKENS, Tokens

SHORT = 5.0  # seconds of context: no more than a sentence takes
FEWEST_PAIRS, FEWEST_DEVELOPMENT, FEWEST_TESTS = 8, 3, 3


@dataclass(frozen=True)
class Inputs:
    """The job's manifests, tokens, the base's size and the context it needs."""

    train: Manifest
    dev: Manifest
    test: Manifest
    gold: Manifest
    rehearsal: Manifest
    general: Manifest
    tokens: Tokens
    size: ModelSize
    context: Context

    @property
    def minutes(self) -> float:
        """Of pairs to learn from."""
        return self.train.minutes

    @property
    def hash(self) -> str:
        """Of the ids of what is learnt from."""
        return key_of(*sorted(clip.id for clip in (*self.train.clips, *self.rehearsal.clips)))


def read_inputs(job: Job, warn: Callable[[str], None]) -> Inputs:
    """Read and check the job's manifests; `warn` hears about each recording that is left out.

    Raises:
        InputError: a manifest is wrong, too little is left, or something is both learnt and tested.
    """
    tokens = Tokens.load(job.base)
    manifests = {}
    for name in ("train", "dev", "test", "gold", "rehearsal", "general"):
        manifest = _sound(read_manifest(job, name), tokens)
        for fault in manifest.left_out:
            warn(f"Left out: {fault}.")
        manifests[name] = manifest
    for name, fewest in (("train", FEWEST_PAIRS), ("dev", FEWEST_DEVELOPMENT), ("test", FEWEST_TESTS)):
        found = len(manifests[name].clips)
        if found < fewest:
            raise InputError(
                f"Only {found} usable recordings to {_PURPOSE[name]}, {fewest} are needed.",
                "Dictate and correct more, then try again.",
            )
    check_disjoint([manifests["train"], manifests["rehearsal"]], [manifests["dev"], manifests["test"]])
    check_disjoint([manifests["train"], manifests["rehearsal"]], [manifests["gold"], manifests["general"]])
    card = Card.load(job.base_model) if (job.base_model / CARD_NAME).is_file() else None
    return Inputs(**manifests, tokens=tokens, size=model_size(job.base), context=card.context if card else Context())


_PURPOSE = {"train": "learn from", "dev": "choose by", "test": "test with"}


def _sound(manifest: Manifest, tokens: Tokens) -> Manifest:
    """Without recordings that cannot be decoded and texts longer than a decoder writes."""
    kept: list[Clip] = []
    faults = list(manifest.left_out)
    for clip in manifest.clips:
        try:
            check_sound(clip)
        except AudioFileError as error:
            faults.append(f"{clip.id}: {error.what.rstrip('.')}")
            continue
        if len(tokens.text(clip.text)) > MAX_TEXT_TOKENS:
            faults.append(f"{clip.id}: the text is longer than {MAX_TEXT_TOKENS} tokens")
        else:
            kept.append(clip)
    return replace(manifest, clips=tuple(kept), left_out=tuple(faults))


def recipe_for(job: Job, inputs: Inputs, device: Device) -> Recipe:
    """The recipe chosen for this job, with the job's own wishes.

    Raises:
        InputError: a wish cannot be fulfilled.
    """
    chosen = choose_recipe(inputs.minutes, inputs.size.parameters, device.kind)
    if inputs.context.min_seconds <= SHORT:
        # The base bears short context already, so there is no need to teach it.
        chosen = replace(chosen, acft_weight=0.0)
    return override(chosen, job.spec.recipe)


def check_room(job: Job, inputs: Inputs, device: Device) -> None:
    """Whether memory and disk suffice.

    Raises:
        NotEnoughMemoryError: the memory does not.
        StorageError: the disk does not.
    """
    minutes = sum(one.minutes for one in (inputs.train, inputs.rehearsal, inputs.dev))
    memory, disk = bytes_needed(inputs.size, minutes)
    free = free_bytes(device)
    if free < memory:
        raise NotEnoughMemoryError(
            f"Training this model needs about {memory / 1e9:.1f} GB of memory; there are {free / 1e9:.1f}.",
            "Close other programs, or personalize a smaller model: attune models list",
        )
    free = shutil.disk_usage(job.folder).free
    if free < disk:
        raise StorageError(
            f"Training needs about {disk / 1e9:.1f} GB of disk space, {free / 1e9:.1f} are free.", "Free some space."
        )
