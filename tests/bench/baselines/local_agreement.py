"""whisper_streaming's policy (Machacek et al. 2023, arXiv 2307.14743), written anew from its description.

The whole buffer is padded to 30 s and decoded with beam 5 and word times whenever a second of new audio has come
(or the last call has ended); words that two results in a row begin with are committed; beyond 15 s the buffer is
cut at the end of the last completed segment that is committed. What was committed before the buffer is the prompt
(200 characters). Words of segments with a no-speech probability over 0.9 are dropped.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel
from live_calls import Call

RATE = 16_000
CHUNK_SECONDS = 1.0
TRIM_SECONDS = 15.0
PROMPT_CHARACTERS = 200
NO_SPEECH = 0.9

TimedWord = tuple[float, float, str]


class Hypotheses:
    """Which words two results in a row agree on."""

    def __init__(self) -> None:
        self.committed_in_buffer: list[TimedWord] = []
        self.buffer: list[TimedWord] = []
        self.last_time = 0.0

    def insert(self, words: list[TimedWord]) -> list[TimedWord]:
        """Take a new result; returns what is committed by it."""
        new = [word for word in words if word[0] > self.last_time - 0.1]
        if new and abs(new[0][0] - self.last_time) < 1:
            new = new[self._repeated(new) :]
        agreed = []
        while new and self.buffer and new[0][2] == self.buffer[0][2]:
            agreed.append(new.pop(0))
            self.buffer.pop(0)
            self.last_time = agreed[-1][1]
        self.buffer = new
        self.committed_in_buffer += agreed
        return agreed

    def forget_before(self, time: float) -> None:
        while self.committed_in_buffer and self.committed_in_buffer[0][1] <= time:
            self.committed_in_buffer.pop(0)

    def _repeated(self, new: list[TimedWord]) -> int:
        """How many words at the beginning of `new` say again what was committed last (up to five)."""
        known = [word[2] for word in self.committed_in_buffer]
        for count in range(1, min(len(known), len(new), 5) + 1):
            if known[-count:] == [word[2] for word in new[:count]]:
                return count
        return 0


class LocalAgreement:
    """Give it audio by `audio`; it calls `show(kind, committed, tentative)`."""

    def __init__(
        self, folder: Path, threads: int, show: Callable[[str, str, str], None], calls: list[Call] | None = None
    ) -> None:
        self._calls = [] if calls is None else calls
        self._model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=threads)
        self._show = show
        self._lock = threading.Condition()
        self._incoming: list[np.ndarray] = []
        self._finished = False
        self._buffer = np.zeros(0, np.float32)
        self._offset = 0.0
        self._hypotheses = Hypotheses()
        self._committed: list[TimedWord] = []
        self.waiting_seconds = 0.0
        self._decode(np.zeros(RATE, np.float32))  # warm-up
        self._calls.clear()
        self._thread = threading.Thread(target=self._run)

    def start(self) -> None:
        self._thread.start()

    def audio(self, position: int, block: np.ndarray) -> None:
        with self._lock:
            self._incoming.append(block)
            self.waiting_seconds += len(block) / RATE
            self._lock.notify()

    def finish(self) -> None:
        """As published, but with one more result for what came last, which the original loses."""
        with self._lock:
            self._finished = True
            self._lock.notify()
        self._thread.join()
        self.end()

    def end(self) -> None:
        """Show what is left as final."""
        self._show("final", self._text(self._committed) + self._text(self._hypotheses.buffer), "")

    def _run(self) -> None:
        while True:
            with self._lock:
                self._lock.wait_for(lambda: self.waiting_seconds >= CHUNK_SECONDS or self._finished)
                pieces, self._incoming, self.waiting_seconds = self._incoming, [], 0.0
                finished = self._finished
            if pieces:
                self.update(*pieces)
            if finished:
                return

    def update(self, *pieces: np.ndarray) -> None:
        """Take new audio, and decode the buffer again."""
        self._buffer = np.concatenate((self._buffer, *pieces))
        segments = self._decode(self._buffer, self._prompt())
        words = [
            (word.start + self._offset, word.end + self._offset, word.word)
            for segment in segments
            if segment.no_speech_prob <= NO_SPEECH
            for word in segment.words
        ]
        self._committed += self._hypotheses.insert(words)
        if len(self._buffer) / RATE > TRIM_SECONDS:
            self._trim([segment.end for segment in segments])
        self._show("partial", self._text(self._committed), self._text(self._hypotheses.buffer))

    def _trim(self, ends: list[float]) -> None:
        """Cut at the end of the last but one segment, or an earlier one, if that is committed."""
        if not self._committed or len(ends) < 2:
            return
        limit = self._committed[-1][1]
        end = next((end + self._offset for end in reversed(ends[:-1]) if end + self._offset <= limit), None)
        if end is None:
            return
        self._buffer = self._buffer[round((end - self._offset) * RATE) :]
        self._offset = end
        self._hypotheses.forget_before(end)

    def _prompt(self) -> str:
        before = [word for word in self._committed if word[1] <= self._offset]
        return self._text(before)[-PROMPT_CHARACTERS:]

    def _decode(self, samples: np.ndarray, prompt: str = ""):
        segments, _ = self._model.transcribe(
            samples,
            language="en",
            beam_size=5,
            word_timestamps=True,
            condition_on_previous_text=True,
            initial_prompt=prompt or None,
        )
        found = list(segments)
        tokens = sum(len(segment.tokens) for segment in found)
        self._calls.append(Call(len(samples) / RATE, (5,), tokens, padded=True, aligned=True))
        return found

    @staticmethod
    def _text(words: list[TimedWord]) -> str:
        return "".join(word[2] for word in words)
