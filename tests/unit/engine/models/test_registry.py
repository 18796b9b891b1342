from __future__ import annotations

import errno
import json
import os
import shutil
import stat
from pathlib import Path

import pytest
from model_shelf import install, make_finished_model, make_registry

from engine.errors import AttuneError, InputError, ModelError, ModelFolderError, StorageError
from engine.models.card import Card
from engine.models.registry import Registry
from engine.paths import Home, open_home


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    return make_registry(tmp_path)


def test_a_fresh_home_dictates_with_the_starter(registry: Registry) -> None:
    assert registry.active().id == "starter"
    assert [model.id for model in registry.installed()] == ["starter"]


def test_install_activate_and_go_back(registry: Registry) -> None:
    install(registry, "first", seed=1)
    assert registry.active().id == "starter", "installing activates nothing"
    install(registry, "second", seed=2)
    registry.activate("first")
    registry.activate("second")
    assert registry.active().card.name == "Test second"
    assert registry.rollback().id == "first"
    assert registry.rollback().id == "starter"
    with pytest.raises(ModelError, match="no earlier model"):
        registry.rollback()


def test_everything_is_private(registry: Registry, tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        install(registry, "mine")
        registry.activate("mine")
    finally:
        os.umask(old)
    for path in (tmp_path / "home").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_installing_never_replaces_a_model(registry: Registry) -> None:
    install(registry, "mine", seed=1)
    before = registry.get("mine").folder.stat().st_mtime_ns
    with pytest.raises(ModelError, match="installed already"):
        install(registry, "mine", seed=2)
    assert registry.get("mine").folder.stat().st_mtime_ns == before
    registry.verify("mine")


@pytest.mark.parametrize("name", ["model.bin", "tokenizer.json", "card.json"])
def test_a_damaged_model_is_not_activated(registry: Registry, name: str) -> None:
    file = install(registry, "mine").folder / name
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 4
    file.write_bytes(content)
    with pytest.raises(ModelError, match="damaged"):
        registry.activate("mine")
    assert registry.active().id == "starter"


def test_a_model_that_fails_its_golden_check_is_not_activated(tmp_path: Path) -> None:
    def refuse(folder: Path, card: Card) -> None:
        raise ModelError("It writes other words.")

    shelf = make_registry(tmp_path)
    install(shelf, "mine")
    strict = Registry(Home(tmp_path / "home"), starter=tmp_path / "starter", check=refuse)
    with pytest.raises(ModelError, match="other words"):
        strict.activate("mine")
    assert strict.active().id == "starter"


def test_a_folder_whose_files_do_not_fit_is_not_installed(registry: Registry, tmp_path: Path) -> None:
    with registry.staging() as place:
        folder = make_finished_model(place / "model", "mine")
        (folder / "tokenizer.json").unlink()
        with pytest.raises(ModelFolderError):
            registry.install(folder)
    assert [model.id for model in registry.installed()] == ["starter"]
    assert not list((tmp_path / "home" / "models").glob(".staging-*"))


def test_a_full_disk_is_said_and_leaves_nothing_behind(
    registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="No space left"):
        install(registry, "mine")
    monkeypatch.undo()
    assert [model.id for model in registry.installed()] == ["starter"]
    install(registry, "mine")


@pytest.mark.parametrize("model", ["", "..", "../x", "a/b", ".hidden", "trash", "active.json", "x" * 65, "a\n"])
def test_ids_that_could_leave_the_folder_are_refused(registry: Registry, model: str) -> None:
    with pytest.raises(InputError):
        registry.folder(model)


def test_removal_spares_the_active_model_and_the_one_behind_it(registry: Registry) -> None:
    for number, model in enumerate(("first", "second", "third")):
        install(registry, model, seed=number)
        registry.activate(model)
    with pytest.raises(ModelError, match="is active"):
        registry.remove("third")
    with pytest.raises(ModelError, match="falls back"):
        registry.remove("second")
    with pytest.raises(InputError, match="stays"):
        registry.remove("starter")
    registry.remove("first")
    assert [model.id for model in registry.installed()] == ["starter", "second", "third"]


def test_removal_spares_the_last_good_model(registry: Registry) -> None:
    for number, model in enumerate(("good", "untried", "newest")):
        install(registry, model, seed=number)
        registry.activate(model)
        if model == "good":
            registry.note_start_succeeded(model)
    with pytest.raises(ModelError, match="falls back"):
        registry.remove("good")


def test_removal_can_be_undone_until_the_next_good_start(registry: Registry) -> None:
    install(registry, "mine")
    registry.remove("mine")
    registry.restore("mine")
    registry.verify("mine")
    registry.remove("mine")
    registry.note_start_succeeded("starter")
    with pytest.raises(ModelError, match="not in the trash"):
        registry.restore("mine")


def test_two_failed_starts_go_back_to_the_model_before(registry: Registry) -> None:
    install(registry, "good", seed=1)
    install(registry, "bad", seed=2)
    registry.activate("good")
    registry.note_start_succeeded("good")
    registry.activate("bad")
    assert registry.note_start_failed("bad") is None
    back = registry.note_start_failed("bad")
    assert back is not None
    assert back.id == registry.active().id == "good"


def test_a_good_start_between_two_failures_keeps_the_model(registry: Registry) -> None:
    install(registry, "mine")
    registry.activate("mine")
    registry.note_start_failed("mine")
    registry.note_start_succeeded("mine")
    assert registry.note_start_failed("mine") is None
    assert registry.active().id == "mine"


def test_going_back_skips_models_that_are_gone_or_damaged(registry: Registry) -> None:
    for number, model in enumerate(("first", "second", "third")):
        install(registry, model, seed=number)
        registry.activate(model)
    (registry.folder("second") / "model.bin").write_bytes(b"")
    assert registry.rollback().id == "first"


@pytest.mark.parametrize("content", ["", "[]", '{"active": 3, "previous": []}', '{"active": "x"}'])
def test_a_damaged_pointer_is_said_and_a_model_can_still_be_chosen(
    registry: Registry, tmp_path: Path, content: str
) -> None:
    install(registry, "mine")
    pointer = tmp_path / "home" / "models" / "active.json"
    pointer.write_text(content)
    with pytest.raises(ModelError, match="damaged"):
        registry.active()
    registry.activate("mine")
    assert registry.active().id == "mine"
    assert json.loads(pointer.read_text())["active"] == "mine"


def test_an_active_model_that_was_deleted_by_hand(registry: Registry) -> None:
    install(registry, "mine")
    registry.activate("mine")
    shutil.rmtree(registry.folder("mine"))
    with pytest.raises(AttuneError, match="not installed"):
        registry.active()
    assert registry.rollback().id == "starter"


def test_the_bundled_starter_is_whole_and_can_be_gone_back_to(tmp_path: Path) -> None:
    registry = Registry(open_home(Home(tmp_path)), check=lambda folder, card: None)
    registry.verify("starter")
    install(registry, "other")
    registry.activate("other")
    assert registry.rollback().id == "starter"
