"""The versions so far: when, how much better, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.windows.cards import Card, clear, make_button, make_label, row_of, set_look
from desktop.windows.personalize.words import moment, percent
from engine.jobs.versions import Version


class VersionsCard(Card):
    """A line for each training that came to a decision."""

    report_wanted = Signal(object)  # Version
    activate_wanted = Signal(str)
    roll_back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Versions"))
        self._now = make_label()
        self.roll_back = make_button(
            self.tr("Go &back to the version before"),
            self.roll_back_wanted.emit,
            tooltip=self.tr("You dictate with the model that was active before; nothing is lost."),
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setColumnStretch(4, 1)
        self._nothing = make_label(
            self.tr("No version yet. Each training that is finished stands here, with what it gained."), "muted"
        )
        self.body.addLayout(row_of(self._now, self.roll_back))
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._grid)
        self._buttons: list[QWidget] = []

    def show_versions(self, versions: Sequence[Version], active: str, *, can_go_back: bool) -> None:
        """Show them, newest first; `active` is the name of the model in use."""
        self._now.setText(self.tr("In use: {name}").format(name=active))
        self.roll_back.setEnabled(can_go_back)
        self._nothing.setVisible(not versions)
        clear(self._grid)
        self._buttons = []
        for row, version in enumerate(versions):
            for column, text in enumerate(
                (moment(version.ended_at), version.model or version.base, self._gain(version))
            ):
                label = make_label(text, "" if column == 1 else "muted")
                label.setWordWrap(False)
                self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignVCenter)
            state = make_label(self._state(version))
            state.setWordWrap(False)
            set_look(state, self._look(version))
            self._grid.addWidget(state, row, 3, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(self._actions(version), row, 4, Qt.AlignmentFlag.AlignRight)

    def set_busy(self, busy: bool) -> None:
        """While a model is being changed nothing else is."""
        for button in (*self._buttons, self.roll_back):
            button.setEnabled(not busy)

    def _actions(self, version: Version) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        name = version.model or version.run
        if version.installed and not version.active and version.model:
            model = version.model
            use = make_button(self.tr("Use"), lambda: self.activate_wanted.emit(model))
            use.setAccessibleName(self.tr("Use {name}").format(name=name))
            row.addWidget(use)
            self._buttons.append(use)
        if version.report is not None:
            result = make_button(self.tr("Result"), lambda: self.report_wanted.emit(version))
            result.setAccessibleName(self.tr("Result of {name}").format(name=name))
            row.addWidget(result)
        return holder

    def _gain(self, version: Version) -> str:
        own = version.own
        if own is None or own.before is None or own.after is None:
            return ""
        return f"{percent(own.before.value)} → {percent(own.after.value)}"

    def _state(self, version: Version) -> str:
        if version.active:
            return self.tr("in use")
        if version.outcome == "accepted":
            return self.tr("proven better") if version.installed else self.tr("removed")
        return self.tr("refused") if version.outcome == "refused" else self.tr("not proven")

    def _look(self, version: Version) -> str:
        if version.outcome == "accepted":
            return "good" if version.installed else "muted"
        return "bad" if version.outcome == "refused" else "warning"
