from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.windows.models.arrivals import Arrivals
from desktop.windows.models.page import ModelsPage
from engine.models.card import Card
from engine.models.catalogue import read_catalogue
from engine.models.manifest import write_manifest
from engine.models.registry import Registry
from engine.paths import STARTER_MODEL

OTHER = "other"


@pytest.fixture
def page(stage, context, qtbot):
    """A page on a shelf with the starter and a copy of it; no model is checked by decoding."""
    stage.bridge.registry = Registry(context.home, check=lambda folder, card: None)
    with stage.bridge.registry.staging() as place:
        staged = place / "model"
        shutil.copytree(STARTER_MODEL / "ctranslate2", staged)
        card = Card.load(staged)
        Card(OTHER, "Another model", context=card.context, measured=card.measured, golden=card.golden).save(staged)
        write_manifest(staged)
        stage.bridge.registry.install(staged)
    page = ModelsPage(context)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: OTHER in page.rows, timeout=20_000)
    return page


def button(row, text: str) -> QPushButton:
    return next(one for one in row.findChildren(QPushButton) if one.text() == text)


def texts(row) -> str:
    return "\n".join(label.text() for label in row.findChildren(QLabel))


def test_installed_models_and_the_catalogue_are_shown_with_what_is_known(page):
    assert list(page.rows)[:2] == ["starter", OTHER]
    assert {entry.id for entry in read_catalogue()} <= set(page.rows)
    starter = texts(page.rows["starter"])
    assert "knows synthetic voices only" in starter
    assert "in use" in starter
    assert "MIT" in starter
    assert "clean: " in starter
    assert not any(one.text() == "Remove" for one in page.rows["starter"].findChildren(QPushButton))
    assert not page.roll_back.isEnabled()
    assert button(page.rows["whisper-tiny"], "Download").accessibleName() == "Download: Whisper tiny"


def test_a_model_is_used_and_the_one_before_is_one_click_away(page, stage, qtbot):
    changed = []
    stage.bridge.model_changed.connect(lambda: changed.append(True))
    button(page.rows[OTHER], "Use").click()
    qtbot.waitUntil(lambda: page.roll_back.isEnabled(), timeout=20_000)
    assert stage.said[-1] == "You dictate with Another model now."
    assert stage.bridge.active_model().id == OTHER
    assert stage.bridge.recogniser.choice.folder == stage.bridge.registry.folder(OTHER)
    assert changed
    page.roll_back.click()
    qtbot.waitUntil(lambda: stage.bridge.active_model().id == "starter", timeout=20_000)


def test_a_removal_can_be_undone(page, stage, qtbot):
    button(page.rows[OTHER], "Remove").click()
    qtbot.waitUntil(lambda: OTHER not in page.rows, timeout=20_000)
    assert stage.said[-1] == "Removed Another model."
    stage.actions[-1].run()
    qtbot.waitUntil(lambda: OTHER in page.rows, timeout=20_000)


def test_a_damaged_model_is_told_by_verifying_it(page, stage, qtbot):
    button(page.rows[OTHER], "Verify").click()
    qtbot.waitUntil(lambda: bool(stage.said), timeout=20_000)
    assert "is whole" in stage.said[-1]
    vocabulary = Path(stage.bridge.registry.folder(OTHER)) / "vocabulary.json"
    vocabulary.write_text("[]")
    button(page.rows[OTHER], "Verify").click()
    qtbot.waitUntil(lambda: bool(stage.failed), timeout=20_000)


def test_a_folder_that_is_no_model_is_told(page, stage, qtbot, tmp_path):
    (tmp_path / "empty").mkdir()
    page.import_from(tmp_path / "empty")
    qtbot.waitUntil(lambda: bool(stage.failed), timeout=20_000)
    assert "holds no model" in str(stage.failed[-1])
    assert page.import_button.isEnabled()


def test_what_has_arrived_is_used_or_offered(page, stage, qtbot):
    arrivals = Arrivals(page.context)
    installed = stage.bridge.registry.get(OTHER)
    stage.bridge.downloads.finished.emit(installed, False)
    assert stage.said[-1] == "Another model is installed."
    assert stage.bridge.active_model().id == "starter"
    stage.bridge.downloads.finished.emit(installed, True)
    qtbot.waitUntil(lambda: stage.bridge.active_model().id == OTHER, timeout=20_000)
    qtbot.waitUntil(lambda: not arrivals._changes.busy, timeout=20_000)


def test_only_a_click_downloads_and_it_shows_on_the_row(page, stage, qtbot, monkeypatch):
    begun = []
    monkeypatch.setattr(stage.bridge.downloads, "begin", lambda entry: begun.append(entry.id))
    button(page.rows["whisper-tiny"], "Download").click()
    assert begun == ["whisper-tiny"]
    stage.bridge.downloads.entry = read_catalogue()[0]
    stage.bridge.downloads.changed.emit()
    assert button(page.rows["whisper-tiny"], "Stop").isVisible()
    assert not button(page.rows["whisper-base"], "Download").isEnabled()
    stage.bridge.downloads.entry = None
    stage.bridge.downloads.changed.emit()
    assert not button(page.rows["whisper-tiny"], "Stop").isVisible()
