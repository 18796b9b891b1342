from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.tasks import Tasks
from desktop.training import Training
from engine.errors import ChildError
from engine.jobs.child import Outcome
from engine.jobs.yielding import Demand

GIB = 1 << 30
DONE = Outcome("refused", "Not proven.", verdict="not proven")


@dataclass
class ScriptedChild:
    """A trainer that hears what it is asked, and ends when it is cancelled or told to."""

    asked: list[object] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def lower_priority(self) -> None:
        self.asked.append("lower")

    def hold(self, held: bool) -> None:
        self.asked.append(("hold", held))

    def cancel(self) -> None:
        self.asked.append("cancel")
        self.over.set()


class ScriptedPersonalization:
    """Runs no trainer: it tells `events`, then ends with `outcome`, or as cancelled."""

    def __init__(self, job: Path | None = None) -> None:
        self.job = job
        self.child = ScriptedChild()
        self.events = [{"event": "start", "device": "cpu"}, {"event": "stage", "stage": "baseline"}]
        self.outcome: Outcome | Exception = DONE
        self.given_up = 0
        self.enough = True

    def unfinished(self) -> Path | None:
        return self.job

    def check_texts(self, base, progress):
        progress(1, 2)
        return 0

    def offer(self, base):
        readiness = SimpleNamespace(ready=self.enough, missing=("5 more minutes",))
        return SimpleNamespace(readiness=readiness)

    def prepare(self, offer) -> Path:
        self.job = Path("job")
        return self.job

    def run(self, job, listen, started) -> Outcome:
        started(self.child)
        for event in self.events:
            listen(event)
        assert self.child.over.wait(20)
        if "cancel" in self.child.asked:
            return Outcome("cancelled", "Cancelled.")
        if isinstance(self.outcome, Exception):
            raise self.outcome
        if not self.outcome.can_go_on:
            self.job = None
        return self.outcome

    def give_up(self, job) -> None:
        self.given_up += 1
        self.job = None


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def make(tasks):
    made = []

    def make(scripted: ScriptedPersonalization, free: int = 8 * GIB) -> Training:
        machine = SimpleNamespace(free=free)
        training = Training(
            scripted, tasks, look=lambda dictating, on_gpu: Demand(dictating, on_gpu, machine.free, GIB)
        )
        training.machine = machine
        made.append(training)
        return training

    yield make
    for training in made:
        training.close()


def test_a_training_runs_at_low_priority_to_its_end(make, qtbot):
    scripted = ScriptedPersonalization()
    training = make(scripted)
    training.start()
    qtbot.waitUntil(lambda: training.progress.stage == "baseline")
    assert training.phase == "running"
    assert scripted.child.asked == ["lower"]
    with qtbot.waitSignal(training.ended) as ended:
        scripted.child.over.set()
    assert ended.args == [DONE]
    assert (training.phase, training.outcome) == ("idle", DONE)


def test_an_accepted_model_is_told_to_whoever_dictates(make, qtbot):
    scripted = ScriptedPersonalization()
    scripted.outcome = Outcome("accepted", "Better.", model="starter-personal-1")
    scripted.child.over.set()
    training = make(scripted)
    with qtbot.waitSignals([training.activated, training.ended]):
        training.start()


def test_pausing_keeps_the_job_and_going_on_keeps_the_curve(make, qtbot):
    scripted = ScriptedPersonalization()
    scripted.events.append({"event": "metric", "stage": "train", "step": 5, "wer": 0.2})
    training = make(scripted)
    training.start()
    qtbot.waitUntil(lambda: bool(training.progress.wers))
    training.pause()
    assert training.phase == "stopping"
    qtbot.waitUntil(lambda: training.phase == "paused")
    assert training.why == "user"
    scripted.child = ScriptedChild()
    training.resume()
    qtbot.waitUntil(lambda: training.phase == "running")
    assert training.progress.wers == ((5, 0.2),)


def test_cancelling_throws_the_job_away(make, qtbot):
    scripted = ScriptedPersonalization()
    training = make(scripted)
    training.start()
    qtbot.waitUntil(lambda: training.phase == "running")
    training.cancel()
    qtbot.waitUntil(lambda: training.phase == "idle" and scripted.given_up == 1)


def test_a_job_that_the_program_did_not_live_to_finish_is_found(make, qtbot):
    scripted = ScriptedPersonalization(Path("job"))
    training = make(scripted)
    assert (training.phase, training.why) == ("paused", "interrupted")
    training.resume()
    qtbot.waitUntil(lambda: training.phase == "running")


def test_it_holds_while_dictation_needs_the_gpu_and_lets_go_where_memory_is_short(make, qtbot):
    scripted = ScriptedPersonalization()
    scripted.events[0] = {"event": "start", "device": "cuda"}
    training = make(scripted)
    training.start()
    qtbot.waitUntil(lambda: training.progress.stage == "baseline" and training.phase == "running")
    training.note_dictation("recording")
    assert training.phase == "holding"
    training.note_dictation("idle")
    assert training.phase == "running"
    assert scripted.child.asked[1:] == [("hold", True), ("hold", False)]
    training.machine.free = GIB // 2
    training._mind_the_machine()
    qtbot.waitUntil(lambda: training.phase == "paused")
    assert training.why == "memory"
    scripted.child = ScriptedChild()
    training._mind_the_machine()
    assert training.phase == "paused"
    training.machine.free = 8 * GIB
    training._mind_the_machine()
    qtbot.waitUntil(lambda: training.phase == "running")


def test_too_little_speech_and_a_broken_trainer_are_told(make, qtbot):
    scripted = ScriptedPersonalization()
    scripted.enough = False
    training = make(scripted)
    with qtbot.waitSignal(training.failed) as failed:
        training.start()
    assert "5 more minutes" in str(failed.args[0])
    assert training.phase == "idle"
    scripted.enough, scripted.outcome = True, ChildError("It fell over.")
    scripted.child.over.set()
    with qtbot.waitSignal(training.failed):
        training.start()
    assert (training.phase, training.why) == ("paused", "fault")
