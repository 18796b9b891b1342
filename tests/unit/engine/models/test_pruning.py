"""Old personal models go; what is in use, what is fallen back on, and other people's models stay."""

from dataclasses import replace
from pathlib import Path

import pytest
from model_shelf import install, make_finished_model, make_registry

from engine.models.card import Card
from engine.models.pruning import freed_bytes, prunable
from engine.models.registry import Registry, finish_staged


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    made = make_registry(tmp_path)
    for number in range(1, 5):
        with made.staging() as place:
            staged = make_finished_model(place / "model", f"starter-personal-{number}")
            card = Card.load(staged)
            replace(card, created=f"2026-01-0{number}", extra={"lineage": ["starter"]}).save(staged)
            finish_staged(staged)
            made.install(staged)
    install(made, "from-a-friend")
    return made


def ids(registry: Registry, keep: int) -> list[str]:
    return [model.id for model in prunable(registry, keep)]


def test_the_oldest_go_first_and_only_personal_ones(registry: Registry) -> None:
    assert ids(registry, 2) == ["starter-personal-1", "starter-personal-2"]
    assert ids(registry, 9) == []
    assert freed_bytes(prunable(registry, 2)) > 2 * registry.get("starter-personal-1").size_bytes * 0.99


def test_the_active_one_and_the_last_good_one_never_go(registry: Registry) -> None:
    registry.activate("starter-personal-1")
    registry.note_start_succeeded("starter-personal-1")
    registry.activate("starter-personal-2")
    assert registry.kept() == {"starter", "starter-personal-1", "starter-personal-2"}
    assert ids(registry, 0) == ["starter-personal-3", "starter-personal-4"]
    for model in ids(registry, 0):
        registry.remove(model)
    assert ids(registry, 0) == []
    assert registry.rollback().id == "starter-personal-1"
