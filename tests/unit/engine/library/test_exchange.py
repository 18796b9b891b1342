import json
import stat
from collections import Counter

import numpy as np
import pytest
import soundfile
from library_samples import SENTENCES, dictate, opened, sound

from engine.errors import InputError
from engine.library.export import export
from engine.library.importing import import_pairs, with_development
from engine.library.manifests import FoundPair
from engine.library.records import as_line, manifest_lines, pairs_in, parse_line, record_from


def fill(library):
    """Pairs of all sources, in all splits."""
    for n in range(24):
        session = f"session-{n // 6}"
        text = f"{SENTENCES[n % 8]} and thing{n} of kind{n * 3} with number{n * 7}"
        identifier = dictate(library, text, seconds=8.0, seed=n, session_id=session, model="tiny", language="en")
        if n % 3 == 0:
            library.corrections.correct(identifier, text + " indeed", "misheard")
        elif n % 3 == 1:
            library.utterances.accept(identifier)
        else:
            library.utterances.reject(identifier)
    dictate(library, "read aloud by the user", seconds=4.0, seed=90, status="read")
    dictate(library, "typed blind for the gold set", seconds=4.0, seed=91, status="read", gold=True, app="editor")


def records(library):
    return [(pair.record, pair.quarantine) for pair in pairs_in(library.database, library.recordings)]


def tree(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_exported_and_imported_again_is_the_same(tmp_path):
    with opened(tmp_path / "one") as library:
        fill(library)
        result = export(library.database, library.recordings, tmp_path / "out")
        before = records(library)
    assert set(result.splits) == {"train", "dev", "test"}

    with opened(tmp_path / "two") as library:
        imported = import_pairs(library.database, library.utterances, tmp_path / "out")
        export(library.database, library.recordings, tmp_path / "again")
        after = records(library)

    assert imported.added == len(before) == sum(result.splits.values())
    assert tree(tmp_path / "out") == tree(tmp_path / "again")
    strip = lambda found: [(record.__class__(**{**vars(record), "audio": ""}), fault) for record, fault in found]  # noqa: E731
    assert strip(before) == strip(after)


def test_the_export_is_an_audiofolder(tmp_path):
    """What `datasets.load_dataset("audiofolder", data_dir=...)` needs: a folder per split with metadata.jsonl whose
    file_name is relative to it, no column called audio, and the same columns in every record."""
    with opened(tmp_path) as library:
        fill(library)
        export(library.database, library.recordings, tmp_path / "out")

    columns = set()
    for split in ("train", "dev", "test"):
        lines = (tmp_path / "out" / split / "metadata.jsonl").read_text(encoding="utf-8").splitlines()
        for line in map(json.loads, lines):
            assert (tmp_path / "out" / split / line["file_name"]).is_file()
            assert line["split"] == split
            assert "audio" not in line
            columns.add(tuple(line))
    assert len(columns) == 1


def test_quarantined_pairs_are_set_apart_with_the_reason(tmp_path):
    with opened(tmp_path) as library:
        dictate(library, SENTENCES[0], status="read")
        dictate(library, "x" * 500, seed=1, status="read")
        result = export(library.database, library.recordings, tmp_path / "out")

    assert (result.splits, result.quarantined) == ({"train": 1}, 1)
    line = json.loads((tmp_path / "out" / "quarantined" / "metadata.jsonl").read_text())
    assert "too much text" in line["quarantine"]
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "out").rglob("*")}
    assert modes == {0o600, 0o700}


def test_an_export_overwrites_nothing_and_needs_something(tmp_path):
    with opened(tmp_path) as library:
        with pytest.raises(InputError, match="nothing to export"):
            export(library.database, library.recordings, tmp_path / "out")
        (tmp_path / "full").mkdir()
        (tmp_path / "full" / "mine.txt").write_text("mine")
        with pytest.raises(InputError, match="not empty"):
            export(library.database, library.recordings, tmp_path / "full")
    assert (tmp_path / "full" / "mine.txt").read_text() == "mine"


def make_folder(folder, texts, name="metadata.jsonl"):
    folder.mkdir()
    for n in range(len(texts)):
        soundfile.write(folder / f"{n}.wav", np.stack([sound(2.0, n)] * 2, axis=1), 16_000)
    lines = (as_line({"file_name": f"{n}.wav", "text": text}) for n, text in enumerate(texts))
    (folder / name).write_text("".join(lines), encoding="utf-8")
    return folder


def test_any_sound_file_becomes_a_pair_and_is_taken_in_once(tmp_path):
    folder = make_folder(tmp_path / "in", SENTENCES)
    with opened(tmp_path) as library:
        first = import_pairs(library.database, library.utterances, folder, "read")
        second = import_pairs(library.database, library.utterances, folder, "read")

        assert (first.added, first.already_there, second.added, second.already_there) == (8, 0, 0, 8)
        found = library.utterances.page()
        assert {u.text for u in found} == set(SENTENCES)
        assert {(u.status, u.source, u.duration) for u in found} == {("imported", "read", 2.0)}
        assert len({u.session_id for u in found}) == 1


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (["train"] * 14 + ["test"] * 4, {"train": 12, "dev": 2, "test": 4}),
        (["train"] * 14 + ["dev"], {"train": 14, "dev": 1}),
        ([None] * 14, {None: 14}),
    ],
)
def test_a_collection_with_nothing_to_choose_by_gives_some_of_what_it_learns_from(tmp_path, given, kept):
    pairs = [
        FoundPair(
            record_from({"audio": "a.wav", "text": f"text {n}"} | ({"split": split} if split else {}), "here"),
            tmp_path / "a.wav",
        )
        for n, split in enumerate(given)
    ]

    assert Counter(pair.record.split for pair in with_development(pairs)) == kept


def test_a_sound_that_cannot_be_read_is_named_and_the_rest_comes_in(tmp_path):
    folder = make_folder(tmp_path / "in", SENTENCES[:3])
    (folder / "1.wav").write_bytes(b"no sound at all")
    with opened(tmp_path) as library:
        result = import_pairs(library.database, library.utterances, folder)

        assert result.added == 2
        assert [(file.name, bool(reason)) for file, reason in result.refused] == [("1.wav", True)]


def test_too_long_a_recording_is_not_loaded(tmp_path, monkeypatch):
    monkeypatch.setattr("engine.library.importing.LONGEST", 1.0)
    folder = make_folder(tmp_path / "in", SENTENCES[:1])
    with opened(tmp_path) as library:
        result = import_pairs(library.database, library.utterances, folder)

    assert "longer than" in result.refused[0][1]


def test_quarantined_imports_are_counted_by_reason(tmp_path):
    folder = make_folder(tmp_path / "in", [SENTENCES[0], "x" * 300])
    with opened(tmp_path) as library:
        result = import_pairs(library.database, library.utterances, folder)

    assert result.added == 2
    assert list(result.quarantined.values()) == [1]


def test_a_wrong_manifest_imports_nothing(tmp_path):
    folder = make_folder(tmp_path / "in", SENTENCES[:2])
    with (folder / "metadata.jsonl").open("a") as file:
        file.write('{"file_name": "0.wav", "text": "x", "created_at": "yesterday"}\n')
    with opened(tmp_path) as library:
        with pytest.raises(InputError, match="not a date"):
            import_pairs(library.database, library.utterances, folder)
        assert library.utterances.page() == []


def test_an_imported_text_can_be_corrected_and_restored(tmp_path):
    folder = make_folder(tmp_path / "in", SENTENCES[:1])
    with opened(tmp_path) as library:
        import_pairs(library.database, library.utterances, folder, "read")
        identifier = library.utterances.page()[0].id
        library.corrections.correct(identifier, "please send the report to Hannah")
        assert library.utterances.get(identifier).source == "corrected"
        library.corrections.undo(identifier)
        assert library.utterances.get(identifier).source == "read"


def test_manifests_of_jobs_name_audio_relative_to_themselves(tmp_path):
    with opened(tmp_path) as library:
        dictate(library, status="read")
        found = [pair.record for pair in pairs_in(library.database, library.recordings)]
        inside = [json.loads(line) for line in manifest_lines(found, library.home.library)]
        outside = [json.loads(line) for line in manifest_lines(found, tmp_path / "elsewhere")]

    assert inside[0]["audio"] == f"audio/{found[0].created_at[:7]}/{found[0].id}.flac"
    assert outside[0]["audio"] == found[0].audio
    assert record_from(parse_line(as_line(inside[0]), "line 1"), "line 1").id == found[0].id
