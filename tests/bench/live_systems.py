"""One system of the live benchmark in a process of its own.

    python live_systems.py NAME WAV MODEL THREADS SPEED LOG

Plays the recording into the system, block by block at `SPEED` times the speed of speech, and writes a JSON object:
its events, CPU-seconds of its whole process tree while it listened, and the most audio that waited for it.
"""

from __future__ import annotations

import json
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

import numpy as np  # noqa: E402
import psutil  # noqa: E402
import soundfile as sf  # noqa: E402
from live_calls import Call, WatchedClient  # noqa: E402

from engine.audio.sources import Playback  # noqa: E402
from engine.records import SAMPLE_RATE  # noqa: E402
from engine.session.events import Clock, TextEvent  # noqa: E402

LOOK_SECONDS = 0.1
REAL = "realtime-stt-package"


class Log:
    """The events, timed from the first sample."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.events: list[dict] = []
        self.calls: list[Call] = []

    def show(self, kind: str, committed: str, tentative: str) -> None:
        t, audio_t = self.clock.read()
        self.events.append(TextEvent(kind, t, audio_t, committed, tentative).as_json())


class Attune:
    """The application's own chain, with its spool, library and recogniser child."""

    def __init__(self, folder: Path, threads: int, log: Log) -> None:
        from engine.audio.vad import StreamingVad
        from engine.library.library import Library
        from engine.models.card import Card
        from engine.paths import Home, open_home
        from engine.session.options import Keeping
        from engine.session.session import Session
        from engine.session.target import Document
        from engine.speech.options import RecogniserOptions
        from engine.speech.wire import ModelChoice
        from engine.speech.worker_client import RecogniserClient

        self._folder = tempfile.TemporaryDirectory(prefix="attune-live-bench-")
        self._library = Library(open_home(Home(Path(self._folder.name) / "home")))
        self._client = RecogniserClient(ModelChoice(folder, RecogniserOptions("cpu", "int8", threads, "en")))
        self._client.preload().result()
        threshold = Card.load(folder).adaptive.beam_threshold
        watched = WatchedClient(self._client, log.calls, adaptive=threshold is not None)
        keeping = Keeping(
            self._library.utterances.add,
            self._library.ids.make,
            self._library.home.spool,
            self._library.utterances.start_session(),
        )
        self._log = log
        self._session = Session(watched, StreamingVad(), Document(), self._show, lambda notice: None, keeping)

    def _show(self, event: TextEvent) -> None:
        self._log.events.append(event.as_json())

    def start(self) -> None:
        from engine.audio.events import Started

        self._session.hear(Started(0, 0))

    def audio(self, position: int, block) -> None:
        self._session.audio(position, block)

    @property
    def waiting_seconds(self) -> float:
        return self._session.backlog_seconds

    def wait_until_quiet(self, timeout: float) -> bool:
        return self._session.wait_until_quiet(timeout)

    def finish(self) -> None:
        self._session.stop()

    def close(self) -> None:
        self._client.close()
        self._library.close()
        self._folder.cleanup()


def make_system(name: str, folder: Path, threads: int, log: Log):
    if name == "attune":
        return Attune(folder, threads, log)
    if name == "local-agreement":
        from baselines.local_agreement import LocalAgreement

        return LocalAgreement(folder, threads, log.show, log.calls)
    if name == REAL:
        from baselines.real_realtime_stt import RealRealtimeStt

        return RealRealtimeStt(folder, threads, log.show)
    from baselines.realtime_stt import RealtimeStt

    return RealtimeStt(folder, threads, log.show, log.calls)


class Sink:
    """What the playback plays into; it also keeps the log's clock."""

    def __init__(self, system, log: Log) -> None:
        self._system, self._log = system, log
        self.backlog_seconds = 0.0

    def audio(self, position: int, block) -> None:
        self._log.clock.note(position, block)
        self._system.audio(position, block)

    def gap(self, position: int, samples: int) -> None:
        raise AssertionError("a file has no gaps")

    def wait_until_quiet(self, timeout: float) -> bool:
        return self._system.wait_until_quiet(timeout)


def tree_cpu() -> float:
    """CPU-seconds that this process and its children have used, those that have ended too."""
    me = psutil.Process()
    times = [process.cpu_times() for process in (me, *me.children(recursive=True))]
    ended = times[0].children_user + times[0].children_system
    return ended + sum(one.user + one.system for one in times)


@contextmanager
def watching_backlog(system) -> Iterator[list[float]]:
    most = [0.0]
    stop = threading.Event()

    def watch() -> None:
        while not stop.wait(LOOK_SECONDS):
            most[0] = max(most[0], system.waiting_seconds)

    thread = threading.Thread(target=watch)
    thread.start()
    yield most
    stop.set()
    thread.join()


def read(wav: Path) -> Iterator[np.ndarray]:
    """The recording second by second: ten minutes of it at once would count as the system's memory."""
    with sf.SoundFile(wav) as file:
        yield from file.blocks(SAMPLE_RATE, dtype="float32")


def main() -> None:
    name, wav, model, threads, speed, out = sys.argv[1:]
    log = Log()
    system = make_system(name, Path(model), int(threads), log)
    sink = Sink(system, log)
    system.start()
    playback = Playback(read(Path(wav)), sink, lambda event: None, sink, float(speed))
    with watching_backlog(system) as backlog:
        before, own, started = tree_cpu(), time.process_time(), time.monotonic()
        playback.start()
        playback.finished.wait()
        playback.stop()
        system.finish()
        cpu, own, wall = tree_cpu() - before, time.process_time() - own, time.monotonic() - started
    result = {"events": log.events, "cpu": cpu, "own_cpu": own, "wall": wall, "backlog": backlog[0]}
    Path(out).write_text(json.dumps({**result, "calls": [call.as_json() for call in log.calls]}))
    if isinstance(system, Attune):
        system.close()


if __name__ == "__main__":
    main()
