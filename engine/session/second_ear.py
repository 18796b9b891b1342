"""The audio of a finished utterance, heard again by the recogniser that dictation uses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.audio.ring import Samples
from engine.records import Hypothesis
from engine.session.options import LiveRecogniser
from engine.speech.options import DecodeOptions
from engine.speech.results import Score
from engine.speech.wire import Recognition, Scoring


class SecondEar:
    """An `engine.learning.second_look.Ear` on at most 30 s of audio, which is read when it is first needed."""

    def __init__(
        self, recogniser: LiveRecogniser, read: Callable[[], Samples], hypotheses: int, language: str | None
    ) -> None:
        self._recogniser = recogniser
        self._read = read
        self._hypotheses = hypotheses
        self._language = language
        self._samples: Samples | None = None

    def hear(self, vocabulary: Sequence[str]) -> Sequence[Hypothesis]:
        """The hypotheses, best first, of a decoder that was told to expect some terms."""
        options = DecodeOptions(hypotheses=self._hypotheses, vocabulary=tuple(vocabulary), language=self._language)
        return self._recogniser.recognise(Recognition(self._audio, options)).result().hypotheses

    def score(self, texts: Sequence[str]) -> Sequence[Score]:
        """How likely each text is on this audio."""
        return self._recogniser.score(Scoring(self._audio, tuple(texts), self._language)).result()

    @property
    def _audio(self) -> Samples:
        if self._samples is None:
            self._samples = self._read()
        return self._samples
