"""A desktop of the test's own: an X server without a screen, the window manager openbox, and a session bus.

Everything lives in a temporary folder and under a display number that the server picks itself, so that sessions can
run side by side and never meet the user's desktop. Works as any user, root too.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from programs import Environment, Programs, succeeds, wait_until

_NEEDED = ("Xvfb", "xauth", "openbox", "xdotool", "dbus-daemon")
_UNSET = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QPA_PLATFORMTHEME", "GTK_IM_MODULE", "QT_IM_MODULE", "XMODIFIERS")


class DesktopSession:
    """Starts server, window manager and bus, points this process's environment to them, and undoes all of it.

    Usage, in a fixture of module or function scope:

        with DesktopSession() as desktop:
            app = desktop.start(sys.executable, "-m", "desktop")   # killed at the end if it still runs
            window = desktop.wait_for_window("Attune")             # X window id, by a part of its title
            desktop.focus(window)
            desktop.xdotool("key", "ctrl+space")

    `environment` is what children get; HOME and the XDG folders are empty ones, so that no program finds settings.
    The accessibility bus (AT-SPI) starts when a program first asks for it, if at-spi2-core is installed.
    """

    def __init__(self, size: str = "1280x800", keyboard: Sequence[str] = ()) -> None:
        """`size`: width x height in pixels. `keyboard`: arguments for setxkbmap, such as ("de",)."""
        missing = [name for name in _NEEDED if shutil.which(name) is None]
        if missing:
            raise RuntimeError(f"The tests need {missing}: apt-get install xvfb xauth openbox xdotool dbus.")
        self._size = size
        self._keyboard = tuple(keyboard)
        self._folder = tempfile.TemporaryDirectory(prefix="attune-desktop-", ignore_cleanup_errors=True)
        self.root = Path(self._folder.name)
        self._programs = Programs(self.root)
        self.environment: dict[str, str] = {}
        self._own = Environment()
        self._cookie = secrets.token_hex(16)

    def __enter__(self) -> Self:
        try:
            self._prepare_environment()
            self._start_server()
            self._start_bus()
            self._apply_environment()
            if self._keyboard:
                self.run("setxkbmap", *self._keyboard)
            self._start_window_manager()
        except BaseException:
            self._clean_up()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._clean_up()

    # ---- What tests do with it -----------------------------------------------------------------------------------

    def start(self, *command: str, **extra: str) -> subprocess.Popen[bytes]:
        """Start a program on this desktop, `extra` added to its environment."""
        return self._programs.start(*command, environment=self.environment | extra)

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        """End a program that `start` gave, with its children."""
        self._programs.stop(process)

    def run(self, *command: str, seconds: float = 30.0) -> str:
        """What a program printed, once it has ended well."""
        done = subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True, timeout=seconds
        )
        return done.stdout.strip()

    def xdotool(self, *arguments: str) -> str:
        """Keys and clicks as from the user's devices, and what xdotool prints."""
        return self.run("xdotool", *arguments)

    def wait_for_window(self, title: str, seconds: float = 60.0) -> int:
        """The id of the visible window whose title contains `title` (a regular expression), once there is one."""

        def found() -> list[str]:
            done = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", title],
                env=self.environment, capture_output=True, text=True, timeout=30,
            )  # fmt: skip
            return done.stdout.split()

        return int(wait_until(found, seconds, f"no window {title!r}; its output: {self.output()}")[-1])

    def focus(self, window: int, seconds: float = 60.0) -> None:
        """Give `window` the keyboard, and return when it has it."""
        self.xdotool("windowactivate", str(window))
        wait_until(lambda: self.active_window() == window, seconds, f"window {window} did not get the focus")

    def active_window(self) -> int | None:
        """The id of the window that the window manager holds for active."""
        done = subprocess.run(
            ["xdotool", "getactivewindow"], env=self.environment, capture_output=True, text=True, timeout=30
        )
        return int(done.stdout) if done.returncode == 0 else None

    def screenshot(self, path: Path) -> None:
        """Save what the screen shows (needs `import` of ImageMagick)."""
        self.run("import", "-window", "root", str(path))

    def output(self) -> str:
        """The end of what the programs printed."""
        return self._programs.output()

    # ---- Setting up ----------------------------------------------------------------------------------------------

    def _prepare_environment(self) -> None:
        folders = {
            "HOME": "home",
            "XDG_CONFIG_HOME": "home/.config",
            "XDG_CACHE_HOME": "home/.cache",
            "XDG_DATA_HOME": "home/.local/share",
            "XDG_STATE_HOME": "home/.local/state",
            "XDG_RUNTIME_DIR": "runtime",
        }
        for folder in folders.values():
            (self.root / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        self._set = {name: str(self.root / folder) for name, folder in folders.items()}
        self._set |= {
            "XAUTHORITY": str(self.root / "xauthority"),
            "XDG_SESSION_TYPE": "x11",
            "XDG_CURRENT_DESKTOP": "openbox",
            "GSETTINGS_BACKEND": "memory",
            "GTK_USE_PORTAL": "0",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
        }
        self.environment = {name: value for name, value in os.environ.items() if name not in _UNSET} | self._set

    def _start_server(self) -> None:
        self._authorise(":0")  # the server knows the cookie, whatever number it takes
        reading, writing = os.pipe()
        self._programs.start(
            "Xvfb", "-displayfd", str(writing), "-screen", "0", f"{self._size}x24", "-nolisten", "tcp",
            "-auth", self._set["XAUTHORITY"], "-noreset", pass_fds=(writing,),
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start.")
        self._set["DISPLAY"] = f":{number}"
        self.environment["DISPLAY"] = f":{number}"
        self._authorise(f":{number}")

    def _authorise(self, display: str) -> None:
        subprocess.run(
            ["xauth", "-q", "-f", self._set["XAUTHORITY"], "add", display, ".", self._cookie],
            check=True, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=30,
        )  # fmt: skip

    def _start_bus(self) -> None:
        address = f"unix:path={self.root}/runtime/bus"
        self.start("dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}")
        self._set["DBUS_SESSION_BUS_ADDRESS"] = address
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        wait_until((self.root / "runtime" / "bus").exists, 20, "the session bus did not start")

    def _start_window_manager(self) -> None:
        self.start("openbox", "--sm-disable")
        wait_until(
            lambda: succeeds("xdotool", "get_num_desktops", environment=self.environment), 20, "openbox did not start"
        )

    def _apply_environment(self) -> None:
        self._own.unset(_UNSET)
        self._own.set(self._set)

    def _clean_up(self) -> None:
        self._programs.stop_all()
        self._own.restore()
        self._folder.cleanup()
