import json
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from engine.doctor import examination, installation, machine, microphone, state
from engine.paths import Home, open_home


def child(script: str) -> list[str]:
    return [sys.executable, "-c", script]


def test_the_microphones_of_the_child_are_shown() -> None:
    check = microphone.check_microphone(child('print(\'{"microphones": ["Yeti", "Built-in"]}\')'))

    assert (check.state, check.detail) == ("ok", "Yeti, Built-in")


def test_no_microphone_is_no_failure_because_recordings_can_be_transcribed() -> None:
    check = microphone.check_microphone(child("print('{\"microphones\": []}')"))

    assert check.state == "warn"
    assert check.remedy


@pytest.mark.parametrize(
    ("script", "detail"),
    [
        ("import time; time.sleep(60)", "does not answer"),
        ("raise SystemExit('symbol lookup error')", "symbol lookup error"),
        ('print(\'{"error": "The PortAudio library is missing.", "remedy": "Install it."}\')', "PortAudio"),
    ],
)
def test_a_sound_system_that_hangs_or_dies_is_a_failure_with_a_remedy(script: str, detail: str) -> None:
    check = microphone.check_microphone(child(script), patience=1.0)

    assert check.state == "fail"
    assert detail in check.detail
    assert check.remedy


def test_the_child_answers_with_one_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    microphone.main()

    answer = json.loads(capsys.readouterr().out)
    assert answer.keys() in ({"microphones"}, {"error", "remedy"})


def test_a_missing_and_an_outdated_package_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    needs = ["numpy>=2", "av>=999", "no-such-package>=1", 'torch>=999; extra == "train"']
    monkeypatch.setattr(metadata, "requires", lambda name: needs)

    assert [problem.split()[0] for problem in installation.find_problems("")] == ["av", "no-such-package"]
    assert [problem.split()[0] for problem in installation.find_problems("train")] == ["torch"]


def test_training_is_examined_without_loading_it() -> None:
    script = (
        "import sys; from engine.doctor import installation as i; i.check_training(); print('torch' in sys.modules)"
    )

    outcome = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert outcome.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("environment", "state_", "detail"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "ok", "Wayland"),
        ({"DISPLAY": ":0"}, "ok", "X11"),
        ({}, "warn", "terminal"),
    ],
)
def test_the_display_is_named(environment: dict[str, str], state_: str, detail: str) -> None:
    check = machine.check_display(environment, "linux")

    assert check.state == state_
    assert detail in check.detail


def test_a_home_that_others_can_read_is_told_with_the_command_that_closes_it(tmp_path: Path) -> None:
    home = open_home(Home(tmp_path / "home"))
    assert state.check_home(home).state == "ok"

    home.base.chmod(0o755)
    check = state.check_home(home)

    assert (check.state, check.remedy) == ("warn", f"chmod 700 '{home.base}'")


def test_looking_at_a_home_does_not_make_it(tmp_path: Path) -> None:
    home = Home(tmp_path / "not yet" / "home")

    checks = [state.check_home(home), state.check_disk(home), examination.check_model(home)]

    assert checks[0].state == "ok"
    assert not (tmp_path / "not yet").exists()


def test_a_file_in_the_place_of_the_home_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")

    assert state.check_home(Home(tmp_path / "home")).state == "fail"


def test_an_active_model_that_is_gone_is_a_failure(tmp_path: Path) -> None:
    home = open_home(Home(tmp_path / "home"))
    home.models.mkdir()
    (home.models / "active.json").write_text('{"active": "gone", "previous": []}')

    check = examination.check_model(home)

    assert check.state == "fail"
    assert "gone" in check.detail
    assert check.remedy
