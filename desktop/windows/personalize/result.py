"""What a training changed: the verdict, before and after, and the user's own words one by one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.engine_text import in_language
from desktop.windows.cards import Card, clear, make_button, make_label, row_of, set_look
from desktop.windows.chart import IntervalBar, LineChart, Scale, Series, nice_ceiling
from desktop.windows.personalize.utterances import UtteranceList
from desktop.windows.personalize.words import check_name, rate, set_name, short_percent
from engine.jobs.report import PAGE_NAME, Report, TestedSet

MOST_WORDS = 24  # of each kind
RESULT_LOOKS = {"passed": "good", "in doubt": "warning", "failed": "bad"}


class ResultCard(Card):
    """Shows one report; hidden until there is one. `keep_old` asks for the model before."""

    keep_old_wanted = Signal()
    activate_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(self.tr("Result"))
        self._context = context
        self._model: str | None = None
        self._page = Path()
        self._verdict = make_label()
        self._reasons = make_label()
        self._sets = QGridLayout()
        self._checks = QGridLayout()
        self._words = QVBoxLayout()
        self._curve = LineChart(
            context.theme,
            self.tr("Words wrong while it learnt"),
            Scale(lambda x: self.tr("step {number}").format(number=int(x)), short_percent),
        )
        self._kinds = QComboBox()
        self._kinds.setAccessibleName(self.tr("Which utterances"))
        self._utterances = UtteranceList(context)
        self._kinds.currentIndexChanged.connect(self._show_kind)
        self.activate = make_button(self.tr("&Use the new version"), self._activate, primary=True)
        self.keep_old = make_button(self.tr("&Keep the old version"), self.keep_old_wanted.emit)
        self.open_page = make_button(self.tr("&Whole report"), self._open_page)
        self.open_page.setToolTip(
            self.tr("Opens the page with every figure, in the browser. It stays on this machine.")
        )
        self._lay_out()
        self.hide()

    def show_report(self, report: Report, path: Path, model: str | None, *, active: bool, installed: bool) -> None:
        """Show it; `model` is what came out, if it was accepted."""
        self._model, self._page = model, path.with_name(PAGE_NAME)
        self._verdict.setText(self._headline(report, active))
        set_look(self._verdict, {"accepted": "good", "refused": "bad"}.get(report.outcome, "warning"))
        self._reasons.setText(in_language("\n".join(report.reasons)))
        self._fill_sets([one for one in report.sets if one.before and one.after])
        self._fill_checks(report)
        self._fill_words(report)
        self._curve.show_series(
            [Series(self.tr("Words wrong"), tuple((float(x), y) for x, y in report.wers), "good", dots=True)]
        )
        self._curve.setVisible(len(report.wers) > 1)
        self._offer_kinds(report)
        self.activate.setVisible(installed and not active)
        self.keep_old.setVisible(active)
        self.open_page.setVisible(self._page.is_file())
        self.show()

    def _headline(self, report: Report, active: bool) -> str:
        if report.accepted:
            return (
                self.tr("Proven better.")
                + " "
                + (self.tr("You dictate with the new version now.") if active else self.tr("It is not in use."))
            )
        if report.outcome == "refused":
            return self.tr("The new version was refused. You go on with the present one.")
        return self.tr("Not proven. You go on with the present version.")

    def _lay_out(self) -> None:
        synthetic = self.tr(
            "Other people's speech comes from synthetic voices, and from the recordings of people that were added "
            "(Settings, Recordings of other people)."
        )
        self._sets.setHorizontalSpacing(20)
        self._sets.setColumnStretch(0, 3)
        self._sets.setColumnStretch(3, 2)
        self._checks.setHorizontalSpacing(14)
        self._checks.setColumnStretch(2, 1)
        self.body.addWidget(self._verdict)
        self.body.addWidget(self._reasons)
        self.body.addLayout(row_of(self.activate, self.keep_old, self.open_page, None))
        for title, layout, note in (
            (self.tr("Words wrong, before and after"), self._sets, synthetic),
            (self.tr("What was asked of it"), self._checks, ""),
            (self.tr("Your words"), self._words, ""),
        ):
            self.body.addSpacing(6)
            self.body.addWidget(make_label(title, "heading"))
            self.body.addLayout(layout)
            if note:
                self.body.addWidget(make_label(note, "muted"))
        self.body.addWidget(self._curve)
        self.body.addSpacing(6)
        self.body.addLayout(row_of(make_label(self.tr("Utterances of the test"), "heading"), self._kinds))
        self.body.addWidget(self._utterances)

    def _fill_sets(self, sets: list[TestedSet]) -> None:
        clear(self._sets)
        help_text = self.tr(
            "The share of words that are wrong, and in brackets the range in which it lies 19 times "
            "in 20 (95 % interval)."
        )
        for column, title in enumerate(("", self.tr("before"), self.tr("after"))):
            self._sets.addWidget(make_label(title, "muted", help_text), 0, column)
        top = nice_ceiling(
            max((max(one.before.high, one.after.high) for one in sets if one.before and one.after), default=1)
        )
        for row, one in enumerate(sets, 1):
            assert one.before is not None
            assert one.after is not None
            name = make_label(set_name(one), tooltip=self.tr("%n utterance(s)", "", one.utterances))
            self._sets.addWidget(name, row, 0)
            for column, side in ((1, one.before), (2, one.after)):
                label = make_label(rate(side), tooltip=help_text)
                label.setWordWrap(False)
                self._sets.addWidget(label, row, column)
            bar = IntervalBar(
                self._context.theme,
                (one.before.value, one.before.low, one.before.high),
                (one.after.value, one.after.low, one.after.high),
                top,
            )
            bar.setToolTip(help_text)
            bar.setAccessibleName(f"{set_name(one)}: {rate(one.before)}, {rate(one.after)}")
            self._sets.addWidget(bar, row, 3)

    def _fill_checks(self, report: Report) -> None:
        clear(self._checks)
        words = {"passed": self.tr("passed"), "in doubt": self.tr("in doubt"), "failed": self.tr("failed")}
        for row, check in enumerate(report.checks):
            name, state = make_label(check_name(check.name)), make_label(words.get(check.result, check.result))
            for label in (name, state):
                label.setWordWrap(False)
            state.setProperty("look", RESULT_LOOKS.get(check.result, "muted"))
            for column, label in enumerate((name, state, make_label(in_language(check.reason), "muted"))):
                self._checks.addWidget(label, row, column)

    def _fill_words(self, report: Report) -> None:
        clear(self._words)
        rows = (
            (self.tr("Fixed"), "good", report.fixed),
            (self.tr("Still wrong"), "warning", report.still_wrong),
            (self.tr("Newly wrong"), "bad", report.newly_wrong),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setColumnStretch(1, 1)
        for row, (title, look, words) in enumerate(rows):
            shown = [word if count == 1 else f"{word} ×{count}" for word, count in words[:MOST_WORDS]]
            more = len(words) - len(shown)
            text = ", ".join(shown) + (f", +{more}" if more > 0 else "")
            head = make_label(title, look)
            head.setWordWrap(False)
            grid.addWidget(head, row, 0)
            grid.addWidget(make_label(text or self.tr("none")), row, 1)
        holder = QWidget()
        holder.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        self._words.addWidget(holder)

    def _offer_kinds(self, report: Report) -> None:
        kinds = (
            ("fixed", self.tr("Fixed")),
            ("better", self.tr("Better")),
            ("still wrong", self.tr("Still wrong")),
            ("worse", self.tr("Newly wrong")),
        )
        self._kinds.blockSignals(True)
        self._kinds.clear()
        for kind, title in kinds:
            found = [one for one in report.utterances if one.outcome == kind]
            if found:
                self._kinds.addItem(f"{title} ({len(found)})", found)
        self._kinds.blockSignals(False)
        self._kinds.setVisible(self._kinds.count() > 0)
        self._show_kind()

    def _show_kind(self) -> None:
        self._utterances.show_utterances(self._kinds.currentData() or [])

    def _activate(self) -> None:
        if self._model is not None:
            self.activate_wanted.emit(self._model)

    def _open_page(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._page)))
