from __future__ import annotations

import pytest
from library_samples import sound
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

from desktop.windows.settings.data import DataSection
from desktop.windows.settings.profiles import ProfileDialog, ProfilesSection
from engine.library.entities import NewUtterance
from engine.library.retention import Retention, load_retention
from engine.settings.declarations import PROFILES
from engine.settings.profiles import Profile


@pytest.fixture
def section(context, qtbot):
    section = DataSection(context)
    qtbot.addWidget(section)
    return section


@pytest.fixture
def utterance(stage) -> str:
    identifier = stage.library.utterances.add(NewUtterance("please call Anna", "session", sound(2.0)))
    stage.library.utterances.accept(identifier)
    return identifier


def test_what_is_kept_holds_at_once_and_for_the_next_start(section, stage):
    section.days.setValue(30)
    section.apps.setPlainText("Bank\n\n Notes \n")
    decided = Retention(30, frozenset({"Bank", "Notes"}))
    assert stage.library.retention == decided
    assert load_retention(stage.context.home) == decided
    section.days.setValue(0)
    assert load_retention(stage.context.home).audio_days is None


def test_the_library_is_backed_up_exported_and_brought_in(section, stage, utterance, tmp_path, qtbot):
    section.back_up(tmp_path / "backup")
    qtbot.waitUntil(lambda: len(stage.said) == 1, timeout=20_000)
    assert (tmp_path / "backup" / "manifest.json").is_file()
    section.export(tmp_path / "pairs")
    qtbot.waitUntil(lambda: len(stage.said) == 2, timeout=20_000)
    assert list((tmp_path / "pairs").rglob("metadata.jsonl"))
    stage.library.deletions.delete([utterance])
    section.bring_in(tmp_path / "pairs")
    qtbot.waitUntil(lambda: len(stage.said) == 3, timeout=20_000)
    assert stage.failed == []
    assert [row.text for row in stage.library.utterances.page()] == ["please call Anna"]


def test_what_cannot_be_done_is_said(section, stage, tmp_path, qtbot):
    (tmp_path / "empty").mkdir()
    section.bring_in(tmp_path / "empty")
    qtbot.waitUntil(lambda: bool(stage.failed), timeout=20_000)
    assert stage.said == []


def test_a_restore_waits_until_the_library_is_closed_and_is_asked_for_first(
    section, stage, utterance, tmp_path, qtbot, monkeypatch
):
    section.back_up(tmp_path / "backup")
    qtbot.waitUntil(lambda: bool(stage.said), timeout=20_000)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *arguments: str(tmp_path / "backup"))
    wanted = []
    stage.bridge.restart_wanted.connect(wanted.append)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Cancel)
    section._restore()
    assert wanted == []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Yes)
    section._restore()
    stage.library.close()
    assert wanted[0]() == "1 utterance(s) were restored."


def test_erasing_needs_the_word(section, stage, utterance, monkeypatch):
    wanted = []
    stage.bridge.restart_wanted.connect(wanted.append)
    for typed, sure in (("no", True), ("erase", False)):
        monkeypatch.setattr(QInputDialog, "getText", lambda *arguments, answer=(typed, sure): answer)
        section._erase()
    assert wanted == []
    monkeypatch.setattr(QInputDialog, "getText", lambda *arguments: ("Erase ", True))
    section._erase()
    stage.library.close()
    assert wanted[0]() == "Everything was erased."
    assert not (stage.context.home.library / "library.db").exists()


def test_profiles_are_added_changed_and_removed(context, stage, qtbot):
    section = ProfilesSection(context)
    qtbot.addWidget(section)
    assert not section._remove.isEnabled()
    section.put(Profile("xterm", format=False))
    section.put(Profile("Bank", keep=False))
    section.put(Profile("XTERM", "de", "type"))
    assert section.profiles == [Profile("Bank", keep=False), Profile("XTERM", "de", "type")]
    assert section.list.item(0).text() == "Bank:  nothing kept"
    section.list.setCurrentRow(0)
    section.remove()
    assert stage.settings.get(PROFILES) == (vars(Profile("XTERM", "de", "type")),)


def test_a_profile_needs_a_program(qtbot, context):
    section = ProfilesSection(context)
    qtbot.addWidget(section)
    dialog = ProfileDialog(Profile(""), section)
    dialog.app.setText(" gedit ")
    dialog.keep.setChecked(False)
    assert dialog.profile == Profile("gedit", keep=False)
