"""The training as the windows see it: started, followed, paused, and gone on with. There is one at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.tasks import Tasks
from engine.errors import AttuneError, InputError
from engine.jobs.child import Event, Outcome, TrainerChild
from engine.jobs.progress import RunProgress
from engine.jobs.session import Personalization
from engine.jobs.yielding import Demand, demand_now, may_return, yield_to
from engine.session.live import State

Phase = Literal["idle", "preparing", "running", "holding", "stopping", "paused"]
Why = Literal["", "user", "interrupted", "memory", "schedule", "fault"]
WATCH_MS = 5_000
CLOSE_SECONDS = 10.0  # for a checkpoint when the program ends; the trainer goes on writing it by itself
CHECKING = "texts"  # the stage before the trainer's own


class _StoppedError(Exception):
    """The user does not want it any more, before there was a job."""


class Training(QObject):
    """Runs `personalization` on a thread; everything it emits comes on the window's thread.

    `phase` says what it does; `why` a paused one is paused; `progress` is that of the run, and `outcome` how the last
    one ended. `look` tells what else needs the machine.
    """

    changed = Signal()
    ended = Signal(object)  # Outcome, when nothing is left to go on with
    activated = Signal()  # another model is active
    failed = Signal(object)  # AttuneError

    def __init__(
        self,
        personalization: Personalization,
        tasks: Tasks,
        parent: QObject | None = None,
        look: Callable[..., Demand] = demand_now,
    ) -> None:
        super().__init__(parent)
        self.personalization = personalization
        self.phase: Phase = "idle"
        self.why: Why = ""
        self.progress = RunProgress()
        self.outcome: Outcome | None = None
        self.by_schedule = False
        self._tasks = tasks
        self._look = look
        self._dictating = False
        self._wish: Literal["", "pause", "cancel"] = ""
        self._child: TrainerChild | None = None
        self._thread: threading.Thread | None = None
        self._closed = False
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self._mind_the_machine)
        if personalization.unfinished() is not None:
            self._set("paused", "interrupted")

    @property
    def active(self) -> bool:
        """Whether it runs, or is about to."""
        return self.phase in ("preparing", "running", "holding", "stopping")

    def start(self, base: str | None = None, *, by_schedule: bool = False) -> None:
        """Train on what the library holds now, from the model `base` or the active one."""
        if not self.active:
            self._launch(lambda: self._prepare(base), by_schedule=by_schedule)

    def resume(self, *, by_schedule: bool = False) -> None:
        """Go on with the training that was interrupted."""
        job = self.personalization.unfinished()
        if not self.active and job is not None:
            progress, outcome = self.progress, self.outcome
            self._launch(lambda: job, by_schedule=by_schedule)
            if outcome is None or outcome.can_go_on:
                self.progress = progress

    def pause(self, why: Why = "user") -> None:
        """End it with a checkpoint; `resume` goes on."""
        self._stop("pause", why)

    def cancel(self) -> None:
        """End it, and throw away what it has done."""
        if self.active:
            self._stop("cancel", "user")
        elif self.phase == "paused":
            self._give_up()

    def note_dictation(self, state: State) -> None:
        """The dictation is in another state."""
        self._dictating = state != "idle"
        self._mind_the_machine()

    def close(self) -> None:
        """The program ends: have a checkpoint written."""
        self._closed = True
        self._watch.stop()
        self._wish = self._wish or "pause"
        if self._child is not None:
            self._child.cancel()
        if self._thread is not None:
            self._thread.join(CLOSE_SECONDS)

    # On the thread of the training

    def _prepare(self, base: str | None) -> Path:
        misfits = self.personalization.check_texts(base, self._told_of_texts)
        offer = self.personalization.offer(base)
        if not offer.readiness.ready:
            raise InputError(
                "There is not enough to learn from yet.", f"Still needed: {', '.join(offer.readiness.missing)}."
            )
        if misfits:
            self._hear({"event": "warning", "what": f"{misfits} texts do not fit their recordings and will not train."})
        return self.personalization.prepare(offer)

    def _told_of_texts(self, done: int, total: int) -> None:
        if self._wish:
            raise _StoppedError
        self._hear({"event": "progress", "stage": CHECKING, "step": done, "total": total})

    def _run(self, make_job: Callable[[], Path]) -> None:
        try:
            outcome = self.personalization.run(make_job(), self._hear, self._child_started)
        except _StoppedError:
            self._post(lambda: self._note_end(None))
        except AttuneError as error:
            self._post(partial(self._note_failure, error))
        except BaseException as error:  # a defect: it is raised where the window's are
            self._post(partial(self._note_defect, error))
        else:
            self._post(lambda: self._note_end(outcome))

    def _child_started(self, child: TrainerChild) -> None:
        child.lower_priority()
        self._child = child
        if self._wish:
            child.cancel()
        self._post(self._note_running)

    def _hear(self, event: Event) -> None:
        if event["event"] != "heartbeat":
            self._post(lambda: self._note(event))

    def _post(self, callback: Callable[[], None]) -> None:
        if not self._closed:
            self._tasks.later(callback)

    # On the window's thread

    def _launch(self, make_job: Callable[[], Path], *, by_schedule: bool) -> None:
        self._wish, self.by_schedule = "", by_schedule
        self.progress = RunProgress()
        self.outcome = None
        self._set("preparing", "")
        self._thread = threading.Thread(target=self._run, args=(make_job,), name="training", daemon=True)
        self._thread.start()
        self._watch.start()

    def _stop(self, wish: Literal["pause", "cancel"], why: Why) -> None:
        if not self.active:
            return
        self._wish = wish
        if self._child is not None:
            self._child.cancel()
        self._set("stopping", why)

    def _note_running(self) -> None:
        if self.phase == "preparing":
            self._set("running", "")
            self._mind_the_machine()

    def _note(self, event: Event) -> None:
        before, self.progress = self.progress, self.progress.after(event)
        if self.progress is not before:
            self.changed.emit()

    def _note_end(self, outcome: Outcome | None) -> None:
        self._child = None
        self.outcome = outcome
        if outcome is not None and outcome.can_go_on:
            self._note_interruption(outcome)
            return
        self._set("idle", "")
        if outcome is not None:
            if outcome.accepted:
                self.activated.emit()
            self.ended.emit(outcome)

    def _note_interruption(self, outcome: Outcome) -> None:
        if self._wish == "cancel":
            self._give_up()
        elif outcome.kind == "cancelled":
            self._set("paused", self.why or "interrupted")
        else:
            self._set("paused", "fault")

    def _note_failure(self, error: AttuneError) -> None:
        self._child = None
        unfinished = self.personalization.unfinished() is not None
        self._set("paused" if unfinished else "idle", "fault" if unfinished else "")
        self.failed.emit(error)

    def _note_defect(self, error: BaseException) -> None:
        self._child = None
        self._set("idle", "")
        raise error

    def _give_up(self) -> None:
        job = self.personalization.unfinished()
        if job is not None:
            self._tasks.run(self, lambda control: self.personalization.give_up(job))
        self.outcome = None
        self._set("idle", "")

    def _set(self, phase: Phase, why: Why) -> None:
        self.phase, self.why = phase, why
        self.changed.emit()

    def _mind_the_machine(self) -> None:
        """Give way where dictation needs what the training has, and come back."""
        if self.phase not in ("running", "holding") and (self.phase, self.why) != ("paused", "memory"):
            return
        demand = self._look(dictating=self._dictating, on_gpu=self.progress.device not in ("", "cpu"))
        if self.phase == "paused":
            if may_return(demand, round(self.progress.memory_mb * (1 << 20))):
                self.resume(by_schedule=self.by_schedule)
            return
        wanted = yield_to(demand)
        if wanted == "let go":
            self.pause("memory")
        elif (wanted == "hold") != (self.phase == "holding") and self._child is not None:
            self._child.hold(wanted == "hold")
            self._set("holding" if wanted == "hold" else "running", "")
