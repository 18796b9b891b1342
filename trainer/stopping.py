"""The wish to stop: SIGTERM, SIGINT, or the line `cancel` on stdin; and to wait: the lines `hold` and `go`."""

from __future__ import annotations

import signal
import sys
import threading


class StopFlag:
    """Asked between steps; once set it stays. While the run is to hold, asking waits."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._free = threading.Event()
        self._free.set()
        self._ends_with_stdin = False

    def __call__(self) -> bool:
        """Whether the run should end; answers when the run may go on."""
        self._free.wait()
        return self._asked.is_set()

    def ask(self) -> None:
        """End the run at the next step."""
        self._asked.set()
        self._free.set()

    def hold(self, held: bool = True) -> None:
        """Wait at the next step, until this is taken back or the run is to end."""
        if held and not self._asked.is_set():
            self._free.clear()
        else:
            self._free.set()

    def hear_signals(self) -> None:
        """Hear SIGTERM and SIGINT from now on."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.ask())

    def listen(self, *, until_stdin_closes: bool = False) -> None:
        """Hear signals and stdin from now on. A parent that holds stdin may wish the run to end with itself."""
        self._ends_with_stdin = until_stdin_closes
        self.hear_signals()
        threading.Thread(target=self._read, daemon=True, name="cancel").start()

    def _read(self) -> None:
        if sys.stdin is None or sys.stdin.closed:
            return
        for line in sys.stdin:
            wish = line.strip()
            if wish == "cancel":
                self.ask()
                return
            if wish in ("hold", "go"):
                self.hold(wish == "hold")
        if self._ends_with_stdin:
            self.ask()
