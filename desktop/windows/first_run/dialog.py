"""The first run: four short steps, each of which can be left out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.windows.cards import make_button, row_of
from desktop.windows.first_run.key import KeyStep
from desktop.windows.first_run.microphone import MicrophoneStep
from desktop.windows.first_run.model import ModelStep
from desktop.windows.first_run.practice import PracticeStep
from desktop.windows.first_run.step import Step
from engine.errors import StorageError
from engine.settings.declarations import FIRST_RUN_SEEN

SIZE = QSize(640, 520)


class FirstRun(QDialog):
    """Goes through the steps; closing it at any of them is finishing it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(self.tr("Welcome to Attune"))
        self.resize(SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.steps: list[Step] = [kind(context) for kind in (MicrophoneStep, ModelStep, KeyStep, PracticeStep)]
        self._stack = QStackedWidget()
        for step in self.steps:
            self._stack.addWidget(step)
        self._where = QLabel()
        self._where.setProperty("look", "muted")
        self.back: QPushButton = make_button(self.tr("&Back"), lambda: self._go(-1))
        self.next: QPushButton = make_button("", lambda: self._go(1), primary=True)
        self.skip: QPushButton = make_button(self.tr("S&kip the rest"), self.accept)
        self.skip.setToolTip(self.tr("Everything here is in the settings too."))
        for button in (self.back, self.next, self.skip):
            button.setAutoDefault(False)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(14)
        column.addWidget(self._where)
        column.addWidget(self._stack, 1)
        column.addLayout(row_of(self.skip, None, self.back, self.next))
        self.finished.connect(self._end)
        self._show(0)

    @property
    def step(self) -> Step:
        """The one that is shown."""
        return self.steps[self._stack.currentIndex()]

    def _go(self, by: int) -> None:
        wanted = self._stack.currentIndex() + by
        if wanted >= len(self.steps):
            self.accept()
            return
        self.step.leave()
        self._show(max(0, wanted))

    def _show(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        last = number == len(self.steps) - 1
        self._where.setText(self.tr("Step {number} of {all}").format(number=number + 1, all=len(self.steps)))
        self.back.setEnabled(number > 0)
        self.next.setText(self.tr("&Finish") if last else self.tr("&Next"))
        self.skip.setVisible(not last)
        self.step.enter()
        (self.step.first or self.next).setFocus()

    def _end(self, result: int) -> None:
        self.step.leave()
        try:
            self._context.settings.set(FIRST_RUN_SEEN, True)
        except StorageError as error:
            self._context.tasks.failed.emit(error)
