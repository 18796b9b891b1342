"""Global keys with a real X server, window manager and another program that has the focus."""

import sys

import pytest
from desktop_session import DesktopSession
from programs import wait_until
from Xlib.display import Display

from desktop.hotkeys import create_hotkeys
from desktop.hotkeys.interface import Hotkey, Listener
from desktop.hotkeys.shortcut import Shortcut
from desktop.hotkeys.x11 import X11Hotkeys
from desktop.linux.xkeyboard import XKeyboard

FIELD = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
field = QLineEdit()
field.setWindowTitle("other program")
field.keyPressEvent = lambda event: print("key", event.key(), file=open(sys.argv[1], "a"))
field.show()
app.exec()
"""
KEYS = {Hotkey.DICTATE: Shortcut.parse("Ctrl+Space"), Hotkey.CORRECT: Shortcut.parse("Ctrl+Shift+F9")}


class Heard:
    def __init__(self) -> None:
        self.events: list[tuple[str, Hotkey]] = []
        self.failures: list[tuple[Hotkey, str]] = []
        self.listener = Listener(
            lambda hotkey: self.events.append(("down", hotkey)),
            lambda hotkey: self.events.append(("up", hotkey)),
            lambda hotkey, reason: self.failures.append((hotkey, reason)),
        )

    def wait_for(self, *events: tuple[str, Hotkey]) -> None:
        wait_until(lambda: self.events == list(events), what=f"{self.events}, {self.failures}")


@pytest.fixture(scope="module")
def desktop():
    with DesktopSession() as session:
        yield session


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def hotkeys(desktop, heard):
    keys = create_hotkeys(KEYS, heard.listener)
    yield keys
    keys.close()


def test_a_key_held_is_one_press_and_one_release_though_it_repeats(desktop, hotkeys, heard, monkeypatch):
    repeats = X11Hotkeys._repeats
    repetitions: list[bool] = []
    monkeypatch.setattr(X11Hotkeys, "_repeats", lambda *event: repetitions.append(repeats(*event)) or repetitions[-1])

    desktop.xdotool("keydown", "ctrl", "keydown", "space")
    heard.wait_for(("down", Hotkey.DICTATE))
    wait_until(lambda: repetitions.count(True) > 5, what="the server does not repeat")
    assert heard.events == [("down", Hotkey.DICTATE)]
    desktop.xdotool("keyup", "ctrl", "keyup", "space")
    heard.wait_for(("down", Hotkey.DICTATE), ("up", Hotkey.DICTATE))


def test_locks_do_not_matter_and_the_second_key_is_its_own(desktop, hotkeys, heard):
    desktop.xdotool("key", "Caps_Lock", "key", "Num_Lock")
    desktop.xdotool("key", "ctrl+space")
    desktop.xdotool("key", "ctrl+shift+F9")
    desktop.xdotool("key", "Caps_Lock", "key", "Num_Lock")
    heard.wait_for(("down", Hotkey.DICTATE), ("up", Hotkey.DICTATE), ("down", Hotkey.CORRECT), ("up", Hotkey.CORRECT))


def test_escape_belongs_to_other_programs_until_something_records(desktop, hotkeys, heard):
    keys = desktop.root / "keys"
    keys.touch()
    other = desktop.start(sys.executable, "-c", FIELD, str(keys))
    desktop.focus(desktop.wait_for_window("other program"))
    escape = "key 16777216"

    desktop.xdotool("key", "Escape")
    wait_until(lambda: keys.read_text().splitlines() == [escape], what=keys.read_text())
    hotkeys.set_cancel(True)
    desktop.xdotool("key", "Escape")
    heard.wait_for(("down", Hotkey.CANCEL), ("up", Hotkey.CANCEL))
    hotkeys.set_cancel(False)
    desktop.xdotool("key", "Escape")
    wait_until(lambda: keys.read_text().splitlines() == [escape, escape], what=keys.read_text())
    desktop.stop(other)


def test_a_key_that_another_program_has_is_told_and_the_other_key_works(desktop, hotkeys, heard):
    second = Heard()
    rival = create_hotkeys({**KEYS, Hotkey.CORRECT: Shortcut.parse("F8")}, second.listener)
    try:
        assert second.failures == [(Hotkey.DICTATE, "Another program has taken Ctrl+Space.")]
        desktop.xdotool("key", "F8")
        second.wait_for(("down", Hotkey.CORRECT), ("up", Hotkey.CORRECT))
        assert heard.events == []
    finally:
        rival.close()


def test_keys_are_changed_while_it_runs_and_given_back_at_the_end(desktop, hotkeys, heard):
    hotkeys.bind({Hotkey.DICTATE: Shortcut.parse("Right Ctrl")})
    desktop.xdotool("key", "ctrl+space")
    desktop.xdotool("key", "Control_R")
    heard.wait_for(("down", Hotkey.DICTATE), ("up", Hotkey.DICTATE))
    hotkeys.close()

    second = Heard()
    create_hotkeys({Hotkey.DICTATE: Shortcut.parse("Right Ctrl")}, second.listener).close()
    assert second.failures == []


def test_after_a_change_of_layout_the_key_is_where_it_is_printed(desktop, heard):
    keys = create_hotkeys({Hotkey.DICTATE: Shortcut.parse("Ctrl+Z")}, heard.listener)
    try:
        desktop.run("setxkbmap", "de")
        code = _keycode("z")
        wait_until(lambda: _pressing(desktop, heard, code), what="Ctrl+Z of the German layout is not heard")
        assert not heard.failures
    finally:
        keys.close()
        desktop.run("setxkbmap", "us")


def _keycode(letter: str) -> int:
    display = Display()
    try:
        return XKeyboard(display).keycodes([ord(letter)])[0]
    finally:
        display.close()


def _pressing(desktop: DesktopSession, heard: Heard, code: int) -> bool:
    desktop.xdotool("key", f"ctrl+{code}")
    return bool(heard.events)
