"""The demonstration's parts, on a speaker whose words a scripted recogniser reads, and its last screen."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import soundfile
from readable_speech import LevelVad, ReadingRecogniser, sound
from scripted_recogniser import speech

from engine.cli.demo import _place
from engine.cli.demo_page import lines
from engine.cli.main import main
from engine.demo import dictation
from engine.demo.comparison import Example, Rate, Shown, read_comparison
from engine.demo.dictation import correct_all, dictate_all
from engine.demo.recordings import DemoRecording, demo_recordings
from engine.errors import ChildError, InputError
from engine.library.library import Library
from engine.library.records import pairs_in
from engine.paths import Home

SCRIPT = speech(0.5, "we all go home now", 0.5)
SHOWN = Shown(
    accepted=True,
    reasons=("On 150 utterances it is better.",),
    rates=(Rate("held-out sentences", 1100, (0.25, 0.22, 0.28), (0.08, 0.06, 0.1)),),
    gain=(0.17, 0.14, 0.2),
    alpha=0.05,
    terms_said=40,
    terms_found=(3, 31),
    words_from_silence=(0, 0),
    work=-0.01,
    examples=(Example("Restart Jenkology.", "Restart June college.", "Restart Jenkology."),),
)


def test_the_bundled_speaker_is_split_once_and_for_ever() -> None:
    found = demo_recordings()
    splits = [one.split for one in found]
    assert splits == [one.split for one in demo_recordings()]
    assert (splits.count("train"), splits.count("dev"), splits.count("test")) == (129, 21, 150)
    assert {one.split for one in demo_recordings(most=7)} == {"train", "dev", "test"}
    assert all(one.file.is_file() for one in found)


def test_without_its_recordings_there_is_no_demonstration(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        demo_recordings(tmp_path)


def recording(folder: Path, name: str, text: str, split: Any) -> DemoRecording:
    file = folder / f"{name}.flac"
    soundfile.write(file, sound(SCRIPT, 4.0), 16_000)
    return DemoRecording(file, text, "sitting", split)


def test_what_was_misheard_is_put_right_and_the_rest_accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictation, "StreamingVad", LevelVad)
    given = [
        recording(tmp_path, "a", "We all go Rome now", "train"),
        recording(tmp_path, "b", "We all go home now", "test"),
    ]
    heard: list[str] = []
    with Library(Home(tmp_path / "home")) as library:
        done = dictate_all(library, ReadingRecogniser(SCRIPT), given, lambda _, one: heard.append(one.written))
        assert len(set(heard)) == 1
        written = heard[0]
        done[1] = replace(done[1], recording=replace(given[1], text=written))
        corrected = correct_all(library, done)
        assert (corrected.corrected, corrected.accepted) == (1, 1)
        pairs = {pair.record.text: pair.record.split for pair in pairs_in(library.database, library.recordings)}
        assert pairs["We all go Rome now"] == "train"
        assert sorted(str(split) for split in pairs.values()) == ["test", "train"]


def test_trouble_ends_the_demonstration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictation, "StreamingVad", LevelVad)

    def broken(number: int, work: object) -> None:
        raise ChildError("The recogniser died.")

    with Library(Home(tmp_path / "home")) as library, pytest.raises(ChildError, match="died"):
        dictate_all(
            library, ReadingRecogniser(SCRIPT, broken), [recording(tmp_path, "a", "x", "train")], lambda *_: None
        )


def test_nothing_is_left_behind_unless_asked(tmp_path: Path) -> None:
    with _place(None) as home:
        base = home.base
        assert base.is_dir()
        assert base.stat().st_mode & 0o077 == 0
    assert not base.exists()
    assert not base.parent.exists()
    with _place(tmp_path / "kept") as home:
        (home.base / "x").write_text("x")
    assert (tmp_path / "kept" / "x").exists()


def test_a_folder_in_use_is_not_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").write_text("x")
    assert main(["demo", "--keep", str(tmp_path)]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert (tmp_path / "mine").read_text() == "x"


def test_the_last_screen_says_better_and_no_slower_with_intervals() -> None:
    page = "\n".join(lines(SHOWN, 240))
    assert "25.0 % (22.0-28.0)" in page
    assert "8.0 % (6.0-10.0)" in page
    assert "17.0 words in a hundred fewer are wrong (14.0 to 20.0, 90 %)" in page
    assert "31 of 40" in page
    assert "better and no slower" in page
    assert "4.0 minutes" in page
    refused = "\n".join(lines(replace(SHOWN, accepted=False, reasons=("Not proven: x.",)), 60))
    assert "The present model stays" in refused
    assert "Not proven: x." in refused
    assert "better but slower" in "\n".join(lines(replace(SHOWN, work=0.2), 60))


def test_a_damaged_report_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text(json.dumps({"accepted": True}))
    with pytest.raises(InputError, match="no report"):
        read_comparison(tmp_path / "report.json")
