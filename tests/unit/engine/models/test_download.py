from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_hub import COMMIT, FakeHub, Fault, running_hub
from huggingface_hub import HfApi
from model_shelf import make_registry, says_hello
from tiny_whisper import make_checkpoint, make_model

from engine.errors import DownloadError, InputError, ModelError, StorageError
from engine.models import download, hub
from engine.models.catalogue import Entry, find_entry
from engine.models.download import DownloadProgress, download_model
from engine.models.registry import InstalledModel, Registry
from engine.paths import Home

REPO = "somebody/tiny-ready"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    with running_hub() as fake:
        fake.repos[REPO] = make_model(tmp_path / "remote")
        (fake.repos[REPO] / "README.md").write_text("read me")
        (fake.repos[REPO] / "run_me.py").write_text("raise SystemExit")
        monkeypatch.setenv("HF_ENDPOINT", fake.url)
        monkeypatch.setenv("HF_HUB_OFFLINE", "1")  # as in the application; the downloader lifts it for itself
        yield fake


@pytest.fixture
def home(tmp_path: Path) -> Home:
    make_registry(tmp_path)
    return Home(tmp_path / "home")


@pytest.fixture
def registry(tmp_path: Path, home: Home) -> Registry:
    return make_registry(tmp_path)


def get(home: Home, registry: Registry, entry: Entry | None = None) -> tuple[InstalledModel, list[DownloadProgress]]:
    seen: list[DownloadProgress] = []
    entry = entry or find_entry(REPO)
    return download_model(entry, home, registry, listener=seen.append, golden=says_hello), seen


def partials(home: Home) -> list[Path]:
    return list(home.downloads.rglob("*.partial"))


def test_a_ready_model_is_taken_as_it_is(server: FakeHub, home: Home, registry: Registry) -> None:
    installed, seen = get(home, registry)
    assert installed.id == "tiny-ready"
    assert installed.card.source == f"{REPO}@{COMMIT}"
    assert installed.card.golden.text == "hello"
    assert (installed.folder / "model.bin").read_bytes() == (server.repos[REPO] / "model.bin").read_bytes()
    registry.verify(installed.id)
    assert seen[-1].done == seen[-1].total > 800_000
    assert not any(home.downloads.glob("tiny-ready/*")), "nothing is kept twice"
    fetched = {path.rsplit("/", 1)[-1] for _, path, _ in server.requests}
    assert not fetched & {"README.md", "run_me.py"}


def test_a_checkpoint_is_converted_and_kept_for_training(
    server: FakeHub, home: Home, registry: Registry, tmp_path: Path
) -> None:
    """The weights' repository has no tokenizer; its base model's repository fills it in."""
    server.repos["openai/base"] = make_checkpoint(tmp_path / "base")
    server.repos["lab/tuned"] = make_checkpoint(tmp_path / "tuned", seed=1)
    (server.repos["lab/tuned"] / "pytorch_model.bin").write_bytes(b"pickle")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (server.repos["lab/tuned"] / name).unlink()
    entry = Entry("tuned", "Tuned", "lab/tuned", 1, 1, ("en",), "MIT", "", fill_from="openai/base")
    installed, _ = get(home, registry, entry)
    registry.activate("tuned")
    checkpoint = registry.checkpoint("tuned")
    assert checkpoint is not None
    names = {file.name for file in checkpoint.iterdir()}
    assert "model.safetensors" in names
    assert "pytorch_model.bin" not in names
    assert installed.card.licence == "MIT"
    (checkpoint / "model.safetensors").write_bytes(b"")
    with pytest.raises(ModelError, match=r"model\.safetensors is damaged"):
        registry.verify("tuned")


def test_a_dying_connection_is_resumed_where_it_stopped(server: FakeHub, home: Home, registry: Registry) -> None:
    server.faults["model.bin"] = Fault("die", after=300_000, times=1)
    get(home, registry)
    (asked,) = server.ranges_asked()
    assert 200_000 < int(asked.removeprefix("bytes=").rstrip("-")) <= 300_000
    registry.verify("tiny-ready")


def test_a_download_that_failed_goes_on_from_its_partial_file(server: FakeHub, home: Home, registry: Registry) -> None:
    server.faults["model.bin"] = Fault("truncate")
    with pytest.raises(DownloadError, match="ended too early"):
        get(home, registry)
    assert [file.stat().st_size > 100_000 for file in partials(home)] == [True]
    server.faults.clear()
    server.requests.clear()
    get(home, registry)
    asked = server.ranges_asked()
    assert len(asked) == 1
    assert int(asked[0].removeprefix("bytes=").rstrip("-")) > 100_000
    assert not any(path.endswith("/config.json") for _, path, _ in server.requests), "whole files are kept"


def test_a_server_without_ranges_sends_it_all_again(server: FakeHub, home: Home, registry: Registry) -> None:
    server.faults["model.bin"] = Fault("truncate")
    with pytest.raises(DownloadError):
        get(home, registry)
    server.faults.clear()
    server.ignore_ranges = True
    _, seen = get(home, registry)
    registry.verify("tiny-ready")
    assert seen[-1].done == seen[-1].total


@pytest.mark.parametrize("name", ["model.bin", "tokenizer.json"])
def test_what_arrives_corrupted_is_thrown_away(server: FakeHub, home: Home, registry: Registry, name: str) -> None:
    server.faults[name] = Fault("corrupt")
    with pytest.raises(DownloadError, match="arrived damaged"):
        get(home, registry)
    assert [model.id for model in registry.installed()] == ["starter"]
    assert not partials(home)
    assert not (home.downloads / "tiny-ready" / name).exists()


@pytest.mark.parametrize(
    ("status", "kind", "said"),
    [(500, DownloadError, "error .500"), (404, InputError, "refuses"), (401, InputError, "refuses")],
)
def test_refusals_of_the_hub_are_told_apart(
    server: FakeHub, home: Home, registry: Registry, status: int, kind: type[Exception], said: str
) -> None:
    server.status["/api/models"] = status
    with pytest.raises(kind, match=said):
        get(home, registry)


def test_names_the_hub_does_not_have(server: FakeHub, home: Home, registry: Registry) -> None:
    with pytest.raises(InputError, match="no model nobody/nothing"):
        get(home, registry, find_entry("nobody/nothing"))
    pinned = Entry("tiny-ready", "", REPO, 0, 0, (), "", "", revision="f" * 40)
    with pytest.raises(InputError, match="no such revision"):
        get(home, registry, pinned)


def test_pickled_weights_are_not_even_fetched(server: FakeHub, home: Home, registry: Registry, tmp_path: Path) -> None:
    server.repos["old/pickled"] = make_checkpoint(tmp_path / "pickled")
    (server.repos["old/pickled"] / "model.safetensors").rename(server.repos["old/pickled"] / "pytorch_model.bin")
    with pytest.raises(InputError, match="no safetensors weights"):
        get(home, registry, find_entry("old/pickled"))
    assert all("resolve" not in path for _, path, _ in server.requests)


def test_no_server_at_all(home: Home, registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(DownloadError, match="connection"):
        get(home, registry)


def test_too_little_space_is_said_before_anything_is_fetched(
    server: FakeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # This runs in the test's own process; the downloader is a child that starts with the network allowed.
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
    monkeypatch.setattr(hub, "KEEP_FREE_BYTES", 1 << 62)
    monkeypatch.setattr(hub, "HfApi", lambda: HfApi(endpoint=server.url))
    with pytest.raises(StorageError, match="are free"):
        hub.fetch_model(REPO, tmp_path, "main", "", lambda event: None)
    assert all("resolve" not in path for _, path, _ in server.requests)


def test_cancelling_keeps_what_has_arrived(server: FakeHub, home: Home, registry: Registry) -> None:
    server.faults["model.bin"] = Fault("slow")

    def interrupt(progress: DownloadProgress) -> None:
        if progress.done > 400_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        download_model(find_entry(REPO), home, registry, listener=interrupt, golden=says_hello)
    kept = partials(home)[0].stat().st_size
    assert kept > 0
    count = len(server.requests)
    time.sleep(0.5)
    assert len(server.requests) == count, "the child is gone"
    server.faults.clear()
    get(home, registry)
    assert len(server.ranges_asked()) == 1


def test_the_child_ends_with_the_program_that_started_it(server: FakeHub, tmp_path: Path) -> None:
    server.faults["model.bin"] = Fault("slow")
    child = subprocess.Popen(
        [sys.executable, "-m", "engine.models.hub", REPO, str(tmp_path)],
        cwd=download.PROGRAM,
        env=download._environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    assert b"plan" in child.stdout.readline()
    child.stdin.close()  # what the system does when the parent dies
    assert child.wait(10) == 3
    child.stdout.close()


def test_two_downloads_of_one_model_do_not_meet(server: FakeHub, home: Home, registry: Registry) -> None:
    server.faults["model.bin"] = Fault("slow")
    first = threading.Thread(target=lambda: get(home, registry))
    first.start()
    while not partials(home):
        time.sleep(0.05)
    with pytest.raises(DownloadError, match="already"):
        get(home, registry)
    first.join()
    registry.verify("tiny-ready")


def test_nothing_asks_the_hub_unless_told_to(server: FakeHub, registry: Registry) -> None:
    find_entry("whisper-small")
    registry.installed()
    registry.activate("starter")
    assert server.requests == []


def test_an_installed_model_is_not_downloaded_again(server: FakeHub, home: Home, registry: Registry) -> None:
    get(home, registry)
    server.requests.clear()
    with pytest.raises(ModelError, match="installed already"):
        get(home, registry)
    assert server.requests == []


def test_the_download_does_not_start_where_it_could_not_be_converted(
    server: FakeHub, home: Home, registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.repos["lab/tuned"] = make_checkpoint(tmp_path / "tuned")
    server.faults["model.safetensors"] = Fault("slow")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ModelError, match=r"needs torch.*--no-train"):
        get(home, registry, find_entry("lab/tuned"))
    assert not (home.models / "tuned").exists()
