"""The panel that shows what is heard, above other programs' windows and without ever taking their focus."""

from __future__ import annotations

import html

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QMouseEvent, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from desktop.dictation.meter import LevelMeter
from desktop.floating import FloatingPanel
from desktop.icons import icon
from desktop.theme import Theme
from engine.errors import StorageError
from engine.session.live import State
from engine.settings import Settings
from engine.settings.declarations import GEOMETRY, OVERLAY_PLACE

WIDTH = 520
MARGIN = 48  # from the edge of the screen
SHOWN_CHARACTERS = 220  # the end of a long text; what came before is in the other program by then


class Overlay(FloatingPanel):
    """Shows the state, the level and the text. Its buttons only say what was pressed.

    `copied` has the text that was held because it could not be inserted.
    """

    cancelled = Signal()
    learning_switched = Signal(bool)
    copied = Signal(str)

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__(WIDTH)
        self._settings = settings
        self._theme = theme
        self._held = ""
        self._drag: QPoint | None = None
        self._lower_edge: int | None = None  # where it ends in the lower half of a screen: there it grows upwards
        self.setWindowTitle(self.tr("Attune: what is heard"))
        self._dot = QLabel("●")
        self._state = QLabel()
        self.meter = LevelMeter()
        self._learn = self._button("guest", self.tr("Do not learn: what is said is not stored"))
        self._learn.setCheckable(True)
        self._learn.clicked.connect(lambda checked: self.learning_switched.emit(not checked))
        self._cancel = self._button("close", self.tr("Cancel (Esc): throw away what is being said"))
        self._cancel.clicked.connect(self._close)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._copy = QToolButton()
        self._copy.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._copy.setIcon(icon("copy"))
        self._copy.setText(self.tr("Click to copy"))
        self._copy.clicked.connect(self._copy_held)
        self._copy.hide()
        self._lay_out()
        theme.changed.connect(self._colour)
        self._colour()

    def show_state(self, state: State, *, learning: bool) -> None:
        """Another state; idle hides the panel unless a text is held."""
        self._learn.setChecked(not learning)
        if state == "arming":
            self._held = ""
            self._copy.hide()
            self.show_text("", "")
        if state == "idle":
            self.meter.clear()
            if not self._held:
                self.hide()
            return
        self._say(state, learning)
        self._cancel.setEnabled(state in ("arming", "recording"))
        self.meter.setVisible(state == "recording")
        self._fit()
        if not self.isVisible():
            self._place()
            self.show()

    def show_text(self, committed: str, tentative: str) -> None:
        """What is heard: `committed` never changes any more, `tentative` may."""
        committed = committed[-SHOWN_CHARACTERS:]
        muted = self._theme.colours.muted
        self._text.setText(
            f"<b>{html.escape(committed)}</b> <span style='color:{muted}'>{html.escape(tentative)}</span>"
        )
        self._text.setVisible(bool(committed or tentative))
        self._fit()

    def say(self, line: str) -> None:
        """Something about the sound, in place of the state, until that changes."""
        self._state.setText(line)
        self._state.setAccessibleName(line)

    def show_learning(self, learning: bool) -> None:
        """Learning was switched."""
        self._learn.setChecked(not learning)

    def hold(self, text: str) -> None:
        """`text` could not be inserted: offer it until the next dictation."""
        self._held = text
        self._dot.setStyleSheet(f"color: {self._theme.colours.warning}")
        self.say(self.tr("Not inserted"))
        self.show_text(text, "")
        self._copy.show()
        self._cancel.setEnabled(True)
        self.meter.hide()
        if not self.isVisible():
            self._place()
            self.show()
        self._fit()

    def _close(self) -> None:
        if self._held:
            self._held = ""
            self._copy.hide()
            self.hide()
        else:
            self.cancelled.emit()

    def _copy_held(self) -> None:
        text, self._held = self._held, ""
        self._copy.hide()
        self.hide()
        self.copied.emit(text)

    def _say(self, state: State, learning: bool) -> None:
        colours = self._theme.colours
        words, colour = {
            "arming": (self.tr("Opening the microphone…"), colours.warning),
            "recording": (self.tr("Recording"), colours.bad),
            "finalising": (self.tr("Finishing…"), colours.accent),
        }[state]
        if not learning:
            words = self.tr("{state}, not stored").format(state=words)
        self._state.setText(words)
        self._state.setAccessibleName(words)
        self._dot.setStyleSheet(f"color: {colour}")

    # Its place

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 # Qt's name
        """It can be dragged."""
        self._drag = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 # Qt's name
        """It follows the mouse."""
        if self._drag is not None:
            self.move(event.globalPosition().toPoint() - self._drag)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 # Qt's name
        """It stays there from now on, on this screen."""
        self._drag = None
        self._note_edge()
        screen = self.screen()
        offset = self.pos() - screen.availableGeometry().topLeft()
        try:
            self._settings.set(GEOMETRY, {**self._settings.get(GEOMETRY), _key(screen): f"{offset.x()},{offset.y()}"})
        except StorageError:  # a full disk: the place is not worth a word
            return

    def _place(self) -> None:
        """Where it was dragged to on the screen with the mouse, or at its edge."""
        self._fit()
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        size = QSize(self.width(), self.height())
        kept = self._settings.get(GEOMETRY).get(_key(screen), "")
        x, y = (room.width() - size.width()) // 2, room.height() - size.height() - MARGIN
        if self._settings.get(OVERLAY_PLACE) == "top":
            y = MARGIN
        if kept:
            x, y = _point(kept, x, y)
        x = min(max(0, x), max(0, room.width() - size.width()))
        y = min(max(0, y), max(0, room.height() - size.height()))
        self.move(room.left() + x, room.top() + y)
        self._note_edge()

    def _note_edge(self) -> None:
        low = self.geometry().center().y() > self.screen().availableGeometry().center().y()
        self._lower_edge = self.geometry().bottom() + 1 if low else None

    def _fit(self) -> None:
        """As high as the text. The edge is remembered: shown, the layout lets the panel grow by itself, downwards."""
        layout = self._around
        layout.invalidate()
        layout.activate()
        height = layout.totalHeightForWidth(WIDTH) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        edge = self._lower_edge if self.isVisible() else None
        top = self.y() if edge is None else edge - height
        self.setGeometry(self.x(), top, WIDTH, height)

    # Its looks

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._dot)
        top.addWidget(self._state, 1)
        top.addWidget(self.meter)
        top.addWidget(self._learn)
        top.addWidget(self._cancel)
        panel = QFrame()
        panel.setProperty("look", "overlay")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(14, 8, 10, 10)
        inside.setSpacing(6)
        inside.addLayout(top)
        inside.addWidget(self._text)
        inside.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        self._around = QVBoxLayout(self)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._around.addWidget(panel)

    def _colour(self) -> None:
        colours = self._theme.colours
        self.meter.good, self.meter.bad = QColor(colours.good), QColor(colours.bad)
        self.meter.empty = QColor(colours.border)
        self.meter.update()


def _key(screen: QScreen) -> str:
    return f"overlay:{screen.name()}"


def _point(text: str, x: int, y: int) -> tuple[int, int]:
    parts = text.split(",")
    try:
        return int(parts[0]), int(parts[1])
    except (ValueError, IndexError):
        return x, y
