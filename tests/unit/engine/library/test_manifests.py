import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import InputError
from engine.library.manifests import read_manifests
from engine.library.records import LONGEST_LINE


def folder_with(tmp_path: Path, name: str, content: str | bytes, *sounds: str) -> Path:
    for sound in sounds:
        (tmp_path / sound).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / sound).write_bytes(b"sound")
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return tmp_path


def read(folder):
    return [(pair.file.name, pair.record.text, pair.record.split) for pair in read_manifests(folder)]


def test_an_audiofolder_with_lines_of_json(tmp_path):
    lines = '{"file_name": "a.wav", "text": "one", "split": "dev"}\n\n{"file_name": "sub/b.mp3", "text": "two"}\n'
    folder = folder_with(tmp_path, "metadata.jsonl", lines, "a.wav", "sub/b.mp3")

    assert read(folder) == [("a.wav", "one", "dev"), ("b.mp3", "two", None)]
    assert read(folder / "metadata.jsonl") == read(folder)


def test_splits_come_from_the_folders_of_the_hub(tmp_path):
    for part in ("train", "validation", "test"):
        folder_with(
            tmp_path, f"{part}/metadata.jsonl", f'{{"file_name": "{part}.wav", "text": "x"}}', f"{part}/{part}.wav"
        )

    assert sorted(read(tmp_path)) == [
        ("test.wav", "x", "test"),
        ("train.wav", "x", "train"),
        ("validation.wav", "x", "dev"),
    ]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("metadata.csv", 'file_name,text\na.wav,"well, one"\n'),
        ("corpus.csv", 'path;sentence\r\na.wav;"well, one"\r\n'),
        ("corpus.csv", '\ufefffile_name,text\n"a.wav","well, one"\n'),
        ("corpus.tsv", "audio\ttranscription\textra\na.wav\twell, one\n"),
    ],
)
def test_tables_of_every_dialect(tmp_path, name, table):
    assert read(folder_with(tmp_path, name, table, "a.wav")) == [("a.wav", "well, one", None)]


def test_common_voice(tmp_path):
    header = "client_id\tpath\tsentence\tlocale\n"
    folder_with(
        tmp_path, "train.tsv", header + 'x\ta.mp3\tShe said "yes\ten\n', "clips/a.mp3", "clips/b.mp3", "clips/c.mp3"
    )
    folder_with(tmp_path, "test.tsv", header + "y\tb.mp3\tTwo\tde\n")
    folder_with(tmp_path, "validated.tsv", header + "x\ta.mp3\tShe\ten\ny\tc.mp3\tThree\ten\n")
    folder_with(tmp_path, "invalidated.tsv", header + "x\tgone.mp3\tNo\ten\n")

    assert sorted(read(tmp_path)) == [
        ("a.mp3", 'She said "yes', "train"),
        ("b.mp3", "Two", "test"),
        ("c.mp3", "Three", None),
    ]
    record = next(pair.record for pair in read_manifests(tmp_path) if pair.file.name == "b.mp3")
    assert (record.language, record.speaker_id) == ("de", "y")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"file_name": "../secret.wav", "text": "x"}', "leaves the folder"),
        ('{"file_name": "a/../../secret.wav", "text": "x"}', "leaves the folder"),
        ('{"file_name": "/etc/passwd", "text": "x"}', "leaves the folder"),
        ('{"file_name": "C:\\\\secret.wav", "text": "x"}', "leaves the folder"),
        ('{"file_name": "..\\\\secret.wav", "text": "x"}', "leaves the folder"),
        ('{"file_name": "link.wav", "text": "x"}', "link that leaves"),
        ('{"file_name": "gone.wav", "text": "x"}', "no file"),
        ('{"file_name": "a\\u0000.wav", "text": "x"}', "no file"),
        ('{"file_name": "%s", "text": "x"}' % ("n" * 5000), "no file"),
        ('{"file_name": "sub", "text": "x"}', "not a file"),
        ('{"file_name": "a.wav"}', "no text"),
        ('{"file_name": "a.wav", "text": 5}', "no text"),
        ('{"text": "x"}', "no file_name"),
        ('{"file_name": "a.wav", "text": "x", "duration": "long"}', "must be numbers"),
        ('{"file_name": "a.wav", "text": "x", "duration": 1e999}', "impossible"),
        ('{"file_name": "a.wav", "text": "x", "id": [1]}', "id must be text"),
        ('{"file_name": "a.wav", "text": "x", "source": "stolen"}', "Use one of corrected"),
        ('{"file_name": "a.wav", "text": "x", "split": "all"}', "Use one of train"),
        ("[1, 2]", "not a JSON object"),
        ("{broken", "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
    ],
)
def test_hostile_lines_are_refused_by_number(tmp_path, line, reason):
    (tmp_path / "secret.wav").write_bytes(b"secret")
    inside = tmp_path / "inside"
    good = '{"file_name": "a.wav", "text": "fine"}\n'
    folder_with(inside, "metadata.jsonl", good + line, "a.wav", "sub/b.wav")
    (inside / "link.wav").symlink_to(tmp_path / "secret.wav")

    with pytest.raises(InputError, match="line 2") as caught:
        read_manifests(inside)
    assert reason in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("metadata.jsonl", "x" * (LONGEST_LINE + 2), "longer than"),
        ("metadata.jsonl", b"\xff\xfe\x00", "not UTF-8"),
        ("metadata.jsonl", "\n\n", "names no recordings"),
        ("metadata.csv", "", "names no recordings"),
        ("metadata.csv", "file_name,text\na.wav,one,two\n", "more fields"),
        ("metadata.csv", 'file_name,text\na.wav,"' + "x" * 200_000, "not a valid table"),
        ("metadata.csv", "name,words\na.wav,one\n", "no file_name"),
        ("notes.md", "nothing", "no metadata.jsonl"),
    ],
)
def test_manifests_that_are_none_are_refused(tmp_path, name, content, reason):
    folder_with(tmp_path, name, content, "a.wav")

    with pytest.raises(InputError, match=reason):
        read_manifests(tmp_path)


def test_what_to_read_must_be_clear(tmp_path):
    folder_with(tmp_path, "one.csv", "file_name,text\n")
    folder_with(tmp_path, "two.csv", "file_name,text\n")

    with pytest.raises(InputError, match="several tables"):
        read_manifests(tmp_path)
    with pytest.raises(InputError, match="does not exist"):
        read_manifests(tmp_path / "absent")


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)
fields = st.sampled_from(
    ["file_name", "audio", "path", "text", "split", "source", "duration", "sample_rate", "id", "locale"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(fields, json_values | st.just("a.wav")), max_size=3))
def test_no_manifest_does_more_than_be_refused(tmp_path, rows):
    folder_with(tmp_path, "metadata.jsonl", "\n".join(map(json.dumps, rows)), "a.wav")

    try:
        found = read_manifests(tmp_path)
    except InputError:
        return
    assert {pair.file for pair in found} == {(tmp_path / "a.wav").resolve()}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.sampled_from(["metadata.jsonl", "metadata.csv"]))
def test_no_bytes_do_more_than_be_refused(tmp_path, content, name):
    folder_with(tmp_path / name, name, content)

    with pytest.raises(InputError):
        read_manifests(tmp_path / name)
