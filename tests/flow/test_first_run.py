"""The first start of the program, and the second."""

from __future__ import annotations

from application import RunningApplication
from desktop_session import DesktopSession
from programs import wait_until

from engine.settings import Settings
from engine.settings.declarations import FIRST_RUN_SEEN, SETTINGS

TITLE = "^Welcome to Attune$"


def test_the_first_steps_are_shown_once(tmp_path):
    with DesktopSession() as session:
        with RunningApplication(session, tmp_path, first_run=True) as application:
            session.focus(application.window(TITLE))
            session.xdotool("key", "Escape")
            wait_until(lambda: Settings(application.home.settings, SETTINGS).get(FIRST_RUN_SEEN), 60, session.output())
            assert application.quit() == 0
        with RunningApplication(session, tmp_path, first_run=True) as application:
            main = application.window()
            wait_until(lambda: session.active_window() == main, 60, "the window is not in front")
            found = session.run("sh", "-c", f"xdotool search --onlyvisible --name '{TITLE}' || true")
            assert found.strip() == ""
