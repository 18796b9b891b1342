"""A model that is activated while a dictation runs reads the next utterance."""

from concurrent.futures import Future
from pathlib import Path

import pytest
from model_shelf import install, make_registry

from engine.models.registry import Registry
from engine.session.starting import ActiveModel
from engine.speech.options import RecogniserOptions
from engine.speech.wire import LoadedModel, ModelChoice

OPTIONS = RecogniserOptions(language="en")


class Client:
    """Notes what it is told to use."""

    def __init__(self) -> None:
        self.used: list[ModelChoice] = []
        self.preloaded = 0

    def use(self, choice: ModelChoice) -> None:
        self.used.append(choice)

    def preload(self) -> Future[LoadedModel]:
        self.preloaded += 1
        return Future()


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    made = make_registry(tmp_path)
    install(made, "mine")
    return made


def test_the_next_utterance_is_read_by_what_was_activated(registry: Registry) -> None:
    client = Client()
    active = ActiveModel(client, registry, OPTIONS)  # type: ignore[arg-type]
    assert active.follow() is None
    registry.activate("mine")
    assert active.follow() == "mine"
    assert active.follow() is None
    registry.rollback()
    assert active.follow() == "starter"
    assert [choice.folder for choice in client.used] == [registry.folder("mine"), registry.folder("starter")]
    assert client.preloaded == 2


def test_a_damaged_choice_changes_nothing(registry: Registry, tmp_path: Path) -> None:
    client = Client()
    active = ActiveModel(client, registry, OPTIONS)  # type: ignore[arg-type]
    registry.activate("mine")
    (tmp_path / "home" / "models" / "active.json").write_text("{")
    assert active.follow() is None
    assert client.used == []
