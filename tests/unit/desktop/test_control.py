from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.control import ControlServer
from desktop.instance import Instance
from engine.control import NotRunningError, ask
from engine.errors import AttuneError, InputError
from engine.paths import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def asking(home, qtbot):
    """Asks from another thread, as another process would, while this one runs Qt's loop."""
    with ThreadPoolExecutor(4) as others:

        def asking(*arguments, **named):
            future = others.submit(ask, home, *arguments, **named)
            qtbot.waitUntil(future.done)
            return future.result()

        yield asking


def refuse(request):
    raise InputError("Not now.", "Later.")


def test_a_command_is_carried_out_with_its_arguments_and_answered(home, asking):
    asked = []
    server = ControlServer(home, {"show": asked.append, "status": lambda request: {"state": "idle"}, "start": refuse})
    assert asking("status") == {"state": "idle"}
    assert asking("show", page="größe") == {}
    assert asked == [{"command": "show", "page": "größe"}]
    with pytest.raises(AttuneError, match="Not now"):
        asking("start")
    with pytest.raises(AttuneError, match="does not know"):
        asking("format the disk")
    server.close()
    with pytest.raises(NotRunningError):
        asking("status")


def test_the_socket_is_the_users_own_and_one_left_behind_does_no_harm(home, asking):
    Path(home.runtime).mkdir(parents=True, mode=0o755)
    socket = home.runtime / "control.sock"
    socket.touch()
    server = ControlServer(home, {"status": lambda request: {}})
    assert stat.S_IMODE(home.runtime.stat().st_mode) == 0o700
    assert stat.S_IMODE(socket.stat().st_mode) & 0o077 == 0
    assert asking("status") == {}
    server.close()
    assert not socket.exists()


@pytest.mark.parametrize("rubbish", [b"\n", b"[]\n", b"\xff\xff\n", b"[" * 50_000 + b"\n", b'{"command": {}}\n'])
def test_rubbish_is_answered_and_the_server_goes_on(home, asking, qtbot, rubbish):
    import socket

    server = ControlServer(home, {"status": lambda request: {}})
    with socket.socket(socket.AF_UNIX) as connection, ThreadPoolExecutor(1) as other:
        connection.connect(str(home.runtime / "control.sock"))
        connection.sendall(rubbish)
        answer = other.submit(connection.recv, 1000)
        qtbot.waitUntil(answer.done)
        assert b"error" in answer.result()
    assert asking("status") == {}
    server.close()


def test_one_application_for_a_home(home):
    with Instance(home) as first:
        assert first.is_first
        with Instance(home) as second:
            assert not second.is_first
    with Instance(home) as third:
        assert third.is_first


NOBODY = 65534


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or not hasattr(socket, "SO_PEERCRED"),
    reason="only root can act as another user, and only Linux tells who asks",
)
def test_another_user_gets_no_answer_even_where_the_folder_is_open(tmp_path_factory, qtbot):
    asked = []
    folder = Path(tempfile.mkdtemp(prefix="attune-peer-", dir="/tmp"))
    home = Home(folder)
    server = ControlServer(home, {"status": lambda request: asked.append(1) or {"state": "idle"}})
    for place, mode in ((folder, 0o755), (home.runtime, 0o777), (home.runtime / "control.sock", 0o777)):
        place.chmod(mode)
    program = (
        "import os, socket, sys\n"
        f"os.setgid({NOBODY}); os.setuid({NOBODY})\n"
        "s = socket.socket(socket.AF_UNIX); s.settimeout(20); s.connect(sys.argv[1])\n"
        's.sendall(b\'{"command": "status"}\\n\'); print(s.recv(100))\n'
    )
    where = str(home.runtime / "control.sock")
    with subprocess.Popen(
        [sys.executable, "-c", program, where], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as other:
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=30_000)
        heard, complaint = other.communicate()
    server.close()
    shutil.rmtree(folder)
    assert asked == []
    assert heard.strip() in (b"b''", b""), complaint
    assert b"PermissionError" not in complaint  # it did reach the socket
