"""What is remembered of a training, and how one from another machine comes home."""

from dataclasses import replace
from pathlib import Path

import pytest
from library_samples import dictate, home_in
from model_shelf import make_finished_model, make_registry
from tiny_whisper import make_checkpoint

from engine.errors import ModelError
from engine.jobs.away import note_brought_home
from engine.jobs.history import last_training
from engine.jobs.make import count_looks
from engine.library.library import Library
from engine.models.card import Card
from engine.models.importing import import_folder, new_card
from engine.models.registry import InstalledModel, Registry, finish_staged
from engine.models.verdict import outcome_in, reasons_in, with_verdict
from engine.paths import Home

RUN = "starter-personal-1"


def begin(home: Home) -> list[str]:
    with Library(home) as library:
        used = [dictate(library, f"sentence number {n} about {n * n}", seconds=30.0, status="read") for n in range(2)]
        used.append(dictate(library, "unedited talk that is only rehearsed", seconds=60.0))
        library.runs.begin(RUN, "starter", used)
    return used


def test_the_last_training_is_told_with_the_minutes_it_learnt_from(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    begin(home)
    with Library(home) as library:
        assert last_training(home, library) is None
        library.runs.finish(RUN, "not proven")
        last = last_training(home, library)
    assert last is not None
    assert (last.accepted, last.failed, last.reason) == (False, False, "The training ended: not proven.")
    assert last.minutes == pytest.approx(1.0)
    assert last.ended.tzinfo is None


def test_one_that_failed_is_told_as_failed(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    begin(home)
    with Library(home) as library:
        library.runs.finish(RUN, "memory")
        last = last_training(home, library)
    assert last is not None
    assert last.failed


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    """The model folder of a job that ran elsewhere, with its checkpoint and its verdict."""
    folder = make_finished_model(tmp_path / "job" / "model", RUN)
    make_checkpoint(folder / "checkpoint")
    verdict = {"outcome": "not proven", "reasons": ["Not proven: too little speech."]}
    card = Card.load(folder)
    card = replace(card, golden=replace(card.golden, text="hello"), extra={"lineage": ["starter"]})
    with_verdict(card, verdict).save(folder)
    finish_staged(folder)
    return folder


def bring(registry: Registry, folder: Path) -> InstalledModel:
    return import_folder(registry, folder, new_card("x", source=""))


def test_a_model_from_elsewhere_brings_its_weights_and_its_verdict(tmp_path: Path, brought: Path) -> None:
    home, registry = home_in(tmp_path), make_registry(tmp_path)
    used = begin(home)
    model = bring(registry, brought)
    assert (model.folder / "checkpoint" / "model.safetensors").is_file()
    registry.verify(RUN)
    assert registry.checkpoint(RUN) is not None
    assert note_brought_home(home, model)
    assert not note_brought_home(home, model), "it has ended"
    assert outcome_in(model.card) == "not proven"
    assert reasons_in(model.card) == "Not proven: too little speech."
    with Library(home) as library:
        assert count_looks(library, used) == 1


def test_damaged_weights_are_not_brought_home(tmp_path: Path, brought: Path) -> None:
    weights = brought / "checkpoint" / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-100] ^= 1
    weights.write_bytes(content)
    with pytest.raises(ModelError, match="damaged"):
        bring(make_registry(tmp_path), brought)


def test_somebody_else_s_model_says_nothing_about_this_library(tmp_path: Path) -> None:
    registry = make_registry(tmp_path)
    model = registry.get("starter")
    assert not note_brought_home(home_in(tmp_path), model)
    assert outcome_in(model.card) == ""
