from __future__ import annotations

import numpy as np
import pytest
import shiboken6

from desktop.dictation.targets import held_by
from desktop.windows.first_run.dialog import FirstRun
from desktop.windows.first_run.recorder import Recorder
from engine.audio.events import Level, Started
from engine.models.catalogue import read_catalogue
from engine.session.events import TextEvent
from engine.settings.declarations import DICTATE_KEY, FIRST_RUN_SEEN


class ScriptedSource:
    """A microphone that hands over the same second at once."""

    def __init__(self, sink, hear, samples) -> None:
        self._sink, self._hear, self._samples = sink, hear, samples

    def start(self) -> None:
        self._hear(Started(0, 0))
        self._hear(Level(-20.0, -14.0))
        self._sink.audio(0, self._samples)

    def stop(self) -> int:
        return len(self._samples)

    def close(self) -> None:
        """Nothing to let go of."""


def speech(level: float) -> np.ndarray:
    """A second of silence with noise in its second half, as loud as `level`."""
    source = np.random.default_rng(1)
    samples = 1e-4 * source.standard_normal(32_000)
    samples[16_000:] += level * source.standard_normal(16_000)
    return np.clip(samples, -1.0, 1.0).astype(np.float32)


@pytest.fixture
def dialog(stage, context, qtbot):
    dialog = FirstRun(context)
    dialog.show()
    yield dialog
    if shiboken6.isValid(dialog):
        dialog.close()


def test_every_step_can_be_left_out_and_gone_back_to(dialog, stage, qtbot):
    assert not dialog.back.isEnabled()
    titles = []
    for _ in dialog.steps:
        titles.append(dialog.step.title)
        dialog.next.click() if dialog.step is not dialog.steps[-1] else None
    assert titles == [step.title for step in dialog.steps]
    dialog.back.click()
    assert dialog.step is dialog.steps[-2]
    assert not stage.settings.get(FIRST_RUN_SEEN)
    with qtbot.waitSignal(dialog.finished):
        dialog.skip.click()
    assert stage.settings.get(FIRST_RUN_SEEN)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    stage.settings.set(DICTATE_KEY, "F9")  # nobody is left to show it


@pytest.mark.parametrize(
    ("level", "verdict"), [(0.05, "Good"), (0.0005, "Very quiet"), (5.0, "Too loud"), (0.0, "Very quiet")]
)
def test_the_microphone_is_judged_and_can_be_heard(dialog, stage, qtbot, monkeypatch, level, verdict):
    step = dialog.steps[0]
    step.recorder._seconds = 0.01
    stage.bridge.make_source = lambda sink, hear: ScriptedSource(sink, hear, speech(level))
    assert not step.play.isEnabled()
    step.record.click()
    qtbot.waitUntil(lambda: step.play.isEnabled(), timeout=20_000)
    assert step.verdict.text().startswith(verdict)
    played = []
    monkeypatch.setattr(stage.bridge.playback, "play", lambda name, samples: played.append(len(samples)))
    step.play.click()
    assert played == [32_000]


def test_a_microphone_without_sound_is_told(context, stage, qtbot):
    stage.bridge.make_source = lambda sink, hear: ScriptedSource(sink, hear, np.zeros(0, np.float32))
    recorder = Recorder(context, seconds=0.01)
    monkey = ScriptedSource.start
    try:
        ScriptedSource.start = lambda self: self._hear(Started(0, 0))
        with qtbot.waitSignal(recorder.failed) as failed:
            recorder.record()
    finally:
        ScriptedSource.start = monkey
    assert "No sound" in str(failed.args[0])


def test_a_model_that_suits_the_machine_is_offered_beside_the_starter(dialog, stage, qtbot, monkeypatch):
    step = dialog.steps[1]
    dialog.next.click()
    qtbot.waitUntil(lambda: bool(step._choices.buttons()), timeout=20_000)
    begun = []
    monkeypatch.setattr(stage.bridge.downloads, "begin", lambda entry, use: begun.append(entry))
    assert step._choices.checkedId() in (0, 1)
    if step._entries:
        step.download.click()
        assert begun[0] in read_catalogue()
    step._choices.button(0).setChecked(True)
    assert not step.download.isEnabled()


def test_the_key_is_tried_without_dictating(dialog, stage, monkeypatch):
    cancelled = []
    monkeypatch.setattr(stage.bridge, "cancel", lambda: cancelled.append(True))
    dialog._show(2)
    step = dialog.step
    assert "Ctrl+Alt+Space" in step.verdict.text()
    stage.bridge.state_changed.emit("arming")
    assert cancelled == [True]
    assert step.verdict.text().startswith("It works")
    dialog.next.click()
    stage.bridge.state_changed.emit("recording")
    assert cancelled == [True]


def test_a_first_sentence_is_held_here_and_corrected(dialog, stage, qtbot):
    from library_samples import dictate

    dialog._show(3)
    step = dialog.step
    before = step._target
    stays_here = stage.bridge.make_target()
    stays_here.insert("please")
    assert held_by(stays_here) == "", "it is not offered to be copied as well"
    assert not step.save.isEnabled()
    identifier = dictate(stage.library, "please send the minutes of the meting")
    said = "please send the minutes of the meting"
    stage.bridge.text_changed.emit(TextEvent("partial", 0.1, 0.1, "please", "send"))
    assert step.heard.text() == "please send"
    stage.bridge.text_changed.emit(TextEvent("final", 1.0, 1.0, utterance=identifier, text=said, saved=True))
    assert step.save.text() == "&All is right"
    step.heard.clear()
    qtbot.keyClicks(step.heard, "please send the minutes of the meeting")
    assert step.save.text() == "&Save the correction"
    step.save.click()
    qtbot.waitUntil(lambda: step.verdict.text().startswith("Learnt"), timeout=20_000)
    assert stage.library.utterances.get(identifier).text == "please send the minutes of the meeting"
    dialog.back.click()
    assert stage.bridge.make_target is before
