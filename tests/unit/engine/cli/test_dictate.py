"""The command as a user runs it: a child process, a recording as the microphone, a tiny random model."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
from speech import noise, silence, speech
from tiny_whisper import make_model

from engine.cli.main import main
from engine.library.entities import Utterance
from engine.library.library import Library
from engine.paths import Home
from engine.text.rules import describe_rules

ROOT = Path(__file__).parents[4]
TEXTS = ("The boat is on the lake.", "He bought bread and milk.")


@pytest.fixture(scope="module")
def model(tmp_path_factory) -> Path:
    return make_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture(scope="module")
def samples() -> np.ndarray:
    return np.concatenate([silence(0.5), speech(TEXTS[0]), silence(1.0), speech(TEXTS[1]), silence(0.3)])


@pytest.fixture(scope="module")
def recording(tmp_path_factory, samples) -> Path:
    path = tmp_path_factory.mktemp("recordings") / "two.flac"
    sf.write(path, samples, 16_000)
    return path


def command(home: Path, *arguments: object) -> list[str]:
    return [sys.executable, "-m", "engine.cli.main", "--home", str(home), *map(str, arguments)]


def run_apart(home: Path, *arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    given = command(home, "dictate", *arguments)
    return subprocess.run(given, cwd=ROOT, capture_output=True, timeout=60, check=False, text=True, **options)


@pytest.fixture
def run(tmp_path, capsys):
    """Runs the command in this process: its status, output and errors."""

    def run(*arguments: object) -> tuple[int, str, str]:
        status = main(["--home", str(tmp_path), "dictate", *map(str, arguments)])
        return (status, *capsys.readouterr())

    return run


def events_of(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


def rows(home: Path) -> list[Utterance]:
    with Library(Home(home), writable=False) as library:
        return library.utterances.page()


def test_json_lines_tell_the_dictation_and_finals_are_in_the_library(run, tmp_path, model, recording):
    status, output, errors = run("--from", recording, "--speed", 0, "--model", model, "--json")
    assert (status, errors) == (0, "")
    events = events_of(output)
    assert [event["event"] for event in events if event["event"] != "partial"] == ["start", "final", "final", "end"]
    for event in events:
        assert {"t", "audio_t", "event", "committed", "tentative", "utterance"} <= event.keys()
    assert [event["t"] for event in events] == sorted(event["t"] for event in events)
    finals = [event for event in events if event["event"] == "final"]
    kept = {row.id: row for row in rows(tmp_path)}
    assert {final["utterance"] for final in finals} == kept.keys()
    for final in finals:
        assert final["saved"] is True
        assert kept[final["utterance"]].raw_text == final["committed"]
    assert list((tmp_path / "spool").iterdir()) == []
    assert events[-1]["committed"] == " ".join(final["committed"] for final in finals)


def test_plain_text_is_a_line_for_each_utterance_and_no_log_has_it(run, tmp_path, model, recording):
    status, output, errors = run("--from", recording, "--speed", 0, "--model", model, "--no-save")
    assert (status, errors) == (0, "")
    assert len(output.splitlines()) == 2
    assert not (tmp_path / "library").exists()
    assert not (tmp_path / "spool").exists()
    logs = [file for file in (tmp_path / "logs").iterdir() if file.is_file()]
    text = "".join(file.read_text() for file in logs).lower()
    assert "call 0 partial" in text
    said = {word.strip(".,!?").lower() for word in output.split() if len(word) > 4}
    assert said
    assert not any(word in text for word in said)
    assert {file.stat().st_mode & 0o777 for file in logs} == {0o600}


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["--from", "missing.wav"], 2, "missing.wav is not there"),
        (["--from", "{text}"], 2, "is not a recording"),
        (["--model", "nobody", "--from", "{recording}"], 1, "The model nobody is not installed"),
        (["--model", "{model}", "--from", "{recording}", "--language", "xx"], 2, "does not know the language 'xx'"),
        (["--speed", "-1"], 2, "--speed"),
        (["--endpoint-ms", "5"], 2, "--endpoint-ms"),
    ],
)
def test_bad_input_is_one_line_with_its_exit_status(run, tmp_path, model, recording, arguments, status, message):
    text = tmp_path / "text.wav"
    text.write_text("This is no recording.")
    given = [argument.format(text=text, recording=recording, model=model) for argument in arguments]
    found, output, errors = run(*given)
    assert (found, output) == (status, "")
    assert len(errors.splitlines()) == 1
    assert message in errors


def test_the_rules_that_the_user_switched_off_are_off_in_the_terminal_too(run, tmp_path, model, recording):
    off = {f"formatting.{rule.name}": False for rule in describe_rules()}
    (tmp_path / "settings.json").write_text(json.dumps({"version": 1, "values": off}))
    status, output, _ = run("--json", "--model", model, "--from", recording, "--speed", 0, "--no-save")
    assert status == 0
    finals = [event for event in events_of(output) if event["event"] == "final"]
    assert [final["text"] for final in finals] == [final["committed"] for final in finals]
    assert len(finals) == 2, "otherwise the second would have begun with a space"


def test_pcm_is_read_from_standard_input(tmp_path, model, samples):
    pcm = (samples * 32767).astype("<i2").tobytes()
    given = ["dictate", "--from", "-", "--speed", "0", "--model", model, "--json", "--no-save"]
    done = subprocess.run(command(tmp_path, *given), cwd=ROOT, input=pcm, capture_output=True, timeout=60, check=True)
    finals = [event for event in events_of(done.stdout.decode()) if event["event"] == "final"]
    assert len(finals) == 2
    assert not any(final["saved"] for final in finals)


def start(home: Path, *arguments: object, **options: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(home, "dictate", *arguments), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options
    )


def read_until(process: subprocess.Popen[bytes], kind: str) -> list[dict]:
    events = []
    while not events or events[-1]["event"] != kind:
        line = process.stdout.readline()
        assert line, process.stderr.read().decode()
        events.append(json.loads(line))
    return events


def test_ctrl_c_finishes_what_was_said_and_keeps_it(tmp_path, model, recording):
    process = start(tmp_path, "--from", recording, "--model", model, "--json")
    read_until(process, "partial")
    process.send_signal(signal.SIGINT)
    rest, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (0, b"")
    assert [event["event"] for event in events_of(rest.decode())][-2:] == ["final", "end"]
    assert len(rows(tmp_path)) == 1


def test_a_reader_that_leaves_ends_the_dictation_and_what_was_said_is_kept(tmp_path, model, recording):
    process = start(tmp_path, "--from", recording, "--model", model, "--json")
    read_until(process, "partial")
    process.stdout.close()
    assert process.wait(30) == 0
    assert process.stderr.read() == b""
    process.stderr.close()
    assert len(rows(tmp_path)) == 1


def test_a_killed_dictation_is_recovered_at_the_next_start_and_not_typed(run, tmp_path, model, samples, recording):
    long = np.concatenate(
        [samples[: len(samples) // 2], silence(0.2), speech("Nothing of this may get lost.", "en-gb")]
    )
    pcm = (long * 32767).astype("<i2").tobytes()
    process = start(tmp_path, "--from", "-", "--model", model, "--json", stdin=subprocess.PIPE)
    process.stdin.write(pcm)
    process.stdin.flush()
    time.sleep(0.1)
    read_until(process, "final")
    read_until(process, "partial")
    time.sleep(1.2)  # on disk within a second
    process.kill()
    process.communicate()
    acknowledged = rows(tmp_path)
    assert len(acknowledged) == 1

    status, output, errors = run("--from", recording, "--speed", 0, "--model", model, "--json")
    assert status == 0
    assert "Recovering" in errors
    finals = [event["utterance"] for event in events_of(output) if event["event"] == "final"]
    (recovered,) = [row for row in rows(tmp_path) if row.app == "recovered"]
    assert recovered.id not in finals
    assert recovered.status == "dictated"
    assert recovered.duration > 1.0
    assert list((tmp_path / "spool").iterdir()) == []


def test_a_full_disk_costs_no_text(tmp_path, model, samples):
    """No file may grow beyond a limit that the database keeps to, and recordings and spools do not."""
    import resource

    noisy = np.tile(samples[: len(samples) // 2], 8) + noise(len(samples) // 2 * 8 / 16_000, 0.003)
    sf.write(tmp_path / "long.flac", noisy, 16_000)

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

    given = ["--from", tmp_path / "long.flac", "--speed", 0, "--model", model, "--json", "--endpoint-ms", 3000]
    done = run_apart(tmp_path, *given, preexec_fn=limit)
    finals = [event for event in events_of(done.stdout) if event["event"] == "final"]
    assert [final["saved"] for final in finals] == [False], done.stderr
    assert finals[0]["text"]
    assert done.returncode == 1
    assert "cannot be saved" in done.stderr
    assert rows(tmp_path) == []


def test_two_dictations_at_once_are_refused(run, tmp_path, model, recording):
    first = start(tmp_path, "--from", "-", "--model", model, "--json", stdin=subprocess.PIPE)
    read_until(first, "start")  # and it waits for sound that never comes
    status, _, errors = run("--from", recording, "--speed", 0, "--model", model)
    assert status == 1
    assert "Another Attune is using this library." in errors
    first.send_signal(signal.SIGTERM)
    assert first.wait(30) == 0
    assert first.stderr.read() == b""
    first.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="uses a pseudo-terminal")
def test_on_a_terminal_it_shows_a_meter_and_keys_pause_and_end_it(tmp_path, model, recording):
    controller, terminal = pty.openpty()
    given = command(tmp_path, "dictate", "--from", recording, "--model", model)
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100", "LINES": "24"}
    process = subprocess.Popen(given, cwd=ROOT, env=environment, stdin=terminal, stdout=terminal, stderr=terminal)
    os.close(terminal)
    screen = read_screen(controller, "█")
    assert "listening" in screen
    os.write(controller, b" ")
    screen += read_screen(controller, "paused")
    os.write(controller, b" ")
    screen += read_screen(controller, "listening")
    os.write(controller, b"\x1b")
    screen += read_screen(controller, None)
    assert process.wait(30) == 0
    os.close(controller)
    assert "░" in screen
    assert "Traceback" not in screen


def read_screen(controller: int, wanted: str | None) -> str:
    """What the terminal shows until `wanted` stands there, or until the program ends."""
    seen = ""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if not select.select([controller], [], [], 0.2)[0]:
            continue
        try:
            seen += os.read(controller, 4096).decode(errors="replace")
        except OSError:
            return seen
        if wanted is not None and wanted in seen:
            return seen
    raise AssertionError(f"{wanted} never came: {seen[-500:]}")
