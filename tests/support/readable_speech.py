"""Sound that says what it says: each word is a run of one sample value, so that a recogniser can read it back.

What is lost, doubled or moved on its way shows in the text. The values survive a spool's 16 bits.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future

import numpy as np

from engine.audio.ring import Samples
from engine.errors import AttuneError
from engine.records import SAMPLE_RATE, Hypothesis, Word
from engine.speech.results import Recognised
from engine.speech.wire import LoadedModel, Recognition

BLOCK = 512
FIRST = 400  # the first word's sample value, of 32768; each further one is one more


def sound(script: Sequence[Word], seconds: float) -> Samples:
    """The script's words as sound, silence between them."""
    samples = np.zeros(round(seconds * SAMPLE_RATE), dtype=np.float32)
    for index, word in enumerate(script):
        begin, end = round(word.start * SAMPLE_RATE), round(word.end * SAMPLE_RATE)
        samples[begin:end] = np.float32((FIRST + index) / 32768)
    return samples


class LevelVad:
    """Hears speech wherever there is any sound."""

    def process(self, block: Samples) -> float:
        return 1.0 if np.any(block) else 0.0

    def reset(self) -> None:
        """It remembers nothing."""


class ReadingRecogniser:
    """Reads the words of `script` out of the audio; words that the window cuts are left out.

    `before` is called with each request's number and work, on the recogniser's thread, and may wait or raise.
    """

    def __init__(
        self, script: Sequence[Word], before: Callable[[int, Recognition], None] = lambda number, work: None
    ) -> None:
        self._script = script
        self._before = before
        self.works: list[Recognition] = []

    def preload(self) -> Future[LoadedModel]:
        future: Future[LoadedModel] = Future()
        future.set_result(LoadedModel("reader", "cpu", multilingual=False))
        return future

    def recognise(self, work: Recognition) -> Future[Recognised]:
        future: Future[Recognised] = Future()
        number = len(self.works)
        self.works.append(work)
        threading.Thread(target=self._answer, args=(number, work, future), daemon=True).start()
        return future

    def _answer(self, number: int, work: Recognition, future: Future[Recognised]) -> None:
        try:
            self._before(number, work)
        except AttuneError as error:
            future.set_exception(error)
            return
        words = tuple(self.read(work.samples))
        text = " ".join(word.text for word in words)
        future.set_result(Recognised((Hypothesis(text, -0.1),) if words else (), "en", words=words))

    def read(self, samples: Samples) -> list[Word]:
        values = np.rint(samples * 32768).astype(int) - FIRST
        words = []
        for index in np.unique(values[values >= 0]):
            at = np.flatnonzero(values == index)
            word = self._script[index]
            if len(at) >= round((word.end - word.start) * SAMPLE_RATE) - 2:
                words.append(Word(word.text, at[0] / SAMPLE_RATE, (at[-1] + 1) / SAMPLE_RATE, 0.9))
        return sorted(words, key=lambda word: word.start)


def feed(session, samples: Samples, start: int = 0, lockstep: bool = True) -> int:
    """Give `samples` to a session block by block; in lockstep each is settled before the next one comes."""
    for at in range(0, len(samples), BLOCK):
        session.audio(start + at, samples[at : at + BLOCK])
        if lockstep:
            assert session.wait_until_quiet(10)
    return start + len(samples)


def wait_for(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.01)
