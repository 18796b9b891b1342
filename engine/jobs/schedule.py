"""Trainings that start by themselves: at night, when nobody is at the computer, on mains power.

`decide` only judges a `Moment` by a `Schedule`; whoever has a clock and can tell whether the computer is used calls
it now and then, starts what it allows, and stops (with a checkpoint) what it no longer allows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal

from engine.jobs.readiness import Readiness

Name = Literal["switched on", "hours", "idle", "power", "dictation", "speech", "news", "rest"]


@dataclass(frozen=True)
class Schedule:
    """What the user allows. `start` and `end` are hours of the local day, past midnight where `end` is earlier.

    `idle_minutes` without keyboard and mouse must have passed; `news_minutes` of pairs must be new since the last
    training; after one that failed, `rest_hours` pass before the next try.
    """

    enabled: bool = False
    start: time = time(22)
    end: time = time(6)
    idle_minutes: float = 15.0
    mains_only: bool = True
    news_minutes: float = 5.0
    rest_hours: float = 20.0

    def covers(self, moment: time) -> bool:
        """Whether the hour is one of those allowed; all are where start and end are the same."""
        if self.start == self.end:
            return True
        if self.start < self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end


@dataclass(frozen=True)
class Moment:
    """What is known just now. None where the machine cannot tell: that stands in the way of nothing.

    `now` is local time. A desktop computer without a battery is on mains.
    """

    now: datetime
    idle_seconds: float | None
    on_mains: bool | None
    dictating: bool = False


@dataclass(frozen=True)
class LastTraining:
    """The last training of this home: when it ended (local time), and how; `minutes` of pairs there were then."""

    ended: datetime
    accepted: bool
    reason: str
    minutes: float = 0.0
    failed: bool = False


@dataclass(frozen=True)
class Prerequisite:
    """One thing that must hold before a training starts by itself, and how it stands, for the user."""

    name: Name
    met: bool
    text: str


@dataclass(frozen=True)
class Decision:
    """All prerequisites, in the order in which they are shown."""

    prerequisites: tuple[Prerequisite, ...]

    @property
    def start(self) -> bool:
        """Whether a training may start now."""
        return all(one.met for one in self.prerequisites)

    @property
    def waiting_for(self) -> tuple[Prerequisite, ...]:
        """What stands in the way."""
        return tuple(one for one in self.prerequisites if not one.met)


def decide(
    schedule: Schedule,
    moment: Moment,
    readiness: Readiness,
    last: LastTraining | None = None,
    *,
    unfinished: bool = False,
) -> Decision:
    """Whether a training may start by itself now. An `unfinished` one goes on whatever is new."""
    checks = [_switched_on(schedule), *_surroundings(schedule, moment)]
    if not unfinished:
        checks += [_speech(readiness), _news(schedule, readiness, last)]
    checks.append(_rest(schedule, moment, last))
    return Decision(tuple(checks))


def must_pause(schedule: Schedule, moment: Moment) -> tuple[Prerequisite, ...]:
    """Why a training that started by itself has to stop now, with a checkpoint; nothing if it may go on."""
    return tuple(one for one in (_switched_on(schedule), *_surroundings(schedule, moment)) if not one.met)


def _surroundings(schedule: Schedule, moment: Moment) -> Sequence[Prerequisite]:
    hours = f"{schedule.start:%H:%M} to {schedule.end:%H:%M}"
    always = schedule.start == schedule.end
    idle = moment.idle_seconds is None or moment.idle_seconds >= 60 * schedule.idle_minutes
    mains = not schedule.mains_only or moment.on_mains is not False
    return (
        Prerequisite("hours", schedule.covers(moment.now.time()), "At any hour" if always else f"From {hours}"),
        Prerequisite("idle", idle, f"{schedule.idle_minutes:g} minutes without keyboard or mouse"),
        Prerequisite("power", mains, "On mains power" if schedule.mains_only else "On mains power or battery"),
        Prerequisite("dictation", not moment.dictating, "No dictation is running"),
    )


def _switched_on(schedule: Schedule) -> Prerequisite:
    return Prerequisite("switched on", schedule.enabled, "Training by itself is switched on")


def _speech(readiness: Readiness) -> Prerequisite:
    if readiness.ready:
        return Prerequisite("speech", True, f"{readiness.minutes:.0f} minutes of your speech to learn from")
    return Prerequisite("speech", False, f"Still needed: {', '.join(readiness.missing)}")


def _news(schedule: Schedule, readiness: Readiness, last: LastTraining | None) -> Prerequisite:
    new = readiness.minutes - (last.minutes if last and not last.failed else 0.0)
    wanted = f"{schedule.news_minutes:g} minutes of new speech since the last training"
    if new >= schedule.news_minutes:
        return Prerequisite("news", True, wanted)
    return Prerequisite("news", False, f"{wanted}; there are {max(0.0, new):.1f}")


def _rest(schedule: Schedule, moment: Moment, last: LastTraining | None) -> Prerequisite:
    rest = timedelta(hours=schedule.rest_hours)
    rested = last is None or not last.failed or moment.now - last.ended >= rest
    return Prerequisite("rest", rested, f"{schedule.rest_hours:g} hours after a training that failed")
