"""Where somebody speaks: Silero VAD as a stream, and the decisions taken from its probabilities."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
import onnxruntime

from engine.audio.ring import Samples
from engine.errors import ModelError
from engine.records import SAMPLE_RATE

BLOCK = 512  # samples the model judges at a time: 32 ms
CONTEXT = 64  # samples before the block that it hears along with it


class StreamingVad:
    """Silero VAD v6, as it is bundled with faster-whisper (github.com/snakers4/silero-vad).

    Its recurrent state and the last 64 samples are carried on, so the probabilities are those
    the model gives for the whole recording at once.

    Raises:
        ModelError: the bundled model cannot be loaded.
    """

    def __init__(self) -> None:
        self._session = _load_silero()
        self.reset()

    def reset(self) -> None:
        """Forget what was heard; the next block starts a recording."""
        self._h = np.zeros((1, 1, 128), dtype=np.float32)
        self._c = np.zeros((1, 1, 128), dtype=np.float32)
        self._input = np.zeros((1, CONTEXT + BLOCK), dtype=np.float32)

    def process(self, block: Samples) -> float:
        """Probability of speech in `block`, (512,) float32; a shorter one is completed with silence."""
        self._input[0, :CONTEXT] = self._input[0, -CONTEXT:]
        self._input[0, CONTEXT : CONTEXT + len(block)] = block
        self._input[0, CONTEXT + len(block) :] = 0.0
        probability, self._h, self._c = self._session.run(None, {"input": self._input, "h": self._h, "c": self._c})
        return float(probability.item())


@dataclass(frozen=True)
class VadPolicy:
    """When speech starts and ends.

    `silences_ms` are the lengths of silence that are reported; the longest one ends the speech.
    """

    speech_threshold: float = 0.5
    silence_threshold: float = 0.35
    onset_ms: int = 64
    silences_ms: tuple[int, ...] = (200, 600)


@dataclass(frozen=True)
class SpeechStarted:
    """Speech began at sample `position`; it is reported when it has lasted for the onset."""

    position: int


@dataclass(frozen=True)
class SilenceReached:
    """It has been silent for `milliseconds`, since sample `position`."""

    milliseconds: int
    position: int


@dataclass(frozen=True)
class SpeechResumed:
    """Speech goes on at sample `position` after a silence that was reported."""

    position: int


@dataclass(frozen=True)
class SpeechEnded:
    """The longest silence was reached; speech had ended at sample `position`."""

    position: int


SpeechEvent: TypeAlias = SpeechStarted | SilenceReached | SpeechResumed | SpeechEnded


class SpeechDetector:
    """Turns probabilities into speech and silence, with hysteresis between the two thresholds."""

    def __init__(self, policy: VadPolicy = VadPolicy()) -> None:
        self._policy = policy
        self._silences = tuple(sorted(policy.silences_ms))
        self.reset()

    @property
    def speaking(self) -> bool:
        """Between `SpeechStarted` and `SpeechEnded`, pauses included."""
        return self._speaking

    def reset(self) -> None:
        """Back to silence, without an event."""
        self._speaking = False
        self._onset_start: int | None = None
        self._silence_start: int | None = None
        self._reported = 0

    def process(self, probability: float, position: int, count: int = BLOCK) -> list[SpeechEvent]:
        """The events after the block at `position` of `count` samples was judged with `probability`."""
        if self._speaking:
            return self._while_speaking(probability, position, count)
        return self._while_silent(probability, position, count)

    def _while_silent(self, probability: float, position: int, count: int) -> list[SpeechEvent]:
        if probability < self._policy.speech_threshold:
            self._onset_start = None
            return []
        if self._onset_start is None:
            self._onset_start = position
        if _milliseconds(position + count - self._onset_start) < self._policy.onset_ms:
            return []
        start, self._onset_start = self._onset_start, None
        self._speaking = True
        return [SpeechStarted(start)]

    def _while_speaking(self, probability: float, position: int, count: int) -> list[SpeechEvent]:
        if self._silence_start is None and probability >= self._policy.silence_threshold:
            return []
        if self._silence_start is not None and probability >= self._policy.speech_threshold:
            resumed = self._reported > 0
            self._silence_start, self._reported = None, 0
            return [SpeechResumed(position)] if resumed else []
        if self._silence_start is None:
            self._silence_start = position
        return self._report_silence(self._silence_start, position + count)

    def _report_silence(self, start: int, now: int) -> list[SpeechEvent]:
        events: list[SpeechEvent] = []
        silence = _milliseconds(now - start)
        while self._reported < len(self._silences) and silence >= self._silences[self._reported]:
            events.append(SilenceReached(self._silences[self._reported], start))
            self._reported += 1
        if self._reported == len(self._silences):
            self.reset()
            events.append(SpeechEnded(start))
        return events


def _milliseconds(samples: int) -> float:
    return 1000 * samples / SAMPLE_RATE


def _load_silero() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.inter_op_num_threads = 1
    options.intra_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    model = _find_silero()
    try:
        return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's own errors share no public base class
        raise ModelError(f"The voice detector {model} cannot be loaded.", "Install faster-whisper again.") from error


def _find_silero() -> Path:
    # Looked up without importing faster_whisper, which would load CTranslate2 into this process.
    package = importlib.util.find_spec("faster_whisper")
    if package is None or package.origin is None:
        raise ModelError("The voice detector is missing.", "Install faster-whisper.")
    return Path(package.origin).parent / "assets" / "silero_vad_v6.onnx"
