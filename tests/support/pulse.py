"""A PulseAudio server of the test's own, with a microphone into which recordings can be played.

What is played into the null sink `vmic` comes out of the source `FakeMic`. Works as any user, root too.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType

MICROPHONE = "FakeMic"
_NEEDED = ("pulseaudio", "pactl", "pacat", "paplay")
_MODULES = (
    "module-native-protocol-unix auth-anonymous=1",
    "module-null-sink sink_name=vmic rate=48000 channels=1",
)


class PulseServer:
    """Starts the server, points this process's environment (with `environment`) to it, and undoes both."""

    def __init__(self) -> None:
        missing = [name for name in _NEEDED if shutil.which(name) is None]
        if missing:
            raise RuntimeError(f"The tests need {missing}: apt-get install pulseaudio pulseaudio-utils.")
        self._folder = tempfile.TemporaryDirectory(prefix="attune-pulse-")
        runtime = Path(self._folder.name)
        (runtime / "pulse").mkdir(mode=0o700)
        self.environment = {
            "XDG_RUNTIME_DIR": str(runtime),
            "PULSE_RUNTIME_PATH": str(runtime / "pulse"),
            "PULSE_SERVER": f"unix:{runtime}/pulse/native",
            "PULSE_COOKIE": str(runtime / "cookie"),
        }
        self._before = {name: os.environ.get(name) for name in self.environment}
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> PulseServer:
        os.environ.update(self.environment)
        try:
            self.start_server()
            self.plug()
            self.make_default(MICROPHONE)
        except BaseException:
            self._clean_up()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._clean_up()

    def start_server(self) -> None:
        """Start it, without a microphone yet, and keep its sink awake (an idle one takes seconds to start)."""
        load = [word for module in _MODULES for word in ("-L", module)]
        self._server = self._start("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", *load)
        _wait_until(lambda: _succeeds("pactl", "info"))
        self._start(
            "pacat", "--playback", "--latency-msec=20", "--rate=48000", "--channels=1", "-d", "vmic", "/dev/zero"
        )

    def kill_server(self) -> None:
        """As when it crashes."""
        self._server.kill()
        self._server.wait()

    def plug(self, name: str = MICROPHONE) -> str:
        """A microphone appears; returns what `unplug` wants."""
        return _run("pactl", "load-module", "module-remap-source", f"source_name={name}", "master=vmic.monitor")

    def unplug(self, module: str = "module-remap-source") -> None:
        """A microphone disappears, or all; the monitor of the sink stays, as loudspeakers do."""
        _run("pactl", "unload-module", module)

    def make_default(self, name: str) -> None:
        """Programs that follow the default record from `name` now."""
        _run("pactl", "set-default-source", name)

    def hang(self) -> None:
        """The server stops answering, without a word."""
        self._server.send_signal(signal.SIGSTOP)

    def recover(self) -> None:
        """The server goes on."""
        self._server.send_signal(signal.SIGCONT)

    def play(self, wav: Path) -> subprocess.Popen[bytes]:
        """Play `wav` into the microphone; wait for the process to know when it is over."""
        return self._start("paplay", "--device=vmic", str(wav))

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._processes.append(process)
        return process

    def _clean_up(self) -> None:
        for process in reversed(self._processes):
            process.kill()
            process.wait()
        for name, value in self._before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        self._folder.cleanup()


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=10).stdout.strip()


def _succeeds(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, timeout=10).returncode == 0


def _wait_until(condition, seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("PulseAudio did not start.")
        time.sleep(0.02)
