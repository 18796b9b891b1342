"""A dictation from the first sound to the last acknowledgement, and the threads it takes.

    source's thread     audio -> tape (spool) and inbox
    "dictation"         inbox -> voice detector -> policy -> requests; answers -> text
    "recogniser-client" requests -> child process -> answers
    "delivery"          text -> format -> insert -> library -> events

The first never waits for the others, so no sample is lost by their being slow.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime
from types import TracebackType

from engine.audio.events import CaptureEvent, CaughtUp, HeldUp, Started
from engine.audio.ring import Samples
from engine.errors import AttuneError, ChildError
from engine.library.ids import IdMaker
from engine.records import SAMPLE_RATE
from engine.session.delivery import Delivery
from engine.session.dictation import Dictation, Outlets
from engine.session.ears import Ears, VoiceDetector
from engine.session.events import Clock, Notice, TextEvent, Trouble
from engine.session.options import DEFAULTS, Keeping, LiveRecogniser, SessionOptions
from engine.session.tape import Take, Tape
from engine.session.target import Target
from engine.speech.messages import RecognitionRequest
from engine.speech.results import Recognised
from engine.speech.wire import LoadedModel


class Session:
    """Dictates into `target`. It is the sink (`audio`, `gap`), listener (`hear`) and pace of its source.

    Args:
        vad: judges the audio; it belongs to this session.
        keeping: where utterances are kept; None keeps nothing, on disk or in memory, beyond what is needed.
        show: called with each event, in order, on the session's delivery thread.
        tell: called with what the source and the session have to report, on any thread.
    """

    def __init__(
        self,
        recogniser: LiveRecogniser,
        vad: VoiceDetector,
        target: Target,
        show: Callable[[TextEvent], None],
        tell: Callable[[Notice], None],
        keeping: Keeping | None = None,
        options: SessionOptions = DEFAULTS,
    ) -> None:
        self._tell = tell
        self._keeping = keeping
        self._clock = Clock()
        self._tape = Tape(keeping.spool if keeping else None, tell)
        self._new_id = keeping.new_id if keeping else IdMaker().make
        self._delivery = Delivery(options, target, keeping, self._clock, show, tell, recogniser)
        outlets = Outlets(self._new_take, self._expect, self._delivery.partial, self._delivery.finish, self._report)
        self._dictation = Dictation(recogniser, Ears(vad, options.policy), options, outlets)
        self._started = False
        self._inbox: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._waiting = 0
        self._quiet = threading.Condition()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="dictation", daemon=True)
        self._thread.start()
        recogniser.preload().add_done_callback(self._note_model)

    # From the source

    def audio(self, position: int, block: Samples) -> None:
        """The next samples of the recording, float32 mono at 16 kHz."""
        self._clock.note(position, block)
        self._tape.audio(position, block)
        self._put(lambda: self._dictation.on_audio(position, block))

    def gap(self, position: int, samples: int) -> None:
        """From `position` on, `samples` samples were never captured."""
        self._tape.gap(position, samples)
        self._put(lambda: self._dictation.on_gap(position, samples))

    def hear(self, event: CaptureEvent) -> None:
        """What the source reports."""
        if isinstance(event, Started) and not self._started:
            self._started = True
            self._delivery.start()
        # No utterance is cut here: what waited follows what was heard without a break, and a word may just begin.
        if isinstance(event, HeldUp):
            self._delivery.hold_back()
        if isinstance(event, CaughtUp):
            self._delivery.hold_back(event.position)
        self._tell(event)

    def wait_until_quiet(self, timeout: float) -> bool:
        """Wait until all audio so far was judged and nothing is being recognised; False if it took too long."""
        with self._quiet:
            return self._quiet.wait_for(self._is_quiet, timeout)

    @property
    def backlog_seconds(self) -> float:
        """Length of the audio that was given and may still be needed."""
        return (self._tape.end - self._dictation.needed_from) / SAMPLE_RATE if self._started else 0.0

    # From the user

    def release(self) -> None:
        """What was said so far is an utterance; audio may go on coming."""
        self._put(self._dictation.on_release)

    def cancel(self) -> None:
        """Throw away, sound and all, what was said and is not recognised to its end yet."""
        self._put(self._dictation.on_cancel)

    def stop(self) -> None:
        """Finish: returns when everything that was given is recognised, delivered and kept.

        Raises:
            BaseException: a defect, in the session or in what it calls.
        """
        self.release()
        with self._quiet:
            self._quiet.wait_for(lambda: self._waiting == 0 and (self._dictation.done or self._error is not None))
        self._inbox.put(None)
        self._thread.join()
        self._delivery.close()
        if self._error is not None:
            raise self._error

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._thread.is_alive():
            with suppress(Exception if error else ()):  # type: ignore[arg-type]
                self.stop()

    # Inside

    def _put(self, job: Callable[[], None]) -> None:
        with self._quiet:
            self._waiting += 1
        self._inbox.put(job)

    def _is_quiet(self) -> bool:
        return self._waiting == 0 and not self._dictation.in_flight

    def _run(self) -> None:
        while (job := self._inbox.get()) is not None:
            try:
                if self._error is None:  # after a defect the audio still goes to the spool
                    job()
                    self._tape.forget_before(self._dictation.needed_from, self._dictation.judged)
            except BaseException as error:  # `stop` raises it
                self._error = error
            with self._quiet:
                self._waiting -= 1
                self._quiet.notify_all()

    def _expect(self, request: RecognitionRequest, answer: Future[Recognised]) -> None:
        answer.add_done_callback(lambda done: self._put(lambda: self._dictation.on_answer(request, done)))

    def _new_take(self, origin: int) -> tuple[str, Take]:
        identifier = self._new_id()
        about = {"utterance": identifier, "created_at": datetime.now(UTC).timestamp()}
        if self._keeping is not None:
            about["session"] = self._keeping.session_id
        return identifier, self._tape.cut(origin, about)

    def _report(self, error: AttuneError) -> None:
        self._tell(Trouble(error, fatal=not isinstance(error, ChildError)))

    def _note_model(self, loaded: Future[LoadedModel]) -> None:
        error = loaded.exception()
        if error is None:
            self._delivery.model = loaded.result().name
        elif isinstance(error, AttuneError):
            self._report(error)
