"""What was recognised goes out: shown, formatted, inserted, kept, acknowledged, in that order."""

from __future__ import annotations

import logging
import math
import queue
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from engine.errors import AttuneError, DeviceError, DiskFullError, SecretFieldError, StorageError
from engine.library.entities import NewUtterance
from engine.library.faults import FULL
from engine.models.card import WINDOW_SECONDS
from engine.records import SAMPLE_RATE, Word
from engine.session.dictation import Spoken, text_of
from engine.session.events import Clock, Kind, Notice, TextEvent, Trouble
from engine.session.options import Keeping, LiveRecogniser, SessionOptions
from engine.session.second_ear import SecondEar
from engine.session.target import Target, deliver
from engine.text.formatter import Formatter

log = logging.getLogger(__name__)

STALE = "What was said before this machine slept was not inserted."
STALE_REMEDY = "It is in the library: copy it from there."
STALE_UNKEPT = "It was not to be kept: say it again."
REMEDY = "Free some space; it is offered again at the next start."
UNHEARD_LANGUAGE = "en"
SHORTEST_LOOK = 0.3  # s of audio that are worth a second look


@dataclass(frozen=True)
class _Partial:
    utterance: str
    committed: str
    tentative: str


class Delivery:
    """A thread that takes results in order. A slow disk delays what comes after it, and nothing else.

    `show` and `tell` are called on that thread.
    """

    def __init__(
        self,
        options: SessionOptions,
        target: Target,
        keeping: Keeping | None,
        clock: Clock,
        show: Callable[[TextEvent], None],
        tell: Callable[[Notice], None],
        recogniser: LiveRecogniser,
    ) -> None:
        self.model = ""
        self._recogniser = recogniser
        self._options = options
        self._target = target
        self._keeping = keeping
        self._clock = clock
        self._show = show
        self._tell = tell
        self._formatters: dict[str, Formatter] = {}
        self._raw: list[str] = []
        self._inserted: list[str] = []
        self._queue: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._error: BaseException | None = None
        self._fresh_from = 0.0
        self._thread = threading.Thread(target=self._run, name="delivery", daemon=True)
        self._thread.start()

    def start(self) -> None:
        """Say that sound arrives."""
        self._queue.put(lambda: self._emit("start"))

    def partial(self, spoken: Spoken) -> None:
        """Show how far an utterance has come."""
        partial = _Partial(spoken.id, spoken.committed, text_of(spoken.tentative))
        self._queue.put(
            lambda: self._emit("partial", partial.committed, partial.tentative, utterance=partial.utterance)
        )

    def finish(self, spoken: Spoken) -> None:
        """An utterance is complete; nobody changes it any more."""
        self._queue.put(lambda: self._finish(spoken))

    def hold_back(self, position: float = math.inf) -> None:
        """Insert nothing more of what began before this sample: by now the user may be doing something else."""
        self._fresh_from = position

    def close(self) -> None:
        """Wait until all is out, and say that the dictation has ended.

        Raises:
            BaseException: what `show` or `tell` raised.
        """
        self._queue.put(lambda: self._emit("end", " ".join(self._raw), text="".join(self._inserted)))
        self._queue.put(None)
        self._thread.join()
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        while (job := self._queue.get()) is not None:
            try:
                job()
            except BaseException as error:  # the rest is still kept; whoever closes hears of it
                self._error = self._error or error

    def _finish(self, spoken: Spoken) -> None:
        heard = spoken.committed
        if not heard:
            # What was never read may hold speech: the next start tries again.
            self._settle(spoken.take.finish if spoken.unread else spoken.take.discard)
            return
        whole = bool(spoken.alternatives) and spoken.alternatives[0].text == heard
        spoken.alternatives = spoken.alternatives if whole else ()
        spoken.words = list(self._rewrite(spoken))
        raw = spoken.committed
        try:
            text = self._insert(raw, spoken.language or UNHEARD_LANGUAGE) if self._is_fresh(spoken) else ""
        except SecretFieldError as error:
            self._forget(spoken, error)
            return
        self._raw.append(heard)
        self._inserted.append(text)
        saved = self._keep(spoken, raw, text)
        self._emit("final", heard, utterance=spoken.id, text=text, saved=saved)

    def _rewrite(self, spoken: Spoken) -> Sequence[Word]:
        """The words as the user means them. A recogniser that fails now takes nothing away from what it has heard."""
        start = self._start_of(spoken)
        look = self._options.second_look
        if look is not None and SHORTEST_LOOK <= (spoken.end - start) / SAMPLE_RATE <= WINDOW_SECONDS:
            started = time.monotonic()
            ear = SecondEar(
                self._recogniser,
                lambda: spoken.take.read(start, spoken.end),
                self._options.alternatives,
                spoken.language,
            )
            try:
                return look(spoken.words, spoken.alternatives, ear)
            except AttuneError as error:
                log.debug("no second look: %s", type(error).__name__)
            finally:
                log.debug("looked again for %.3f s", time.monotonic() - started)
        return self._options.rewrite(spoken.words, spoken.alternatives)

    def _start_of(self, spoken: Spoken) -> int:
        """The sample at which the utterance's own recording begins: not long before the first voice."""
        if spoken.first_voice is None:
            return spoken.take.origin
        return max(spoken.take.origin, spoken.first_voice - round(self._options.lead_in * SAMPLE_RATE))

    def _insert(self, raw: str, language: str) -> str:
        try:
            return deliver(raw, self._formatter(language), self._target)
        except SecretFieldError:
            raise
        except AttuneError as error:
            self._tell(Trouble(error))
            return ""

    def _is_fresh(self, spoken: Spoken) -> bool:
        began = spoken.take.origin if spoken.first_voice is None else spoken.first_voice
        if began >= self._fresh_from:
            return True
        self._tell(Trouble(DeviceError(STALE, STALE_REMEDY if self._keeping is not None else STALE_UNKEPT)))
        return False

    def _forget(self, spoken: Spoken, error: SecretFieldError) -> None:
        """Nothing of it is kept, neither text nor sound, and it is shown no longer."""
        self._tell(Trouble(error))
        self._settle(spoken.take.discard)
        self._emit("final", "", utterance=spoken.id, text="", saved=False)

    def _formatter(self, language: str) -> Formatter:
        if language not in self._formatters:
            self._formatters[language] = Formatter(language, self._options.rules, self._options.snippets)
        return self._formatters[language]

    def _settle(self, end: Callable[[], None]) -> None:
        try:
            end()
        except StorageError as error:
            self._tell(Trouble(error))

    def _keep(self, spoken: Spoken, raw: str, text: str) -> bool:
        """Keep the utterance; its spool goes only when its row is on the disk."""
        if self._keeping is None:
            return False
        started = time.monotonic()
        try:
            kept = self._store(self._new_utterance(spoken, raw, text, self._keeping), self._keeping)
        except Exception as error:  # whatever it is, the text is out and the user is told that it is not kept
            self._note_not_kept(error)
            with suppress(StorageError):
                spoken.take.finish()  # what cannot be kept now is offered at the next start
            return False
        log.debug("kept in %.3f s", time.monotonic() - started)
        self._settle(spoken.take.discard)
        return kept is not None

    def _store(self, new: NewUtterance, keeping: Keeping) -> str | None:
        """Keep it; on a full disk in the room that was set aside for that."""
        try:
            return keeping.keep(new)
        except DiskFullError:
            if not keeping.free_reserve():
                raise
            self._tell(Trouble(DiskFullError("The disk is full. What you say now goes into the last reserve.", FULL)))
            return keeping.keep(new)

    def _note_not_kept(self, error: Exception) -> None:
        if isinstance(error, AttuneError):
            self._tell(Trouble(error))
        elif isinstance(error, OSError):
            self._tell(Trouble(StorageError(f"The disk refused what you said: {error.strerror}.", REMEDY)))
        else:
            self._error = self._error or error

    def _new_utterance(self, spoken: Spoken, raw: str, text: str, keeping: Keeping) -> NewUtterance:
        start = self._start_of(spoken)
        samples = spoken.take.read(start, spoken.end)
        new = NewUtterance(
            text=text.strip() or raw,
            raw_text=raw,
            session_id=keeping.session_id,
            samples=samples,
            language=spoken.language or UNHEARD_LANGUAGE,
            app=self._target.app,
            model=self.model,
            words=tuple(_since(word, start / SAMPLE_RATE) for word in spoken.words),
            hypotheses=spoken.alternatives,
            id=spoken.id,
            created_at=datetime.now(UTC),
        )
        return replace(new, **keeping.overrides)

    def _emit(
        self,
        event: Kind,
        committed: str = "",
        tentative: str = "",
        utterance: str | None = None,
        text: str | None = None,
        saved: bool | None = None,
    ) -> None:
        t, audio_t = self._clock.read()
        self._show(TextEvent(event, t, audio_t, committed, tentative, utterance, text, saved))


def _since(word: Word, seconds: float) -> Word:
    start = max(0.0, word.start - seconds)
    return Word(word.text, round(start, 3), round(max(start, word.end - seconds), 3), word.probability)
