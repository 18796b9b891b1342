"""Training at night: switched on and off, what it waits for, and how the last training ended."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout

from desktop.context import Context
from desktop.engine_text import in_language
from desktop.night import Night, Outlook, schedule_from
from desktop.windows.cards import Card, clear, make_label
from desktop.windows.counted import Counted
from desktop.windows.settings.row import SettingRow
from engine.errors import AttuneError
from engine.jobs.schedule import Prerequisite, Schedule
from engine.settings import Setting
from engine.settings.declarations import (
    NIGHT_BEGINS,
    NIGHT_ENDS,
    NIGHT_IDLE_MINUTES,
    NIGHT_MAINS_ONLY,
    TRAIN_AT_NIGHT,
)

ROWS = (TRAIN_AT_NIGHT, NIGHT_BEGINS, NIGHT_ENDS, NIGHT_IDLE_MINUTES, NIGHT_MAINS_ONLY)


class NightCard(Card):
    """The settings, and with them on, each prerequisite with a mark."""

    def __init__(self, context: Context, night: Night) -> None:
        super().__init__(self.tr("Training at night"))
        self._context = context
        self._night = night
        self._rows = [SettingRow(context.settings, setting) for setting in ROWS]
        for row in self._rows:
            row.failed.connect(context.tasks.failed)
            self.body.addWidget(row)
        self._waiting = QGridLayout()
        self._waiting.setContentsMargins(14, 0, 14, 0)
        self._waiting.setHorizontalSpacing(10)
        self._waiting.setColumnStretch(1, 1)
        self.body.addLayout(self._waiting)
        self._last = make_label(look="muted")
        self._last.setContentsMargins(14, 4, 14, 0)
        self.body.addWidget(self._last)
        context.settings.on_change(self._follow)
        self._show_rows()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 # Qt's name
        """Look anew."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Look at the library and the machine."""
        self._context.tasks.run(self, self._night.outlook, self._show, failed=self._show_fault)

    def _show(self, outlook: Outlook) -> None:
        clear(self._waiting)
        schedule = schedule_from(self._context.settings)
        if schedule.enabled:
            for row, one in enumerate(one for one in outlook.decision.prerequisites if one.name != "switched on"):
                mark = make_label("✓" if one.met else "–", "good" if one.met else "warning")
                mark.setAccessibleName(self.tr("met") if one.met else self.tr("not met"))
                self._waiting.addWidget(mark, row, 0)
                self._waiting.addWidget(make_label(describe(one, schedule), "" if one.met else "muted"), row, 1)
        last = outlook.last
        said = self.tr("Nothing was trained yet.")
        if last is not None:
            ended = QDateTime.fromString(last.ended.isoformat(timespec="seconds"), Qt.DateFormat.ISODate)
            when = QLocale().toString(ended, QLocale.FormatType.ShortFormat)
            said = self.tr("Last training, {when}: {reason}").format(when=when, reason=in_language(last.reason))
        self._last.setText(said)

    def _show_fault(self, error: AttuneError) -> None:
        clear(self._waiting)
        self._last.setText(in_language(str(error)))

    def _show_rows(self) -> None:
        enabled = self._context.settings.get(TRAIN_AT_NIGHT)
        for row in self._rows[1:]:
            row.setVisible(enabled)

    def _follow(self, setting: Setting[object]) -> None:
        if setting in ROWS:
            self._show_rows()
            if self.isVisible():
                self.refresh()


def describe(one: Prerequisite, schedule: Schedule) -> str:
    """A prerequisite in the language of the windows."""
    translate = QCoreApplication.translate
    hours = translate("NightCard", "It is between {begin}:00 and {end}:00").format(
        begin=schedule.start.hour, end=schedule.end.hour
    )
    always = schedule.start == schedule.end
    words = {
        "hours": translate("NightCard", "At any hour") if always else hours,
        "idle": Counted().idle(round(schedule.idle_minutes)),
        "power": translate("NightCard", "Runs on mains power")
        if schedule.mains_only
        else translate("NightCard", "Runs on mains power or battery"),
        "dictation": translate("NightCard", "No dictation is running"),
        "speech": translate("NightCard", "Enough speech to learn from"),
        "news": Counted().news(round(schedule.news_minutes)),
        "rest": Counted().rested(round(schedule.rest_hours)),
    }
    return words.get(one.name, one.text)
