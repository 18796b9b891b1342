"""A local server that speaks the part of the Hugging Face hub's HTTP API a download uses, and can misbehave.

Model info with file metadata, resolve with redirects to a content store for large files, etags, commits, ranges.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"
LARGE = (".safetensors", ".bin")


@dataclass
class Fault:
    """What goes wrong with a file: its content, or each of the next `times` answers."""

    kind: str  # "truncate", "corrupt", "die", "slow"
    after: int = 0  # bytes sent before it dies
    times: int = 1_000_000


@dataclass
class FakeHub:
    """The hub's content and behaviour; tests change it while it runs."""

    url: str = ""
    repos: dict[str, Path] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)  # by file name
    status: dict[str, int] = field(default_factory=dict)  # an error status by start of path
    ignore_ranges: bool = False
    requests: list[tuple[str, str, str]] = field(default_factory=list)  # method, path, Range

    def ranges_asked(self) -> list[str]:
        """Where the downloads of large files began that did not begin at the start ("bytes=N-")."""
        return [asked for _, path, asked in self.requests if asked and path.startswith("/store/")]


@contextlib.contextmanager
def running_hub() -> Iterator[FakeHub]:
    """A hub on a free local port."""
    hub = FakeHub()

    class Handler(_Handler):
        pass

    Handler.hub = hub
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    hub: FakeHub
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        self.hub.requests.append((self.command, path, self.headers.get("Range", "")))
        for start, status in self.hub.status.items():
            if path.startswith(start):
                self._error(status)
                return
        parts = path.strip("/").split("/")
        if parts[:2] == ["api", "models"] and len(parts) in (4, 6):
            self._model_info("/".join(parts[2:4]), parts[5] if len(parts) == 6 else "main")
        elif len(parts) == 5 and parts[2] == "resolve":
            self._resolve("/".join(parts[:2]), parts[3], parts[4])
        elif len(parts) == 4 and parts[0] == "store":
            self._send_file(self.hub.repos["/".join(parts[1:3])] / parts[3])
        else:
            self._error(404)

    def _model_info(self, repo: str, revision: str) -> None:
        folder = self.hub.repos.get(repo)
        if folder is None:
            self._error(401, "RepoNotFound")  # as the hub answers for what the caller may not know of
        elif revision not in ("main", COMMIT):
            self._error(404, "RevisionNotFound")
        else:
            siblings = [_sibling(file) for file in sorted(folder.iterdir()) if file.is_file()]
            self._send_json({"id": repo, "modelId": repo, "sha": COMMIT, "siblings": siblings})

    def _resolve(self, repo: str, revision: str, name: str) -> None:
        file = self.hub.repos[repo] / name
        if revision != COMMIT or not file.is_file():
            self._error(404, "EntryNotFound")
        elif name.endswith(LARGE):
            self.send_response(302)
            self.send_header("Location", f"/store/{repo}/{name}")
            self.send_header("X-Repo-Commit", COMMIT)
            self.send_header("X-Linked-Etag", f'"{_sha256(file)}"')
            self.send_header("X-Linked-Size", str(file.stat().st_size))
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._send_file(file)

    def _send_file(self, file: Path) -> None:
        content = file.read_bytes()
        fault = self.hub.faults.get(file.name)
        if fault and fault.kind == "truncate":
            content = content[: len(content) // 2]
        if fault and fault.kind == "corrupt":
            middle = len(content) // 2
            content = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
        begin = self._range_begin()
        self.send_response(206 if begin else 200)
        if begin:
            self.send_header("Content-Range", f"bytes {begin}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - begin))
        self.send_header("ETag", f'"{_git_blob(file)}"')
        self.send_header("X-Repo-Commit", COMMIT)
        self.end_headers()
        if self.command == "GET":
            self._send_body(content[begin:], fault)

    def _range_begin(self) -> int:
        asked = self.headers.get("Range", "")
        if not asked or self.hub.ignore_ranges:
            return 0
        return int(asked.removeprefix("bytes=").split("-")[0])

    def _send_body(self, body: bytes, fault: Fault | None) -> None:
        with contextlib.suppress(ConnectionError):
            if fault and fault.kind == "die" and fault.times > 0:
                fault.times -= 1
                self.wfile.write(body[: fault.after])
                self.wfile.flush()
                self.close_connection = True
            elif fault and fault.kind == "slow":
                for begin in range(0, len(body), 65_536):
                    self.wfile.write(body[begin : begin + 65_536])
                    time.sleep(0.2)
            else:
                self.wfile.write(body)

    def _send_json(self, content: Any) -> None:
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _error(self, status: int, code: str = "") -> None:
        self.send_response(status)
        if code:
            self.send_header("X-Error-Code", code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Quiet: the tests read `FakeHub.requests`."""


def _sibling(file: Path) -> dict[str, Any]:
    size = file.stat().st_size
    sibling: dict[str, Any] = {"rfilename": file.name, "size": size, "blobId": _git_blob(file)}
    if file.name.endswith(LARGE):
        sibling["lfs"] = {"sha256": _sha256(file), "size": size, "pointerSize": 134}
    return sibling


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _git_blob(file: Path) -> str:
    content = file.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
