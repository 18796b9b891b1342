"""JSON lines on stdout: how a trainer process tells what it is doing. Logs go to stderr.

Each line is {"v": 1, "ts": seconds since the epoch, "event": ...} and what belongs to the event: start, stage,
progress, metric, warning, checkpoint, fallback, gate, artifact, done, error, heartbeat.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from typing import IO

VERSION = 1
HEARTBEAT_SECONDS = 2.0


class Progress:
    """Writes events, one line each, from any thread."""

    def __init__(self, stream: IO[str] | None = None) -> None:
        self._stream = stream if stream is not None else sys.stdout
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    def event(self, name: str, **fields: object) -> None:
        """Write one event. Fields must be JSON values."""
        line = json.dumps({"v": VERSION, "ts": round(time.time(), 3), "event": name, **fields})
        with self._lock:
            self._stream.write(line + "\n")
            self._stream.flush()

    def start_heartbeat(self) -> None:
        """Say every two seconds that the process lives, until `stop_heartbeat`."""
        threading.Thread(target=self._beat, daemon=True, name="heartbeat").start()

    def stop_heartbeat(self) -> None:
        """End the heartbeat."""
        self._stopped.set()

    def _beat(self) -> None:
        while not self._stopped.wait(HEARTBEAT_SECONDS):
            self.event("heartbeat")
