import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from library_samples import SENTENCES, dictate, home_in, opened, sound

from engine.audio.flac import read_flac
from engine.errors import AudioFileError, InputError, StorageError
from engine.library.entities import NewUtterance, moment_of, stamp
from engine.library.library import Library
from engine.library.retention import Retention
from engine.library.utterances import Filter
from engine.paths import Home
from engine.records import Hypothesis, Word


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path) as library:
        yield library


def test_an_added_utterance_is_there_whole(library):
    session = library.utterances.start_session("Microphone 1")
    words = (Word("sent", 0.1, 0.4, 0.9), Word("it", 0.5, 0.6, 0.5))
    hypotheses = (Hypothesis("send it", -0.3, (5, 6)), Hypothesis("cent it", -0.9))
    identifier = library.utterances.add(
        NewUtterance(
            "Sent it.",
            session,
            sound(1.5),
            raw_text="sent it",
            app="editor",
            model="tiny",
            words=words,
            hypotheses=hypotheses,
        )
    )

    details = library.utterances.details(identifier)
    found = details.utterance
    assert (found.text, found.raw_text, found.delivered_text) == ("Sent it.", "sent it", "Sent it.")
    assert (found.status, found.split, found.source, found.app, found.model) == (
        "dictated",
        None,
        None,
        "editor",
        "tiny",
    )
    assert found.duration == 1.5
    assert details.words == words
    assert details.hypotheses == hypotheses
    file = library.recordings.absolute(found.audio)
    np.testing.assert_allclose(read_flac(file), sound(1.5), atol=1 / 32768)
    assert library.recordings.fault(found.audio, found.audio_sha256) is None
    assert library.recordings.title(found.audio) == "Sent it."


def test_everything_is_private(library):
    dictate(library)

    for path in library.home.library.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_pages_follow_each_other_newest_first_without_gap_or_repetition(library):
    made = [dictate(library, f"sentence number {n} of many", seconds=0.4, seed=n) for n in range(7)]

    first = library.utterances.page(3)
    second = library.utterances.page(3, before=first[-1].id)
    third = library.utterances.page(3, before=second[-1].id)
    assert [row.id for row in first + second + third] == made[::-1]
    assert library.utterances.page(None) == first + second + third


def test_a_list_can_be_narrowed(library):
    one, two = dictate(library), dictate(library, SENTENCES[1], seed=1)
    library.utterances.mark_later(one)
    library.utterances.reject(two)

    assert [u.id for u in library.utterances.page(only=Filter(later=True))] == [one]
    assert [u.id for u in library.utterances.page(only=Filter(status="rejected"))] == [two]
    assert library.utterances.page(only=Filter(split="train")) == []


def test_accepted_utterances_become_pairs_and_lose_the_mark(library):
    identifier = dictate(library)
    library.utterances.mark_later(identifier)
    library.utterances.accept(identifier)

    found = library.utterances.get(identifier)
    assert (found.status, found.source, found.split, found.later) == ("accepted", "accepted", "train", False)
    library.utterances.reject(identifier)
    found = library.utterances.get(identifier)
    assert (found.source, found.split) == (None, "train")  # the split stays: it was assigned once


def test_a_corrected_utterance_cannot_be_accepted_as_it_was(library):
    identifier = dictate(library)
    library.corrections.correct(identifier, "please send the report to Hannah")

    with pytest.raises(InputError, match="has been corrected"):
        library.utterances.accept(identifier)


def test_the_gold_set_only_tests(library):
    gold, used = dictate(library), dictate(library, SENTENCES[1], seed=1)
    library.utterances.set_gold(gold)
    library.utterances.accept(gold)
    library.utterances.accept(used)

    assert library.utterances.get(gold).split == "test"
    assert library.utterances.get(used).split == "train"
    with pytest.raises(InputError, match="train data already"):
        library.utterances.set_gold(used)
    library.utterances.set_gold(gold, False)
    assert not library.utterances.get(gold).gold


def test_a_text_that_does_not_fit_the_sound_is_quarantined(library):
    identifier = dictate(library)
    library.utterances.accept(identifier)
    library.utterances.set_alignment_score(identifier, -7.0)

    assert "does not fit the sound" in library.utterances.get(identifier).quarantine


def test_prefixes_name_an_utterance_when_only_one_begins_so(library):
    one, two = dictate(library), dictate(library, seed=1)

    assert library.utterances.resolve(one.upper()) == one
    with pytest.raises(InputError, match="Several"):
        library.utterances.resolve(one[:2])
    for nothing in ("zz", "", "%", "'"):
        with pytest.raises(InputError, match="no utterance"):
            library.utterances.resolve(nothing)
    assert one != two
    with pytest.raises(InputError, match="no utterance"):
        library.utterances.get("absent")


def test_an_excluded_application_leaves_no_trace(tmp_path):
    with opened(tmp_path, retention=Retention(excluded_apps=frozenset({"bank"}))) as library:
        assert library.utterances.add(NewUtterance("secret", "s", sound(), app="bank")) is None
        assert dictate(library, app="editor")
        assert len(list(library.recordings.paths())) == 1


def test_text_without_sound_can_be_kept(library):
    identifier = library.utterances.add(NewUtterance("only text", "s", duration=1.0))

    found = library.utterances.get(identifier)
    assert (found.audio, found.duration) == (None, 1.0)
    library.utterances.accept(identifier)
    assert library.utterances.get(identifier).quarantine == "the recording is not kept"


def test_when_the_row_cannot_be_saved_the_recording_goes_too(library, monkeypatch):
    def full(function):
        raise StorageError("The disk is full.")

    monkeypatch.setattr(library.database, "write", full)
    with pytest.raises(StorageError):
        dictate(library)
    assert list(library.recordings.paths()) == []


def test_a_batch_is_kept_whole_or_not_at_all(library):
    damaged = NewUtterance("damaged", "s", np.zeros(0, np.float32))

    with pytest.raises(AudioFileError):
        library.utterances.add_all([NewUtterance("good", "s", sound()), damaged])
    assert library.utterances.page() == []
    assert list(library.recordings.paths()) == []


def test_a_given_id_is_kept_unless_taken_impossible_or_far_ahead(library):
    usable = library.ids.make()

    assert dictate(library, id=usable) == usable
    for other in (usable, "../../evil", "7" + "z" * 25):
        assert dictate(library, id=other, seed=1) != other
    assert dictate(library, seed=2) < "7"


def test_order_outlives_a_restart(tmp_path):
    with opened(tmp_path) as library:
        one = dictate(library)
    with opened(tmp_path) as library:
        assert dictate(library, seed=1) > one


def test_moments_are_read_and_written_in_utc():
    moment = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)

    assert stamp(moment) == "2026-01-31T12:00:00.000Z"
    assert moment_of("2026-01-31T13:00:00+01:00") == moment_of("2026-01-31 12:00:00") == moment
    for wrong in ("yesterday", "", "0001-01-01T00:00:00+14:00"):
        with pytest.raises(InputError, match="not a date"):
            moment_of(wrong)


def test_one_process_writes_at_a_time_and_others_may_read(tmp_path):
    with opened(tmp_path) as library:
        dictate(library)
        script = (
            "import sys; from pathlib import Path\n"
            "from engine.library.library import Library; from engine.paths import Home\n"
            "home = Home(Path(sys.argv[1]))\n"
            "print(len(Library(home, writable=False).utterances.page()))\n"
            "import engine.library.lock as lock; lock.HomeLock.__init__.__defaults__ = (0.1,)\n"
            "Library(home)\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, str(library.home.base)], capture_output=True, text=True, check=False
        )

    assert done.stdout.strip() == "1"
    assert "Another Attune is using this library" in done.stderr


def test_nothing_can_be_read_where_nothing_was_kept(tmp_path):
    with pytest.raises(StorageError, match="empty"):
        Library(home_in(tmp_path), writable=False)


def test_an_interrupted_first_start_is_finished_by_a_reader(tmp_path):
    home = home_in(tmp_path)
    home.library.mkdir(mode=0o700)
    sqlite3.connect(home.library / "library.db").execute("VACUUM").connection.close()

    with Library(home, writable=False) as library:
        assert library.utterances.page() == []


def test_sound_is_kept_as_long_as_was_asked(tmp_path):
    old = datetime.now(UTC) - timedelta(days=40)
    with opened(tmp_path, retention=Retention(audio_days=30)) as library:
        aged, fresh = dictate(library, created_at=old), dictate(library, SENTENCES[1], seed=1)
        gold = dictate(library, SENTENCES[2], created_at=old, gold=True, seed=2)
        library.utterances.accept(aged)
        library.tidy()

        assert library.utterances.get(aged).audio is None
        assert library.utterances.get(aged).text == SENTENCES[0]
        assert library.utterances.get(aged).quarantine == "the recording is not kept"
        assert library.utterances.get(fresh).audio
        assert library.utterances.get(gold).audio
        assert len(list(library.recordings.paths())) == 2


def test_a_home_elsewhere_is_not_touched(tmp_path):
    with opened(tmp_path):
        assert not (Home(tmp_path).library).exists()
