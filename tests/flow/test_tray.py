"""The icon in a panel: what it shows, and that a click does what it says."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator

import pytest
from application import RunningApplication
from desktop_session import DesktopSession
from fake_panel import FakePanel
from programs import wait_until


@pytest.fixture(scope="module")
def session() -> Iterator[DesktopSession]:
    with DesktopSession() as session:
        yield session


@pytest.fixture
def panel(session) -> Iterator[FakePanel]:
    panel = FakePanel()
    yield panel
    panel.close()


@pytest.fixture
def application(session, panel, tmp_path) -> Iterator[RunningApplication]:
    with RunningApplication(session, tmp_path, "--hidden") as application:
        wait_until(lambda: panel.items, 60, f"no icon came: {session.output()}")
        yield application


def is_shown(session: DesktopSession) -> bool:
    search = ["xdotool", "search", "--onlyvisible", "--name", "^Attune$"]
    return bool(subprocess.run(search, env=session.environment, capture_output=True, timeout=30).stdout)


def test_the_icon_says_what_attune_does_and_a_click_opens_its_window(session, panel, application):
    wait_until(lambda: panel.look("ToolTip")[2] == "Attune: ready", 30, "no tooltip")
    assert panel.look("IconPixmap")
    panel.activate()
    assert application.window()


def test_the_menu_offers_what_is_possible_now(panel, application):
    menu = panel.menu()
    assert {"Dictate", "Cancel the dictation", "Correct what was said last", "Open Attune", "Quit"} < set(menu)
    assert not menu["Cancel the dictation"]["enabled"]


def test_private_work_is_switched_on_in_the_menu_and_seen_on_the_icon(panel, application):
    entry = "Do not learn (nothing is stored)"
    panel.choose(entry)
    wait_until(lambda: panel.menu()[entry]["ticked"], 30, "it was not ticked")
    wait_until(lambda: "not learning" in panel.look("ToolTip")[2], 30, "the icon does not say so")


def test_quit_in_the_menu_ends_the_program(panel, application):
    panel.choose("Quit")
    assert application.process.wait(60) == 0


def press_close(session):
    """Alt+F4, again where it was lost: openbox takes a key only when it has dealt with the activation before it."""
    session.xdotool("key", "alt+F4")
    with contextlib.suppress(TimeoutError):
        wait_until(lambda: not is_shown(session), 10, "the window stayed")
    if is_shown(session):
        session.xdotool("key", "alt+F4")


def test_closing_the_window_leaves_attune_in_the_panel(session, panel, application):
    panel.activate()
    window = application.window()
    session.focus(window)
    press_close(session)
    wait_until(lambda: not is_shown(session), 30, "the window stayed")
    assert application.state() == "idle"
    panel.activate()
    assert application.window()
