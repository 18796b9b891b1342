"""From a trained adapter to a model folder that can be installed: merge, convert, check, measure, describe."""

from __future__ import annotations

import datetime
import importlib.metadata
import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch

from engine.errors import ModelFolderError
from engine.models.card import Card, Context, Golden, Gpu
from engine.models.golden import run_golden
from engine.models.manifest import is_checkpoint_file, write_manifest
from engine.models.structure import check_structure
from engine.models.verdict import with_verdict
from trainer.convert import convert
from trainer.personal.job import Job
from trainer.personal.lora import Adapted
from trainer.personal.recipe import Recipe
from trainer.personal.whisper import load_base

LIBRARIES = ("torch", "transformers", "peft", "ctranslate2", "faster-whisper")
BUILDING = "model.part"
MERGED = "merged"


@dataclass(frozen=True)
class Learnt:
    """What the card says about the training: recipe, the scale that was chosen, minutes, a hash of what it saw."""

    recipe: Recipe
    alpha: float
    minutes: float
    utterances: int
    data_hash: str


@dataclass(frozen=True)
class Facts:
    """What was measured of the int8 model: context, when to search with a beam, and how to compute on a GPU."""

    context: Context
    beam_threshold: float | None
    gpu_type: str | None


def merge(job: Job, alpha: float) -> Path:
    """Add the adapter, at this scale, to the unquantised base in fp32. Returns the merged checkpoint's folder."""
    merged = job.state / MERGED
    shutil.rmtree(merged, ignore_errors=True)
    adapted = Adapted.load(load_base(job.base), job.adapter)
    adapted.scale(alpha)
    adapted.merged().save_pretrained(merged)
    _copy_companions(job.base, merged)
    return merged


def build(job: Job, merged: Path) -> Path:
    """Convert the merged checkpoint to int8, and keep it in half precision as the base of later trainings.

    Raises:
        ModelFolderError: what came out does not fit the base.
    """
    building = job.folder / BUILDING
    shutil.rmtree(building, ignore_errors=True)
    convert(merged, building, quantization="int8")
    check_like_base(job.base_model, building)
    half = load_base(merged)
    torch.nn.Module.to(half, torch.float16)
    half.save_pretrained(building / "checkpoint")
    _copy_companions(job.base, building / "checkpoint")
    return building


def check_like_base(base: Path, built: Path) -> None:
    """Fine-tuning changes weights and nothing else: sizes, tokens, alignment heads and languages stay the base's.

    Raises:
        ModelFolderError: something differs.
    """
    if check_structure(built) != check_structure(base):
        raise ModelFolderError("The personal model has other sizes than its base.", "Report this as a defect.")
    configs = [json.loads((folder / "config.json").read_text(encoding="utf-8")) for folder in (base, built)]
    for name in ("alignment_heads", "lang_ids", "suppress_ids", "suppress_ids_begin"):
        if configs[0].get(name) != configs[1].get(name):
            raise ModelFolderError(f"The personal model's {name} differ from its base's.", "Report this as a defect.")


def describe(job: Job, building: Path, learnt: Learnt, facts: Facts) -> None:
    """Write card, golden text and manifests, and put the candidate in its place."""
    golden = job.base_model / "golden.flac"
    if golden.is_file():
        shutil.copyfile(golden, building / golden.name)
    card = _card(job, learnt, facts, own_golden=golden.is_file())
    card.save(building)
    text = run_golden(building).text if golden.is_file() or _bundled_golden() else None
    replace(card, golden=replace(card.golden, text=text)).save(building)
    write_manifest(building / "checkpoint")
    write_manifest(building)
    shutil.rmtree(job.model, ignore_errors=True)
    building.rename(job.model)


def _card(job: Job, learnt: Learnt, facts: Facts, *, own_golden: bool) -> Card:
    base = Card.load(job.base_model)
    lineage = [*base.extra.get("lineage", []), base.id]
    return Card(
        id=job.spec.model_id,
        name=f"{base.name}, personal",
        base=job.spec.base_id or base.id,
        languages=base.languages,
        context=facts.context,
        recipe={**learnt.recipe.as_json(), "alpha": learnt.alpha, "seed": job.spec.seed},
        data={
            "personal_minutes": round(learnt.minutes, 2),
            "utterances": learnt.utterances,
            "utterances_hash": learnt.data_hash,
        },
        versions={name: importlib.metadata.version(name) for name in LIBRARIES},
        licence=base.licence,
        created=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        source=f"personalized from {base.id}",
        golden=Golden(audio="golden.flac") if own_golden else Golden(),
        adaptive=replace(base.adaptive, beam_threshold=facts.beam_threshold),
        gpu=Gpu(facts.gpu_type),
        extra={"lineage": lineage},
    )


def note_verdict(job: Job, verdict: dict[str, Any]) -> None:
    """Write what the gate said into the card, and bring the manifest up to date."""
    with_verdict(Card.load(job.model), verdict).save(job.model)
    write_manifest(job.model)


def _bundled_golden() -> bool:
    from engine.models.golden import GOLDEN_AUDIO

    return GOLDEN_AUDIO.is_file()


def _copy_companions(base: Path, folder: Path) -> None:
    """Tokenizer and generation settings as the base has them; the library writes only some of them."""
    for file in base.iterdir():
        if file.suffix in (".json", ".txt") and is_checkpoint_file(file.name) and file.name != "config.json":
            shutil.copyfile(file, folder / file.name)
