"""A Wayland desktop of the test's own: sway without a screen, with an X-less session of its own.

sway refuses to run as root; there it runs as the user `nobody`, who owns the session's runtime folder, and programs
started by the test connect to it from outside.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Self

from programs import Environment, Programs, succeeds, wait_until

_NEEDED = ("sway", "foot", "wtype", "wl-copy", "wl-paste")
_USER = 65534  # nobody


class WaylandSession:
    """Starts sway, points this process's environment to it, and undoes both."""

    def __init__(self) -> None:
        missing = [name for name in _NEEDED if shutil.which(name) is None]
        if missing:
            raise RuntimeError(f"The tests need {missing}: apt-get install sway foot wtype wl-clipboard.")
        self._folder = tempfile.TemporaryDirectory(prefix="attune-sway-", ignore_cleanup_errors=True)
        self.root = Path(self._folder.name)
        self._programs = Programs(self.root)
        self._own = Environment()

    def __enter__(self) -> Self:
        runtime = self.root / "runtime"
        runtime.mkdir(mode=0o700)
        (self.root / "config").write_text("xwayland disable\nfocus_follows_mouse no\n")
        values = {
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_SESSION_TYPE": "wayland",
            "HOME": str(self.root),
            "XDG_CONFIG_HOME": str(self.root),
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "SHELL": "/bin/sh",
        }
        command = ["sway", "-c", str(self.root / "config")]
        if os.getuid() == 0:
            for path in (self.root, runtime):
                os.chown(path, _USER, _USER)
            self.root.chmod(0o755)
            command = ["setpriv", f"--reuid={_USER}", f"--regid={_USER}", "--clear-groups", *command]
        try:
            self._own.unset(("WAYLAND_DISPLAY", "SWAYSOCK", "DISPLAY", "QT_QPA_PLATFORM"))
            self._own.set(values)
            headless = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}
            self.start(*command, **headless)
            socket = wait_until(lambda: list(runtime.glob("sway-ipc.*.sock")), 30, "sway did not start")[0]
            display = wait_until(lambda: [p for p in runtime.glob("wayland-*") if p.suffix != ".lock"])[0]
            self._own.set({"SWAYSOCK": str(socket), "WAYLAND_DISPLAY": display.name})
            wait_until(lambda: succeeds("swaymsg", "-t", "get_version"), 30, self.output())
        except BaseException:
            self._clean_up()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._clean_up()

    def start(self, *command: str, **extra: str) -> subprocess.Popen[bytes]:
        """Start a program in this session."""
        return self._programs.start(*command, environment=os.environ | extra)

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        """End a program that `start` gave."""
        self._programs.stop(process)

    def focus(self, title: str, seconds: float = 60.0) -> None:
        """Give the window with this title the keyboard, once there is one."""
        command = ["swaymsg", f'[title="^{title}$"] focus']
        wait_until(lambda: succeeds(*command), seconds, f"no window {title!r}: {self.output()}")
        time.sleep(0.2)  # sway tells the window after it has told us

    def output(self) -> str:
        """The end of what the programs printed."""
        return self._programs.output()

    def _clean_up(self) -> None:
        self._programs.stop_all()
        self._own.restore()
        self._folder.cleanup()
