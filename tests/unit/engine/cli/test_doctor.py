import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.cli import doctor
from engine.cli.main import main
from engine.doctor import Check
from engine.paths import Home

GOOD = Check("memory", "ok", "plenty")
POOR = Check("display", "warn", "none", "Start it from a desktop session.")
BAD = Check("model", "fail", "gone", "attune models list")


def found(monkeypatch: pytest.MonkeyPatch, *checks: Check) -> None:
    def examine(home: Home) -> Iterator[Check]:
        yield from checks

    monkeypatch.setattr(doctor, "examine", examine)


def test_warnings_do_not_fail_and_the_remedy_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found(monkeypatch, GOOD, POOR)

    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[:2]] == ["ok", "warn"]
    assert lines[2].strip() == POOR.remedy


def test_a_failure_is_the_exit_status_and_json_has_one_object_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found(monkeypatch, GOOD, BAD)

    assert main(["doctor", "--json"]) == 1
    good, bad = map(json.loads, capsys.readouterr().out.splitlines())
    assert good == {"name": "memory", "state": "ok", "detail": "plenty", "remedy": ""}
    assert bad["state"] == "fail"


def test_the_real_examination_looks_at_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--home", str(tmp_path / "home"), "doctor", "--json"])

    checks = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {check["name"] for check in checks} >= {"python", "packages", "microphone", "gpu", "memory", "disk", "model"}
    assert all(check["remedy"] for check in checks if check["state"] != "ok")
    assert status == int(any(check["state"] == "fail" for check in checks))
