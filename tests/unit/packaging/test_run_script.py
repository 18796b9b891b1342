"""run.sh with a stand-in for the environment's Python: the real one is installed over the network."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from shell_commands import fake_command, plain_tools

ENVIRONMENT_PYTHON = """
case "$*" in
*"install.py ready"*) exit {state} ;;
*"install.py install"*) echo "installed $*" >&2 ;;
esac
"""
ATTUNE = """
printf '<%s>' "$@"
exit 7
"""


@pytest.fixture
def programs(checkout: Path) -> Path:
    """The environment's programs: ready to start, with an attune that prints its arguments and exits with 7."""
    folder = checkout / ".venv" / "bin"
    folder.mkdir(parents=True)
    fake_command(folder / "python", ENVIRONMENT_PYTHON.format(state=0))
    fake_command(folder / "attune", ATTUNE)
    return folder


@pytest.fixture
def tools(tmp_path: Path) -> str:
    return plain_tools(tmp_path / "tools")


def run(checkout: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = ["sh", str(checkout / "packaging" / "run.sh"), *arguments]
    return subprocess.run(
        command,
        env={"PATH": os.environ["PATH"], **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_arguments_and_exit_status_go_through_exactly(checkout: Path, programs: Path) -> None:
    given = ["transcribe", "a file.wav", "", "it's", 'say "hi"', "$HOME", "*", "--yes", "line\nbreak"]

    outcome = run(checkout, "--yes", *given)

    assert outcome.stdout == "".join(f"<{argument}>" for argument in given)
    assert outcome.returncode == 7
    assert outcome.stderr == ""


def test_without_a_display_it_says_so_before_it_runs_in_the_terminal(checkout: Path, programs: Path) -> None:
    message = "No display was found"

    assert (message in run(checkout).stderr) is sys.platform.startswith("linux")
    assert message not in run(checkout, DISPLAY=":1").stderr
    assert message not in run(checkout, "doctor").stderr


def test_what_is_missing_is_added_to_the_environment(checkout: Path, programs: Path, tools: str) -> None:
    fake_command(programs / "python", ENVIRONMENT_PYTHON.format(state=3))
    outcome = run(checkout, "--no-train", "doctor", PATH=tools)

    assert "install --level core" in outcome.stderr
    assert outcome.stdout == "<doctor>"


def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Path, programs: Path, tools: str) -> None:
    (programs / "python").unlink()
    (programs / "python").symlink_to("/nowhere/python3")
    maker = fake_command(
        checkout.parent / "python3",
        f"""
case "$*" in
*"-m venv --clear"*) rm "{programs}/python"; cp "{checkout.parent}/fresh-python" "{programs}/python" ;;
esac
""",
    )
    fake_command(checkout.parent / "fresh-python", ENVIRONMENT_PYTHON.format(state=3))

    outcome = run(checkout, "doctor", PATH=tools, ATTUNE_PYTHON=str(maker))

    assert "making a virtual environment" in outcome.stderr
    assert "installed " in outcome.stderr
    assert outcome.stdout == "<doctor>"


def test_without_a_fitting_python_the_ways_to_get_one_are_named(checkout: Path, tools: str) -> None:
    folder = checkout.parent / "old"
    folder.mkdir()
    fake_command(folder / "python3", "exit 1")

    outcome = run(checkout, "doctor", PATH=f"{folder}:{tools}")

    assert outcome.returncode == 1
    assert "3.11 to 3.13" in outcome.stderr
    assert "ATTUNE_PYTHON" in outcome.stderr
