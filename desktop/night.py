"""Trainings that begin by themselves: looks now and then whether one may start, and whether it may go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.idle import idle_seconds
from desktop.tasks import Control, Tasks
from desktop.training import Training
from engine.errors import AttuneError
from engine.jobs.power import on_mains
from engine.jobs.schedule import Decision, LastTraining, Moment, Schedule, decide, must_pause
from engine.session.live import State
from engine.settings import Settings
from engine.settings.declarations import (
    NIGHT_BEGINS,
    NIGHT_ENDS,
    NIGHT_IDLE_MINUTES,
    NIGHT_MAINS_ONLY,
    TRAIN_AT_NIGHT,
)

LOOK_MS = 60_000


@dataclass(frozen=True)
class Outlook:
    """What stands between now and a training that starts by itself, and how the last one ended."""

    decision: Decision
    last: LastTraining | None


def schedule_from(settings: Settings) -> Schedule:
    """What the user allows."""
    return Schedule(
        enabled=settings.get(TRAIN_AT_NIGHT),
        start=time(settings.get(NIGHT_BEGINS)),
        end=time(settings.get(NIGHT_ENDS)),
        idle_minutes=float(settings.get(NIGHT_IDLE_MINUTES)),
        mains_only=settings.get(NIGHT_MAINS_ONLY),
    )


def moment_now(*, dictating: bool) -> Moment:
    """What is known just now."""
    return Moment(datetime.now().astimezone().replace(tzinfo=None), idle_seconds(), on_mains(), dictating)


class Night(QObject):
    """Starts and pauses `training` as the settings allow; `look` gives the moment."""

    failed = Signal(object)  # AttuneError

    def __init__(
        self,
        training: Training,
        settings: Settings,
        tasks: Tasks,
        parent: QObject | None = None,
        look: Callable[..., Moment] = moment_now,
    ) -> None:
        super().__init__(parent)
        self._training = training
        self._settings = settings
        self._tasks = tasks
        self._look = look
        self._dictating = False
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.check)

    def begin(self) -> None:
        """Look from now on."""
        self._timer.start()

    def note_dictation(self, state: State) -> None:
        """The dictation is in another state."""
        self._dictating = state != "idle"

    def check(self) -> None:
        """Start what may start, and pause what may not go on."""
        training, schedule = self._training, schedule_from(self._settings)
        if training.active:
            moment = self._look(dictating=self._dictating)
            # A dictation alone ends nothing: a training makes room for it in its own way.
            stops = [one for one in must_pause(schedule, moment) if one.name != "dictation"]
            if training.by_schedule and stops and training.phase != "stopping":
                training.pause("schedule")
        elif schedule.enabled and not self._looking:
            self._looking = True
            self._tasks.run(self, self.outlook, self._start, failed=self._note_failure)

    def outlook(self, control: Control | None = None) -> Outlook:
        """Look at everything; reads the library, so not on the window's thread.

        Raises:
            AttuneError: the library or the model cannot be read.
        """
        personalization = self._training.personalization
        last = personalization.last()
        offer = personalization.offer()
        unfinished = personalization.unfinished() is not None
        moment = self._look(dictating=self._dictating)
        return Outlook(
            decide(schedule_from(self._settings), moment, offer.readiness, last, unfinished=unfinished), last
        )

    def _start(self, outlook: Outlook) -> None:
        self._looking = False
        if not outlook.decision.start or self._training.active:
            return
        if self._training.phase == "paused":
            self._training.resume(by_schedule=True)
        else:
            self._training.start(by_schedule=True)

    def _note_failure(self, error: AttuneError) -> None:
        self._looking = False
        self.failed.emit(error)
