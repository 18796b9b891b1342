import json
import os
import signal
import threading
from pathlib import Path
from typing import Any, ClassVar

import pytest
from library_samples import dictate

from engine.cli.main import main
from engine.cli.personalize import _figures, _span, follow
from engine.jobs.child import Event, Outcome
from engine.jobs.make import collect
from engine.jobs.readiness import assess
from engine.jobs.session import Offer, Personalization
from engine.library.library import Library
from engine.models.registry import Registry
from engine.paths import Home, hash_path, open_home


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with Library(open_home(Home(tmp_path / "home"))) as library:
        for number in range(56):
            split = "train" if number < 30 else "dev" if number < 35 else "test"
            text = " ".join(f"w{hash_path(Path(f'{number}/{place}')) % 100_000:x}" for place in range(6))
            dictate(library, text, seconds=3.0, seed=number, split=split, status="read")
    return tmp_path / "home"


class Trainings(Personalization):
    """The command's other half: a training takes minutes, so here its events are given."""

    told: ClassVar[list[Event]] = [
        {"event": "stage", "stage": "train"},
        {"event": "progress", "stage": "train", "step": 3, "total": 9, "loss": 1.25, "eta_s": 120, "wer": 0.25},
        {"event": "warning", "what": "Left out: train.jsonl, line 3: there is no text."},
        {"event": "done", "accepted": True},
    ]
    ended = Outcome("accepted", "On 20 utterances it is better.", "starter-personal-1", "/r/report.json")
    interrupted: Path | None = None
    started: ClassVar[list[Path]] = []

    def offer(self, base: str | None = None) -> Offer:
        with Library(self._home, writable=False) as library:
            material = collect(library)
        return Offer(base or "starter", assess(material.pairs), material, 300.0)

    def check_texts(self, base: str | None = None, progress: Any = None) -> int:
        return 2

    def other_speech(self) -> Path | None:
        return None

    def prepare(self, offer: Offer, folder: Path | None = None, others: Path | None = None) -> Path:
        return folder or self._home.jobs / "new"

    def unfinished(self) -> Path | None:
        return self.interrupted

    def run(self, job: Path, listen: Any, started: Any) -> Outcome:
        self.started.append(job)
        for event in self.told:
            listen(event)
        return self.ended


@pytest.fixture
def trainings(monkeypatch: pytest.MonkeyPatch) -> type[Trainings]:
    monkeypatch.setattr("engine.cli.personalize.Personalization", Trainings)
    monkeypatch.setattr(Trainings, "started", [])
    return Trainings


def test_too_little_speech_says_what_is_missing(tmp_path: Path, trainings: type[Trainings], capsys: Any) -> None:
    with Library(open_home(Home(tmp_path / "home"))) as library:
        dictate(library, "one sentence is not enough", status="read")
    assert main(["--home", str(tmp_path / "home"), "personalize", "--yes"]) == 2
    said = capsys.readouterr().err
    assert "not enough to learn from yet" in said
    assert "more utterances set aside to test with" in said
    assert trainings.started == []


def test_json_passes_events_on_and_ends_with_the_outcome(home: Path, trainings: type[Trainings], capsys: Any) -> None:
    assert main(["--home", str(home), "personalize", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[:-1] == Trainings.told[:-1]
    done = {"event": "done", "accepted": True, "model": "starter-personal-1", "report": "/r/report.json"}
    assert lines[-1].items() >= done.items()
    assert lines[-1]["reason"]


def test_a_person_sees_the_estimate_and_how_to_go_back(home: Path, trainings: type[Trainings], capsys: Any) -> None:
    assert main(["--home", str(home), "personalize", "--yes"]) == 0
    said = capsys.readouterr().out
    assert "2.8 minutes of your speech" in said
    assert "2 texts do not fit their recordings" in said
    assert "about 5 minutes" in said
    assert "attune models rollback" in said
    assert "/r/report.html" in said


@pytest.mark.parametrize(("kind", "status"), [("refused", 0), ("cancelled", 130), ("memory", 1), ("data", 2)])
def test_each_end_has_its_exit_status(
    home: Path, trainings: type[Trainings], monkeypatch: pytest.MonkeyPatch, capsys: Any, kind: Any, status: int
) -> None:
    monkeypatch.setattr(Trainings, "ended", Outcome(kind, "Because."))
    assert main(["--home", str(home), "personalize", "--yes"]) == status
    said = capsys.readouterr().out
    assert "Because." in said
    assert ("To go on: attune personalize" in said) == (kind in ("cancelled", "memory"))


def test_an_interrupted_training_goes_on(
    home: Path, trainings: type[Trainings], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Trainings, "interrupted", home / "jobs" / "old")
    assert main(["--home", str(home), "personalize", "--json"]) == 0
    assert trainings.started == [home / "jobs" / "old"]


def test_the_bar_shows_time_loss_and_errors() -> None:
    assert _figures({"event": "progress", "eta_s": 600, "loss": 1.239, "wer": 0.25}) == (
        "10 minutes left, loss 1.24, 25.0% of words wrong"
    )
    assert [_span(seconds) for seconds in (3, 61, 600, 9000)] == ["10 seconds", "60 seconds", "10 minutes", "2.5 hours"]


def test_the_status_says_what_is_there_and_what_was_trained(
    home: Path, trainings: type[Trainings], capsys: Any
) -> None:
    with Library(open_home(Home(home))) as library:
        library.runs.begin("starter-personal-1", "starter", [])
        library.runs.finish("starter-personal-1", "refused")
    assert main(["--home", str(home), "personalize", "--status", "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["ready"], row["utterances"]["test"]) == (True, 21)
    assert row["last"]["reason"] == "The training ended: refused."
    assert main(["--home", str(home), "personalize", "--status"]) == 0
    said = capsys.readouterr().out
    assert "2.8 minutes of your speech" in said
    assert "The training ended: refused." in said
    assert trainings.started == []


@pytest.mark.parametrize("early", [False, True], ids=["while it runs", "before it has started"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_asks_the_training_to_stop_and_waits_for_its_end(home: Path, number: int, early: bool) -> None:
    asked, before = threading.Event(), signal.getsignal(number)

    class Child:
        def cancel(self) -> None:
            asked.set()

    class Cancelled(Trainings):
        def run(self, job: Path, listen: Any, started: Any) -> Outcome:
            if not early:
                started(Child())
            os.kill(os.getpid(), number)
            if early:
                started(Child())
            assert asked.wait(20)
            return Outcome("cancelled", "Stopped.")

    training = Cancelled(open_home(Home(home)), Registry(Home(home)))
    assert follow(training, home, as_json=True).kind == "cancelled"
    assert signal.getsignal(number) is before
