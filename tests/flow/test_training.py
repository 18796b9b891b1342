"""A training driven from the window's side, with the real trainer as its child."""

from __future__ import annotations

import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

import pytest
from job_folder import make_job_folder

from desktop.tasks import Tasks
from desktop.training import Training
from engine.jobs.result import progress_of
from engine.jobs.session import Personalization
from engine.jobs.yielding import Demand
from engine.library.library import Library
from engine.models.registry import Registry
from engine.paths import Home, open_home

pytestmark = [pytest.mark.full, pytest.mark.timeout(1_200)]
PATIENCE = 300_000  # milliseconds: loading torch alone takes long on a busy machine


@pytest.fixture
def home(tmp_path):
    home = open_home(Home(tmp_path / "home"))
    job = home.jobs / "tiny-personal-1"
    job.mkdir(parents=True)
    make_job_folder(job)
    with Library(home) as library:
        library.runs.begin("tiny-personal-1", "tiny", [])
    return home


def test_a_training_found_at_the_start_goes_on_gives_way_pauses_and_ends(home, qapp, qtbot):
    tasks = Tasks()
    with Library(home) as library:

        def open_training() -> Training:
            return Training(
                Personalization(home, Registry(home), library),
                tasks,
                look=lambda dictating, on_gpu: Demand(dictating, dictating, free=8 << 30, spare=1 << 30),
            )

        training = open_training()
        job = training.personalization.unfinished()
        assert (training.phase, training.why) == ("paused", "interrupted")
        training.resume()
        qtbot.waitUntil(lambda: training.progress.stage == "baseline" and training.progress.step > 0, timeout=PATIENCE)

        training.note_dictation("recording")
        assert training.phase == "holding"
        seen = _steps_once_still(training, qtbot)
        qtbot.wait(500)
        assert training.progress.step == seen
        training.note_dictation("idle")
        assert training.phase == "running"
        qtbot.waitUntil(lambda: training.progress.stage == "train", timeout=PATIENCE)
        training.close()  # the program ends: a checkpoint, and the job stays
        assert training.personalization.unfinished() == job
        assert "baseline" in progress_of(job)

        again = open_training()
        again.resume()
        with qtbot.waitSignal(again.ended, timeout=PATIENCE) as ended:
            pass
        outcome = ended.args[0]
        assert outcome.kind == "refused"
        assert "set aside" in outcome.reason
        assert (job / "report.json").is_file()
        assert again.personalization.unfinished() is None
        assert again.phase == "idle"
        again.close()
    tasks.close()


def _steps_once_still(training: Training, qtbot) -> int:  # type: ignore[no-untyped-def]
    """The step it holds at: what was under way is finished first."""
    last, since = training.progress.step, time.monotonic()
    while time.monotonic() - since < 3.0:
        qtbot.wait(100)
        if training.progress.step != last:
            last, since = training.progress.step, time.monotonic()
    return last
