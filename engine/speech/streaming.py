"""The live policy: what is recognised when, and which words may be believed.

Pure and single-threaded: no model, no audio, no clock. Positions in the recording and the present time come in
with the events; requests and text updates go out. One `LiveUtterance` reads one utterance:

    listening ──── endpoint silence or key release ────> ended ──── last answer ────> done
        partials; at a short silence                     what is left is decoded
        a speculative final                              in order, then the final

In either state at most one request is out. While it is, audio only accumulates; the next request takes the
newest audio, so nothing queues. The words of an answer pass from *tentative* to *committed* when

    agreed   two hypotheses in a row have them, they end clear of the window's edge, and no guard objects
    forced   the audio not yet committed has reached its bound
    final    the utterance is over

and then never change. The window of the next request begins after a pause or just before the last committed
words. Audio beyond the window's cap waits (on disk, for the session) and is decoded in order: the audio not
yet committed stays under `force_commit_after` plus twice the longest call. A call lasts until an answer that
can be used, and must itself be shorter than the audio it commits (`window_cap` less `max_carry`).
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.records import SAMPLE_RATE, Word
from engine.speech.agreement import agreed_length, keep_shown, overlap_length, same_text
from engine.speech.messages import (
    Answer,
    CommitReason,
    RecognitionRequest,
    RequestKind,
    TextUpdate,
)
from engine.speech.pace import Pace
from engine.speech.policy import StreamingPolicy
from engine.speech.repetition import without_loops
from engine.speech.voiced import VoicedRanges
from engine.speech.window import CommittedTail, Window, window_after_pause, window_before_last_words

Updates = tuple[TextUpdate, ...]

_DIGITS = 6  # of seconds, far below a sample
_ROUNDING = 10.0**-_DIGITS


class LiveUtterance:
    """One utterance from its first sample to its final text.

    Give it every event in order and pass on the updates it returns; after each event, ask `next_request`.
    Positions are samples from the start of the recording, in which the utterance begins at `origin`.
    """

    def __init__(self, policy: StreamingPolicy, origin: int = 0) -> None:
        self._policy = policy
        self._captured = origin / SAMPLE_RATE  # s; so are all positions within
        self._voiced = VoicedRanges(self._captured)
        self._window = Window(self._captured)
        self._tail = CommittedTail(policy, self._captured)
        self._read_until = self._captured  # end of the last window that was answered
        self._previous: tuple[Word, ...] = ()  # what is left of the last hypothesis, to agree with
        self._tentative: tuple[Word, ...] = ()  # what is believed after the committed words
        self._shown: tuple[Word, ...] = ()  # the beginning of it that is on the screen
        self._pace = Pace(policy)
        self._in_flight: RecognitionRequest | None = None
        self._failed: RecognitionRequest | None = None
        self._requests = 0
        self._ended = False
        self._done = False

    @property
    def ended(self) -> bool:
        """Whether the utterance takes no more audio; the next one begins at `next_origin`."""
        return self._ended

    @property
    def next_origin(self) -> int:
        """The first sample of the utterance after this one.

        It lies in the silence at the end of this one: the detector may not have reported speech yet.
        """
        heard = self._voiced.last_end
        earliest = self._window.start if heard is None else heard + self._policy.min_pause / 2
        start = min(self._captured, max(earliest, self._captured - self._policy.lead_in))
        return round(start * SAMPLE_RATE)

    @property
    def done(self) -> bool:
        """Whether the final text is out."""
        return self._done

    @property
    def uncommitted_seconds(self) -> float:
        """Length of the audio that is still needed: from the window's start to the end of the recording."""
        return self._captured - self._window.start

    @property
    def needed_from(self) -> int:
        """The first sample that may still be asked for."""
        first = self._in_flight or self._failed
        return round((first.window_start if first else self._window.start) * SAMPLE_RATE)

    # Events

    def on_audio(self, end: int) -> Updates:
        """The recording now reaches to sample `end`.

        Raises:
            ValueError: the utterance has ended.
        """
        if self._ended:
            raise ValueError("Audio after the end of an utterance belongs to the next one.")
        self._captured = end / SAMPLE_RATE
        self._voiced.advance(self._captured)
        if self._voiced.last_end is not None and self._silence >= self._policy.endpoint_silence:
            return self.on_release()
        return self._settle()

    def on_speech_start(self, position: int) -> None:
        """The voice detector heard speech begin, or go on after a pause, at `position`."""
        self._voiced.start(position / SAMPLE_RATE)

    def on_speech_end(self, position: int) -> None:
        """The voice detector has heard nothing since `position`."""
        self._voiced.end(position / SAMPLE_RATE)

    def on_release(self) -> Updates:
        """The key was released and all audio has come."""
        self._ended = True
        return self._settle()

    def on_answer(self, answer: Answer, now: float) -> Updates:
        """The recogniser answered, at `now` in seconds of any steady clock.

        Raises:
            ValueError: it is not an answer to the request in flight.
        """
        if answer.request != self._in_flight:
            raise ValueError(f"No answer to request {answer.request.number} is awaited.")
        self._in_flight = None
        self._pace.answered(now)
        if answer.anomaly and answer.request.previous_text:
            self._tail.drop_context()  # the likely cause; the audio counts as unread and is asked for again
            return ()
        return (*self._take(answer), *self._settle())

    def on_failure(self) -> None:
        """The recogniser died before it answered: the same request is made again."""
        self._failed, self._in_flight = self._in_flight, None

    def give_up(self) -> Updates:
        """No answer can be had any more: what is shown becomes the final text."""
        self._ended, self._in_flight, self._failed = True, None, None
        return self._finish()

    # Requests

    def next_request(self, now: float) -> RecognitionRequest | None:
        """What to recognise now, at `now` in seconds of the clock that `on_answer` uses; None if nothing."""
        if self._in_flight is not None or self._done:
            return None
        request = self._failed or self._choose(now)
        if request is not None:
            self._failed, self._in_flight = None, request
            self._pace.asked(now)
        return request

    def _choose(self, now: float) -> RecognitionRequest | None:
        policy = self._policy
        if self._heard_all:
            return None
        if self.uncommitted_seconds > policy.force_commit_after + _ROUNDING:
            return self._request(RequestKind.PARTIAL, policy.window_cap)
        if self._ended:
            return self._request(RequestKind.FINAL, policy.force_commit_after)
        if self._silence >= policy.speculative_silence:
            return self._request(RequestKind.SPECULATIVE, policy.force_commit_after)
        if self._partial_is_due(now):
            return self._request(RequestKind.PARTIAL, policy.window_cap)
        return None

    def _partial_is_due(self, now: float) -> bool:
        unread = max(self._read_until, self._window.start)
        if self.uncommitted_seconds >= self._policy.window_cap:
            return not self._window_is_read
        new_speech = self._voiced.seconds(unread, self._captured)
        return new_speech >= self._policy.min_new_speech and self._pace.allows(now)

    def _request(self, kind: RequestKind, longest: float) -> RecognitionRequest:
        start = self._window.start
        end = min(self._captured, start + longest)
        number, self._requests = self._requests, self._requests + 1
        return RecognitionRequest(
            number=number,
            kind=kind,
            window_start=start,
            window_end=end,
            previous_text=self._tail.context(len(self._window.overlap)),
            beam_size=self._policy.partial_beam if kind is RequestKind.PARTIAL else self._policy.final_beam,
        )

    # State of the audio

    @property
    def _silence(self) -> float:
        last_end = self._voiced.last_end
        return round(self._captured - last_end, _DIGITS) if last_end is not None else 0.0

    @property
    def _heard_all(self) -> bool:
        """Whether the last answer knew all speech so far, with enough silence after it."""
        last_end = self._voiced.last_end
        if last_end is None or last_end <= self._window.start:
            return True
        return self._read_until >= min(self._captured, last_end + self._policy.speculative_silence) - _ROUNDING

    @property
    def _window_is_read(self) -> bool:
        return self._read_until >= self._window.start + self._policy.window_cap - _ROUNDING

    @property
    def _overdue(self) -> bool:
        return self.uncommitted_seconds >= self._policy.force_commit_after

    # Words

    def _take(self, answer: Answer) -> Updates:
        """Commit what the answer allows, and show the rest."""
        request = answer.request
        full = request.seconds >= self._policy.window_cap - _ROUNDING
        force = self._overdue and full
        shown = self._tentative
        self._read_until = request.window_end
        words = self._new_words(answer)
        alike = 0 if answer.anomaly else agreed_length(self._previous, words)
        agreed = self._ending_before(request.window_end - self._policy.edge_guard, words[:alike])
        committed, rest = words[:agreed], words[agreed:]
        visible = None
        if request.kind is not RequestKind.PARTIAL:
            rest = keep_shown(self._not_in(committed, shown), rest)
        elif not words:
            rest, visible = shown, len(self._shown)
        else:
            visible = max(alike, self._ending_before(request.window_end - self._policy.show_guard, words)) - agreed
        self._previous = () if answer.anomaly else words[agreed:]
        updates = self._commit(committed, rest, CommitReason.AGREED, visible)
        return (*updates, *self._force()) if force else updates

    def _new_words(self, answer: Answer) -> tuple[Word, ...]:
        """The words of `answer` that were not committed before and that were really spoken."""
        words = without_loops(answer.words) if answer.anomaly else answer.words
        words = words[overlap_length(self._window.overlap, words) :]
        return tuple(word for word in words if self._was_spoken(word))

    def _was_spoken(self, word: Word) -> bool:
        tolerance = self._policy.speech_tolerance
        return self._voiced.seconds(word.start - tolerance, word.end + tolerance) > 0

    @staticmethod
    def _ending_before(limit: float, words: Sequence[Word]) -> int:
        """How many words end at `limit` at the latest, up to the first that does not."""
        return next((index for index, word in enumerate(words) if word.end > limit), len(words))

    @staticmethod
    def _not_in(committed: Sequence[Word], shown: Sequence[Word]) -> tuple[Word, ...]:
        return tuple(word for word in shown if not committed or word.start >= committed[-1].end)

    def _commit(
        self, words: tuple[Word, ...], tentative: tuple[Word, ...], reason: CommitReason, visible: int | None = None
    ) -> Updates:
        """Append `words` to the committed ones and show the first `visible` of `tentative` after them, or all."""
        before, self._shown = self._shown, tentative[:visible]
        self._tentative = tentative
        if not words:
            return () if same_text(self._shown, before) else (TextUpdate((), self._shown),)
        self._tail.add(words)
        self._move_window(self._window.start)
        return (TextUpdate(words, self._shown, reason),)

    def _force(self) -> Updates:
        """Commit all but the words at the edge, and let the window go on."""
        edge = self._captured if self._heard_all else self._read_until - self._policy.edge_guard
        floor = self._read_until - self._policy.max_carry
        words = self._tentative
        count = next((i for i, word in enumerate(words) if word.end > edge and word.start >= floor), len(words))
        self._previous = self._previous[count:] if same_text(self._previous, words) else ()
        visible = max(0, len(self._shown) - count)
        updates = self._commit(words[:count], words[count:], CommitReason.FORCED, visible)
        self._move_window(floor)
        return updates

    def _finish(self) -> Updates:
        self._done = True
        words, self._tentative, self._shown = self._tentative, (), ()
        self._tail.add(words)
        return (TextUpdate(words, (), CommitReason.FINAL, final=True),)

    # Progress

    def _settle(self) -> Updates:
        """What follows from the present state without asking the recogniser."""
        if self._in_flight is not None or self._failed is not None or self._done:
            return ()
        self._voiced.forget_before(self._window.start - self._policy.lead_in)
        updates: Updates = ()
        if not (self._ended and self._heard_all):
            if self._overdue and (self._window_is_read or self._heard_all):
                updates = self._force()
            if not self._tentative:
                self._skip_silence()
        if self._ended and self._heard_all:  # perhaps only now that the window has moved
            updates += self._finish()
        return updates

    def _move_window(self, floor: float) -> None:
        unread = self._tentative[0].start if self._tentative else self._captured
        hangover = self._policy.vad_hangover
        after_pause = window_after_pause(self._window, self._tail.end, unread, self._voiced, self._policy, hangover)
        if after_pause is not None and after_pause.start >= floor:
            self._window = after_pause
        else:
            self._window = window_before_last_words(self._window, self._tail, self._policy, floor)

    def _skip_silence(self) -> None:
        settled = max(self._tail.end, self._read_until) if self._heard_all else self._tail.end
        # Before the first word is known, speech at the very beginning is not the end of another.
        hangover = self._policy.vad_hangover if self._heard_all or len(self._tail) else 0.0
        window = window_after_pause(self._window, settled, self._captured, self._voiced, self._policy, hangover)
        if window is not None:
            self._window, self._previous = window, ()
