"""Recordings dictated as a user would dictate them, and corrected as a user would correct them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from engine.audio.events import Started
from engine.audio.sources import even_blocks
from engine.audio.vad import StreamingVad
from engine.demo.recordings import DemoRecording
from engine.learning.learn import learn
from engine.library.entities import NewUtterance
from engine.library.library import Library
from engine.session.events import Notice, Trouble
from engine.session.options import Keeping, LiveRecogniser, SessionOptions
from engine.session.session import Session
from engine.session.target import Document
from engine.speech.policy import StreamingPolicy

# The key is held down while a recording plays: no pause in it ends the utterance. Nobody looks at the text meanwhile.
HELD_DOWN = StreamingPolicy(endpoint_silence=30.0, min_interval=30.0)

STARTED = Started(0, 0)
Listener = Callable[[int, "Dictated"], None]


@dataclass(frozen=True)
class Dictated:
    """A recording with the utterance it became; "" and "" if nothing, or several pieces, came out."""

    recording: DemoRecording
    utterance: str = ""
    written: str = ""


@dataclass(frozen=True)
class Corrected:
    """How many utterances were wrong and put right, how many were accepted as they were, and the terms learnt."""

    corrected: int
    accepted: int
    terms: tuple[str, ...]


def dictate_all(
    library: Library, recogniser: LiveRecogniser, recordings: Sequence[DemoRecording], listen: Listener
) -> list[Dictated]:
    """Dictate each recording, keep it, and say in the library which are held out. `listen` hears of each.

    Raises:
        AttuneError: the model cannot be used, or the disk is full.
    """
    sittings = {one.session: library.utterances.start_session("demo") for one in recordings}
    done = []
    for number, recording in enumerate(recordings, 1):
        one = _dictate(library, recogniser, recording, sittings[recording.session])
        if one.utterance:
            library.database.write(partial(_set_split, one=one))
        done.append(one)
        listen(number, one)
    return done


def correct_all(library: Library, dictated: Sequence[Dictated]) -> Corrected:
    """Put right what was misheard, accept the rest, and let the corrections teach what they teach at once."""
    corrected = accepted = 0
    for one in dictated:
        if not one.utterance:
            continue
        if one.written == one.recording.text:
            library.utterances.accept(one.utterance)
            accepted += 1
        else:
            library.corrections.correct(one.utterance, one.recording.text, "misheard")
            corrected += 1
    return Corrected(corrected, accepted, tuple(learn(library).terms))


def _dictate(library: Library, recogniser: LiveRecogniser, recording: DemoRecording, sitting: str) -> Dictated:
    kept: list[NewUtterance] = []
    told: list[Notice] = []

    def keep(new: NewUtterance) -> str | None:
        identifier = library.utterances.add(new)
        kept.append(replace(new, id=identifier))
        return identifier

    keeping = Keeping(keep, library.ids.make, library.home.spool, sitting)
    options = SessionOptions(policy=HELD_DOWN, language="en")
    with Session(recogniser, StreamingVad(), Document(), lambda _: None, told.append, keeping, options) as session:
        session.hear(STARTED)
        position = 0
        for block in even_blocks([recording.samples()]):
            session.audio(position, block)
            position += len(block)
    for notice in told:
        if isinstance(notice, Trouble):
            raise notice.error
    if len(kept) != 1 or not kept[0].id:
        return Dictated(recording)
    return Dictated(recording, kept[0].id, kept[0].text)


def _set_split(connection: sqlite3.Connection, one: Dictated) -> None:
    connection.execute("UPDATE utterance SET split = ? WHERE id = ?", (one.recording.split, one.utterance))
