"""The systems of the live benchmark against a virtual clock, on which a call lasts as long as its CPU time.

What else the machine does then changes nothing but how long the benchmark itself takes. Each system has one thread
for each of its models, and a core for each of these. Everything else takes no time on this clock, and counts as CPU.

    python live_virtual.py NAME WAV MODEL LOG
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

from engine.speech.worker_client import ENVIRONMENT  # noqa: E402

os.environ.update(ENVIRONMENT)  # what Attune's child runs with, read when CTranslate2 loads

import numpy as np  # noqa: E402
import soundfile as sf  # noqa: E402
from live_calls import Call, WatchedClient  # noqa: E402

from engine.records import SAMPLE_RATE  # noqa: E402
from engine.session.events import TextEvent  # noqa: E402
from engine.session.options import DEFAULTS  # noqa: E402
from engine.speech.policy import StreamingPolicy  # noqa: E402

BLOCK = 512
THREADS = 1


class VirtualLog:
    """Events at the times of the virtual clock; `now` is set by whoever runs a system."""

    def __init__(self) -> None:
        self.now = 0.0
        self.events: list[dict] = []
        self.calls: list[Call] = []
        self.loaded = 0.0  # CPU-seconds until the models were ready

    def ready(self) -> None:
        self.loaded = time.process_time()

    def worked(self) -> float:
        """CPU-seconds since then."""
        return time.process_time() - self.loaded

    def show(self, kind: str, committed: str, tentative: str) -> None:
        self.events.append(TextEvent(kind, self.now, self.now, committed, tentative).as_json())


def blocks(samples: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    for position in range(0, len(samples), BLOCK):
        yield position, samples[position : position + BLOCK]


def timed(work: Callable[[], object]) -> tuple[object, float]:
    before = time.process_time()
    return work(), time.process_time() - before


class HereAndNow:
    """A recogniser in this process that answers at once, and says how long that took."""

    def __init__(self, folder: Path) -> None:
        from engine.speech.options import RecogniserOptions
        from engine.speech.whisper import Recogniser

        self._recogniser = Recogniser.load(folder, RecogniserOptions("cpu", "int8", THREADS, "en"))
        self._recogniser.warm_up()
        self.beam_threshold = self._recogniser.beam_threshold
        self.took = 0.0

    def preload(self) -> Future:
        raise AssertionError("a dictation without its session preloads nothing")

    def recognise(self, work) -> Future:
        from engine.speech.utterance import recognise

        future: Future = Future()
        said, self.took = timed(lambda: recognise(self._recogniser, work.samples, work.options))
        future.set_result(said)
        return future


def run_attune(folder: Path, samples: np.ndarray, log: VirtualLog, policy: StreamingPolicy = DEFAULTS.policy) -> None:
    """The chain from voice detector to text; the spool and the library are left out."""
    from engine.audio.vad import StreamingVad
    from engine.session.dictation import Dictation, Outlets, text_of
    from engine.session.ears import Ears
    from engine.session.options import SessionOptions
    from engine.session.tape import Tape

    options = SessionOptions(language="en", policy=policy)
    recogniser = HereAndNow(folder)
    watched = WatchedClient(recogniser, log.calls, adaptive=recogniser.beam_threshold is not None)
    tape = Tape(None, lambda event: None)
    due: list[tuple[float, object, Future]] = []

    def finish(spoken) -> None:
        if spoken.committed:
            log.show("final", spoken.committed, "")

    outlets = Outlets(
        new_take=lambda origin: (str(origin), tape.cut(origin, {})),
        ask=lambda request, future: due.append((log.now + recogniser.took, request, future)),
        show=lambda spoken: log.show("partial", spoken.committed, text_of(spoken.tentative)),
        finish=finish,
        trouble=lambda error: (_ for _ in ()).throw(error),
    )
    log.ready()
    dictation = Dictation(watched, Ears(StreamingVad(), options.policy), options, outlets)

    def answer(until: float) -> None:
        while due and due[0][0] <= until:
            log.now, request, future = due.pop(0)
            dictation.on_answer(request, future)

    for position, block in blocks(samples):
        arrival = (position + len(block)) / SAMPLE_RATE
        answer(arrival)
        log.now = arrival
        tape.audio(position, block)
        dictation.on_audio(position, block)
        tape.forget_before(dictation.needed_from, dictation.judged)
    dictation.on_release()
    answer(float("inf"))


def run_local_agreement(folder: Path, samples: np.ndarray, log: VirtualLog) -> None:
    """An update as soon as a second of new audio has come and the last update has ended."""
    from baselines.local_agreement import CHUNK_SECONDS, LocalAgreement

    started = [0.0, 0.0]

    def show(kind: str, committed: str, tentative: str) -> None:
        log.now = started[0] + time.process_time() - started[1]
        log.show(kind, committed, tentative)

    system = LocalAgreement(folder, THREADS, show, log.calls)
    log.ready()
    taken, end = 0, len(samples) / SAMPLE_RATE
    while taken < len(samples):
        log.now = min(end, max(log.now, taken / SAMPLE_RATE + CHUNK_SECONDS))
        upto = min(len(samples), round(log.now * SAMPLE_RATE))
        started[:] = log.now, time.process_time()
        system.update(samples[taken:upto])
        taken = upto
        log.now = started[0] + time.process_time() - started[1]
    system.end()


def run_realtime_stt(folder: Path, samples: np.ndarray, log: VirtualLog) -> None:
    """The recording loop first, which waits for its own finals only; then the updates between its events."""
    from baselines.realtime_stt import UPDATE_SECONDS, RealtimeStt

    system = RealtimeStt(folder, THREADS, log.show, log.calls)
    log.ready()
    utterances: list[tuple[float, list[tuple[float, int]], float]] = []  # begin, (time, blocks so far), end
    sounds: list[list[np.ndarray]] = []
    grown: list[tuple[float, int]] = []
    for position, block in blocks(samples):
        log.now = max(log.now, (position + len(block)) / SAMPLE_RATE)
        before = system.utterance
        ended_at, took = log.now, time.process_time()
        log.now = float("nan")  # a final is stamped below
        system.judge(position, block)
        took = time.process_time() - took
        log.now = ended_at
        if before is not None and system.utterance is None:
            log.now += took
            _stamp(log, log.now)
            utterances.append((grown[0][0], grown, ended_at))
            sounds.append(before)
            grown = []
        elif system.utterance is not None:
            grown.append((ended_at, len(system.utterance)))
    if system.utterance is not None:
        sounds.append(system.utterance)
        utterances.append((grown[0][0], grown, log.now))
        _, took = timed(system.end)
        log.now += took
        _stamp(log, log.now)
    now = 0.0
    for (begin, growth, end), sound in zip(utterances, sounds, strict=True):
        now = max(now, begin)
        while (now := now + UPDATE_SECONDS) < end:
            heard = max((count for at, count in growth if at <= now), default=growth[0][1])
            text, took = timed(lambda heard=heard, sound=sound: system.read(sound[:heard]))
            now += took
            if now < end:
                log.now = now
                log.show("partial", "", text)
    log.events.sort(key=lambda event: event["t"])


def _stamp(log: VirtualLog, now: float) -> None:
    for event in log.events:
        if event["t"] != event["t"]:
            event["t"] = event["audio_t"] = round(now, 4)


RUNS = {"attune": run_attune, "local-agreement": run_local_agreement, "realtime-stt": run_realtime_stt}


def main() -> None:
    name, wav, model, out = sys.argv[1:]
    samples, _ = sf.read(wav, dtype="float32")
    log = VirtualLog()
    RUNS[name](Path(model), samples, log)
    result = {"events": log.events, "cpu": log.worked(), "own_cpu": 0.0, "backlog": 0.0}
    Path(out).write_text(json.dumps({**result, "calls": [call.as_json() for call in log.calls]}))


if __name__ == "__main__":
    main()
