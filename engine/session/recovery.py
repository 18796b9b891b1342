"""Dictations that an interruption left in their spools: recognised now and put into the library, never typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from engine.audio.events import CaptureEvent
from engine.audio.ring import Samples
from engine.audio.sources import Playback
from engine.audio.spool import Interrupted, SpoolReader, find_interrupted, remove_spool
from engine.errors import InputError, StorageError
from engine.library.library import Library
from engine.records import SAMPLE_RATE
from engine.session.ears import VoiceDetector
from engine.session.events import Notice, TextEvent, Trouble
from engine.session.options import Keeping, LiveRecogniser, SessionOptions
from engine.session.session import Session
from engine.session.target import Document

RECOVERED = "recovered"  # the app of such utterances
PIECE = 5 * SAMPLE_RATE  # samples read at a time


@dataclass(frozen=True)
class Recovered:
    """An interrupted recording of `seconds`, and the ids of the utterances it became: none if nobody spoke.

    `complete` is false where not everything could be recognised or kept; its spool stays then.
    """

    seconds: float
    utterances: tuple[str, ...]
    complete: bool


class Recovery:
    """Recovers the spools of a home into its library."""

    def __init__(
        self,
        library: Library,
        recogniser: LiveRecogniser,
        make_vad: Callable[[], VoiceDetector],
        options: SessionOptions,
        tell: Callable[[Notice], None],
    ) -> None:
        self._library = library
        self._recogniser = recogniser
        self._make_vad = make_vad
        self._options = options
        self._tell = tell

    def find(self) -> list[Interrupted]:
        """What there is to recover; what turns out to be in the library, or to be empty, is removed."""
        found = []
        for spool in find_interrupted(self._library.home.spool):
            if spool.problem:
                self._tell(Trouble(StorageError(spool.problem)))
            elif spool.seconds == 0 or self._is_kept(spool.metadata.get("utterance")):
                remove_spool(spool.path)
            else:
                found.append(spool)
        return found

    def recover(self, interrupted: Interrupted) -> Recovered:
        """Recognise and keep one of them.

        Raises:
            StorageError: its spool cannot be read or removed.
        """
        finals: list[TextEvent] = []
        troubles: list[Trouble] = []

        def show(event: TextEvent) -> None:
            if event.event == "final":
                finals.append(event)

        def tell(notice: Notice) -> None:
            if isinstance(notice, Trouble):
                troubles.append(notice)
                self._tell(notice)

        with closing(SpoolReader(interrupted.path)) as reader:
            self._play(reader, show, tell)
        complete = not troubles and all(final.saved for final in finals)
        if complete:
            remove_spool(interrupted.path)
        kept = tuple(final.utterance for final in finals if final.saved and final.utterance)
        return Recovered(interrupted.seconds, kept, complete)

    def _play(self, reader: SpoolReader, show: Callable[[TextEvent], None], tell: Callable[[Notice], None]) -> None:
        keeping = self._keeping(reader.metadata)
        with Session(self._recogniser, self._make_vad(), Document(), show, tell, keeping, self._options) as session:
            playback = Playback(read_all(reader), session, _ignore, session, speed=0)
            playback.start()
            playback.finished.wait()
            playback.stop()

    def _keeping(self, metadata: dict[str, Any]) -> Keeping:
        library = self._library
        overrides: dict[str, Any] = {"app": RECOVERED}
        when = metadata.get("created_at")
        if isinstance(when, int | float):
            overrides["created_at"] = datetime.fromtimestamp(when, UTC)
        session = metadata.get("session")
        session_id = session if isinstance(session, str) and session else library.ids.make()
        return Keeping(library.utterances.add, library.ids.make, library.home.spool, session_id, overrides)

    def _is_kept(self, identifier: object) -> bool:
        """Whether the program died after the utterance had been kept, and before its spool was removed."""
        if not isinstance(identifier, str):
            return False
        try:
            self._library.utterances.get(identifier)
        except InputError:
            return False
        return True


def read_all(spool: SpoolReader) -> Iterator[Samples]:
    """The audio of a spool in pieces; silence where there was a gap or it is damaged."""
    for start in range(spool.start, spool.stop, PIECE):
        yield spool.read(start, start + PIECE).samples


def _ignore(event: CaptureEvent) -> None:
    """A recovery has no level meter."""
