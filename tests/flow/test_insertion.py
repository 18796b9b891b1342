"""Insertion into real programs on a real X server."""

import contextlib
import subprocess
import sys
import threading

import pytest
from desktop_session import DesktopSession
from editors import TEXT, Editor, Mousepad, QtEditor, Terminal
from programs import wait_until
from Xlib.display import Display

from desktop.hotkeys import Gesture, Hotkey, Listener, Mode, Shortcut, create_hotkeys
from desktop.insertion import (
    DesktopTarget,
    InsertOptions,
    Method,
    NotInsertedError,
    NotReplacedError,
    create_target,
    x11,
)
from desktop.insertion.fields import NoFields
from desktop.linux.xkeyboard import XKeyboard
from engine.errors import SecretFieldError
from engine.text.commands import Action


@pytest.fixture(scope="module")
def desktop():
    with DesktopSession() as session:
        yield session


class Options:
    """The insertion settings of the test, for every program."""

    def __init__(self) -> None:
        self.options = InsertOptions(press_enter_and_tab=True)

    def __call__(self, app: str) -> InsertOptions:
        return self.options


@pytest.fixture
def options():
    return Options()


@pytest.fixture
def target(desktop, options):
    made = create_target(options)
    yield made
    made.close()


@pytest.fixture
def blind_target(desktop, options):
    """Without accessibility."""
    made = DesktopTarget(x11.X11Desk(), NoFields(), options)
    yield made
    made.close()


@pytest.fixture
def qt(desktop, target):
    editor = QtEditor(desktop, "qt editor")
    yield editor
    editor.close()


def clipboard(desktop: DesktopSession, target_name: str | None = None) -> bytes:
    command = ["xclip", "-selection", "clipboard", "-o", *(["-t", target_name] if target_name else [])]
    return subprocess.run(command, env=desktop.environment, capture_output=True, timeout=30).stdout


def copy(desktop: DesktopSession, data: bytes, *arguments: str) -> None:
    command = ["xclip", "-selection", "clipboard", "-i", *arguments]
    subprocess.run(
        command, input=data, env=desktop.environment, check=True, timeout=30,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.parametrize("method", [Method.PASTE, Method.TYPE])
@pytest.mark.parametrize("program", [QtEditor, Mousepad, Terminal])
def test_two_thousand_mixed_characters_arrive_exactly(
    desktop, blind_target, options, program: type[Editor], method: Method
):
    options.options = InsertOptions(method=method, press_enter_and_tab=True)
    editor = program(desktop, f"{program.__name__} {method.value}")
    try:
        window = blind_target.begin()
        assert window is not None
        assert window.terminal is (program is Terminal)
        blind_target.insert(TEXT)
        editor.wait_for(TEXT)
        assert blind_target.last.method is method
        assert blind_target.last.confirmed is (method is Method.PASTE)
    finally:
        editor.close()


def test_all_formats_of_the_clipboard_are_given_back(desktop, target, qt):
    owner = desktop.start(sys.executable, "-c", CLIPBOARD_OWNER)
    wait_until(lambda: clipboard(desktop) == b"plain old text")
    before = dump_clipboard(desktop)
    assert {"text/plain", "text/html", "application/x-test", "image/png"} <= set(before)

    target.begin()
    target.insert("one ")
    target.insert("two")
    qt.wait_for("one two")
    assert target._desk.settle()

    after = dump_clipboard(desktop)
    assert {name: after.get(name) for name in before} == before
    desktop.stop(owner)
    assert clipboard(desktop) == b"plain old text", "it is Attune's to serve now"


def test_a_large_clipboard_that_travels_in_pieces_is_given_back(desktop, target, qt):
    large = bytes(range(32, 127)) * 20_000
    copy(desktop, large)

    target.begin()
    target.insert("small")
    qt.wait_for("small")
    assert target._desk.settle()

    assert clipboard(desktop) == large


def test_an_empty_clipboard_is_empty_afterwards(desktop, target, qt):
    owner = desktop.start("xclip", "-selection", "clipboard", "-quiet", "/dev/null")
    wait_until(lambda: clipboard(desktop, "TARGETS"))
    desktop.stop(owner)
    wait_until(lambda: not clipboard(desktop, "TARGETS"))
    target.begin()
    target.insert("text")
    qt.wait_for("text")
    assert target._desk.settle()
    assert clipboard(desktop, "TARGETS") == b""


def test_the_old_clipboard_is_never_pasted_into_a_program_that_is_slow(desktop, target):
    copy(desktop, b"old")
    slow = QtEditor(desktop, "slow editor")
    slow.process.send_signal(19)  # SIGSTOP
    timer = threading.Timer(1.5, slow.process.send_signal, (18,))
    target.begin()
    timer.start()
    try:
        target.insert("new")
        slow.wait_for("new")
        assert target._desk.settle()
        assert clipboard(desktop) == b"old"
    finally:
        timer.join()
        slow.close()


def test_a_text_that_nobody_takes_stays_in_the_clipboard_and_is_told(desktop, target, monkeypatch):
    monkeypatch.setattr(x11, "READ_SECONDS", 0.7)
    copy(desktop, b"old")
    program = desktop.start(sys.executable, "-c", LABEL)
    desktop.focus(desktop.wait_for_window("only a label"))
    reader = threading.Timer(0.3, clipboard, (desktop,))  # as a clipboard manager does
    target.begin()
    reader.start()
    with pytest.raises(NotInsertedError, match="did not take") as refusal:
        target.insert("lost?")
    reader.join()
    assert refusal.value.in_clipboard
    assert target.kept == "lost?"
    assert clipboard(desktop) == b"lost?"
    desktop.stop(program)


def test_the_text_stays_out_of_clipboard_histories(desktop, target, qt, monkeypatch):
    seen = []
    offer = target._desk._clipboard.offer

    def spy(*arguments):
        made = offer(*arguments)
        seen.append(clipboard(desktop, "x-kde-passwordManagerHint"))
        return made

    monkeypatch.setattr(target._desk._clipboard, "offer", spy)
    target.begin()
    target.insert("secret?")
    assert seen == [b"secret"]


def test_when_the_user_goes_elsewhere_the_rest_is_kept(desktop, target, options, qt):
    options.options = InsertOptions(method=Method.TYPE, press_enter_and_tab=True)
    other = QtEditor(desktop, "other editor")
    desktop.focus(qt.window)
    target.begin()

    def leave() -> None:
        # A busy editor shows nothing for long; so many characters take at least 20 s.
        with contextlib.suppress(TimeoutError):
            wait_until(qt.text, 3)
        desktop.focus(other.window)

    leaving = threading.Thread(target=leave)
    leaving.start()
    text = "The quick brown fox. " * 1000
    with pytest.raises(NotInsertedError, match="Another window") as refusal:
        target.insert(text)
    leaving.join()

    assert refusal.value.inserted
    assert refusal.value.inserted + refusal.value.text == text
    assert target.kept == refusal.value.text
    assert len(other.text()) <= 50, "at most the piece that was on its way"
    with pytest.raises(NotInsertedError):
        target.insert("more")
    assert target.kept == refusal.value.text + "more"
    other.close()


def test_a_password_field_is_refused(desktop, target):
    program = desktop.start(sys.executable, "-c", PASSWORD)
    window = desktop.wait_for_window("sign in")
    desktop.focus(window)
    wait_until(lambda: target._fields.is_secret(target._desk.focused()) is True)
    with pytest.raises(SecretFieldError):
        target.begin()
    with pytest.raises(SecretFieldError):
        target.insert("hunter2")
    assert target.kept == ""
    desktop.xdotool("key", "Tab")
    wait_until(lambda: target._fields.is_secret(target._desk.focused()) is False)
    target.begin()
    desktop.stop(program)


@pytest.mark.parametrize("method", [Method.PASTE, Method.TYPE])
def test_held_modifiers_are_waited_for(desktop, target, options, qt, method):
    options.options = InsertOptions(method=method, modifier_seconds=30)
    desktop.xdotool("keydown", "ctrl", "keydown", "shift")
    target.begin()
    inserting = threading.Thread(target=target.insert, args=("every key",))
    inserting.start()
    inserting.join(0.3)
    assert inserting.is_alive()
    assert qt.text() == ""
    desktop.xdotool("keyup", "ctrl", "keyup", "shift")
    inserting.join(20)
    qt.wait_for("every key")


def test_while_the_dictation_key_is_held_nothing_is_typed_into_it(desktop, options, qt):
    gesture = Gesture(Mode.HOLD)
    listener = Listener(lambda hotkey: gesture.press(), lambda hotkey: gesture.release(), print)
    hotkeys = create_hotkeys({Hotkey.DICTATE: Shortcut.parse("F9")}, listener)
    target = create_target(options, wait_while=lambda: gesture.held)
    desktop.xdotool("keydown", "F9")
    wait_until(lambda: gesture.held)
    target.begin()
    inserting = threading.Thread(target=target.insert, args=("said while holding",))
    inserting.start()
    inserting.join(0.3)
    assert inserting.is_alive()
    desktop.xdotool("keyup", "F9")
    inserting.join(20)
    qt.wait_for("said while holding")
    target.close()
    hotkeys.close()


def test_a_modifier_that_stays_down_is_told(desktop, target, options, qt):
    options.options = InsertOptions(modifier_seconds=0.1)
    desktop.xdotool("keydown", "alt")
    try:
        target.begin()
        with pytest.raises(NotInsertedError, match="held down"):
            target.insert("x")
    finally:
        desktop.xdotool("keyup", "alt")
    assert target.kept == "x"


def test_caps_lock_and_another_layout_change_nothing(desktop, target, options, qt):
    options.options = InsertOptions(method=Method.TYPE)
    text = "Zyx & Äpfel? @ \\ {q} ñ «Ж»"
    desktop.run("setxkbmap", "de")
    desktop.xdotool("key", "Caps_Lock")
    try:
        target.begin()
        target.insert(text)
        qt.wait_for(text)
    finally:
        desktop.xdotool("key", "Caps_Lock")
        desktop.run("setxkbmap", "us")


def test_more_characters_than_there_are_spare_keys(desktop, blind_target, options, qt):
    options.options = InsertOptions(method=Method.TYPE)
    blind_target._desk._typist._spare = blind_target._desk._typist._spare[:3]
    text = "あいうえおかきくけこさしすせそあお"
    blind_target.begin()
    blind_target.insert(text)
    qt.wait_for(text)


def test_lent_keys_are_taken_back(desktop, options, qt):
    before = _spare()
    made = create_target(options)
    options.options = InsertOptions(method=Method.TYPE)
    made.begin()
    made.insert("漢字かな")
    assert _spare() != before
    qt.wait_for("漢字かな")
    made.close()
    assert _spare() == before


def test_a_terminal_runs_no_line_unless_asked_to(desktop, target, options):
    options.options = InsertOptions()
    terminal = Terminal(desktop, "a shell")
    target.begin()
    with pytest.raises(NotInsertedError, match="carry out") as refusal:
        target.insert("rm -r x\n")
    assert refusal.value.in_clipboard
    assert clipboard(desktop) == b"rm -r x\n"
    target.insert("ls")
    terminal.wait_for("ls")
    terminal.close()


@pytest.mark.parametrize("program", [QtEditor, Mousepad])
@pytest.mark.parametrize("sees_fields", [True, False])
def test_an_inserted_text_is_replaced_where_it_stands(
    desktop, target, blind_target, program: type[Editor], sees_fields: bool
):
    used = target if sees_fields else blind_target
    editor = program(desktop, f"corrected {program.__name__} {sees_fields}")
    try:
        if sees_fields:
            wait_until(lambda: used._fields.before(used._desk.focused(), 10) == "")
        used.begin()
        used.insert("Dear Ms. Smyth 👩‍👩‍👧,")
        used.insert(" thank you for the höuse.")
        editor.wait_for("Dear Ms. Smyth 👩‍👩‍👧, thank you for the höuse.")
        used.replace("Dear Ms. Smyth 👩‍👩‍👧,", "Dear Mr. Smith,")
        editor.wait_for("Dear Mr. Smith, thank you for the höuse.")
        used.replace("thank you for the höuse.", "thank you for the house.")
        editor.wait_for("Dear Mr. Smith, thank you for the house.")
        used.begin()
        used.act(Action.SCRATCH)
        editor.wait_for("Dear Mr. Smith,")
        assert used.before() == "Dear Mr. Smith,"
    finally:
        editor.close()


@pytest.mark.parametrize("sees_fields", [True, False])
def test_a_text_that_was_changed_meanwhile_is_not_touched(desktop, target, blind_target, sees_fields: bool):
    used = target if sees_fields else blind_target
    editor = QtEditor(desktop, f"changed {sees_fields}")
    used.begin()
    used.insert("I was here.")
    editor.wait_for("I was here.")
    desktop.xdotool("key", "exclam")
    editor.wait_for("I was here.!")
    with pytest.raises(NotReplacedError, match="changed") as refusal:
        used.replace("I was here.", "I am here.")
    assert refusal.value.in_clipboard
    assert clipboard(desktop) == b"I am here."
    desktop.xdotool("key", "x")  # nothing is selected that this would replace
    editor.wait_for("I was here.!x")
    editor.close()


def _spare() -> list[int]:
    display = Display()
    try:
        return XKeyboard(display).spare()
    finally:
        display.close()


def dump_clipboard(desktop: DesktopSession) -> dict[str, bytes]:
    """Every format, by another program."""
    names = clipboard(desktop, "TARGETS").decode().split()
    return {
        name: clipboard(desktop, name)
        for name in names
        if name not in ("TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS")
    }


CLIPBOARD_OWNER = """
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
app = QApplication([])
data = QMimeData()
data.setText("plain old text")
data.setHtml("<b>plain</b> old text")
data.setData("application/x-test", bytes(range(256)))
image = QImage(300, 200, QImage.Format.Format_RGB32)
image.fill(QColor("teal"))
data.setImageData(image)
app.clipboard().setMimeData(data)
app.exec()
"""
LABEL = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("no text goes in here")
label.setWindowTitle("only a label")
label.show()
app.exec()
"""
PASSWORD = """
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
app = QApplication([])
form = QWidget()
form.setWindowTitle("sign in")
layout = QVBoxLayout(form)
password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
layout.addWidget(password)
layout.addWidget(QLineEdit())
form.show()
app.exec()
"""
