"""The training that runs, or waits to go on."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QMessageBox, QProgressBar

from desktop.engine_text import in_language
from desktop.theme import Theme
from desktop.training import Training
from desktop.windows.cards import Card, make_button, make_label, row_of, set_look
from desktop.windows.chart import LineChart, Scale, Series
from desktop.windows.personalize.words import short_percent, span, stage_name
from engine.jobs.progress import STAGES, Point


class RunCard(Card):
    """Follows `training`; hidden while there is none."""

    def __init__(self, training: Training, theme: Theme) -> None:
        super().__init__(self.tr("Training"))
        self._training = training
        self._stage = make_label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of this step"))
        self._figures = make_label(look="muted")
        self._notes = make_label(look="warning")
        steps = self.tr("step {number}")
        self.loss = LineChart(
            theme,
            self.tr("Loss"),
            Scale(lambda x: steps.format(number=QLocale().toString(int(x))), lambda y: QLocale().toString(y, "f", 2)),
            self.tr("Begins with the learning."),
        )
        self.loss.setToolTip(self.tr("How far the model's answers are from what was said; it should fall."))
        self.wer = LineChart(
            theme,
            self.tr("Words wrong"),
            Scale(lambda x: steps.format(number=QLocale().toString(int(x))), short_percent),
            self.tr("Begins with the learning."),
        )
        self.wer.setToolTip(
            self.tr(
                "The word error rate on utterances that are only used to choose the best moment, not to learn from."
            )
        )
        self.pause = make_button(self.tr("P&ause"), training.pause)
        self.pause.setToolTip(self.tr("Ends with a checkpoint; it can go on any time, also after a restart."))
        self.resume = make_button(self.tr("&Go on"), training.resume, primary=True)
        self.cancel = make_button(self.tr("&Discard…"), self._ask_and_cancel)
        self.cancel.setToolTip(self.tr("Ends it and throws away what it has learnt. Your model stays as it is."))
        self.body.addWidget(self._stage)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._figures)
        self.body.addWidget(self._notes)
        self.body.addLayout(row_of(self.loss, self.wer))
        self.body.addLayout(row_of(self.pause, self.resume, self.cancel, None))
        training.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show where it is."""
        training, progress = self._training, self._training.progress
        self.setVisible(training.phase != "idle")
        if training.phase == "idle":
            return
        self._stage.setText(self._headline())
        set_look(self._stage, "warning" if training.phase == "paused" else "heading")
        share = progress.share
        self._bar.setVisible(training.phase != "paused")
        self._bar.setRange(0, 0 if share is None else 1000)
        self._bar.setValue(round(1000 * (share or 0.0)))
        self._figures.setText(self._details())
        self._figures.setVisible(bool(self._figures.text()))
        self._notes.setText("\n".join(progress.notes[-3:]))
        self._notes.setVisible(bool(progress.notes))
        charted = bool(progress.losses or progress.wers)
        self.loss.setVisible(charted)
        self.wer.setVisible(charted)
        self.loss.show_series([Series(self.tr("Loss"), _points(progress.losses))])
        self.wer.show_series([Series(self.tr("Words wrong"), _points(progress.wers), "good", dots=True)])
        running = training.phase in ("preparing", "running", "holding")
        self.pause.setVisible(running)
        self.resume.setVisible(training.phase == "paused")
        self.cancel.setEnabled(training.phase != "stopping")

    def _headline(self) -> str:
        training, progress = self._training, self._training.progress
        if training.phase == "paused":
            return self._why_paused()
        name = stage_name(progress.stage)
        if training.phase == "stopping":
            return self.tr("Stopping with a checkpoint…")
        if training.phase == "holding":
            return self.tr("Waiting while you dictate: {stage}").format(stage=name)
        if not progress.stage_number:
            return f"{name}…"
        return self.tr("Step {number} of {all}: {stage}").format(
            number=progress.stage_number, all=len(STAGES), stage=name
        )

    def _why_paused(self) -> str:
        outcome = self._training.outcome
        said = {
            "user": self.tr("Paused. It goes on where it stopped."),
            "memory": self.tr("Paused because memory is short. It goes on by itself when there is enough."),
            "schedule": self.tr("Paused until the next night. It goes on by itself."),
            "interrupted": self.tr("A training was interrupted. It goes on where it stopped."),
        }
        if self._training.why == "fault" and outcome is not None:
            return self.tr("It stopped: {reason} What was done is kept.").format(reason=in_language(outcome.reason))
        return said.get(self._training.why, said["interrupted"])

    def _details(self) -> str:
        progress = self._training.progress
        if self._training.phase == "paused":
            return ""
        parts = []
        if progress.total:
            of = self.tr("{done} of {total}")
            done, total = (QLocale().toString(number) for number in (progress.step, progress.total))
            parts.append(of.format(done=done, total=total))
        if progress.eta is not None and progress.step < progress.total:
            parts.append(self.tr("about {time} left in this step").format(time=span(progress.eta)))
        if progress.device:
            on = {"cpu": self.tr("on the processor"), "cuda": self.tr("on the GPU"), "mps": self.tr("on the GPU")}
            parts.append(on.get(progress.device, progress.device))
        return "  ·  ".join(parts)

    def _ask_and_cancel(self) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Personalize"), self.tr("Throw this training away?"))
        box.setInformativeText(self.tr("What it has learnt so far is lost. Pause keeps it."))
        discard = box.addButton(self.tr("Throw away"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setWindowModality(self.window().windowModality())
        box.exec()
        if box.clickedButton() is discard:
            self._training.cancel()


def _points(points: tuple[Point, ...]) -> tuple[tuple[float, float], ...]:
    return tuple((float(x), y) for x, y in points)
