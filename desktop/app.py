"""The running application: its parts, from the start to a clean end."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, QProcess, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop import autostart, i18n
from desktop.bridge import Bridge
from desktop.context import Action
from desktop.control import ControlServer
from desktop.crash import Faults
from desktop.dictation.controls import Controls
from desktop.dictation.keys import Keys
from desktop.engine_text import in_language
from desktop.icons import app_icon
from desktop.tasks import Tasks
from desktop.theme import Theme
from desktop.windows.correction.corrector import Corrector, Replace
from desktop.windows.correction.spoken import CorrectingTarget
from desktop.windows.main.window import MainWindow
from desktop.windows.models.arrivals import Arrivals
from engine.audio.spool import Interrupted
from engine.errors import AttuneError, DeviceError, StorageError
from engine.jobs.child import Outcome
from engine.library.library import Library
from engine.paths import Home
from engine.settings import Setting, Settings
from engine.settings.declarations import (
    AUTOSTART,
    CLOSE_TO_TRAY,
    FIRST_RUN_SEEN,
    INTERFACE_LANGUAGE,
    MENU_ENTRY,
    MICROPHONE,
    SETTINGS,
)

PRELOAD_MS = 1_500  # after the window is there, so that loading the model does not delay it


def run(home: Home, *, hidden: bool) -> int:
    """Run until the user quits, and return the exit status.

    Raises:
        AttuneError: it cannot start, and there is no window to say so in.
    """
    settings = Settings(home.settings, SETTINGS)
    with ThreadPoolExecutor(1) as opener:  # while Qt starts
        opening = opener.submit(Library, home)
        check_platform()
        app = make_app(settings)
        library = _opened(opening, home)
    if library is None:
        return 1
    with library:
        application = Application(app, home, settings, library)
        application.begin(hidden=hidden)
        try:
            status = app.exec()
        finally:
            application.end()
    if application.before_restart is None:
        return status
    return restart(home, application.before_restart)


def restart(home: Home, work: Callable[[], str]) -> int:
    """Do `work` while nothing is open, say what came of it, and start again."""
    try:
        QMessageBox.information(None, "Attune", work())
    except AttuneError as error:
        QMessageBox.warning(None, "Attune", in_language(str(error)))
    command = [sys.executable, "-m", "desktop", "--home", str(home.base)]
    if os.name == "posix":
        os.execv(sys.executable, command)  # noqa: S606 # it takes this process's place, and its locks are free then
    QProcess.startDetached(command[0], command[1:])
    return 0


def make_app(settings: Settings) -> QApplication:
    """Qt's application object, with the program's name and language."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("attune")
    app.setApplicationDisplayName("Attune")
    app.setDesktopFileName("attune")
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(app_icon())
    i18n.install(app, settings.get(INTERFACE_LANGUAGE))
    return app


def check_platform(environment: Mapping[str, str] = os.environ) -> None:
    """Qt ends the program where the library of its X11 plugin is missing: say so first.

    Raises:
        DeviceError: it is missing.
    """
    on_x11 = sys.platform.startswith("linux") and bool(environment.get("DISPLAY"))
    if not on_x11 or environment.get("WAYLAND_DISPLAY") or environment.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError as error:
        raise DeviceError(
            "The window needs the library libxcb-cursor, which is not installed.",
            "Run packaging/run.sh, which installs it, or install libxcb-cursor0 yourself.",
        ) from error


class Application(QObject):
    """Holds the parts together: bridge, window, control socket."""

    def __init__(self, app: QApplication, home: Home, settings: Settings, library: Library) -> None:
        super().__init__()
        self._app = app
        self._home = home
        self._settings = settings
        self.before_restart: Callable[[], str] | None = None
        self.tasks = Tasks()
        self.theme = Theme(app, settings)
        self.bridge = Bridge(home, library, settings, self.tasks)
        self.window = MainWindow(home, settings, self.bridge, self.tasks, self.theme)
        self.window.closed.connect(self._window_closed)
        self.controls = Controls(
            self.bridge,
            settings,
            self.theme,
            Keys(settings),
            say=lambda text: self.window.notify(text, warning=True),
            is_window_shown=self.window.isVisible,
        )
        self.controls.window_wanted.connect(self.window.present)
        self.corrector = Corrector(self.window.context, self.controls.tell, self._replacer)
        self.controls.correction_wanted.connect(self.corrector.correct_last)
        self.bridge.wrap_target = lambda target, language: CorrectingTarget(target, self.corrector, language)
        self.controls.quit_wanted.connect(self.quit)
        self.bridge.restart_wanted.connect(self._restart)
        self.arrivals = Arrivals(self.window.context, self)
        self.bridge.trainer.ended.connect(self._tell_of_training)
        self.bridge.night.failed.connect(self.tasks.failed)
        self._faults = Faults(home)
        self._faults.world.connect(self.tasks.failed)
        settings.on_change(self._follow)
        self._control = ControlServer(home, self._commands(), {"lend": self.bridge.lend_library})
        self._signals = _end_on_signals(app)

    def begin(self, *, hidden: bool) -> None:
        """Show the window, unless it is to stay hidden, and do what can wait."""
        self._faults.install()
        if not hidden:
            self.window.present()
        self.controls.begin()
        self._offer_recovery()
        self._offer_training()
        if not hidden and not self._settings.get(FIRST_RUN_SEEN):
            self.window.first_run()
        if self._settings.problems:
            self.window.notify(in_language("\n".join(self._settings.problems)), warning=True)
        QTimer.singleShot(PRELOAD_MS, self.bridge.preload)
        QTimer.singleShot(PRELOAD_MS, self.bridge.refresh_learnt)
        QTimer.singleShot(PRELOAD_MS, lambda: self.tasks.run(self, lambda control: self.controls.targets.prepare()))
        self.bridge.night.begin()
        QTimer.singleShot(PRELOAD_MS, lambda: self.tasks.run(self, lambda control: self.bridge.library.tidy()))

    def end(self) -> None:
        """Let go of everything; a dictation that goes on is finished and kept."""
        self._control.close()
        self.controls.close()
        self.corrector.close()
        self.window.remember_geometry()
        self.window.hide()
        self.bridge.close()
        self.controls.targets.close()
        self.tasks.close()
        self._faults.remove()

    def quit(self) -> None:
        """End the program."""
        self._app.quit()

    def _follow(self, setting: Setting[object]) -> None:
        if setting not in (AUTOSTART, MENU_ENTRY) or not autostart.is_possible():
            return
        change = autostart.set_autostart if setting == AUTOSTART else autostart.set_menu_entry
        try:
            change(self._home, bool(self._settings.get(setting)))
        except StorageError as error:
            self.tasks.failed.emit(error)

    def _replacer(self) -> Replace | None:
        desktop = self.controls.targets.desktop
        return desktop.replace if desktop is not None else None

    def _restart(self, work: Callable[[], str]) -> None:
        self.before_restart = work
        self.quit()

    def _window_closed(self) -> None:
        if not (self._settings.get(CLOSE_TO_TRAY) and self.controls.tray.available):
            self.quit()

    def _offer_recovery(self) -> None:
        found = self.bridge.interrupted()
        if not found:
            return
        text = self.tr("A dictation was interrupted; %n second(s) of it are on the disk.", "", _seconds(found))
        self.window.notify(
            text, action=Action(self.tr("&Recover"), lambda: self.bridge.recover(found, self._recovered))
        )

    def _offer_training(self) -> None:
        if self.bridge.trainer.phase == "paused":
            show = Action(self.tr("&Show it"), lambda: self.window.open_page("personalize"))
            self.window.notify(self.tr("A training was interrupted. It can go on where it stopped."), action=show)

    def _tell_of_training(self, outcome: Outcome) -> None:
        reason = in_language(outcome.reason)
        self.controls.tell(reason)
        show = Action(self.tr("&Show the result"), lambda: self.window.open_page("personalize"))
        self.window.notify(reason, action=show, warning=outcome.kind not in ("accepted", "refused"))

    def _recovered(self, utterances: int) -> None:
        text = self.tr("Recovered: %n utterance(s), now in the history.", "", utterances)
        if not utterances:
            text = self.tr("Nobody had spoken in it.")
        self.window.notify(text)

    def _commands(self) -> dict[str, Any]:
        bridge = self.bridge
        return {
            "start": lambda request: bridge.start(),
            "stop": lambda request: bridge.stop(),
            "toggle": lambda request: bridge.toggle(),
            "cancel": lambda request: bridge.cancel(),
            "status": lambda request: self._status(),
            "correct": lambda request: self.corrector.correct_last(),
            "show": lambda request: self.window.open_page(str(request.get("page") or "")),
        }

    def _status(self) -> dict[str, Any]:
        state: str = self.bridge.state
        if state == "idle" and self.bridge.training:
            state = "training"
        model = self.bridge.active_model().id
        return {
            "state": state,
            "model": model,
            "microphone": self._settings.get(MICROPHONE),
            "pid": os.getpid(),
        }


def _opened(opening: Future[Library], home: Home) -> Library | None:
    """The library; where it cannot be opened the user may try again, or give up."""
    while True:
        try:
            return opening.result()
        except AttuneError as error:
            box = QMessageBox(QMessageBox.Icon.Warning, "Attune", in_language(error.what))
            box.setInformativeText(in_language(error.remedy))
            box.setStandardButtons(QMessageBox.StandardButton.Retry | QMessageBox.StandardButton.Close)
            if box.exec() != QMessageBox.StandardButton.Retry:
                return None
            opening = Future()
            try:
                opening.set_result(Library(home))
            except AttuneError as again:
                opening.set_exception(again)


def _end_on_signals(app: QApplication) -> QObject:
    """Ctrl-C and SIGTERM end the program as its menu does. Qt's loop does not look at Python's signals by itself."""
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, frame: app.quit())
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: reader.recv(64))
    notifier.setProperty("sockets", (reader, writer))  # they live as long as it does
    return notifier


def _seconds(found: Sequence[Interrupted]) -> int:
    return max(1, round(sum(spool.seconds for spool in found)))
