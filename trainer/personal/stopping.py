"""The wish to stop: SIGTERM, SIGINT, or the line `cancel` on stdin."""

from __future__ import annotations

import signal
import sys
import threading


class StopFlag:
    """Asked between steps; once set it stays."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._ends_with_stdin = False

    def __call__(self) -> bool:
        """Whether the run should end."""
        return self._asked.is_set()

    def ask(self) -> None:
        """End the run at the next step."""
        self._asked.set()

    def listen(self, *, until_stdin_closes: bool = False) -> None:
        """Hear signals and stdin from now on. A parent that holds stdin may wish the run to end with itself."""
        self._ends_with_stdin = until_stdin_closes
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.ask())
        threading.Thread(target=self._read, daemon=True, name="cancel").start()

    def _read(self) -> None:
        if sys.stdin is None or sys.stdin.closed:
            return
        for line in sys.stdin:
            if line.strip() == "cancel":
                self.ask()
                return
        if self._ends_with_stdin:
            self.ask()
