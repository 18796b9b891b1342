from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace

import pytest

from desktop.idle import idle_seconds
from desktop.night import Night, moment_now, schedule_from
from desktop.windows.personalize.night import ROWS, NightCard, describe
from engine.jobs.schedule import Moment, decide
from engine.settings.declarations import NIGHT_BEGINS, NIGHT_ENDS, TRAIN_AT_NIGHT

MIDNIGHT = datetime(2026, 11, 25, 0, 30)


class ScriptedTraining:
    """Remembers what the night asks of it."""

    def __init__(self, ready: bool = True) -> None:
        self.asked: list[object] = []
        self.phase = "idle"
        self.by_schedule = False
        readiness = SimpleNamespace(ready=ready, minutes=30.0, missing=("more",))
        self.personalization = SimpleNamespace(
            last=lambda: None, offer=lambda: SimpleNamespace(readiness=readiness), unfinished=lambda: None
        )

    @property
    def active(self) -> bool:
        return self.phase == "running"

    def start(self, *, by_schedule: bool) -> None:
        self.asked.append("start")
        self.phase, self.by_schedule = "running", by_schedule

    def resume(self, *, by_schedule: bool) -> None:
        self.asked.append("resume")
        self.phase, self.by_schedule = "running", by_schedule

    def pause(self, why: str) -> None:
        self.asked.append(("pause", why))
        self.phase = "paused"


@pytest.fixture
def night(stage):
    training = ScriptedTraining()
    moment = SimpleNamespace(now=MIDNIGHT, idle=3600.0, mains=True)
    night = Night(
        training,
        stage.settings,
        stage.tasks,
        look=lambda dictating: Moment(moment.now, moment.idle, moment.mains, dictating),
    )
    night.moment, night.training = moment, training
    return night


def test_it_begins_at_night_only_where_that_was_switched_on(night, stage, qtbot):
    night.check()
    assert night.training.asked == []
    stage.settings.set(TRAIN_AT_NIGHT, True)
    night.check()
    qtbot.waitUntil(lambda: night.training.asked == ["start"])
    assert night.training.by_schedule


def test_it_pauses_when_somebody_comes_and_goes_on_the_next_night(night, stage, qtbot):
    stage.settings.set(TRAIN_AT_NIGHT, True)
    night.check()
    qtbot.waitUntil(lambda: night.training.active)
    night.note_dictation("recording")  # it makes room for that in its own way
    night.check()
    assert night.training.asked == ["start"]
    night.note_dictation("idle")
    night.moment.idle = 0.0
    night.check()
    assert night.training.asked[-1] == ("pause", "schedule")
    night.moment.idle = 3600.0
    night.check()
    qtbot.waitUntil(lambda: night.training.asked[-1] == "resume")


def test_by_day_it_waits_and_what_the_user_started_goes_on(night, stage, qtbot):
    stage.settings.set(TRAIN_AT_NIGHT, True)
    night.moment.now = datetime(2026, 11, 25, 12, 0)
    night.check()
    qtbot.waitUntil(lambda: not night._looking)
    assert night.training.asked == []
    night.training.phase = "running"
    night.check()
    assert night.training.asked == []


def test_each_prerequisite_has_its_words(stage):
    stage.settings.set(NIGHT_BEGINS, 23)
    schedule = schedule_from(stage.settings)
    readiness = SimpleNamespace(ready=False, minutes=0.0, missing=("more",))
    decision = decide(schedule, Moment(MIDNIGHT, 0.0, True), readiness)
    words = [describe(one, schedule) for one in decision.prerequisites if one.name != "switched on"]
    assert words[0] == "It is between 23:00 and 6:00"
    assert len(set(words)) == len(words)
    stage.settings.set(NIGHT_ENDS, 23)
    always = schedule_from(stage.settings)
    assert describe(decision.prerequisites[1], always) == "At any hour"


def test_the_card_shows_the_hours_only_where_they_matter(stage, context, qtbot):
    card = NightCard(context, stage.bridge.night)
    qtbot.addWidget(card)
    card.show()
    assert [row.isVisible() for row in card._rows] == [True] + [False] * (len(ROWS) - 1)
    qtbot.waitUntil(lambda: card._last.text() == "Nothing was trained yet.", timeout=20_000)
    stage.settings.set(TRAIN_AT_NIGHT, True)
    assert all(row.isVisible() for row in card._rows)
    qtbot.waitUntil(lambda: card._waiting.count() >= 10, timeout=20_000)


def test_the_moment_is_known_or_said_to_be_unknown():
    moment = moment_now(dictating=True)
    assert moment.dictating
    assert moment.now.tzinfo is None
    assert idle_seconds() is None or idle_seconds() >= 0
