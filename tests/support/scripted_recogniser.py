"""A speaker, a voice detector and a recogniser that know their text, and a clock to run the live policy by."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from engine.records import SAMPLE_RATE, Word
from engine.speech.messages import Answer, RecognitionRequest, TextUpdate
from engine.speech.policy import StreamingPolicy
from engine.speech.streaming import LiveUtterance

BLOCK = 512  # samples that arrive at a time
ONSET = 0.064  # s of speech before the detector reports it
HANGOVER = 0.2  # s of silence before the detector reports it
DEFAULT_POLICY = StreamingPolicy()


def speech(*parts: str | float) -> list[Word]:
    """Words of 0.3 s with 0.05 s between them; a number is a silence in seconds."""
    words: list[Word] = []
    now = 0.0
    for part in parts:
        if isinstance(part, str):
            for text in part.split():
                words.append(Word(text, now, now + 0.3, 0.9))
                now += 0.35
        else:
            now += part
    return words


@dataclass(frozen=True)
class Errors:
    """How likely each error is, per call or per word."""

    substitution: float = 0.0  # a word is misheard, differently each time
    deletion: float = 0.0  # a word is left out
    cut_words: bool = False  # words that the window cuts come out garbled instead of not at all
    garbled_edge: float = 0.0  # s before the window's end in which words come out garbled
    jitter: float = 0.0  # s by which word times are wrong at most
    loop: float = 0.0  # the answer ends in a loop
    empty: float = 0.0  # the answer is empty
    failure: float = 0.0  # the recogniser dies


class ScriptedRecogniser:
    """Answers each window with the script's words inside it, but for its errors."""

    def __init__(self, script: Sequence[Word], errors: Errors = Errors(), seed: int = 0) -> None:
        self._script = script
        self._errors = errors
        self._random = random.Random(seed)

    def answer(self, request: RecognitionRequest) -> Answer | None:
        """The answer, or None where the recogniser died."""
        errors, chance = self._errors, self._random.random
        if chance() < errors.failure:
            return None
        if chance() < errors.empty:
            return Answer(request, ())
        first = bisect_right(self._script, request.window_start, key=lambda word: word.end)
        last = bisect_left(self._script, request.window_end, key=lambda word: word.start)
        inside = [self._hear(word, request) for word in self._script[first:last]]
        words = [word for word in inside if word is not None]
        if words and chance() < errors.loop:
            last = words[-1]
            return Answer(request, (*words, *([last] * 9)), anomaly=True)
        return Answer(request, tuple(words))

    def _hear(self, word: Word, request: RecognitionRequest) -> Word | None:
        start, end = max(word.start, request.window_start), min(word.end, request.window_end)
        cut = start > word.start + 1e-3 or end < word.end - 1e-3
        if cut and not self._errors.cut_words:
            return None
        if self._random.random() < self._errors.deletion:
            return None
        text = word.text
        edge = word.end > request.window_end - self._errors.garbled_edge
        if cut or edge or self._random.random() < self._errors.substitution:
            text = f"{text}~{self._random.randrange(1000)}"
        wrong = self._random.uniform(-1, 1) * self._errors.jitter
        return Word(text, max(0.0, start + wrong), max(0.0, end + wrong), word.probability)


@dataclass
class Run:
    """What a run of the policy did."""

    updates: list[tuple[float, TextUpdate]] = field(default_factory=list)
    asked: list[RecognitionRequest] = field(default_factory=list)
    calls: list[float] = field(default_factory=list)  # s; from asking to a usable answer
    uncommitted: list[float] = field(default_factory=list)  # s, after each event
    utterances: list[LiveUtterance] = field(default_factory=list)
    finals: list[float] = field(default_factory=list)

    @property
    def committed(self) -> list[Word]:
        return [word for _, update in self.updates for word in update.committed]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.committed)


class Simulation:
    """Plays a script through the policy block by block, with the calls' times on the same clock.

    `latency` gives the duration of a call in seconds from its number. Where an utterance ends while audio goes
    on, the next one begins there. `watch` sees the utterance in hand after each event.
    """

    def __init__(
        self,
        script: Sequence[Word],
        recogniser: ScriptedRecogniser | None = None,
        policy: StreamingPolicy = DEFAULT_POLICY,
        latency: Callable[[int], float] = lambda number: 0.1,
        watch: Callable[[LiveUtterance], None] = lambda utterance: None,
    ) -> None:
        self._recogniser = recogniser or ScriptedRecogniser(script)
        self._policy, self._latency, self._watch = policy, latency, watch
        self._detections = _detections(script)
        self._queue: list[LiveUtterance] = []  # all but the last have ended
        self._due: tuple[float, RecognitionRequest] | None = None
        self._asked_at: float | None = None
        self.result = Run()
        self._begin(0)

    def run(self, seconds: float) -> Run:
        """Play `seconds` of audio, release the key, and wait for the final text."""
        now = 0.0
        for end in range(BLOCK, int(seconds * SAMPLE_RATE) + BLOCK, BLOCK):
            now = end / SAMPLE_RATE
            self._answer_until(now)
            self._hear(end, now)
        self._update(now, self._queue[-1].on_release())
        self._ask(now)
        while self._due is not None:
            self._answer_until(self._due[0])
        assert self._queue[-1].done
        return self.result

    def _begin(self, origin: int) -> None:
        self._queue.append(LiveUtterance(self._policy, origin))
        self.result.utterances.append(self._queue[-1])

    def _hear(self, end: int, now: float) -> None:
        utterance = self._queue[-1]
        while self._detections and self._detections[0][0] <= now:
            _, begins, at = self._detections.pop(0)
            (utterance.on_speech_start if begins else utterance.on_speech_end)(round(at * SAMPLE_RATE))
        self._update(now, utterance.on_audio(end))
        if utterance.ended:
            self._begin(utterance.next_origin)
        self._ask(now)
        self.result.uncommitted.append(self._queue[0].uncommitted_seconds)

    def _ask(self, now: float) -> None:
        while self._queue[0].done and len(self._queue) > 1:
            self._queue.pop(0)
        self._watch(self._queue[0])
        request = self._queue[0].next_request(now)
        if request is None:
            return
        assert self._due is None, "two requests in flight"
        assert self._queue[0].next_request(now) is None
        if self._asked_at is None:
            self._asked_at = now
        self._due = (now + self._latency(len(self.result.asked)), request)
        self.result.asked.append(request)

    def _answer_until(self, now: float) -> None:
        while self._due is not None and self._due[0] <= now:
            at, request = self._due
            self._due = None
            answer = self._recogniser.answer(request)
            if answer is None:
                self._queue[0].on_failure()
            else:
                self._note_call(at, usable=not (answer.anomaly and request.previous_text))
                self._update(at, self._queue[0].on_answer(answer, at))
            self._ask(at)

    def _note_call(self, now: float, usable: bool) -> None:
        assert self._asked_at is not None
        if usable:
            self.result.calls.append(now - self._asked_at)
            self._asked_at = None

    def _update(self, now: float, updates: Sequence[TextUpdate]) -> None:
        self.result.updates += [(now, update) for update in updates]
        self.result.finals += [now for update in updates if update.final]


def _detections(script: Sequence[Word]) -> list[tuple[float, bool, float]]:
    """What a voice detector reports: when, whether speech begins, and the position of it."""
    ranges: list[list[float]] = []
    for word in script:
        if ranges and word.start - ranges[-1][1] < HANGOVER:
            ranges[-1][1] = word.end
        else:
            ranges.append([word.start, word.end])
    starts = [(start + min(ONSET, end - start), True, start) for start, end in ranges]
    ends = [(end + HANGOVER, False, end) for _, end in ranges]
    return sorted(starts + ends)
