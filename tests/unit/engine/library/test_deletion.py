import json
from datetime import UTC, datetime, timedelta

import pytest
from library_samples import SENTENCES, bytes_below, dictate, opened

from engine.errors import InputError
from engine.library.backup import back_up
from engine.library.deletion import UNDO_WINDOW
from engine.library.entities import now

SECRET = "xylophone quartz wizardry"


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path) as library:
        yield library


def test_a_deletion_hides_at_once_and_can_be_undone(library):
    identifier = dictate(library)
    library.utterances.accept(identifier)
    library.deletions.delete([identifier])

    assert library.utterances.page() == []
    assert library.stats().total.utterances == 0
    assert library.utterances.resolve(identifier[:20], deleted=True) == identifier
    with pytest.raises(InputError, match="no utterance"):
        library.corrections.correct(identifier, "x")
    library.deletions.undo(identifier)
    assert library.utterances.get(identifier).split == "train"
    with pytest.raises(InputError, match="no utterance"):
        library.deletions.undo(identifier)


def test_the_undo_window_is_kept(library):
    identifier = dictate(library)
    library.deletions.delete([identifier])

    assert library.deletions.purge() == 0
    library.deletions.undo(identifier)
    library.deletions.delete([identifier])
    assert library.deletions.purge(moment=now() + UNDO_WINDOW) == 1
    with pytest.raises(InputError, match="no utterance"):
        library.deletions.undo(identifier)


def test_nothing_of_a_purged_utterance_is_left_on_the_disk(library):
    kept = dictate(library)
    identifier = dictate(library, SECRET, seed=1)
    library.utterances.accept(identifier)
    library.corrections.correct(dictate(library, SENTENCES[1], seed=2), SECRET + " hidden", "misheard")
    for word in SECRET.split():
        assert word.encode() in bytes_below(library.home.library)
    found = [match.utterance.id for match in library.search("xylophone")]
    library.deletions.delete(found)
    library.deletions.purge(timedelta(0))

    left = bytes_below(library.home.library)
    assert [word for word in [*SECRET.split(), "hidden"] if word.encode() in left] == []
    assert [u.id for u in library.utterances.page()] == [kept]
    assert len(list(library.recordings.paths())) == 1


def test_a_deletion_names_models_and_backups_that_still_know(library, tmp_path):
    old = dictate(library, created_at=datetime(2026, 1, 1, tzinfo=UTC))
    back_up(library.home, tmp_path / "backup")
    later = dictate(library, SENTENCES[1], seed=1)
    library.runs.begin("run-1", "tiny", [old, later])
    library.runs.finish("run-1", "accepted", "personal-1")
    library.runs.begin("run-2", "tiny", [old])

    traces = library.deletions.delete([old, later, old])
    assert [(trace.identifier, trace.models) for trace in traces] == [
        (old, ("personal-1", "run run-2")),
        (later, ("personal-1",)),
    ]
    assert traces[0].backups == (str(tmp_path / "backup"),)
    assert traces[1].backups == ()
    library.deletions.purge(timedelta(0))
    assert library.runs.seen_by(old) == ("personal-1", "run run-2")  # the model still knows it


def test_one_unknown_id_deletes_nothing(library):
    identifier = dictate(library)

    with pytest.raises(InputError, match="no utterance"):
        library.deletions.delete([identifier, "absent"])
    assert library.utterances.get(identifier)


def test_training_jobs_lose_their_copies_too(library):
    gone, kept = dictate(library, SECRET), dictate(library, seed=1)
    job = library.home.jobs / "job-1"
    (job / "audio").mkdir(parents=True)
    for identifier in (gone, kept):
        (job / "audio" / f"{identifier}.flac").write_bytes(b"sound")
        (job / f"{identifier}.features.npy").write_bytes(b"features")
    lines = [json.dumps({"id": gone, "text": SECRET}), json.dumps({"id": kept, "text": "fine"}), "not a record"]
    (job / "train.jsonl").write_text("\n".join(lines) + "\n")
    (job / "report.html").write_text(f"<p id={gone}>{SECRET}</p>")
    (job / "job.json").write_text('{"base": "tiny"}')
    library.deletions.delete([gone])
    library.deletions.purge(timedelta(0))

    left = {path.relative_to(job).as_posix() for path in job.rglob("*") if path.is_file()}
    assert left == {"train.jsonl", "job.json", f"audio/{kept}.flac", f"{kept}.features.npy"}
    assert (job / "train.jsonl").read_text() == "\n".join(lines[1:]) + "\n"
    assert gone.encode() not in bytes_below(job)
