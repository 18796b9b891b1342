import http.server
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest


def test_the_machines_own_sources_come_before_pytorchs_index(torch_build: ModuleType) -> None:
    own, index, anything = torch_build.list_sources("2.13.0", "cpu")

    assert (own.requirement, own.options) == ("torch==2.13.0+cpu", ())
    assert index.options == ("--index-url", f"{torch_build.PYTORCH_INDEX}/cpu")
    assert index.needs.startswith(torch_build.PYTORCH_INDEX)
    assert (anything.requirement, anything.needs) == ("torch==2.13.0", "")


@pytest.mark.parametrize(
    ("system", "nvidia", "amd", "build"),
    [
        ("Linux", False, False, "cpu"),
        ("Linux", True, True, "cu130"),
        ("Linux", False, True, "rocm7.2"),
        ("Windows", False, True, "cpu"),
        ("Darwin", False, False, ""),
    ],
)
def test_the_build_fits_the_gpu(
    torch_build: ModuleType, monkeypatch: pytest.MonkeyPatch, system: str, nvidia: bool, amd: bool, build: str
) -> None:
    monkeypatch.setattr(torch_build, "has_nvidia_gpu", lambda: nvidia)
    monkeypatch.setattr(torch_build, "has_amd_gpu", lambda: amd)

    assert torch_build.choose_build({}, system) == build
    assert torch_build.choose_build({"ATTUNE_TORCH": "cu126"}, system) == "cu126"


@pytest.mark.parametrize(("memory", "found"), [(512 * 1024**2, False), (16 * 1024**3, True)])
def test_graphics_built_into_the_processor_do_not_count(
    torch_build: ModuleType, tmp_path: Path, memory: int, found: bool
) -> None:
    card = tmp_path / "card0" / "device"
    card.mkdir(parents=True)
    (card / "mem_info_vram_total").write_text(f"{memory}\n")

    assert torch_build.has_amd_gpu(tmp_path, compute=tmp_path) is found
    assert not torch_build.has_amd_gpu(tmp_path, compute=tmp_path / "no-kfd")


class Refusing(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(403)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def refusing_server() -> Iterator[str]:
    with http.server.HTTPServer(("127.0.0.1", 0), Refusing) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_an_index_is_reachable_when_anything_answers(torch_build: ModuleType, refusing_server: str) -> None:
    assert torch_build.answers(refusing_server)


def test_a_silent_index_costs_no_more_than_its_time(torch_build: ModuleType) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        started = time.monotonic()
        assert not torch_build.answers(f"http://127.0.0.1:{silent.getsockname()[1]}/", seconds=0.3)
        assert time.monotonic() - started < 3
