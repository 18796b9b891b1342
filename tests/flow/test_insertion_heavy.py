"""Insertion into Chromium and LibreOffice Writer on a real X server."""

import subprocess
import time

import pytest
from desktop_session import DesktopSession
from editors import TEXT
from programs import wait_until

from desktop.insertion import DesktopTarget, InsertOptions, Method, NotReplacedError
from desktop.insertion.fields import NoFields
from desktop.insertion.x11 import X11Desk

pytestmark = pytest.mark.full

PAGE = "<!doctype html><meta charset=utf-8><title>a page</title><textarea autofocus rows=40 cols=100></textarea>"


@pytest.fixture(scope="module")
def desktop():
    with DesktopSession() as session:
        yield session


@pytest.fixture
def chromium(desktop):
    page = desktop.root / "page.html"
    page.write_text(PAGE)
    browser = desktop.start(
        "chromium", "--no-sandbox", "--no-first-run", "--disable-gpu", "--disable-dev-shm-usage",
        "--disable-background-networking", "--password-store=basic", f"--user-data-dir={desktop.root}/chromium",
        f"--app=file://{page}",
    )  # fmt: skip
    window = desktop.wait_for_window("a page", 120)
    desktop.focus(window)
    _wait_until_it_takes_keys(desktop)
    yield window
    desktop.stop(browser)


@pytest.fixture
def writer(desktop):
    office = desktop.start(
        "soffice", f"-env:UserInstallation=file://{desktop.root}/office", "--writer", "--norestore", "--nologo",
        "--nofirststartwizard",
    )  # fmt: skip
    window = desktop.wait_for_window("LibreOffice Writer", 180)
    desktop.focus(window)
    _wait_until_it_takes_keys(desktop)
    yield window
    desktop.stop(office)


def make_target(**options) -> DesktopTarget:
    return DesktopTarget(X11Desk(), NoFields(), lambda app: InsertOptions(**options))


@pytest.mark.parametrize("method", [Method.PASTE, Method.TYPE])
def test_chromium_gets_two_thousand_mixed_characters(desktop, chromium, method):
    # Typed, a tab would move on to the next field.
    text = TEXT if method is Method.PASTE else TEXT.replace("\t", " ")
    target = make_target(method=method, press_enter_and_tab=True)
    target.begin()
    target.insert(text)
    assert target.last.confirmed is (method is Method.PASTE)
    wait_until(lambda: _content(desktop) == text, 60, "the text differs")
    target.close()


def test_writer_gets_two_thousand_mixed_characters(desktop, writer):
    target = make_target()
    target.begin()
    target.insert(TEXT)
    assert target.last.method is Method.PASTE
    assert target.last.confirmed
    assert target._desk.settle()
    wait_until(lambda: _content(desktop) == TEXT, 60, "the text differs")
    target.close()


def test_chromium_s_text_is_replaced(desktop, chromium):
    target = make_target()
    target.begin()
    target.insert("Dear Ms. Smyth 👩‍👩‍👧,")
    target.insert(" hello.")
    target.replace("Dear Ms. Smyth 👩‍👩‍👧,", "Dear Mr. Smith,")
    assert target._desk.settle()
    wait_until(lambda: _content(desktop) == "Dear Mr. Smith, hello.", 60, "the text differs")
    target.close()


def test_writer_does_not_tell_what_is_selected_so_its_text_is_left_alone(desktop, writer):
    target = make_target()
    target.begin()
    target.insert("Dear Ms. Smyth,")
    target.insert(" hello.")
    assert target._desk.settle()
    with pytest.raises(NotReplacedError) as refusal:
        target.replace("Dear Ms. Smyth,", "Dear Mr. Smith,")
    assert refusal.value.in_clipboard
    desktop.xdotool("key", "exclam")  # the cursor is where it was, and nothing is selected
    wait_until(lambda: _content(desktop) == "Dear Ms. Smyth, hello.!", 60, "the text differs")
    target.close()


def _wait_until_it_takes_keys(desktop: DesktopSession) -> None:
    """A letter that is typed can be copied; it is removed again. Dialogs of the first start are closed."""
    subprocess.run(["xclip", "-selection", "clipboard", "/dev/null"], env=desktop.environment, timeout=30)

    def ready() -> bool:
        desktop.xdotool("key", "Escape", "key", "x")
        return "x" in _content(desktop)

    wait_until(ready, 120, "it takes no keys")
    desktop.xdotool("key", "ctrl+a", "key", "Delete")
    time.sleep(0.5)


def _content(desktop: DesktopSession) -> str:
    """All text, by copying it."""
    desktop.xdotool("key", "ctrl+a", "key", "ctrl+c")
    time.sleep(0.5)
    command = ["xclip", "-selection", "clipboard", "-o", "-t", "UTF8_STRING"]
    done = subprocess.run(command, env=desktop.environment, capture_output=True, timeout=30)
    desktop.xdotool("key", "End")
    return done.stdout.decode("utf-8", "replace")
