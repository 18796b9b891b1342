import pytest
from library_samples import SENTENCES, dictate, home_in, opened, sound

from engine.audio.flac import write_flac
from engine.library.faults import DamagedDatabaseError
from engine.library.library import Library
from engine.library.verify import verify


def test_a_whole_library_needs_nothing(tmp_path):
    with opened(tmp_path) as library:
        dictate(library)
        seen = []
        report = verify(library, lambda done, total: seen.append((done, total)))

    assert report.sound
    assert (report.utterances, report.recordings, report.repairs, seen) == (1, 1, [], [(1, 1)])


def test_lost_and_damaged_recordings_are_marked_kept_from_training_and_welcomed_back(tmp_path):
    with opened(tmp_path) as library:
        lost, damaged = dictate(library, status="read"), dictate(library, SENTENCES[1], seed=1, status="read")
        files = [library.recordings.absolute(library.utterances.get(i).audio) for i in (lost, damaged)]
        contents = [file.read_bytes() for file in files]
        files[0].unlink()
        files[1].write_bytes(contents[1][:-1] + b"\0")
        report = verify(library)

        assert not report.sound
        assert [line.split(":")[0] for line in report.damage] == [lost, damaged]
        found = [library.utterances.get(i) for i in (lost, damaged)]
        assert [u.audio_fault for u in found] == ["missing", "damaged"]
        assert [u.quarantine for u in found] == ["the recording is missing", "the recording is damaged"]

        for file, content in zip(files, contents, strict=True):
            file.write_bytes(content)
        report = verify(library)
        assert report.sound
        assert len(report.repairs) == 2
        assert library.utterances.get(lost).quarantine is None


def test_recordings_without_a_row_come_back_with_id_and_text(tmp_path):
    with opened(tmp_path) as library:
        identifier = dictate(library, "Grüße an Anna")
        library.database.write(lambda c: c.execute("DELETE FROM utterance"))
        month = next(iter((library.home.library / "audio").iterdir()))
        write_flac(month / "stranger.flac", sound(1.0), "by another name")
        (month / "unreadable.flac").write_bytes(b"no sound")
        (month / "cut-off.flac.part").write_bytes(b"half")
        report = verify(library)

        assert {u.text for u in library.utterances.page()} == {"Grüße an Anna", "by another name"}
        assert library.utterances.get(identifier).status == "dictated"
        assert len(report.repairs) == 4
        assert "counted the words again" in report.repairs
        assert [("unreadable" in line) for line in report.damage] == [True]
        assert not (month / "cut-off.flac.part").exists()
        assert verify(library).repairs == []


def test_a_copy_under_a_taken_id_gets_its_own(tmp_path):
    with opened(tmp_path) as library:
        identifier = dictate(library)
        original = library.recordings.absolute(library.utterances.get(identifier).audio)
        other = original.parent.parent / "1999-01"
        other.mkdir()
        (other / original.name).write_bytes(original.read_bytes())
        verify(library)

        assert len(library.utterances.page()) == 2


def test_a_search_index_that_differs_from_the_text_is_made_again(tmp_path):
    with opened(tmp_path) as library:
        dictate(library)
        library.database.write(lambda c: c.execute("INSERT INTO utterance_text (utterance_text) VALUES ('delete-all')"))
        assert library.search("report") == []
        report = verify(library)

        assert report.repairs == ["rebuilt the search index"]
        assert len(library.search("report")) == 1


def test_what_others_could_read_is_closed(tmp_path):
    with opened(tmp_path) as library:
        dictate(library)
        (library.home.library / "audio").chmod(0o755)
        verify(library)
        assert (library.home.library / "audio").stat().st_mode & 0o777 == 0o700


def test_a_lost_database_is_rebuilt_from_the_recordings(tmp_path):
    with opened(tmp_path) as library:
        texts = {text: dictate(library, text, seed=n) for n, text in enumerate(SENTENCES)}
    home = home_in(tmp_path)
    (home.library / "library.db").write_bytes(b"ruined " * 1000)

    with pytest.raises(DamagedDatabaseError) as caught:
        Library(home)
    assert caught.value.kept_in.parent == home.library
    with Library(home) as library:
        verify(library)
        assert {u.text: u.id for u in library.utterances.page()} == texts
