"""RealtimeSTT's policy (github.com/KoljaB/RealtimeSTT), written anew from its description.

Silero tells when somebody speaks; a recording begins with a second of what was before. Every 0.2 s the whole
utterance so far is decoded again (beam 3) by a model of its own and shown; 0.6 s of silence end the utterance, which
the main model then decodes with beam 5. Both decode behind faster-whisper's voice filter, as by default; both are
the same folder, loaded twice, as RealtimeSTT does. Nothing is committed before the final.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel
from live_calls import Call

from engine.audio.vad import SpeechDetector, SpeechEnded, SpeechStarted, StreamingVad, VadPolicy

RATE = 16_000
BLOCK = 512
UPDATE_SECONDS = 0.2
BEAM, REALTIME_BEAM = 5, 3
SILENCE_MS = 600
PRE_ROLL_BLOCKS = RATE // BLOCK


class RealtimeStt:
    """Give it audio by `audio`; it calls `show(kind, committed, tentative)`."""

    def __init__(
        self, folder: Path, threads: int, show: Callable[[str, str, str], None], calls: list[Call] | None = None
    ) -> None:
        self._calls = [] if calls is None else calls
        self._main, self._realtime = (
            WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=threads) for _ in range(2)
        )
        self._show = show
        self._vad = StreamingVad()
        self._detector = SpeechDetector(VadPolicy(silences_ms=(SILENCE_MS,)))
        self._lock = threading.Condition()
        self._incoming: deque[tuple[int, np.ndarray]] = deque()
        self._before: deque[np.ndarray] = deque(maxlen=PRE_ROLL_BLOCKS)
        self.utterance: list[np.ndarray] | None = None  # its blocks, while one goes on
        self._closing = self._finished = False
        self.waiting_seconds = 0.0
        for model in (self._main, self._realtime):
            self._decode(model, np.zeros(RATE, np.float32), REALTIME_BEAM, vad_filter=False)
        self._calls.clear()
        self._threads = [threading.Thread(target=self._listen), threading.Thread(target=self._update)]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def audio(self, position: int, block: np.ndarray) -> None:
        with self._lock:
            self._incoming.append((position, block))
            self._lock.notify_all()

    def finish(self) -> None:
        with self._lock:
            self._finished = True
            self._lock.notify_all()
        for thread in self._threads:
            thread.join()

    def _listen(self) -> None:
        """The recording loop: while the main model decodes, new audio waits."""
        while True:
            with self._lock:
                self._lock.wait_for(lambda: self._incoming or self._finished)
                self.waiting_seconds = len(self._incoming) * BLOCK / RATE
                item = self._incoming.popleft() if self._incoming else None
            if item is None:
                break
            self.judge(*item)
        if self.utterance is not None:
            self.end()
        with self._lock:
            self._closing = True
            self._lock.notify_all()

    def judge(self, position: int, block: np.ndarray) -> None:
        """The recording loop's step: begin, go on with, or end an utterance."""
        events = self._detector.process(self._vad.process(block), position, len(block))
        if self.utterance is None:
            self._before.append(block)
            if any(isinstance(event, SpeechStarted) for event in events):
                self.utterance = list(self._before)
        else:
            self.utterance.append(block)
            if any(isinstance(event, SpeechEnded) for event in events):
                self.end()

    def end(self) -> None:
        """Decode the utterance by the main model, and show it."""
        samples, self.utterance = np.concatenate(self.utterance), None
        text = self._decode(self._main, samples, BEAM)
        self._before.clear()
        if text:
            self._show("final", text, "")

    def _update(self) -> None:
        while True:
            with self._lock:
                if self._lock.wait_for(lambda: self._closing, UPDATE_SECONDS):
                    return
            utterance = self.utterance
            if utterance is None:
                continue
            text = self.read(utterance[:])
            if self.utterance is utterance:  # not ended meanwhile
                self._show("partial", "", text)

    def read(self, utterance: list[np.ndarray]) -> str:
        """What the second model hears in an utterance so far."""
        return self._decode(self._realtime, np.concatenate(utterance), REALTIME_BEAM)

    def _decode(self, model: WhisperModel, samples: np.ndarray, beam: int, vad_filter: bool = True) -> str:
        segments, _ = model.transcribe(samples, language="en", beam_size=beam, vad_filter=vad_filter)
        found = list(segments)
        tokens, copy = sum(len(segment.tokens) for segment in found), int(model is self._realtime)
        self._calls.append(Call(len(samples) / RATE, (beam,), tokens, padded=True, aligned=False, copy=copy))
        return "".join(segment.text for segment in found).strip()
