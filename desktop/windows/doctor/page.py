"""The page that says what works on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.engine_text import in_language
from desktop.tasks import Control
from desktop.windows.main.page import Page

if TYPE_CHECKING:
    from engine.doctor import Check, State

LOOKS: dict[State, str] = {"ok": "good", "warn": "warning", "fail": "bad"}


class DoctorPage(Page):
    """Runs the checks when it is shown, one line each, with what to do where something is wrong."""

    key = "doctor"
    icon = "doctor"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._checks: list[Check] = []
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._again = QPushButton(self.tr("Check again"))
        self._again.clicked.connect(self.examine)
        self._copy = QPushButton(self.tr("Copy as text"))
        self._copy.setToolTip(self.tr("For a report of a problem; it holds nothing you said."))
        self._copy.clicked.connect(self._copy_text)
        row = QHBoxLayout()
        row.addWidget(self._summary, 1)
        row.addWidget(self._copy)
        row.addWidget(self._again)
        self.body.addLayout(row)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        holder = QWidget()
        holder.setLayout(self._list)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(holder)
        self.body.addWidget(area, 1)

    @classmethod
    def title(cls) -> str:
        """Its name."""
        return QCoreApplication.translate("DoctorPage", "Check-up")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 # Qt's name
        """Look when the page comes up."""
        super().showEvent(event)
        if not self._checks:
            self.examine()

    def examine(self) -> None:
        """Run all checks."""
        self._again.setEnabled(False)
        self._copy.setEnabled(False)
        self._summary.setText(self.tr("Looking…"))

        def work(control: Control) -> list[Check]:
            from engine.doctor import examine  # it imports much that nothing else needs

            return list(examine(self.context.home))

        self.context.tasks.run(self, work, self._show)

    def _show(self, checks: list[Check]) -> None:
        self._checks = checks
        self._again.setEnabled(True)
        self._copy.setEnabled(True)
        bad = sum(check.state != "ok" for check in checks)
        self._summary.setText(
            self.tr("%n thing(s) need your attention.", "", bad) if bad else self.tr("Everything works.")
        )
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for check in sorted(checks, key=lambda check: ("fail", "warn", "ok").index(check.state)):
            self._list.addWidget(self._card(check))
        self._list.addStretch(1)

    def _card(self, check: Check) -> QFrame:
        card = QFrame()
        card.setProperty("look", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 110)
        grid.setHorizontalSpacing(14)
        state = QLabel(self._word(check.state))
        state.setProperty("look", LOOKS[check.state])
        name = QLabel(self._title_of(check))
        name.setProperty("look", "heading")
        detail = QLabel(in_language(check.detail))
        grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(detail, 0, 1)
        grid.addWidget(state, 0, 2, Qt.AlignmentFlag.AlignTop)
        labels = [detail]
        if check.remedy:
            labels.append(QLabel(in_language(check.remedy)))
            labels[-1].setProperty("look", "muted")
            grid.addWidget(labels[-1], 1, 1, 1, 2)
        for label in labels:
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.setAccessibleName(f"{self._title_of(check)}: {self._word(check.state)}")
        card.setAccessibleDescription(in_language(f"{check.detail} {check.remedy}".strip()))
        return card

    def _title_of(self, check: Check) -> str:
        names = {
            "python": "Python",
            "packages": self.tr("packages"),
            "training": self.tr("training"),
            "microphone": self.tr("microphone"),
            "gpu": self.tr("GPU"),
            "memory": self.tr("memory"),
            "display": self.tr("display"),
            "home": self.tr("folder"),
            "disk": self.tr("disk"),
            "model": self.tr("model"),
        }
        return names.get(check.name, check.name)

    def _word(self, state: State) -> str:
        return {"ok": self.tr("works"), "warn": self.tr("limited"), "fail": self.tr("does not work")}[state]

    def _copy_text(self) -> None:
        lines = [
            f"{check.state:<4}  {check.name:<10}  {check.detail} {check.remedy}".rstrip() for check in self._checks
        ]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        self.context.notify(self.tr("Copied."))
