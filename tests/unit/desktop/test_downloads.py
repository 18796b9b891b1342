from __future__ import annotations

import threading

import pytest

from desktop.downloads import Downloads
from desktop.tasks import Tasks
from desktop.windows.models.words import describe_download
from engine.errors import DownloadError
from engine.models.catalogue import read_catalogue
from engine.models.download import DownloadProgress
from engine.paths import Home

ENTRY = read_catalogue()[0]


class Hub:
    """Sends blocks when told to, as a download would."""

    def __init__(self) -> None:
        self.more = threading.Semaphore(0)
        self.error: Exception | None = None
        self.stopped = False

    def fetch(self, entry, home, registry, *, listener):
        try:
            for block in range(1, 4):
                assert self.more.acquire(timeout=20)
                if self.error:
                    raise self.error  # noqa: TRY301 # as the listener does
                listener(DownloadProgress(block * 50_000_000, 150_000_000, 5e6, 30.0 - 10 * block))
        except BaseException:
            self.stopped = True
            raise
        return "installed"


@pytest.fixture
def hub():
    return Hub()


@pytest.fixture
def downloads(qapp, hub, tmp_path):
    tasks = Tasks()
    downloads = Downloads(Home(tmp_path), None, tasks, fetch=hub.fetch)
    yield downloads
    downloads.close()
    hub.more.release(10)
    tasks.close()


def test_a_download_is_followed_to_its_end(downloads, hub, qtbot):
    downloads.begin(ENTRY)
    assert describe_download(downloads) == "Looking what there is to download…"
    hub.more.release()
    qtbot.waitUntil(lambda: downloads.progress is not None)
    assert describe_download(downloads) == "50 MB of 150 MB, 5 MB/s, about 1 minute(s) left"
    with qtbot.waitSignal(downloads.finished) as finished:
        hub.more.release(2)
    assert finished.args == ["installed", False]
    assert downloads.entry is None


def test_it_can_be_stopped_and_begun_again(downloads, hub, qtbot):
    downloads.begin(ENTRY)
    downloads.begin(read_catalogue()[1])
    assert downloads.entry is ENTRY
    downloads.cancel()
    assert describe_download(downloads) == "Stopping…"
    hub.more.release()
    qtbot.waitUntil(lambda: downloads.entry is None)
    assert hub.stopped
    downloads.begin(ENTRY, use=True)
    with qtbot.waitSignal(downloads.finished) as finished:
        hub.more.release(3)
    assert finished.args == ["installed", True]


def test_what_went_wrong_is_told(downloads, hub, qtbot):
    hub.error = DownloadError("The connection failed.", "Try again.")
    downloads.begin(ENTRY)
    with qtbot.waitSignal(downloads.failed) as failed:
        hub.more.release()
    assert failed.args == [hub.error]
    assert downloads.entry is None
