"""Commands write to the library while the application runs: it waits for them, and goes on."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.control import ControlServer
from engine.control import borrow
from engine.errors import AttuneError
from engine.library.entities import NewUtterance

ROOT = Path(__file__).parents[3]
PATIENCE_MS = 60_000


@pytest.fixture
def server(stage):
    server = ControlServer(stage.context.home, {}, {"lend": stage.bridge.lend_library})
    yield server
    server.close()


@pytest.fixture
def others():
    with ThreadPoolExecutor(2) as others:
        yield others


def attune(stage, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "engine.cli.main", "--home", str(stage.context.home.base), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_a_command_writes_and_then_the_application_again(stage, server, others, qtbot):
    identifier = stage.library.utterances.add(NewUtterance("please call Anna", "session"))
    with qtbot.waitSignal(stage.bridge.library_changed, timeout=PATIENCE_MS):
        done = others.submit(attune, stage, "correct", identifier, "please call Hanna", "--kind", "misheard")
    qtbot.waitUntil(done.done, timeout=PATIENCE_MS)
    assert done.result().returncode == 0, done.result().stderr
    assert stage.library.utterances.get(identifier).text == "please call Hanna"
    stage.library.utterances.add(NewUtterance("it goes on", "session"))
    assert len(stage.library.utterances.page()) == 2


def test_what_the_application_writes_meanwhile_waits_and_is_kept(stage, server, others, qtbot):
    lent = others.submit(borrow, stage.context.home)
    qtbot.waitUntil(lent.done, timeout=PATIENCE_MS)
    added = others.submit(stage.library.utterances.add, NewUtterance("said meanwhile", "session"))
    assert stage.library.utterances.page() == [], "reading goes on"
    with pytest.raises(AttuneError, match="Another command"):
        stage.library.lend(lambda: None)
    assert not added.done()
    lent.result().give_back()
    qtbot.waitUntil(added.done, timeout=PATIENCE_MS)
    assert [row.id for row in stage.library.utterances.page()] == [added.result()]


def test_a_command_that_dies_gives_back_what_it_borrowed(stage, server, others, qtbot):
    code = (
        "import sys, time; from pathlib import Path; from engine.library.library import Library; "
        "from engine.paths import Home; Library(Home(Path(sys.argv[1]))); print('open', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(stage.context.home.base)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as command:
        opened = others.submit(command.stdout.readline)
        qtbot.waitUntil(opened.done, timeout=PATIENCE_MS)
        assert opened.result() == "open\n"
        command.kill()
    added = others.submit(stage.library.utterances.add, NewUtterance("said after it", "session"))
    qtbot.waitUntil(added.done, timeout=PATIENCE_MS)
    assert added.result()
