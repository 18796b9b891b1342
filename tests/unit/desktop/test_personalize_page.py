from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox
from training_samples import MODEL, SENTENCES, add_history, write_report

from desktop.windows.personalize.page import PersonalizePage
from engine.errors import InputError
from engine.jobs.progress import RunProgress
from engine.jobs.report import load_report
from engine.jobs.versions import versions

RECORDED = Path(__file__).parents[2] / "data" / "training-events.jsonl"


@pytest.fixture
def page(context, qtbot):
    page = PersonalizePage(context)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "Looking" not in texts(page.readiness), timeout=20_000)
    return page


def texts(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_an_empty_library_says_what_is_missing_and_where_to_go(page, stage):
    assert not page.readiness.start.isEnabled()
    assert "more utterance(s) set aside" in texts(page.readiness)
    assert page.run_card.isHidden()
    assert page.result.isHidden()
    assert "No version yet" in texts(page.versions)
    page.readiness._read.click()
    page.readiness._review.click()
    assert [key for key, _ in stage.opened] == ["enrolment", "correct"]


def test_a_run_is_shown_as_it_goes_and_as_it_pauses(page):
    training, card = page.training, page.run_card
    progress = RunProgress()
    for line in RECORDED.read_text().splitlines():
        event = json.loads(line)
        if event["event"] == "checkpoint":
            break
        progress = progress.after(event)
    training.phase, training.progress = "running", progress
    training.changed.emit()
    assert card._stage.text() == "Step 3 of 9: Learning"
    assert "5 of 12" in card._figures.text()
    assert "on the processor" in card._figures.text()
    assert "Loss: " in card.loss.accessibleDescription()
    assert not card.grab().isNull()
    assert page.readiness.isHidden()
    training.phase, training.why = "paused", "memory"
    training.changed.emit()
    assert "memory is short" in card._stage.text()
    assert card.resume.isVisible()
    assert not card.pause.isVisible()
    training.phase = "idle"
    training.changed.emit()
    assert card.isHidden()


def test_throwing_a_training_away_is_asked_first(page, monkeypatch):
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))
    cancelled = []
    monkeypatch.setattr(page.training, "cancel", lambda: cancelled.append(True))
    page.run_card._ask_and_cancel()
    assert asked == ["Throw this training away?"]
    assert cancelled == []


def test_what_a_training_changed_is_shown_with_its_words_and_sounds(stage, context, qtbot, monkeypatch):
    report = add_history(context.home, stage.library)
    page = PersonalizePage(context)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "proven" in texts(page.versions), timeout=20_000)
    assert "18.6 % → 4.7 %" in texts(page.versions)
    assert "starter: 18.6" in page._chart.accessibleDescription()
    assert f"{MODEL}: 4.7" in page._chart.accessibleDescription()

    version = versions(stage.library.database, context.home.jobs, [])[0]
    assert version.report == report
    page.show_report(version)
    qtbot.waitUntil(lambda: page.result.isVisible(), timeout=20_000)
    shown = texts(page.result)
    assert "Proven better." in shown
    assert "4.7 % (" in shown
    assert "kaelen ×8" in shown
    assert "drawer ×8" in shown
    assert SENTENCES[0][1] in shown
    assert not page.result.grab().isNull()

    played = []
    monkeypatch.setattr(page.context.bridge.playback, "play", lambda name, samples: played.append(name))
    page.result._utterances._play(load_report(report).utterances[0])
    qtbot.waitUntil(lambda: bool(stage.failed))  # the sample's recordings are not in the library
    assert played == []


def test_a_report_that_is_gone_or_damaged_is_told(tmp_path):
    with pytest.raises(InputError, match="no longer there"):
        load_report(tmp_path / "report.json")
    path = write_report(tmp_path)
    content = json.loads(path.read_text())
    for broken in ("", "[]", json.dumps({**content, "figures": {}}), json.dumps({**content, "words": []})):
        path.write_text(broken)
        with pytest.raises(InputError, match="cannot be read"):
            load_report(path)
