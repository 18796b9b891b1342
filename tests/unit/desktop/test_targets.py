from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from desktop.dictation.held import HeldText
from desktop.dictation.targets import Targets, held_by
from desktop.insertion import Method
from engine.errors import DeviceError, SecretFieldError
from engine.settings.declarations import PROFILES


class FakeDesktop:
    """Remembers what it was made with."""

    def __init__(self, options_for, wait_while, on_correct, token_file) -> None:
        self.token_file = token_file
        self.options_for, self.wait_while, self.on_correct = options_for, wait_while, on_correct
        self.begun, self.closed, self.secret = 0, False, False

    def begin(self) -> None:
        if self.secret:
            raise SecretFieldError("This is a password field.", "Type it.")
        self.begun += 1

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def on_a_screen(monkeypatch):
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "xcb"))


def make(stage, create) -> Targets:
    return Targets(stage.settings, stage.context.home.base / "token", lambda: True, lambda: None, create)


def test_each_dictation_begins_in_the_window_of_the_moment_with_its_programs_profile(stage, on_a_screen):
    stage.settings.set(PROFILES, ({"app": "xterm", "insertion": "type"}, {"app": "Notes", "insertion": "copy"}))
    targets = make(stage, FakeDesktop)
    first, second = targets.begin(), targets.begin()
    assert first is second
    assert first.token_file == stage.context.home.base / "token"
    assert first.begun == 2
    assert first.wait_while() is True
    assert first.options_for("XTerm").method is Method.TYPE
    assert first.options_for("notes").method is Method.CLIPBOARD
    assert first.options_for("gedit").method is None
    targets.close()
    assert first.closed


def test_a_password_field_is_refused(stage, on_a_screen):
    targets = make(stage, FakeDesktop)
    targets.begin().secret = True
    with pytest.raises(SecretFieldError):
        targets.begin()


def test_where_there_is_no_way_into_other_programs_the_text_is_held(stage, on_a_screen):
    def create(*arguments, **named):
        raise DeviceError("No X display answers.", "Start it in a session.")

    target = make(stage, create).begin()
    assert isinstance(target, HeldText)
    target.insert("Good day.")
    assert held_by(target) == "Good day."


def test_the_desktop_is_known_before_the_first_dictation_and_not_after_the_end(stage, on_a_screen):
    targets = make(stage, FakeDesktop)
    targets.prepare()
    prepared = targets.desktop
    assert prepared is not None
    assert prepared.begun == 0
    assert targets.begin() is prepared
    targets.close()
    targets.prepare()
    assert targets.desktop is None
