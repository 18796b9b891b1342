"""Insertion on Wayland: into foot and Qt under sway, and by keys through a portal that is a stand-in."""

import subprocess
import sys
from pathlib import Path

import pytest
from editors import QT_EDITOR, TEXT
from programs import wait_until
from wayland_session import WaylandSession

from desktop.insertion import DesktopTarget, InsertOptions, Method, NotInsertedError
from desktop.insertion.fields import NoFields
from desktop.insertion.wayland import WaylandDesk

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def session():
    with WaylandSession() as started:
        yield started


class Program:
    def __init__(self, session: WaylandSession, name: str) -> None:
        self.file = session.root / f"{name}.txt"
        self.file.write_text("")
        if name.startswith("qt"):
            command = (sys.executable, "-c", QT_EDITOR, str(self.file), name)
        else:
            ready = Path(f"{self.file}.ready")
            reader = f"stty -icanon -echo -ixon; touch '{ready}'; exec cat > '{self.file}'"
            command = ("foot", "-T", name, "sh", "-c", reader)
        self.process = session.start(*command, QT_QPA_PLATFORM="wayland")
        session.focus(name)
        if name.startswith("foot"):
            wait_until(ready.exists)

    def wait_for(self, text: str) -> None:
        try:
            wait_until(lambda: self.file.read_text() == text, 60)
        except TimeoutError:
            assert self.file.read_text() == text


def make_target(**options) -> DesktopTarget:
    return DesktopTarget(WaylandDesk(), NoFields(), lambda app: InsertOptions(**options))


@pytest.mark.parametrize("name", ["qt", "foot"])
@pytest.mark.parametrize("method", [Method.TYPE, Method.PASTE])
def test_two_thousand_mixed_characters_arrive_exactly(session, name, method):
    subprocess.run(["wl-copy", "--type", "text/plain"], input=b"old", check=True, timeout=30)
    target = make_target(method=method, press_enter_and_tab=True)
    program = Program(session, f"{name} {method.value}")
    try:
        window = target.begin()
        assert window is not None
        assert window.terminal is (name == "foot")
        target.insert(TEXT)
        program.wait_for(TEXT)
        assert target.last.method is method
        assert target.last.confirmed is (method is Method.PASTE)
        target._desk.settle()
        assert subprocess.run(["wl-paste", "-n"], capture_output=True, timeout=30).stdout == b"old"
    finally:
        target.close()
        session.stop(program.process)


def test_a_clipboard_that_could_not_be_given_back_is_not_touched(session):
    subprocess.run(["wl-copy", "--type", "image/png"], input=b"\x89PNG picture", check=True, timeout=30)
    target = make_target(method=Method.PASTE)
    program = Program(session, "qt picture")
    try:
        target.begin()
        target.insert("by the clipboard")
        program.wait_for("by the clipboard")
        target._desk.settle()
        kept = subprocess.run(["wl-paste", "-n", "--type", "image/png"], capture_output=True, timeout=30)
        assert kept.stdout == b"\x89PNG picture"
    finally:
        target.close()
        session.stop(program.process)


def test_with_a_clipboard_manager_that_reads_everything_it_still_arrives(session):
    seen = session.root / "seen"
    manager = session.start("wl-paste", "--watch", "sh", "-c", f"cat > '{seen}'")
    subprocess.run(["wl-copy", "--type", "text/plain"], input=b"old", check=True, timeout=30)
    wait_until(lambda: seen.exists() and seen.read_bytes() == b"old", 60)
    target = make_target(method=Method.PASTE)
    program = Program(session, "qt watched")
    try:
        target.begin()
        target.insert("seen by two")
        program.wait_for("seen by two")
        assert not target.last.confirmed
        target._desk.settle()
        assert subprocess.run(["wl-paste", "-n"], capture_output=True, timeout=30).stdout == b"old"
    finally:
        target.close()
        session.stop(manager)
        session.stop(program.process)


def test_another_window_gets_nothing(session):
    target = make_target()
    first, second = Program(session, "qt first"), Program(session, "qt second")
    session.focus("qt first")
    target.begin()
    session.focus("qt second")
    with pytest.raises(NotInsertedError, match="Another window"):
        target.insert("for the first")
    assert first.file.read_text() == second.file.read_text() == ""
    target.close()
    session.stop(first.process)
    session.stop(second.process)


def test_a_correction_replaces_what_stands_there(session):
    target = make_target(press_enter_and_tab=True)
    program = Program(session, "qt corrected")
    try:
        target.begin()
        target.insert("Dear Ms. Smyth 👩‍👩‍👧,")
        target.insert(" hello.")
        program.wait_for("Dear Ms. Smyth 👩‍👩‍👧, hello.")
        target.replace("Dear Ms. Smyth 👩‍👩‍👧,", "Dear Mr. Smith,")
        program.wait_for("Dear Mr. Smith, hello.")
    finally:
        target.close()
        session.stop(program.process)
