"""The live chain without its threads: audio, voice detector, policy and recogniser, event by event.

One thread calls everything here. Time is the recording's own: a second has passed when a second of audio has
come, whether that was played at the speed of speech or faster.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from engine.audio.ring import Samples
from engine.errors import AttuneError
from engine.records import SAMPLE_RATE, Hypothesis, Word
from engine.session.ears import Ears
from engine.session.options import LiveRecogniser, SessionOptions
from engine.session.tape import Take
from engine.speech.guards import Anomaly
from engine.speech.messages import Answer, RecognitionRequest, RequestKind, TextUpdate
from engine.speech.options import DecodeOptions
from engine.speech.results import Recognised
from engine.speech.streaming import LiveUtterance
from engine.speech.wire import Recognition

log = logging.getLogger(__name__)

IDLE_TAKE = 30 * SAMPLE_RATE  # samples of silence after which a take begins anew, so that its spool stays small
IDLE_LEAD = SAMPLE_RATE  # samples of it that are kept: speech may just be beginning. No utterance begins further back


@dataclass
class Spoken:
    """One utterance as far as it has come: `end` is the sample at which it ended.

    `unread` says that the recogniser failed before it had read everything.
    """

    id: str
    take: Take
    live: LiveUtterance
    words: list[Word] = field(default_factory=list)
    tentative: tuple[Word, ...] = ()
    alternatives: tuple[Hypothesis, ...] = ()
    language: str | None = None
    first_voice: int | None = None
    end: int = 0
    unread: bool = False

    @property
    def committed(self) -> str:
        """The text that never changes any more."""
        return text_of(self.words)


@dataclass(frozen=True)
class Outlets:
    """Where a dictation's results go. `ask` hands a request's future on, which comes back by `on_answer`."""

    new_take: Callable[[int], tuple[str, Take]]
    ask: Callable[[RecognitionRequest, Future[Recognised]], None]
    show: Callable[[Spoken], None]
    finish: Callable[[Spoken], None]
    trouble: Callable[[AttuneError], None]


class Dictation:
    """A sequence of utterances, each ended by silence or by a release; all but the last only wait for answers."""

    def __init__(self, recogniser: LiveRecogniser, ears: Ears, options: SessionOptions, outlets: Outlets) -> None:
        self._recogniser = recogniser
        self._ears = ears
        self._options = options
        self._out = outlets
        self._queue: deque[Spoken] = deque()
        self._captured = 0
        self._language = options.language
        self._awaits_nothing = False  # the answer in flight is to a question that was given up
        self.in_flight = False

    @property
    def done(self) -> bool:
        """Whether nothing is left to be recognised."""
        return not self._queue

    @property
    def judged(self) -> int:
        """The position after the last sample that was listened to."""
        return self._captured

    @property
    def needed_from(self) -> int:
        """The first sample that may still be asked for, the next utterance's beginning included."""
        kept = self._captured - IDLE_LEAD
        return min(kept, self._queue[0].live.needed_from) if self._queue else kept

    def on_audio(self, position: int, block: Samples) -> None:
        """The recording goes on with `block` at `position`."""
        self._captured = position + len(block)
        spoken = self._present(position)
        self._ears.hear(position, block, spoken.live)
        if spoken.first_voice is None and self._ears.speaking:
            spoken.first_voice = position
        self._advance(spoken)

    def on_gap(self, position: int, samples: int) -> None:
        """From `position` on, `samples` samples were never captured."""
        self._captured = position + samples
        spoken = self._present(position)
        self._ears.lose(position, spoken.live)
        self._advance(spoken)

    def on_release(self) -> None:
        """No more audio for now: what was said is an utterance."""
        self._ears.reset()
        if self._queue and not self._queue[-1].live.ended:
            spoken = self._queue[-1]
            spoken.end = self._captured
            self._pass_on(spoken, spoken.live.on_release())
        self._ask()

    def on_cancel(self) -> None:
        """What was said and is not finished yet is thrown away, sound and all."""
        self._ears.reset()
        self._awaits_nothing = self.in_flight
        while self._queue:
            spoken = self._queue.popleft()
            spoken.words.clear()
            spoken.unread = False
            self._out.finish(spoken)

    def on_answer(self, request: RecognitionRequest, answer: Future[Recognised]) -> None:
        """The recogniser has answered, or failed."""
        self.in_flight = False
        if self._awaits_nothing:
            self._awaits_nothing = False
            self._ask()
            return
        spoken = self._queue[0]
        try:
            said = answer.result()
        except AttuneError as error:
            log.debug("call %d failed for good: %s", request.number, type(error).__name__)
            self._out.trouble(error)
            spoken.unread = True
            spoken.live.on_failure()
        else:
            self._take(spoken, request, said)
        self._ask()

    def _present(self, position: int) -> Spoken:
        """The utterance that the audio at `position` belongs to."""
        if not self._queue or self._queue[-1].live.ended:
            self._begin(position)
        return self._queue[-1]

    def _begin(self, origin: int) -> None:
        identifier, take = self._out.new_take(origin)
        self._queue.append(Spoken(identifier, take, LiveUtterance(self._options.policy, origin)))

    def _advance(self, spoken: Spoken) -> None:
        """The utterance reaches to the present now."""
        self._pass_on(spoken, spoken.live.on_audio(self._captured))
        if not spoken.live.ended and self._is_long_enough(spoken):
            self._pass_on(spoken, spoken.live.on_release())
        if spoken.live.ended:
            spoken.end = self._captured
            self._begin(spoken.live.next_origin)
        elif spoken.first_voice is None and self._captured - spoken.take.origin > IDLE_TAKE:
            self._queue.pop()
            self._out.finish(spoken)
            self._begin(self._captured - IDLE_LEAD)
        self._ask()

    def _is_long_enough(self, spoken: Spoken) -> bool:
        """Whether a long utterance has come to a short silence."""
        first = spoken.first_voice
        if first is None or self._captured - first < self._options.long_utterance * SAMPLE_RATE:
            return False
        return self._ears.pausing

    def _ask(self) -> None:
        while self._queue and (self._queue[0].live.done or self._is_given_up(self._queue[0])):
            self._queue.popleft()
        if self.in_flight or not self._queue or self._queue[0].unread:
            return
        spoken = self._queue[0]
        request = spoken.live.next_request(self._captured / SAMPLE_RATE)
        if request is None:
            return
        self.in_flight = True
        work = Recognition(spoken.take.read(*request.samples), self._decode_options(request))
        log.debug(
            "call %d %s window %.3f s beam %d previous %d characters",
            request.number, request.kind, request.seconds, request.beam_size, len(request.previous_text),
        )  # fmt: skip
        self._out.ask(request, self._recogniser.recognise(work))

    def _is_given_up(self, spoken: Spoken) -> bool:
        """An utterance that cannot be read goes on to its end, so that its sound is kept whole."""
        if not (spoken.unread and spoken.live.ended):
            return False
        self._pass_on(spoken, spoken.live.give_up())
        return True

    def _decode_options(self, request: RecognitionRequest) -> DecodeOptions:
        return DecodeOptions(
            beam=request.beam_size,
            hypotheses=1 if request.kind is RequestKind.PARTIAL else self._options.alternatives,
            previous_text=request.previous_text,
            vocabulary=tuple(self._options.vocabulary(request.previous_text)),
            language=self._language,
            retries=request.kind is not RequestKind.PARTIAL,
        )

    def _take(self, spoken: Spoken, request: RecognitionRequest, said: Recognised) -> None:
        objected = said.anomaly not in (None, Anomaly.NO_SPEECH) and not said.hypotheses
        if said.text and self._language is None:
            self._language = said.language  # for the dictation: short windows are easily taken for another
        spoken.language = said.language
        read_whole = request.kind is not RequestKind.PARTIAL and not spoken.words
        spoken.alternatives = said.hypotheses if read_whole else ()
        log.debug(
            "answer %d words %d tokens %d beam %d no speech %.2f anomaly %s",
            request.number, len(said.words), len(said.hypotheses[0].tokens) if said.hypotheses else 0, said.beam,
            said.no_speech_probability, said.anomaly.name if said.anomaly else "none",
        )  # fmt: skip
        words = tuple(_moved(word, request.window_start) for word in said.words)
        updates = spoken.live.on_answer(Answer(request, words, objected), self._captured / SAMPLE_RATE)
        self._pass_on(spoken, updates)

    def _pass_on(self, spoken: Spoken, updates: Sequence[TextUpdate]) -> None:
        for update in updates:
            spoken.words += update.committed
            spoken.tentative = update.tentative
            if update.committed:
                log.debug("committed %d words: %s", len(update.committed), update.reason)
            if update.final:
                spoken.end = spoken.end or self._captured
                self._out.finish(spoken)
            else:
                self._out.show(spoken)


def text_of(words: Sequence[Word]) -> str:
    """The words as a text."""
    return " ".join(word.text.strip() for word in words)


def _moved(word: Word, seconds: float) -> Word:
    return Word(word.text, word.start + seconds, word.end + seconds, word.probability)
