import io
import json

import numpy as np
import pytest
import soundfile
from corrected_samples import teach
from library_samples import home_in

from engine.cli.main import main
from engine.library.library import Library

TEXTS = ("The halyard is stuck again.", "Nobody answered the telephone today.")


@pytest.fixture
def home(tmp_path):
    return home_in(tmp_path)


@pytest.fixture
def enrol(home, capsys):
    def run(*arguments):
        status = main(["--home", str(home.base), "enrol", "--no-check-text", *map(str, arguments)])
        done = capsys.readouterr()
        return status, done.out, done.err

    return run


@pytest.fixture
def texts(tmp_path):
    file = tmp_path / "texts.txt"
    file.write_text("\n".join(TEXTS))
    return file


def speech(level=0.1):
    time = np.arange(3 * 16_000) / 16_000
    noise = np.random.default_rng(3).standard_normal(time.size)
    return (level * noise * (np.sin(20 * time) > 0)).astype(np.float32)


def read_in(home):
    with Library(home, writable=False) as library:
        return [(row.text, row.status, row.source, row.gold) for row in reversed(library.utterances.page(None))]


def test_read_recordings_become_pairs_and_bad_ones_say_why(enrol, home, texts, tmp_path):
    folder = tmp_path / "recordings"
    folder.mkdir()
    soundfile.write(folder / "1.wav", speech(), 16_000)
    soundfile.write(folder / "2.wav", speech(level=0.0001), 16_000)

    status, out, _ = enrol("--texts", texts, "--audio", folder)

    assert (status, read_in(home)) == (1, [(TEXTS[0], "read", "read", False)])
    assert "2.wav: does not count: too quiet" in out


def test_json_and_gold(enrol, home, texts, tmp_path):
    folder = tmp_path / "recordings"
    folder.mkdir()
    for name in ("a.flac", "b.flac"):
        soundfile.write(folder / name, speech(), 16_000)
    (folder / "notes.txt").write_text("not a recording")

    status, out, _ = enrol("--texts", texts, "--audio", folder, "--gold", "--json")

    rows = [json.loads(line) for line in out.splitlines()]
    assert (status, [row["text"] for row in rows], [bool(row["id"]) for row in rows]) == (0, list(TEXTS), [True, True])
    assert [row[3] for row in read_in(home)] == [True, True]


def test_a_damaged_recording_stops_nothing(enrol, home, texts, tmp_path):
    folder = tmp_path / "recordings"
    folder.mkdir()
    (folder / "1.wav").write_bytes(b"RIFF nothing")
    soundfile.write(folder / "2.wav", speech(), 16_000)

    status, out, _ = enrol("--texts", texts, "--audio", folder)

    assert (status, [row[0] for row in read_in(home)]) == (1, [TEXTS[1]])
    assert "1.wav: does not count" in out


def test_reading_aloud_repeats_what_does_not_count(enrol, home, texts, monkeypatch):
    recordings = [speech(level=0.0001), speech(), speech()]

    def record(device, wait):
        wait()
        return recordings.pop(0)

    monkeypatch.setattr("engine.enrolment.capture.record", record)  # there is no microphone here
    monkeypatch.setattr("sys.stdin", io.StringIO("\n" * 6))

    status, out, err = enrol("--texts", texts)

    assert (status, len(read_in(home)), recordings) == (0, 2, [])
    assert out.count("does not count") == 1
    assert "2 of 2" in err


def test_the_sentences_to_read_begin_with_what_was_misheard(enrol, home, texts):
    with Library(home) as library:
        teach(library, ("hoist the hello yard", "hoist the halyard"))

    _, own, _ = enrol("--print", "--count", 2)
    _, given, _ = enrol("--print", "--texts", texts)

    assert "hoist the halyard" in own.splitlines()
    assert given.splitlines()[0] == TEXTS[0]


@pytest.mark.parametrize("arguments", [["--audio", "nowhere"], ["--texts", "nowhere.txt"], ["--count", "0"]])
def test_wrong_use_is_one_line(enrol, arguments):
    status, out, err = enrol(*arguments)

    assert (status, out, len(err.strip().splitlines())) == (2, "", 1)
