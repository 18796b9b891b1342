from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import soundfile as sf
from speech import silence, speech_wav
from tiny_whisper import make_model

from engine.cli.main import main


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def recordings(tmp_path: Path) -> tuple[Path, Path]:
    first = shutil.copy(speech_wav("The boat is on the lake."), tmp_path / "boat.wav")
    second = shutil.copy(speech_wav("He bought bread and milk.", words_per_minute=140), tmp_path / "bread.wav")
    return Path(first), Path(second)


def run(*arguments: str | Path, home: Path) -> int:
    return main(["--home", str(home), "transcribe", *map(str, arguments)])


def test_one_recording_gives_its_text_alone(
    model: Path, recordings: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(recordings[0], "--model", model, home=tmp_path) == 0

    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert out.strip()
    assert err == ""


def test_json_is_one_object_per_recording_and_line(
    model: Path, recordings: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*recordings, "--model", model, "--json", "--language", "en", home=tmp_path) == 0

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["file"] for line in lines] == [str(path) for path in recordings]
    for line in lines:
        assert (line["language"], line["model"]) == ("en", "tiny")
        assert 1 < line["duration"] < 4
        assert [word["text"] for word in line["words"]] == line["text"].split()
        assert {"start", "end", "probability"} < line["words"][0].keys()
        assert line["segments"][0]["text"] == line["text"]


def test_a_bad_file_is_reported_and_the_others_are_transcribed(
    model: Path, recordings: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.wav").touch()
    files = [recordings[0], tmp_path / "empty.wav", tmp_path / "gone.wav", tmp_path, recordings[1]]

    assert run(*files, "--model", model, home=tmp_path) == 2

    out, err = capsys.readouterr()
    headers = [line for line in out.splitlines() if line.endswith(":")]
    assert headers == [f"{path}:" for path in recordings]
    assert [line.split(" is ")[0] for line in err.splitlines()] == [f"attune: {path}" for path in files[1:4]]


def test_a_recording_in_which_nobody_speaks_is_said_to_be_one(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sf.write(tmp_path / "quiet.flac", silence(3.0), 16_000)

    assert run(tmp_path / "quiet.flac", "--model", model, home=tmp_path) == 0

    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"attune: No speech was found in {tmp_path / 'quiet.flac'}.\n"


@pytest.mark.parametrize("form", ["txt", "srt", "vtt", "json"])
def test_files_are_written_private_one_for_each_recording(
    model: Path, recordings: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    twin = Path(shutil.copy(recordings[0], tmp_path / "boat.wave"))
    output = tmp_path / "texts"

    status = run(*recordings, twin, "--model", model, "--format", form, "--output", output, home=tmp_path)

    assert status == 0
    assert capsys.readouterr().out == ""
    written = sorted(path.name for path in output.iterdir())
    assert written == sorted([f"boat.{form}", f"bread.{form}", f"boat.wave.{form}"])
    for path in output.iterdir():
        assert path.read_text()
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--beam", "0"], "neither 'adaptive' nor a number"),
        (["--beam", "many"], "neither 'adaptive' nor a number"),
        (["--format", "srt"], "give --output DIR"),
        (["--language", "xx"], "does not know the language 'xx'"),
        (["--task", "translate"], "English only"),
        (["--model", "/"], "holds no model.bin"),
    ],
)
def test_an_unusable_option_is_one_line(
    model: Path,
    recordings: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    says: str,
) -> None:
    assert run(*recordings, "--model", model, *arguments, home=tmp_path) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert len(err.splitlines()) == 1


def test_a_model_that_is_not_installed_is_named(
    recordings: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(recordings[0], "--model", "large-v9", home=tmp_path) == 1
    assert "large-v9 is not installed" in capsys.readouterr().err


def test_a_transcript_that_is_kept_can_be_corrected_and_then_trains(
    model: Path, recordings: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(recordings[0], "--model", model, "--keep", "--json", home=tmp_path / "home") == 0
    found = json.loads(capsys.readouterr().out)
    [identifier] = found["utterances"]

    assert main(["--home", str(tmp_path / "home"), "correct", identifier, "The boat is on the lake.", "--json"]) == 0
    row = json.loads(capsys.readouterr().out)

    assert (row["app"], row["raw_text"]) == ("boat.wav", found["text"])
    assert row["duration"] == pytest.approx(found["segments"][0]["end"] - found["segments"][0]["start"], abs=0.01)
    assert run(recordings[0], "--model", model, "--keep", "--json", home=tmp_path / "home") == 0
    assert len(json.loads(capsys.readouterr().out)["utterances"]) == 1
