"""Does the key work?"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from desktop.context import Context
from desktop.windows.cards import make_label, set_look
from desktop.windows.first_run.step import Step
from desktop.windows.settings.row import SettingRow
from engine.session.live import State
from engine.settings import Setting
from engine.settings.declarations import DICTATE_KEY, KEY_MODE


class KeyStep(Step):
    """Choose the key, then press it: what it starts is thrown away again."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            QCoreApplication.translate("KeyStep", "The key to dictate with"),
            QCoreApplication.translate("KeyStep", "It works in every program, wherever the cursor is."),
        )
        self.rows = [SettingRow(context.settings, setting) for setting in (DICTATE_KEY, KEY_MODE)]
        for row in self.rows:
            row.failed.connect(context.tasks.failed)
            self.body.addWidget(row)
        self.verdict = make_label()
        self.body.addWidget(self.verdict)
        self.body.addStretch(1)
        self._here = False
        context.settings.on_change(self._follow)
        context.bridge.state_changed.connect(self._note)
        self._ask()

    def enter(self) -> None:
        """Listen to the key."""
        self._here = True

    def leave(self) -> None:
        """The key dictates again."""
        self._here = False

    def _ask(self) -> None:
        key = QKeySequence(self.context.settings.get(DICTATE_KEY)).toString(QKeySequence.SequenceFormat.NativeText)
        text = self.tr("Press {key} now to try it.").format(key=key)
        if not key:
            text = self.tr(
                "Without a key you can dictate from the tray and the window, or with the command: attune toggle"
            )
        self.verdict.setText(text)
        set_look(self.verdict, "")

    def _note(self, state: State) -> None:
        if self._here and state in ("arming", "recording"):
            self.context.bridge.cancel()
            self.verdict.setText(self.tr("It works. The same key ends the dictation; Esc throws it away."))
            set_look(self.verdict, "good")

    def _follow(self, setting: Setting[object]) -> None:
        if setting == DICTATE_KEY and shiboken6.isValid(self):  # the settings outlive the window
            self._ask()
