"""The real RealtimeSTT package behind the interface of the baselines, with a model folder and all else as by default.

It needs an interpreter of its own, with RealtimeSTT 1.1 and what it requires: see README-live.md.
"""

from __future__ import annotations

import sys
import threading
import types
from collections.abc import Callable
from pathlib import Path

import numpy as np

SILENCE_SECONDS = 0.6
READY_SECONDS = 120.0
SETTLE_SECONDS = 20.0  # for the last final, which its clock decides


class RealRealtimeStt:
    """Give it audio by `audio`; it calls `show(kind, committed, tentative)`."""

    waiting_seconds = 0.0  # it does not tell

    def __init__(self, folder: Path, threads: int, show: Callable[[str, str, str], None]) -> None:
        # It imports its microphone library also where no microphone is used, and that needs PortAudio's headers.
        sys.modules.setdefault("pyaudio", types.ModuleType("pyaudio"))
        from RealtimeSTT import AudioToTextRecorder

        model = {"model": str(folder), "realtime_model_type": str(folder), "device": "cpu", "compute_type": "int8"}
        self._recorder = AudioToTextRecorder(
            **model,
            language="en",
            use_microphone=False,
            spinner=False,
            no_log_file=True,
            enable_realtime_transcription=True,
            post_speech_silence_duration=SILENCE_SECONDS,
            on_realtime_transcription_update=lambda text: show("partial", "", text),
        )
        self._show = show
        self._closing = False
        self._idle = threading.Event()
        self._thread = threading.Thread(target=self._take_finals, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def audio(self, position: int, block: np.ndarray) -> None:
        self._recorder.feed_audio((block * 32767).astype("<i2").tobytes())

    def finish(self) -> None:
        """Its silence is the clock's: go on with silence as a microphone would, until the last final is out."""
        self._closing = True
        for _ in range(round(SETTLE_SECONDS / 0.032)):
            self._recorder.feed_audio(bytes(1024))
            if self._idle.wait(0.032):
                break
        self._recorder.abort()
        self._recorder.shutdown()

    def _take_finals(self) -> None:
        while not self._idle.is_set():
            text = self._recorder.text()
            if text:
                self._show("final", text, "")
            if self._closing:
                self._idle.set()
