"""When a training starts by itself, with a clock, a battery and a keyboard that are only said to be there."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import psutil
import pytest

from engine.jobs import power
from engine.jobs.readiness import Readiness
from engine.jobs.schedule import LastTraining, Moment, Schedule, decide, must_pause

ON = Schedule(enabled=True)
NIGHT = Moment(datetime(2026, 3, 4, 23, 30), idle_seconds=3600.0, on_mains=True)
ENOUGH = Readiness(20.0, 2400, {"train": 100, "dev": 12, "test": 30}, ())
LITTLE = Readiness(1.0, 100, {"train": 5, "dev": 1, "test": 2}, ("1.0 more minutes",))


def waiting(schedule: Schedule, moment: Moment, last: LastTraining | None = None) -> list[str]:
    return [one.name for one in decide(schedule, moment, ENOUGH, last).waiting_for]


def test_at_night_on_mains_with_nobody_there_it_starts() -> None:
    decision = decide(ON, NIGHT, ENOUGH)
    assert decision.start
    assert decision.prerequisites[0].name == "switched on"
    assert all(one.text for one in decision.prerequisites)


@pytest.mark.parametrize(
    ("schedule", "moment", "missing"),
    [
        (Schedule(), NIGHT, "switched on"),
        (ON, replace(NIGHT, now=datetime(2026, 3, 4, 12)), "hours"),
        (ON, replace(NIGHT, idle_seconds=60.0), "idle"),
        (ON, replace(NIGHT, on_mains=False), "power"),
        (ON, replace(NIGHT, dictating=True), "dictation"),
    ],
)
def test_each_prerequisite_is_waited_for_and_stops_a_run(schedule: Schedule, moment: Moment, missing: str) -> None:
    assert waiting(schedule, moment) == [missing]
    assert [one.name for one in must_pause(schedule, moment)] == [missing]
    assert not must_pause(ON, NIGHT)


def test_what_the_machine_cannot_tell_stands_in_the_way_of_nothing() -> None:
    assert waiting(ON, replace(NIGHT, idle_seconds=None, on_mains=None)) == []
    assert waiting(replace(ON, mains_only=False), replace(NIGHT, on_mains=False)) == []


@pytest.mark.parametrize(
    ("start", "end", "moment", "covered"),
    [
        (time(22), time(6), time(22), True),
        (time(22), time(6), time(5, 59), True),
        (time(22), time(6), time(6), False),
        (time(22), time(6), time(21, 59), False),
        (time(1), time(5), time(3), True),
        (time(1), time(5), time(5), False),
        (time(0), time(0), time(15), True),
    ],
)
def test_hours_may_run_past_midnight(start: time, end: time, moment: time, covered: bool) -> None:
    assert Schedule(start=start, end=end).covers(moment) is covered


def test_too_little_speech_is_said_with_what_is_missing() -> None:
    (one,) = decide(replace(ON, news_minutes=0), NIGHT, LITTLE).waiting_for
    assert (one.name, "1.0 more minutes" in one.text) == ("speech", True)


def test_nothing_new_is_not_learnt_twice() -> None:
    before = LastTraining(NIGHT.now - timedelta(days=1), accepted=False, reason="Not proven.", minutes=18.0)
    assert waiting(ON, NIGHT, before) == ["news"]
    assert waiting(ON, NIGHT, replace(before, minutes=14.0)) == []


def test_a_failed_training_is_tried_again_the_next_night_and_not_before() -> None:
    failed = LastTraining(NIGHT.now - timedelta(hours=1), accepted=False, reason="x", minutes=20.0, failed=True)
    assert waiting(ON, NIGHT, failed) == ["rest"]
    assert waiting(ON, NIGHT, replace(failed, ended=NIGHT.now - timedelta(hours=21))) == []


def test_an_interrupted_training_goes_on_without_anything_new() -> None:
    before = LastTraining(NIGHT.now - timedelta(days=1), accepted=True, reason="", minutes=20.0)
    assert not decide(ON, NIGHT, ENOUGH, before).start
    assert decide(ON, NIGHT, ENOUGH, before, unfinished=True).start


@pytest.mark.parametrize(("plugged", "expected"), [(True, True), (False, False), (None, None)])
def test_the_battery_tells_about_mains(
    monkeypatch: pytest.MonkeyPatch, plugged: bool | None, expected: bool | None
) -> None:
    battery = type("Battery", (), {"power_plugged": plugged})()
    monkeypatch.setattr(psutil, "sensors_battery", lambda: battery, raising=False)
    assert power.on_mains() is expected


def test_no_battery_is_mains(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psutil, "sensors_battery", lambda: None, raising=False)
    assert power.on_mains() is True
