"""Pictures of every page, in light and dark, to be looked at.

    PYTHONPATH=.:tests/support python tests/flow/screens.py [--language de] [--size 150] [--empty] [--only PAGE]

They are written to tests/flow/screens/, which git ignores but for the few that the README shows. The window is the real
one, on a home with sample dictations; nothing is shown on a screen.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from library_samples import sound
from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from training_samples import add_history

from desktop.app import make_app
from desktop.bridge import Bridge
from desktop.dictation.overlay import Overlay
from desktop.tasks import Tasks
from desktop.theme import Theme
from desktop.windows.first_run.dialog import FirstRun
from desktop.windows.main.pages import PAGES
from desktop.windows.main.window import MainWindow
from engine.library.entities import NewUtterance, now
from engine.library.library import Library
from engine.paths import Home, open_home
from engine.records import Word
from engine.settings import Settings
from engine.settings.declarations import INTERFACE_LANGUAGE, SETTINGS, TEXT_SIZE, THEME

FOLDER = Path(__file__).parent / "screens"
FIRST_STEPS = "first-steps"
PATIENCE_MS = 30_000
DICTATED = (
    ("Could you ask Dr. Weatherby whether the results of the second assay have arrived?", "thunderbird", 0.4),
    ("The meeting with the steering group has been moved to Thursday at 3:30 PM.", "libreoffice", 2.0),
    (
        "Dear Anna, thank you for the report. I have read it twice, and I think the figures on page 12 need another "
        "look: the column for March adds up to less than it should, and the footnote still names the old supplier.",
        "thunderbird",
        26.0,
    ),
    ("restart the build machine tomorrow morning", "xterm", 30.0),
    ("We deploy on Friday, before the meeting.", "mousepad", 50.0),
    ("Nobody answered the second telephone call.", "mousepad", 75.0),
)


def main(arguments: list[str] | None = None) -> int:
    """Make the pictures; says where they are."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--language", default="en", help="of the windows: en or de")
    parser.add_argument("--size", type=int, default=100, help="size of text in percent")
    parser.add_argument("--rtl", action="store_true", help="laid out from right to left")
    parser.add_argument("--empty", action="store_true", help="with nothing dictated yet")
    parser.add_argument("--trained", action="store_true", help="with trainings behind it")
    parser.add_argument("--only", help="key of one page")
    given = parser.parse_args(arguments)
    FOLDER.mkdir(exist_ok=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        home = open_home(Home(Path(folder)))
        settings = Settings(home.settings, SETTINGS)
        settings.set(INTERFACE_LANGUAGE, given.language)
        settings.set(TEXT_SIZE, given.size)
        with Library(home) as library:
            if not given.empty:
                fill(library)
            if given.trained:
                add_history(home, library)
            take_all(home, settings, library, given)
    return 0


def fill(library: Library) -> None:
    """Some dictations of the last days, with words of which some are doubtful."""
    session = library.utterances.start_session()
    for number, (text, app, hours) in enumerate(reversed(DICTATED)):
        words = text.split()
        recognised = tuple(
            Word(word, at * 0.35, at * 0.35 + 0.3, 0.35 if word in ("Weatherby", "assay", "supplier.") else 0.95)
            for at, word in enumerate(words)
        )
        seconds = 0.35 * len(words) + 0.5
        library.utterances.add(
            NewUtterance(
                text,
                session,
                sound(seconds, number),
                app=app,
                model="starter",
                words=recognised,
                raw_text=text,
                created_at=now() - timedelta(hours=hours),
            )
        )
    rows = library.utterances.page()
    library.corrections.correct(rows[3].id, "restart the build machines tomorrow morning")
    library.utterances.accept(rows[4].id)
    library.utterances.mark_later(rows[2].id)


def take_all(home: Home, settings: Settings, library: Library, given: argparse.Namespace) -> None:
    """Every page and the overlay, in both schemes."""
    app = make_app(settings)
    if given.rtl:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    tasks = Tasks()
    bridge = Bridge(home, library, settings, tasks)
    theme = Theme(app, settings)
    window = MainWindow(home, settings, bridge, tasks, theme)
    window.show()
    overlay = Overlay(settings, theme)
    for scheme in ("light", "dark"):
        settings.set(THEME, scheme)
        suffix = f"{scheme}{'' if given.language == 'en' else '-' + given.language}{'-empty' if given.empty else ''}"
        suffix += "-rtl" if given.rtl else ""
        for page in PAGES:
            if given.only in (None, page.key):
                window.open_page(page.key)
                settle(tasks)
                take(window, f"{page.key}-{suffix}")
                for area in window.page.findChildren(QScrollArea):
                    if area.widget() is not None and area.widget().height() > area.height() and area.isVisible():
                        take(area.widget(), f"{page.key}-whole-{suffix}")
        if given.only in (None, FIRST_STEPS):
            take_first_steps(window, tasks, suffix)
        if given.only in (None, "overlay"):
            for state, show in overlay_states(overlay):
                show()
                settle(tasks, 4)
                take(overlay, f"overlay-{state}-{suffix}")
    window.close()
    overlay.close()
    bridge.close()
    tasks.close()


def take_first_steps(window: MainWindow, tasks: Tasks, suffix: str) -> None:
    """The steps of the first run, one after the other."""
    dialog = FirstRun(window.context, window)
    dialog.show()
    for number, _ in enumerate(dialog.steps, 1):
        settle(tasks)
        take(dialog, f"{FIRST_STEPS}-{number}-{suffix}")
        dialog.next.click()


def overlay_states(overlay: Overlay) -> list[tuple[str, Callable[[], None]]]:
    """The overlay in its states, one after the other."""

    def record() -> None:
        overlay.show_state("arming", learning=True)
        overlay.show_state("recording", learning=True)
        overlay.meter.show_peak(-14.0)
        overlay.show_text("Could you ask Dr. Weatherby whether the results of the", "second a say have")

    def hold() -> None:
        overlay.show_state("idle", learning=True)
        overlay.hold("Could you ask Dr. Weatherby whether the results have arrived?")

    return [
        ("arming", lambda: overlay.show_state("arming", learning=True)),
        ("recording", record),
        ("private", lambda: overlay.show_state("recording", learning=False)),
        ("held", hold),
    ]


def settle(tasks: Tasks, rounds: int = 12) -> None:
    """Let what is under way arrive, and then the window lay itself out; on a busy machine that takes what it takes."""
    most, quiet = QDeadlineTimer(PATIENCE_MS), 0
    while quiet < rounds and not most.hasExpired():
        loop = QEventLoop()
        QTimer.singleShot(50, loop.quit)
        loop.exec()
        quiet = 0 if tasks.busy else quiet + 1


def take(widget: QWidget, name: str) -> None:
    """Write one picture."""
    path = FOLDER / f"{name}.png"
    widget.grab().save(str(path))
    print(path)


if __name__ == "__main__":
    sys.exit(main())
