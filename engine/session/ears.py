"""Hearing where somebody speaks, block by block, across gaps."""

from __future__ import annotations

from typing import Protocol

from engine.audio.ring import Samples
from engine.audio.vad import (
    SilenceReached,
    SpeechDetector,
    SpeechEnded,
    SpeechResumed,
    SpeechStarted,
    VadPolicy,
)
from engine.speech.policy import StreamingPolicy
from engine.speech.streaming import LiveUtterance


class VoiceDetector(Protocol):
    """As `engine.audio.vad.StreamingVad` is one."""

    def process(self, block: Samples) -> float:
        """Probability of speech in a block of 512 samples, or the last, shorter one before a gap."""

    def reset(self) -> None:
        """The next block begins a recording."""


class Ears:
    """Tells an utterance when speech begins and ends in it."""

    def __init__(self, vad: VoiceDetector, policy: StreamingPolicy) -> None:
        silences = {round(1000 * policy.speculative_silence), round(1000 * policy.endpoint_silence)}
        self._detector = SpeechDetector(VadPolicy(silences_ms=tuple(sorted(silences))))
        self._vad = vad
        self._pausing = False

    @property
    def pausing(self) -> bool:
        """Whether a silence has been reported that speech may still go on after."""
        return self._pausing and self.speaking

    @property
    def speaking(self) -> bool:
        """Whether somebody speaks, short pauses included."""
        return self._detector.speaking

    def hear(self, position: int, block: Samples, utterance: LiveUtterance) -> None:
        """Judge the block at `position`."""
        probability = self._vad.process(block)
        for event in self._detector.process(probability, position, len(block)):
            if isinstance(event, SpeechStarted | SpeechResumed):
                self._pausing = False
                utterance.on_speech_start(event.position)
            elif isinstance(event, SilenceReached | SpeechEnded):
                self._pausing = True
                utterance.on_speech_end(event.position)

    def lose(self, position: int, utterance: LiveUtterance) -> None:
        """From `position` on nothing was captured: no speech goes across that."""
        utterance.on_speech_end(position)
        self.reset()

    def reset(self) -> None:
        """What comes next has nothing to do with what came before."""
        self._detector.reset()
        self._vad.reset()
