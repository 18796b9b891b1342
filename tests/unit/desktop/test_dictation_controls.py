"""What the user sees of a dictation, and what the keys ask for; the dictation itself is played by the test."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from desktop.dictation.controls import Controls
from desktop.dictation.held import HeldText
from desktop.dictation.keys import Keys
from desktop.hotkeys import Hotkey, Shortcut
from engine.audio.events import Clipping, NoSignal
from engine.errors import DeviceError
from engine.session.events import TextEvent, Trouble
from engine.session.live import Ended
from engine.settings.declarations import CORRECT_KEY, DICTATE_KEY, GEOMETRY, KEY_MODE, LEARN, OVERLAY


class FakeHotkeys:
    """Remembers what it is told; the test presses the keys."""

    chooses_keys = True

    def __init__(self, bindings, listener) -> None:
        self.bindings, self.listener, self.cancel, self.closed = bindings, listener, None, False

    def bind(self, bindings) -> None:
        self.bindings = bindings

    def set_cancel(self, active: bool) -> None:
        self.cancel = active

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def hotkeys(monkeypatch):
    made = []
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "xcb"))
    monkeypatch.setattr("desktop.linux.compositor.is_composited", lambda: True)
    return made


@pytest.fixture
def controls(stage, qtbot, hotkeys):
    def create(bindings, listener):
        hotkeys.append(FakeHotkeys(bindings, listener))
        return hotkeys[0]

    keys = Keys(stage.settings, create)
    said = []
    controls = Controls(stage.bridge, stage.settings, stage.theme, keys, said.append, lambda: True)
    controls.said = said
    qtbot.addWidget(controls.overlay)
    controls.begin()
    yield controls
    controls.close()


def test_the_overlay_shows_each_state_and_never_takes_the_focus(controls, stage):
    overlay = controls.overlay
    assert overlay.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert overlay.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    stage.bridge.state_changed.emit("arming")
    assert overlay.isVisible()
    assert not overlay.meter.isVisible(), "nothing is recorded yet"
    stage.bridge.state_changed.emit("recording")
    assert overlay.meter.isVisible()
    assert overlay._state.text() == "Recording"
    stage.bridge.level_changed.emit(-10.0)
    assert overlay.meter.level == -10.0
    stage.bridge.text_changed.emit(TextEvent("partial", 1.0, 1.0, "a < b", "and so"))
    assert "<b>a &lt; b</b>" in overlay._text.text()
    assert "and so" in overlay._text.text()
    stage.bridge.state_changed.emit("finalising")
    assert not overlay._cancel.isEnabled()
    stage.bridge.state_changed.emit("idle")
    assert not overlay.isVisible()


def test_without_the_overlay_only_the_tray_shows_the_state(controls, stage):
    stage.settings.set(OVERLAY, False)
    stage.bridge.state_changed.emit("recording")
    assert not controls.overlay.isVisible()
    assert controls.tray.dictate.text() == "End the dictation"


def test_text_that_was_not_inserted_is_offered_until_it_is_copied(controls, stage):
    target = HeldText()
    target.insert("Good day.")
    stage.bridge.state_changed.emit("recording")
    stage.bridge.ended.emit(Ended("Good day.", target, cancelled=False))
    stage.bridge.state_changed.emit("idle")
    assert controls.overlay.isVisible()
    controls.overlay._copy.click()
    assert QGuiApplication.clipboard().text() == "Good day."
    assert not controls.overlay.isVisible()


def test_nothing_is_offered_of_what_was_cancelled(controls, stage):
    target = HeldText()
    target.insert("Good day.")
    stage.bridge.ended.emit(Ended("", target, cancelled=True))
    assert not controls.overlay.isVisible()


def test_the_panel_stays_where_it_was_dragged(controls, stage, qtbot):
    overlay = controls.overlay
    stage.bridge.state_changed.emit("recording")
    overlay.move(30, 40)
    qtbot.mousePress(overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.mouseRelease(overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    stage.bridge.state_changed.emit("idle")
    overlay.move(0, 0)
    stage.bridge.state_changed.emit("recording")
    assert overlay.pos() == QPoint(30, 40)
    assert list(stage.settings.get(GEOMETRY).values()) == ["30,40"]


def test_at_the_bottom_of_the_screen_the_panel_grows_upwards(controls, stage):
    overlay = controls.overlay
    stage.bridge.state_changed.emit("arming")
    stage.bridge.state_changed.emit("recording")
    edge, height = overlay.geometry().bottom(), overlay.height()
    stage.bridge.text_changed.emit(TextEvent("partial", 1.0, 1.0, "", "and so " * 20))
    assert overlay.height() > height
    assert overlay.geometry().bottom() == edge


def test_learning_can_be_switched_off_in_the_overlay_and_on_in_the_tray(controls, stage):
    stage.bridge.state_changed.emit("recording")
    controls.overlay._learn.click()
    assert stage.settings.get(LEARN) is False
    assert controls.tray.private.isChecked()
    controls.tray.private.trigger()
    assert stage.settings.get(LEARN) is True
    assert not controls.overlay._learn.isChecked()


def test_keys_start_and_stop_by_tap_and_esc_is_taken_while_recording_only(controls, stage, hotkeys, monkeypatch):
    asked = []
    for name in ("start", "stop", "cancel"):
        monkeypatch.setattr(stage.bridge, name, lambda name=name: asked.append(name))
    for signal, name in ((controls.keys.start_wanted, "start"), (controls.keys.stop_wanted, "stop")):
        signal.disconnect()
        signal.connect(lambda name=name: asked.append(name))
    [keys] = hotkeys
    assert keys.bindings == {
        Hotkey.DICTATE: Shortcut.parse(DICTATE_KEY.default),
        Hotkey.CORRECT: Shortcut.parse(CORRECT_KEY.default),
    }
    keys.listener.pressed(Hotkey.DICTATE)
    keys.listener.released(Hotkey.DICTATE)
    assert asked == ["start"], "a tap toggles"
    stage.bridge.state_changed.emit("recording")
    assert keys.cancel is True
    stage.bridge.state_changed.emit("idle")
    assert keys.cancel is False
    stage.settings.set(KEY_MODE, "hold")
    keys.listener.released(Hotkey.DICTATE)
    controls.keys.gesture._released_at = float("-inf")
    keys.listener.pressed(Hotkey.DICTATE)
    keys.listener.released(Hotkey.DICTATE)
    assert asked == ["start", "start", "stop"]


def test_another_key_is_taken_at_once_and_one_that_cannot_be_had_is_said(controls, stage, hotkeys):
    stage.settings.set(DICTATE_KEY, "F9")
    assert hotkeys[0].bindings[Hotkey.DICTATE] == Shortcut.parse("F9")
    stage.settings.set(DICTATE_KEY, "a")
    assert Hotkey.DICTATE not in hotkeys[0].bindings
    assert "needed for typing" in controls.said[-1]
    hotkeys[0].listener.failed(Hotkey.CORRECT, "Another program has Ctrl+Alt+C.")
    assert controls.said[-1] == "Another program has Ctrl+Alt+C."


def test_what_goes_wrong_is_said_and_what_concerns_the_sound_is_shown_in_the_panel(controls, stage):
    stage.bridge.state_changed.emit("recording")
    stage.bridge.noticed.emit(Trouble(DeviceError("No microphone.", "Connect one."), fatal=True))
    assert controls.said == ["No microphone. Connect one."]
    stage.bridge.noticed.emit(NoSignal(3.0))
    assert "muted" in controls.overlay._state.text()
    stage.bridge.noticed.emit(Clipping(0))
    assert "too loud" in controls.overlay._state.text()
