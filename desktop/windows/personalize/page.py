"""The page that makes a personal model, and shows what it gained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from desktop.context import Context
from desktop.engine_text import in_language
from desktop.tasks import Control
from desktop.windows.cards import Card, make_label, scrolled
from desktop.windows.chart import LineChart, Scale, Series
from desktop.windows.main.page import Page
from desktop.windows.models.actions import ModelActions
from desktop.windows.personalize.night import NightCard
from desktop.windows.personalize.readiness import ReadinessCard
from desktop.windows.personalize.result import ResultCard
from desktop.windows.personalize.run import RunCard
from desktop.windows.personalize.versions import VersionsCard
from engine.jobs.child import Outcome
from engine.jobs.expectation import Expectation, expect
from engine.jobs.report import Report, load_report
from engine.jobs.session import Offer
from engine.jobs.versions import Version, versions
from engine.library.accuracy import Accuracy, accuracy_by_week
from engine.models.pointer import STARTER_ID

COLOURS = ("muted", "accent", "good", "warning", "doubt", "bad")


@dataclass(frozen=True)
class _History:
    """What was trained before, and how dictation went since."""

    versions: list[Version]
    weeks: list[Accuracy]


class PersonalizePage(Page):
    """Cards from top to bottom: the run, its result, readiness, versions, errors over time, the night."""

    key = "personalize"
    icon = "personalize"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        training = context.bridge.trainer
        self.training = training
        self.changes = ModelActions(context, self)
        self.run_card = RunCard(training, context.theme)
        self.result = ResultCard(context)
        self.readiness = ReadinessCard()
        self.versions = VersionsCard()
        self.night = NightCard(context, context.bridge.night)
        self._over_time = Card(self.tr("Errors per hundred words, over time"))
        self._chart = LineChart(
            context.theme,
            self.tr("By week and version"),
            Scale(_week, lambda value: QLocale().toString(value, "f", 1)),
            self.tr("Correct or confirm dictations of two weeks, and the curve appears here."),
        )
        self._over_time.body.addWidget(self._chart)
        self._over_time.body.addWidget(
            make_label(
                self.tr("Of dictations that were corrected or confirmed; only words that were misheard count."), "muted"
            )
        )
        column = QVBoxLayout()
        column.setSpacing(14)
        for card in (self.run_card, self.readiness, self.result, self.versions, self._over_time, self.night):
            column.addWidget(card)
        column.addStretch(1)
        self._area: QScrollArea = scrolled(column)
        self.body.addWidget(self._area, 1)
        self._connect()

    @classmethod
    def title(cls) -> str:
        """Its name."""
        return QCoreApplication.translate("PersonalizePage", "Personalize")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 # Qt's name
        """Look what there is to learn from each time the page comes up."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Look at the library and the models."""
        if self.training.phase == "idle":
            self.context.tasks.run(self, self._look, self._show_offer, failed=self.readiness.show_fault)
        self.context.tasks.run(self, self._look_back, self._show_history)

    def show_report(self, version: Version) -> None:
        """Show the result of a training."""
        if version.report is None:
            return
        path = version.report

        def show(report: Report) -> None:
            self._show_result(report, path, version)
            self._area.ensureWidgetVisible(self.result)

        self.context.tasks.run(self, lambda control: load_report(path), show)

    def _connect(self) -> None:
        self.readiness.start_wanted.connect(self.training.start)
        self.readiness.enrolment_wanted.connect(lambda: self.context.open_page("enrolment", None))
        self.readiness.review_wanted.connect(lambda: self.context.open_page("correct", None))
        self.training.changed.connect(self._follow_training)
        self.training.ended.connect(self._show_end)
        self.versions.report_wanted.connect(self.show_report)
        self.versions.activate_wanted.connect(self.changes.activate)
        self.versions.roll_back_wanted.connect(self.changes.roll_back)
        self.result.activate_wanted.connect(self.changes.activate)
        self.result.keep_old_wanted.connect(self.changes.roll_back)
        self.changes.busy_changed.connect(lambda: self.versions.set_busy(bool(self.changes.busy)))
        self.changes.changed.connect(self._after_change)
        self._follow_training()

    def _look(self, control: Control) -> tuple[Offer, Expectation]:
        offer = self.training.personalization.offer()
        return offer, expect(offer.material.pairs)

    def _look_back(self, control: Control) -> _History:
        database = self.context.library.database
        installed = self.context.bridge.registry.installed()
        return _History(versions(database, self.context.home.jobs, installed), accuracy_by_week(database))

    def _show_offer(self, found: tuple[Offer, Expectation]) -> None:
        self.readiness.show_offer(*found)

    def _show_history(self, history: _History) -> None:
        active = self.context.bridge.active_model()
        self.versions.show_versions(
            history.versions, in_language(active.card.name), can_go_back=active.id != STARTER_ID
        )
        self.versions.set_busy(bool(self.changes.busy))
        self.versions.roll_back.setEnabled(active.id != STARTER_ID and not self.changes.busy)
        self._chart.show_series(_by_model(history.weeks))
        shown = self.result.isVisible()
        for version in history.versions[:1]:
            if version.report is not None and (shown or version.active):
                self._refresh_result(version)

    def _refresh_result(self, version: Version) -> None:
        path = version.report
        assert path is not None
        self.context.tasks.run(
            self, lambda control: load_report(path), lambda report: self._show_result(report, path, version)
        )

    def _show_result(self, report: Report, path: Path, version: Version) -> None:
        self.result.show_report(report, path, version.model, active=version.active, installed=version.installed)

    def _follow_training(self) -> None:
        self.readiness.setVisible(self.training.phase == "idle")

    def _show_end(self, outcome: Outcome) -> None:
        self.refresh()
        if not outcome.report:
            return

        def show(history: _History) -> None:
            if history.versions:
                self.show_report(history.versions[0])

        self.context.tasks.run(self, self._look_back, show)

    def _after_change(self) -> None:
        self.refresh()


def _by_model(weeks: Sequence[Accuracy]) -> list[Series]:
    """A curve for each model, in the order in which they were used."""
    models = list(dict.fromkeys(one.model for one in weeks))
    return [
        Series(
            model,
            tuple((float(one.week.toordinal()), one.per_hundred) for one in weeks if one.model == model),
            COLOURS[number % len(COLOURS)],
            dots=True,
        )
        for number, model in enumerate(models)
    ]


def _week(ordinal: float) -> str:
    day = date.fromordinal(int(ordinal))
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
