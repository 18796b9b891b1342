"""The options of a dictation, and what it needs from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from engine.learning.second_look import Ear
from engine.library.entities import NewUtterance
from engine.records import Hypothesis, Word
from engine.speech.policy import StreamingPolicy
from engine.speech.results import Recognised, Score
from engine.speech.wire import LoadedModel, Recognition, Scoring
from engine.text.formatter import Snippet
from engine.text.rules import FormattingRules


class LiveRecogniser(Protocol):
    """As `engine.speech.worker_client.RecogniserClient` is one."""

    def preload(self) -> Future[LoadedModel]:
        """Make ready for work."""

    def recognise(self, work: Recognition) -> Future[Recognised]:
        """Recognise at most 30 s of audio. The future raises an AttuneError where that cannot be done."""

    def score(self, work: Scoring) -> Future[tuple[Score, ...]]:
        """Say how likely texts are on at most 30 s of audio; the future fails as that of `recognise` does."""


def no_vocabulary(previous_text: str) -> Sequence[str]:
    """No terms to expect."""
    return ()


def as_heard(words: Sequence[Word], hypotheses: Sequence[Hypothesis]) -> Sequence[Word]:
    """The words as they were recognised."""
    return words


@dataclass(frozen=True)
class SessionOptions:
    """How to dictate. `language` None means the one that is heard first.

    `vocabulary` gives the terms to expect after a text; `rewrite` gives the words of a finished utterance as the user
    means them, from those recognised and the hypotheses they are the first of. `alternatives` is how many hypotheses
    of an utterance are kept where one decode read it whole. `second_look`, where there is one, stands in for `rewrite`
    on utterances short enough for one decode: it is also given the audio, to listen to it again.
    """

    policy: StreamingPolicy = field(default_factory=StreamingPolicy)
    language: str | None = None
    rules: FormattingRules = field(default_factory=FormattingRules)
    snippets: tuple[Snippet, ...] = ()
    vocabulary: Callable[[str], Sequence[str]] = no_vocabulary
    rewrite: Callable[[Sequence[Word], Sequence[Hypothesis]], Sequence[Word]] = as_heard
    second_look: Callable[[Sequence[Word], Sequence[Hypothesis], Ear], Sequence[Word]] | None = None
    alternatives: int = 5
    # An utterance longer than this ends at its next short silence: Whisper hears, and is trained on, 30 s at most.
    long_utterance: float = 24.0  # s
    # Silence kept before the speech of a saved utterance, which may have been waited for a long time.
    lead_in: float = 1.0  # s


DEFAULTS = SessionOptions()
Keep = Callable[[NewUtterance], str | None]


@dataclass(frozen=True)
class Keeping:
    """Where a session's utterances are kept: in the library by `keep`, until then in spools in `spool`."""

    keep: Keep
    new_id: Callable[[], str]
    spool: Path
    session_id: str
    overrides: Mapping[str, Any] = field(default_factory=dict)  # fields of NewUtterance, for recovered ones
    free_reserve: Callable[[], bool] = lambda: False  # on a full disk: whether that made room
