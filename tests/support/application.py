"""The real application, started on a desktop session, and asked over its socket as `attune` asks it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from desktop_session import DesktopSession
from programs import wait_until

from engine.control import NotRunningError, ask
from engine.errors import AttuneError
from engine.paths import Home, open_home
from engine.settings import Settings
from engine.settings.declarations import FIRST_RUN_SEEN, SETTINGS

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds: the machine may be busy


class RunningApplication:
    """`python -m desktop` on `session`; use it in a with statement, which ends it as SIGTERM does."""

    def __init__(self, session: DesktopSession, folder: Path, *arguments: str, first_run: bool = False) -> None:
        """`first_run` False: the first steps were seen before."""
        self.home = open_home(Home(folder))
        if not first_run:
            Settings(self.home.settings, SETTINGS).set(FIRST_RUN_SEEN, True)
        self._session = session
        command = [sys.executable, "-m", "desktop", "--home", str(folder), *arguments]
        self.process = session.start(*command, PYTHONPATH=str(ROOT))

    def ask(self, command: str, **arguments: Any) -> dict[str, Any]:
        """What it answers."""
        return ask(self.home, command, seconds=PATIENCE, **arguments)

    def state(self) -> str:
        """Its state; empty before it listens."""
        try:
            return str(self.ask("status")["state"])
        except NotRunningError:
            return ""

    def wait_for(self, *states: str) -> None:
        """Until it is in one of these states."""
        wait_until(lambda: self.state() in states, PATIENCE, f"never {states}; it said: {self._session.output()}")

    def window(self, title: str = "^Attune$") -> int:
        """Its window with this title, once it is shown."""
        return self._session.wait_for_window(title, PATIENCE)

    def quit(self) -> int:
        """End it; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """As a crash or a power cut does."""
        self.process.kill()
        self.process.wait()

    def __enter__(self) -> RunningApplication:
        self.wait_for("idle")
        return self

    def __exit__(self, *reason: object) -> None:
        if self.process.poll() is None:
            try:
                self.quit()
            except (subprocess.TimeoutExpired, AttuneError):
                self.kill()
