"""Colours, light and dark, and the size of text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from engine.paths import RESOURCES
from engine.settings import Setting, Settings
from engine.settings.declarations import TEXT_SIZE, THEME

OVERLAY_RADIUS = 12  # of the corners of panels above all windows


@dataclass(frozen=True)
class Colours:
    """One scheme. Contrast of text on each ground is at least 4.5:1 (WCAG 2.2 AA)."""

    window: str
    base: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    good: str
    warning: str
    bad: str
    doubt: str


LIGHT = Colours(
    window="#f4f5f7",
    base="#ffffff",
    raised="#eaecf0",
    border="#cfd4dc",
    text="#1c2430",
    muted="#596373",
    accent="#1f5fbf",
    on_accent="#ffffff",
    good="#1a7340",
    warning="#8a5a00",
    bad="#b3261e",
    doubt="#a04b00",
)
DARK = Colours(
    window="#1b1f26",
    base="#14171c",
    raised="#272d37",
    border="#3a4250",
    text="#e8ebf0",
    muted="#a2acba",
    accent="#7db1ff",
    on_accent="#0e1b30",
    good="#6fd39a",
    warning="#e9b95c",
    bad="#ff8f87",
    doubt="#f0a868",
)


class Theme(QObject):
    """Gives the application its colours and text size, and follows the settings and the system."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._points = app.font().pointSizeF()
        if self._points <= 0:  # the platform gave pixels
            self._points = 10.0
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self.apply)
        settings.on_change(self._follow)
        self.apply()

    @property
    def colours(self) -> Colours:
        """The scheme of the moment."""
        chosen = self._settings.get(THEME)
        if chosen == "system":
            return DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if chosen == "dark" else LIGHT

    def apply(self) -> None:
        """Set palette, style sheet and font. Each of them visits every widget, so only what differs is set."""
        colours = self.colours
        font = QFont(self._app.font())
        font.setPointSizeF(self._points * self._settings.get(TEXT_SIZE) / 100)
        sheet = style_sheet(colours, font.pointSizeF())
        if sheet == self._app.styleSheet():
            return
        self._app.setFont(font)
        self._app.setPalette(palette(colours))
        self._app.setStyleSheet(sheet)
        self.changed.emit()

    def _follow(self, setting: Setting[object]) -> None:
        if setting in (THEME, TEXT_SIZE):
            self.apply()


def palette(colours: Colours) -> QPalette:
    """What Qt's own widgets are painted with."""
    made = QPalette()
    role = QPalette.ColorRole
    for target, value in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.bad,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Accent: colours.accent,
        role.Light: colours.border,
        role.Mid: colours.border,
        role.Dark: colours.border,
    }.items():
        made.setColor(target, QColor(value))
    faint = QColor(colours.muted)
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, faint)
    return made


def style_sheet(colours: Colours, points: float) -> str:
    """What the palette cannot say. Widgets opt in by a dynamic property `look`."""
    mark = "mark-dark" if colours == DARK else "mark-light"
    return f"""
    QToolTip {{ color: {colours.text}; background: {colours.raised}; border: 1px solid {colours.border};
                padding: 4px; }}
    QLabel[look="title"] {{ font-size: {points * 1.6:.1f}pt; font-weight: 600; }}
    QLabel[look="reading"] {{ font-size: {points * 1.7:.1f}pt; }}
    QLabel[look="heading"] {{ font-weight: 600; }}
    QLabel[look="muted"] {{ color: {colours.muted}; }}
    QLabel[look="good"] {{ color: {colours.good}; }}
    QLabel[look="warning"] {{ color: {colours.warning}; }}
    QLabel[look="bad"] {{ color: {colours.bad}; }}
    QLabel[look="drop"] {{ color: {colours.muted}; border: 2px dashed {colours.border}; border-radius: 12px; }}
    QFrame[look="card"] {{ background: {colours.base}; border: 1px solid {colours.border}; border-radius: 8px; }}
    QFrame[look="notice"] {{ background: {colours.raised}; border: 1px solid {colours.border}; border-radius: 8px; }}
    QFrame[look="overlay"] {{ background: {colours.base}; border: 1px solid {colours.border};
        border-radius: {OVERLAY_RADIUS}px; }}
    QListWidget[look="sidebar"] {{ background: {colours.window}; border: none; outline: none; }}
    QListWidget[look="sidebar"]::item {{ padding: 8px 10px; border-radius: 6px; color: {colours.text}; }}
    QListWidget[look="sidebar"]::item:hover {{ background: {colours.raised}; }}
    QListWidget[look="sidebar"]::item:selected {{ background: {colours.accent}; color: {colours.on_accent}; }}
    QListWidget[look="sidebar"]::item:focus {{ border: 1px solid {colours.text}; }}
    QPushButton {{ padding: 6px 14px; border: 1px solid {colours.border}; border-radius: 6px;
                   background: {colours.raised}; color: {colours.text}; }}
    QPushButton:hover {{ border-color: {colours.accent}; }}
    QPushButton:focus {{ border: 2px solid {colours.accent}; padding: 5px 13px; }}
    QPushButton:disabled {{ color: {colours.muted}; background: {colours.window}; }}
    QPushButton[look="primary"] {{ background: {colours.accent}; color: {colours.on_accent};
                                   border-color: {colours.accent}; }}
    QPushButton[look="primary"]:disabled {{ background: {colours.raised}; color: {colours.muted}; }}
    QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox, QKeySequenceEdit {{
        background: {colours.base}; color: {colours.text}; border: 1px solid {colours.border}; border-radius: 5px;
        padding: 4px 6px; selection-background-color: {colours.accent}; selection-color: {colours.on_accent}; }}
    QKeySequenceEdit {{ padding: 0; border: none; }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus, QKeySequenceEdit:focus {{
        border-color: {colours.accent}; }}
    QTextBrowser {{ border: none; padding: 0; }}
    QComboBox::drop-down {{ border: none; width: 22px; }}
    QComboBox::down-arrow {{ image: url({_file("arrow-down")}); width: 12px; height: 12px; }}
    QComboBox QAbstractItemView {{ background: {colours.base}; border: 1px solid {colours.border}; }}
    QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 18px; }}
    QSpinBox::up-arrow {{ image: url({_file("arrow-up")}); width: 10px; height: 10px; }}
    QSpinBox::down-arrow {{ image: url({_file("arrow-down")}); width: 10px; height: 10px; }}
    QCheckBox::indicator, QTableView::indicator {{
        width: 16px; height: 16px; border: 1px solid {colours.muted}; border-radius: 4px;
                            background: {colours.base}; }}
    QCheckBox::indicator:checked, QTableView::indicator:checked {{
        background: {colours.accent}; border-color: {colours.accent};
                                    image: url({_file(mark)}); }}
    QCheckBox::indicator:focus {{ border: 2px solid {colours.accent}; }}
    QTableView {{ background: {colours.base}; alternate-background-color: {colours.window};
                  border: 1px solid {colours.border}; selection-background-color: {colours.accent};
                  selection-color: {colours.on_accent}; }}
    QTableView::item {{ padding: 2px 6px; }}
    QHeaderView::section {{ background: {colours.raised}; color: {colours.text}; border: none;
                            border-bottom: 1px solid {colours.border}; padding: 5px 8px; }}
    QPushButton[look="choice"] {{ text-align: left; padding: 0; background: {colours.base}; }}
    QPushButton[look="choice"]:hover {{ background: {colours.raised}; border-color: {colours.accent}; }}
    QPushButton[look="segment"]:checked {{ background: {colours.accent}; color: {colours.on_accent};
                                           border-color: {colours.accent}; }}
    QLabel[look="key"] {{ background: {colours.raised}; border: 1px solid {colours.border}; border-radius: 4px;
                          padding: 0 6px; font-weight: 600; }}
    QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {colours.muted}; border-radius: 8px;
                               background: {colours.base}; }}
    QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {colours.accent};
                                       background: {colours.on_accent}; }}
    QRadioButton:focus {{ text-decoration: underline; }}
    QToolButton {{ padding: 4px; border: 1px solid transparent; border-radius: 6px; }}
    QToolButton:hover {{ background: {colours.raised}; }}
    QToolButton:focus {{ border-color: {colours.accent}; }}
    """


def _file(icon: str) -> str:
    return (RESOURCES / "icons" / f"{icon}.svg").as_posix()
