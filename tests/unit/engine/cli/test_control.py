"""The commands that talk to a running application; here a thread plays it, or nobody does."""

from __future__ import annotations

import json
import socket
import threading

import pytest

from engine.cli import window
from engine.cli.main import main
from engine.paths import Home


@pytest.fixture
def application(tmp_path):
    """Answers each request with the next of `answers`, and notes the requests."""
    (tmp_path / "run").mkdir()
    asked, answers = [], []
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(Home(tmp_path).runtime / "control.sock"))
    listener.listen()

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                asked.append(json.loads(connection.makefile("rb").readline()))
                connection.sendall(answers.pop(0))

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield asked, answers
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()


def test_commands_are_passed_on(application, tmp_path, capsys):
    asked, answers = application
    for name in ("start", "stop", "toggle", "cancel"):
        answers.append(b"{}\n")
        assert main(["--home", str(tmp_path), name]) == 0
    answers.append(b"{}\n")
    assert main(["--home", str(tmp_path), "show", "history"]) == 0
    assert asked[-1]["page"] == "history"
    answers.append(b"{}\n")
    assert main(["--home", str(tmp_path), "correct"]) == 0, "without an utterance it is the last one, in the window"
    assert [request["command"] for request in asked] == ["start", "stop", "toggle", "cancel", "show", "correct"]
    assert capsys.readouterr() == ("", "")


def test_the_status_is_said_for_people_and_for_programs(application, tmp_path, capsys):
    _, answers = application
    status = {"state": "idle", "model": "starter", "microphone": "", "pid": 7}
    answers += [json.dumps(status).encode() + b"\n"] * 2
    assert main(["--home", str(tmp_path), "status", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == status
    assert main(["--home", str(tmp_path), "status"]) == 0
    assert capsys.readouterr().out == "idle: model starter, microphone default\n"


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        (b'{"error": "No microphone.", "remedy": "Connect one."}\n', "No microphone. Connect one."),
        (b"", "ended before"),
    ],
)
def test_a_refusal_and_a_sudden_end_are_said(application, tmp_path, capsys, answer, complaint):
    application[1].append(answer)
    assert main(["--home", str(tmp_path), "start"]) == 1
    assert complaint in capsys.readouterr().err


def test_without_an_application_the_remedy_is_to_start_it(tmp_path, capsys):
    assert main(["--home", str(tmp_path), "toggle"]) == 1
    assert capsys.readouterr().err == "attune: Attune is not running. Start it: attune\n"


def test_without_a_display_the_terminal_help_is_shown(monkeypatch, tmp_path, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["--home", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert "terminal form" in said.err
    assert "dictate" in said.out


def test_without_pyside_the_remedy_is_to_install_it(monkeypatch):
    monkeypatch.setattr(window.importlib.util, "find_spec", lambda name: None)
    assert "PySide6" in window.why_no_window({"DISPLAY": ":0"})


def test_with_a_display_nothing_is_missing():
    assert window.why_no_window({"DISPLAY": ":0"}) == ""
    assert window.why_no_window({"QT_QPA_PLATFORM": "offscreen"}) == ""
