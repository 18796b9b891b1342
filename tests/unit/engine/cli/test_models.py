from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fake_hub import FakeHub, Fault, running_hub
from model_shelf import make_recording, make_starter
from tiny_whisper import make_model

from engine.cli.main import main
from engine.models import golden, registry

Attune = Callable[..., tuple[int, str, str]]


@pytest.fixture
def attune(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Attune:
    """Runs ``attune --home ... models ...`` with a starter and a check recording; returns status, output, errors."""
    starter = make_starter(tmp_path / "starter")
    monkeypatch.setattr(golden, "GOLDEN_AUDIO", make_recording(tmp_path / "golden.flac"))
    real = registry.Registry
    monkeypatch.setattr("engine.cli.models.Registry", lambda home: real(home, starter=starter))

    def run(*arguments: str) -> tuple[int, str, str]:
        capfd.readouterr()
        status = main(["--home", str(tmp_path / "home"), "models", *arguments])
        out, err = capfd.readouterr()
        return status, out, err

    return run


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    with running_hub() as fake:
        fake.repos["somebody/tiny"] = make_model(tmp_path / "remote")
        monkeypatch.setenv("HF_ENDPOINT", fake.url)
        yield fake


def test_the_list_shows_what_is_here_and_what_could_be(attune: Attune, server: FakeHub) -> None:
    status, out, _ = attune("list", "--json")
    assert status == 0
    rows = {row["id"]: row for row in json.loads(out)}
    fields = {"id", "name", "active", "size_bytes", "context", "source", "licence", "installed"}
    assert all(fields <= row.keys() for row in rows.values())
    assert rows["starter"]["active"]
    assert not rows["whisper-small"]["installed"]
    assert rows["acft-whisper-tiny.en"]["context"]["min_seconds"] < 30
    _, table, _ = attune("list")
    assert "* " in table
    assert "whisper-large-v3-turbo" in table
    assert server.requests == [], "looking at the list asks nobody"


def test_a_model_from_the_hub_to_use_and_back(attune: Attune, server: FakeHub) -> None:
    status, out, _ = attune("download", "somebody/tiny")
    assert status == 0
    assert "attune models activate tiny" in out
    assert attune("activate", "tiny")[:2] == (0, "Active: tiny\n")
    assert json.loads(attune("verify", "--json")[1]) == [
        {"id": "starter", "ok": True, "problem": None},
        {"id": "tiny", "ok": True, "problem": None},
    ]
    assert attune("remove", "tiny")[0] == 1
    assert attune("rollback")[:2] == (0, "Active: starter\n")
    assert attune("remove", "tiny")[0] == 0
    assert attune("restore", "tiny")[0] == 0
    info = json.loads(attune("info", "tiny", "--json")[1])
    assert info["source"].startswith("somebody/tiny@")
    assert info["golden"]["text"]


def test_a_folder_is_imported_once(attune: Attune, tmp_path: Path) -> None:
    folder = make_model(tmp_path / "my-whisper")
    status, out, _ = attune("import", str(folder), "--json")
    assert status == 0
    assert json.loads(out)["id"] == "my-whisper"
    status, _, err = attune("import", str(folder))
    assert status == 1
    assert err.count("\n") == 1
    assert "installed already" in err


def test_a_damaged_model_is_named_by_verify_and_not_activated(attune: Attune, tmp_path: Path) -> None:
    attune("import", str(make_model(tmp_path / "mine")))
    file = tmp_path / "home/models/mine/model.bin"
    content = bytearray(file.read_bytes())
    content[-1000] ^= 1
    file.write_bytes(content)
    status, out, _ = attune("verify")
    assert status == 1
    assert "starter: whole" in out
    assert "mine: mine: model.bin is damaged" in out
    status, _, err = attune("activate", "mine")
    assert status == 1
    assert "damaged" in err


def test_interrupting_a_download_says_how_to_go_on(
    attune: Attune, server: FakeHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.faults["model.bin"] = Fault("slow")

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rich.progress.Progress.update", interrupt)
    status, _, err = attune("download", "somebody/tiny")
    assert status == 130
    assert "go on with: attune models download somebody/tiny" in err


@pytest.mark.parametrize(
    ("arguments", "expected", "said"),
    [
        (["download", "nonsense"], 2, "no model 'nonsense'"),
        (["import", "/nowhere"], 2, "no folder /nowhere"),
        (["activate", "absent"], 1, "not installed"),
        (["activate", "../../etc"], 2, "cannot be the id"),
        (["info", "absent"], 2, "no model 'absent'"),
        (["remove", "starter"], 2, "stays"),
        (["verify", "absent"], 1, "not installed"),
        (["rollback"], 1, "no earlier model"),
    ],
)
def test_mistakes_get_one_line(attune: Attune, arguments: list[str], expected: int, said: str) -> None:
    status, out, err = attune(*arguments)
    assert status == expected
    assert said in out + err
    assert (out + err).count("\n") == 1


def test_folders_of_pickles_and_links_are_refused(attune: Attune, tmp_path: Path) -> None:
    pickled = tmp_path / "pickled"
    pickled.mkdir()
    (pickled / "pytorch_model.bin").write_bytes(b"")
    assert "pickled weights" in attune("import", str(pickled))[2]
    linked = make_model(tmp_path / "linked")
    (linked / "model.bin").rename(tmp_path / "elsewhere.bin")
    (linked / "model.bin").symlink_to(tmp_path / "elsewhere.bin")
    assert "not a regular file" in attune("import", str(linked))[2]
