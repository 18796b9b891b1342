"""Dictation with every part real but the model and the voice detector, faster than the clock."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from readable_speech import LevelVad, ReadingRecogniser, feed, sound, wait_for
from scripted_recogniser import speech

from engine.audio.events import CaughtUp, HeldUp, Started
from engine.audio.flac import read_flac
from engine.audio.spool import find_interrupted
from engine.errors import ChildError, DiskFullError, ModelError, SecretFieldError, StorageError
from engine.library.library import Library
from engine.paths import Home
from engine.records import SAMPLE_RATE, Word
from engine.session.events import Notice, TextEvent, Trouble
from engine.session.options import DEFAULTS, Keeping, SessionOptions
from engine.session.recovery import RECOVERED, Recovery
from engine.session.session import Session
from engine.session.target import Document

SCRIPT = speech(1.0, "we all go home", 1.5, "it is late", 1.5, "good night")
SECONDS = 8.0


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def library(home: Home):
    with Library(home) as library:
        yield library


@dataclass
class Stage:
    """A session, with all that it shows and tells."""

    library: Library | None
    recogniser: ReadingRecogniser = field(default_factory=lambda: ReadingRecogniser(SCRIPT))
    keep: object = None
    free_reserve: Callable[[], bool] = lambda: False
    shown: list[TextEvent] = field(default_factory=list)
    told: list[Notice] = field(default_factory=list)
    document: Document = field(default_factory=Document)

    def open(self) -> Session:
        keeping = None
        if self.library is not None:
            keep = self.keep or self.library.utterances.add
            spool = self.library.home.spool
            keeping = Keeping(keep, self.library.ids.make, spool, "session", free_reserve=self.free_reserve)
        session = Session(self.recogniser, LevelVad(), self.document, self.shown.append, self.told.append, keeping)
        session.hear(Started(0, 0))
        return session

    def dictate(self, samples: np.ndarray, lockstep: bool = True) -> None:
        with self.open() as session:
            feed(session, samples, lockstep=lockstep)

    def events(self, kind: str) -> list[TextEvent]:
        return [event for event in self.shown if event.event == kind]

    def recover(self) -> list:
        recovery = Recovery(self.library, ReadingRecogniser(SCRIPT), LevelVad, DEFAULTS, self.told.append)
        return [recovery.recover(interrupted) for interrupted in recovery.find()]


def spools(home: Home) -> list[Path]:
    return sorted(home.spool.iterdir()) if home.spool.is_dir() else []


def test_a_dictation_is_a_sequence_of_acknowledged_utterances(home, library):
    stage = Stage(library)
    samples = sound(SCRIPT, SECONDS)
    stage.dictate(samples)

    assert [event.event for event in stage.shown][:: len(stage.shown) - 1] == ["start", "end"]
    finals = stage.events("final")
    assert [final.committed for final in finals] == ["we all go home", "it is late", "good night"]
    assert [final.text for final in finals] == ["We all go home", " it is late", " good night"]
    assert stage.events("end")[0].committed == "we all go home it is late good night"
    assert all(final.saved for final in finals)
    assert spools(home) == []
    for final, first, last in zip(finals, (0, 4, 7), (3, 6, 8), strict=True):
        details = library.utterances.details(final.utterance)
        assert (details.utterance.raw_text, details.utterance.model) == (final.committed, "reader")
        kept = read_flac(library.recordings.absolute(details.utterance.audio))
        words = stage.recogniser.read(kept)
        assert [word.text for word in words] == [word.text for word in SCRIPT[first : last + 1]]
        for stored, heard in zip(details.words, words, strict=True):
            assert stored.start == pytest.approx(heard.start, abs=1e-3), "times are those of the kept recording"


def test_committed_text_only_grows(library):
    stage = Stage(library)
    stage.dictate(sound(SCRIPT, SECONDS))
    shown: dict[str, str] = {}
    for event in stage.events("partial") + stage.events("final"):
        assert event.committed.startswith(shown.get(event.utterance, ""))
        shown[event.utterance] = event.committed
    assert any(event.committed for event in stage.events("partial")), "not only finals commit"
    assert any(event.tentative for event in stage.events("partial"))


def test_the_final_event_comes_after_the_row_is_kept(library):
    stage = Stage(library)
    kept: list[bool] = []

    def show(event: TextEvent) -> None:
        if event.event == "final":
            audio = library.utterances.get(event.utterance).audio
            kept.append(library.recordings.absolute(audio).is_file())

    stage.shown = type("Shown", (list,), {"append": lambda self, event: show(event)})()
    stage.dictate(sound(SCRIPT, SECONDS))
    assert kept == [True, True, True]


def test_where_keeping_fails_the_text_is_delivered_and_offered_at_the_next_start(home, library):
    def full(new: object) -> str:
        raise StorageError("The disk is full.", "Free some space.")

    stage = Stage(library, keep=full)
    stage.dictate(sound(SCRIPT, SECONDS))
    assert [final.saved for final in stage.events("final")] == [False, False, False]
    assert stage.document.text == "We all go home it is late good night"
    assert {type(notice.error) for notice in stage.told if isinstance(notice, Trouble)} == {StorageError}
    assert library.utterances.page() == []

    again = Stage(library)
    recovered = again.recover()
    assert [len(one.utterances) for one in recovered] == [1, 1, 1]
    rows = library.utterances.page()[::-1]
    assert [row.raw_text for row in rows] == ["we all go home", "it is late", "good night"]
    assert {(row.app, row.status, row.session_id) for row in rows} == {(RECOVERED, "dictated", "session")}
    assert again.document.text == "", "what is recovered is never typed"
    assert spools(home) == []


def test_on_a_full_disk_the_reserve_takes_what_was_said_and_the_user_is_told(library):
    room = iter([True])
    full = [DiskFullError("The disk is full.")]

    def keep(new: object) -> str:
        if full:
            raise full.pop()
        return library.utterances.add(new)

    stage = Stage(library, keep=keep, free_reserve=lambda: next(room, False))
    stage.dictate(sound(SCRIPT, SECONDS))
    assert [final.saved for final in stage.events("final")] == [True, True, True]
    told = [str(notice.error) for notice in stage.told if isinstance(notice, Trouble)]
    assert len(told) == 1
    assert "last reserve" in told[0]


def test_where_the_recogniser_gives_up_the_sound_is_kept(home, library):
    def broken(number: int, work: object) -> None:
        raise ModelError("The model failed.")

    stage = Stage(library, ReadingRecogniser(SCRIPT, broken))
    stage.dictate(sound(SCRIPT, SECONDS))
    assert stage.events("final") == []
    assert any(isinstance(notice, Trouble) and notice.fatal for notice in stage.told)
    texts = [row for one in Stage(library).recover() for row in one.utterances]
    assert " ".join(library.utterances.get(row).raw_text for row in texts) == "we all go home it is late good night"


def test_one_failed_utterance_does_not_end_the_dictation(library):
    def fails_once(number: int, work: object) -> None:
        if number == 0:
            raise ChildError("The recogniser stopped 3 times in a row.")

    stage = Stage(library, ReadingRecogniser(SCRIPT, fails_once))
    stage.dictate(sound(SCRIPT, SECONDS))
    assert stage.events("final")[-1].committed == "good night"
    assert not any(notice.fatal for notice in stage.told if isinstance(notice, Trouble))


def test_no_word_is_lost_when_the_recogniser_is_slow_and_the_speaker_makes_no_pause(library, monkeypatch):
    monkeypatch.setattr("engine.session.tape.MEMORY", 5 * SAMPLE_RATE)  # older audio comes from the spool
    words = [f"w{number}" for number in range(200)]
    script = speech(0.5, " ".join(words), 1.0)  # 70 s
    stage = Stage(library, ReadingRecogniser(script))
    stage.dictate(sound(script, 72.0), lockstep=False)
    assert stage.events("end")[0].committed.split() == words
    assert len(stage.recogniser.works) < 40, "all of it came at once; windows were as long as they may be"
    assert max(work.seconds for work in stage.recogniser.works) <= 12.0


def test_a_long_utterance_ends_at_its_next_short_pause(library):
    script = speech(0.5, *["one two three four five six", 0.3] * 20)  # pauses of 0.35 s, 49 s
    stage = Stage(library, ReadingRecogniser(script))
    stage.dictate(sound(script, 50.0))
    assert len(stage.events("final")) == 2
    assert stage.events("end")[0].committed.split() == [word.text for word in script]
    assert max(row.duration for row in library.utterances.page()) < 30


def test_a_gap_ends_what_was_said_and_what_follows_is_heard(library):
    script = speech(0.5, "before the gap", 3.0, "after the gap")
    samples = sound(script, 6.5)
    stage = Stage(library, ReadingRecogniser(script))
    with stage.open() as session:
        cut = round(1.6 * SAMPLE_RATE)
        feed(session, samples[:cut])
        session.gap(cut, 2 * SAMPLE_RATE)
        feed(session, samples[cut + 2 * SAMPLE_RATE :], start=cut + 2 * SAMPLE_RATE)
    assert [final.committed for final in stage.events("final")] == ["before the gap", "after the gap"]


def test_nothing_is_emitted_or_kept_where_nobody_speaks(home, library):
    stage = Stage(library)
    stage.dictate(np.zeros(70 * SAMPLE_RATE, np.float32))
    assert [event.event for event in stage.shown] == ["start", "end"]
    assert stage.recogniser.works == []
    assert library.utterances.page() == []
    assert spools(home) == []


def test_a_long_wait_for_speech_does_not_fill_the_disk(home, library):
    stage = Stage(library)
    with stage.open() as session:
        feed(session, np.zeros(100 * SAMPLE_RATE, np.float32))

        def is_small() -> bool:  # what is not needed any more is dropped by a thread of its own
            files = [file for file in home.spool.iterdir() if file.exists()]
            return len(files) <= 2 and sum(file.stat().st_size for file in files) < 40 * 2 * SAMPLE_RATE

        wait_for(is_small)


def test_without_keeping_nothing_reaches_the_disk(home):
    stage = Stage(None)
    stage.dictate(sound(SCRIPT, SECONDS))
    assert [final.committed for final in stage.events("final")] == ["we all go home", "it is late", "good night"]
    assert {final.saved for final in stage.events("final")} == {False}
    assert list(home.base.iterdir()) == []


@pytest.mark.parametrize("silence", [0.6, 0.61, 0.62, 0.63, 0.64, 31.0])
def test_without_keeping_the_beginning_of_the_next_utterance_is_still_in_memory(silence):
    said, breath = ["one two three", "four five six", "seven eight nine"], 0.6
    script = speech(1.0, said[0], breath + silence, said[1], breath + silence, said[2])
    samples = sound(script, script[-1].end + 2.0)
    for word in (script[2], script[5]):  # audible, but no word
        samples[round(word.end * SAMPLE_RATE) :][: round(breath * SAMPLE_RATE)] = 100 / 32768
    stage = Stage(None, ReadingRecogniser(script))
    stage.dictate(samples)
    assert [final.committed for final in stage.events("final")] == said
    assert all(work.seconds for work in stage.recogniser.works)


def test_a_release_ends_the_utterance_and_the_dictation_goes_on(library):
    stage = Stage(library)
    with stage.open() as session:
        end = feed(session, sound(SCRIPT, 2.5))  # "we all go home" ends at 2.4
        session.release()
        assert session.wait_until_quiet(10)
        feed(session, sound(SCRIPT, SECONDS)[end:], start=end + 4 * SAMPLE_RATE)
    assert [final.committed for final in stage.events("final")] == ["we all go home", "it is late", "good night"]


def test_a_spool_whose_utterance_is_kept_already_is_removed(home, library):
    """As when the program dies between the commit and the removal."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("engine.audio.spool.remove_spool", lambda path: None)
        Stage(library).dictate(sound(SCRIPT, SECONDS))
    assert len(find_interrupted(home.spool)) >= 3

    Stage(library).recover()
    assert len(library.utterances.page()) == 3
    assert spools(home) == []


def test_scratch_that_takes_the_last_utterance_back(library):
    script = speech(1.0, "we all go home", 1.5, "scratch that", 1.5, "good night")
    stage = Stage(library, ReadingRecogniser(script))
    stage.dictate(sound(script, 8.0))
    assert stage.document.text == "Good night"
    assert len(library.utterances.page()) == 3


def test_the_log_tells_figures_and_reasons_and_not_a_word(library, caplog):
    script = speech(1.0, "xylophone zeppelin quagmire", 1.5, "jabberwocky")
    with caplog.at_level(logging.DEBUG, logger="engine"):
        Stage(library, ReadingRecogniser(script)).dictate(sound(script, 5.0))
    assert "call 0 partial" in caplog.text
    assert "final" in caplog.text
    assert not any(word.text in caplog.text.lower() for word in script)


def test_a_second_look_hears_the_utterance_again_and_its_failure_loses_nothing(library):
    stage, asked = Stage(library), []

    def look(words, hypotheses, ear):
        heard = ear.hear(("home",))
        asked.append([one.text for one in heard])
        if len(asked) == 2:
            raise ChildError("gone")
        return [Word(word.text.upper(), word.start, word.end, word.probability) for word in words]

    options = SessionOptions(second_look=look)
    keeping = Keeping(library.utterances.add, library.ids.make, library.home.spool, "session")
    session = Session(
        stage.recogniser, LevelVad(), stage.document, stage.shown.append, stage.told.append, keeping, options
    )
    with session:
        session.hear(Started(0, 0))
        feed(session, sound(SCRIPT, SECONDS))

    assert [event.text.strip() for event in stage.events("final")] == ["WE ALL GO HOME", "it is late", "GOOD NIGHT"]
    assert [heard[0] for heard in asked] == ["we all go home", "it is late", "good night"]
    assert {u.text for u in library.utterances.page()} == {"WE ALL GO HOME", "it is late", "GOOD NIGHT"}


class SecretDocument(Document):
    """Its second utterance falls into a password field."""

    def insert(self, text: str) -> None:
        if "late" in text:
            raise SecretFieldError("This is a password field.")
        super().insert(text)


def test_what_is_dictated_into_a_password_field_is_forgotten(home, library):
    stage = Stage(library, document=SecretDocument())
    stage.dictate(sound(SCRIPT, SECONDS))

    assert [(final.committed, final.saved) for final in stage.events("final")] == [
        ("we all go home", True),
        ("", False),
        ("good night", True),
    ]
    assert "late" not in stage.events("end")[0].committed
    assert any(isinstance(notice, Trouble) and isinstance(notice.error, SecretFieldError) for notice in stage.told)
    assert library.search("late") == []
    assert spools(home) == []
    assert stage.recover() == []


@pytest.mark.parametrize("slept_at", [4.22, 4.02], ids=["within a sentence", "as a word begins"])
def test_what_was_said_before_a_sleep_is_kept_and_not_inserted(home, library, slept_at):
    stage = Stage(library)
    samples = sound(SCRIPT, SECONDS)
    middle, woke = round(slept_at * SAMPLE_RATE), round(5.5 * SAMPLE_RATE)
    with stage.open() as session:
        feed(session, samples[:middle])
        session.hear(HeldUp(30.0))
        feed(session, samples[middle:woke], start=middle)
        session.hear(CaughtUp(woke))
        feed(session, samples[woke:], start=woke)
    finals = stage.events("final")
    assert [event.committed for event in finals] == ["we all go home", "it is late", "good night"]
    assert [event.text.strip().lower() for event in finals] == ["we all go home", "", "good night"]
    assert all(event.saved for event in finals)
    troubles = [notice.error.what for notice in stage.told if isinstance(notice, Trouble)]
    assert len(troubles) == 1
    assert "slept" in troubles[0]
