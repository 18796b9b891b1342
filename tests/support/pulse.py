"""A PulseAudio server of the test's own, with a microphone into which recordings can be played.

What is played into the null sink `vmic` comes out of the source `FakeMic`. Works as any user, root too.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType

from programs import Environment, Programs, succeeds, wait_until

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
        self._programs = Programs(runtime)
        self._own = Environment()

    def __enter__(self) -> PulseServer:
        self._own.set(self.environment)
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
        self._server = self._programs.start("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", *load)
        wait_until(lambda: succeeds("pactl", "info"), what="PulseAudio did not start")
        self._programs.start(
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
        return self._programs.start("paplay", "--device=vmic", str(wav.absolute()))

    def _clean_up(self) -> None:
        self._programs.stop_all()
        self._own.restore()
        self._folder.cleanup()


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=10).stdout.strip()
