"""Dictation as it is seen and steered: overlay, tray, keys and sounds follow the bridge, and tell it what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.bridge import Bridge
from desktop.dictation.keys import Keys
from desktop.dictation.notices import describe
from desktop.dictation.overlay import Overlay
from desktop.dictation.targets import Targets, held_by
from desktop.dictation.tray import Tray
from desktop.engine_text import in_language
from desktop.insertion import NotInsertedError
from desktop.theme import Theme
from engine.audio.player import Player, tone
from engine.errors import StorageError
from engine.session.events import Notice, TextEvent, Trouble
from engine.session.live import Ended, State
from engine.settings import Setting, Settings
from engine.settings.declarations import LEARN, NOTIFICATIONS, OVERLAY, SOUNDS

BEGIN_TONE = ((660.0, 0.06), (880.0, 0.08))
END_TONE = ((880.0, 0.06), (660.0, 0.08))


class Controls(QObject):
    """Joins the parts. `say` shows a message in the window; `is_window_shown` tells whether one would be seen."""

    correction_wanted = Signal()
    window_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self,
        bridge: Bridge,
        settings: Settings,
        theme: Theme,
        keys: Keys,
        say: Callable[[str], None],
        is_window_shown: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._settings = settings
        self._say = say
        self._is_window_shown = is_window_shown
        self._state: State = "idle"
        self._player = Player()
        self.overlay = Overlay(settings, theme)
        self.tray = Tray(self)
        self.keys = keys
        self.targets = Targets(
            settings, bridge.home.base / "portal-token", lambda: keys.gesture.held, self.correction_wanted.emit
        )
        bridge.make_target = self.targets.begin
        self._connect()
        settings.on_change(self._follow)
        self._show_state("idle")

    def begin(self) -> None:
        """Take the global keys."""
        self.keys.begin()

    def close(self) -> None:
        """Take everything off the screen and give the keys back. The bridge goes on inserting until it is closed."""
        self.keys.close()
        self.overlay.hide()
        self.tray.close()

    def tell(self, text: str) -> None:
        """Say something where the user sees it: in the window, or as a notification while that is closed."""
        self._say(text)
        if not self._is_window_shown() and self._settings.get(NOTIFICATIONS):
            self.tray.say("Attune", text)

    @property
    def learning(self) -> bool:
        """Whether what is said now is stored."""
        return self._settings.get(LEARN)

    def switch_learning(self, learning: bool) -> None:
        """Store what is said from the next dictation on, or not."""
        try:
            self._settings.set(LEARN, learning)
        except StorageError as error:
            self.tell(in_language(str(error)))

    def _connect(self) -> None:
        bridge, overlay, tray, keys = self._bridge, self.overlay, self.tray, self.keys
        bridge.state_changed.connect(self._show_state)
        bridge.text_changed.connect(self._show_text)
        bridge.level_changed.connect(overlay.meter.show_peak)
        bridge.noticed.connect(self._show_notice)
        bridge.ended.connect(self._show_end)
        bridge.training_changed.connect(lambda training: self._show_tray())
        overlay.cancelled.connect(bridge.cancel)
        overlay.learning_switched.connect(self.switch_learning)
        overlay.copied.connect(lambda text: QGuiApplication.clipboard().setText(text))
        tray.toggled.connect(bridge.toggle)
        tray.cancelled.connect(bridge.cancel)
        tray.learning_switched.connect(self.switch_learning)
        tray.correction_wanted.connect(self.correction_wanted)
        tray.window_wanted.connect(self.window_wanted)
        tray.message_clicked.connect(self.window_wanted)
        tray.quit_wanted.connect(self.quit_wanted)
        keys.start_wanted.connect(bridge.start)
        keys.stop_wanted.connect(bridge.stop)
        keys.cancel_wanted.connect(bridge.cancel)
        keys.correct_wanted.connect(self.correction_wanted)
        keys.failed.connect(self.tell)

    def _show_state(self, state: State) -> None:
        before, self._state = self._state, state
        self.keys.show_state(state)
        if self._settings.get(OVERLAY) or state == "idle":
            self.overlay.show_state(state, learning=self.learning)
        self._show_tray()
        if self._settings.get(SOUNDS):
            if state == "recording":
                self._player.play(tone(*BEGIN_TONE))
            elif before == "recording":
                self._player.play(tone(*END_TONE))

    def _show_tray(self) -> None:
        self.tray.show_state(self._state, learning=self.learning, training=self._bridge.training)

    def _show_text(self, event: TextEvent) -> None:
        if event.event == "partial":
            self.overlay.show_text(event.committed, event.tentative)
        elif event.event == "final":
            self.overlay.show_text((event.text or event.committed).strip(), "")

    def _show_notice(self, notice: Notice) -> None:
        line = describe(notice)
        if not line:
            return
        if isinstance(notice, Trouble) and isinstance(notice.error, NotInsertedError):
            self.overlay.say(line)  # what is missing is offered when the dictation ends
        elif isinstance(notice, Trouble):
            self.tell(line)
        else:
            self.overlay.say(line)

    def _show_end(self, ended: Ended) -> None:
        held = held_by(ended.target)
        if held and not ended.cancelled:
            self.overlay.hold(held)

    def _follow(self, setting: Setting[object]) -> None:
        if setting == LEARN:
            self._show_tray()
            self.overlay.show_learning(self.learning)
