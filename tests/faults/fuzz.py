"""Damaged and hostile files, messages and lines: a clear error, never a crash, never a way out of the folder.

    python tests/faults/fuzz.py [--count 100000] [--seed 1] [--targets manifest,settings,...]

Each target is what the program does with something it did not write itself. Inputs are good ones, changed: bits, bytes,
stretches doubled or cut, numbers made enormous, names that lead elsewhere. Recordings are decoded in a child, so that a
crash of the decoder is seen. Inputs that once failed are kept in tests/faults/corpus/TARGET and tried first.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import random
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

import numpy as np  # noqa: E402
import soundfile  # noqa: E402
from fault_figures import bound_line  # noqa: E402

from engine.audio.decode import read_recording  # noqa: E402
from engine.errors import AttuneError  # noqa: E402
from engine.ipc import Channel, Message, pack  # noqa: E402
from engine.jobs.child import _parse as parse_progress  # noqa: E402
from engine.jobs.spec import JobSpec  # noqa: E402
from engine.learning.exchange import _read as read_vocabulary  # noqa: E402
from engine.library.backup import read_manifest as read_backup  # noqa: E402
from engine.library.manifests import read_manifests  # noqa: E402
from engine.models.card import Card  # noqa: E402
from engine.settings import Settings  # noqa: E402
from engine.settings.declarations import SETTINGS  # noqa: E402
from engine.speech import wire  # noqa: E402
from engine.text.formatter import Formatter  # noqa: E402

CORPUS = Path(__file__).parent / "corpus"
DECODED_TOGETHER = 50  # recordings to a child
DECODING_SECONDS = 60.0
BAD_PARTS = (
    b"../../../etc/passwd", b"/etc/passwd", b"\x00", b"\xff\xfe", b"-1", b"1e999", b"NaN", b"99999999999999999999",
    b'"', b"{" * 2_000, b"[" * 2_000, b"\\ud800", b"\xed\xa0\x80", b"null", b"true", b"\xe2\x80\xae", b"\n\n", b"\r",
    b"=cmd|' /C calc'!A0", b"", b"file:///dev/zero", b"CON", b"~root",
)  # fmt: skip


def mutate(data: bytes, chance: random.Random) -> bytes:
    """A changed copy: one to four changes."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(changed) + 1)
        end = min(len(changed), at + chance.choice((1, 2, 8, 64, 512)))
        match chance.randrange(6):
            case 0 if at < len(changed):
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                del changed[at:end]
            case 2:
                changed[at:at] = changed[at:end]
            case 3:
                changed[at:end] = chance.choice(BAD_PARTS)
            case 4:
                changed[at:at] = chance.randbytes(chance.choice((1, 4, 32)))
            case _:
                del changed[at:]
    return bytes(changed)


def manifest(data: bytes, folder: Path) -> None:
    (folder / "metadata.jsonl").write_bytes(data)
    for pair in read_manifests(folder):
        assert pair.file.resolve().is_relative_to(folder.resolve()), f"{pair.file} lies outside"


def table(data: bytes, folder: Path) -> None:
    (folder / "metadata.csv").write_bytes(data)
    for pair in read_manifests(folder):
        assert pair.file.resolve().is_relative_to(folder.resolve()), f"{pair.file} lies outside"


def settings(data: bytes, folder: Path) -> None:
    path = folder / "settings.json"
    path.write_bytes(data)
    found = Settings(path, SETTINGS)
    for setting in SETTINGS:
        setting.parse(found.get(setting))  # whatever the file said, every value is a usable one


def card(data: bytes, folder: Path) -> None:
    (folder / "card.json").write_bytes(data)
    Card.load(folder)


def job(data: bytes, folder: Path) -> None:
    (folder / "job.json").write_bytes(data)
    JobSpec.load(folder)


def vocabulary(data: bytes, folder: Path) -> None:
    path = folder / "vocabulary.json"
    path.write_bytes(data)
    read_vocabulary(path)


def backup(data: bytes, folder: Path) -> None:
    (folder / "manifest.json").write_bytes(data)
    read_backup(folder)


def progress(data: bytes, folder: Path) -> None:
    event = parse_progress(data.decode("utf-8", "replace"))
    assert event is None or isinstance(event["event"], str)


def message(data: bytes, folder: Path) -> None:
    """What a recogniser child, or whoever took its place, sends to the program."""
    ours, theirs = socket.socketpair()
    with ours, Channel(theirs) as channel:
        ours.sendall(data)
        ours.shutdown(socket.SHUT_WR)
        received = channel.receive(timeout=5.0)
    wire.raise_error(received.header)
    for unpack in (wire.unpack_recognised, wire.unpack_scores, wire.unpack_loaded):
        _or_error(lambda unpack=unpack: unpack(received.header))


def hypothesis(data: bytes, folder: Path) -> None:
    """What a model writes: no control character, and no layout that nobody asked for, gets into the user's text."""
    said = data.decode("utf-8", "replace")
    written = FORMATTER.format(said).text
    bad = [char for char in written if (ord(char) < 32 and char not in "\n\t") or 0x7F <= ord(char) < 0xA0]
    assert not bad, f"{bad!r} came through"
    assert not any(0x202A <= ord(char) <= 0x202E or 0x2066 <= ord(char) <= 0x2069 for char in written), "bidi control"


def recording(data: bytes, folder: Path) -> None:
    path = folder / "sound"
    path.write_bytes(data)
    samples = read_recording(path)
    assert np.isfinite(samples).all()


def _or_error(work: Callable[[], object]) -> None:
    try:
        work()
    except AttuneError:
        return


FORMATTER = Formatter("en")
TARGETS: dict[str, Callable[[bytes, Path], None]] = {
    "manifest": manifest, "table": table, "settings": settings, "card": card, "job": job, "vocabulary": vocabulary,
    "backup": backup, "progress": progress, "message": message, "hypothesis": hypothesis, "recording": recording,
}  # fmt: skip


ROW = {
    "file_name": "a.flac", "text": "the “quick” fox", "language": "en", "duration": 1.5, "session_id": "s",
    "source": "read", "split": "train", "created_at": "2026-01-02T03:04:05.678Z",
}  # fmt: skip
GOOD: dict[str, list[bytes]] = {
    "manifest": [f"{json.dumps(ROW)}\n{json.dumps(ROW | {'file_name': 'b.flac', 'id': 'x'})}\n".encode()],
    "table": [
        b'file_name,text,language\na.flac,hello there,en\nb.flac,"two, three",de\n',
        b"path\tsentence\na.flac\thello\n",
    ],
    "vocabulary": [b'{"terms": [{"text": "Qt", "spoken": "cute"}], "rules": [{"heard": "a", "written": "b"}]}'],
    "backup": [
        b'{"format": 1, "created_at": "2026-01-02", "database": "library-1.db", "database_sha256": "00", '
        b'"recordings": {"ab/x.flac": "00"}}'
    ],
    "progress": [
        b'{"v": 1, "ts": 1.5, "event": "progress", "stage": "train", "step": 3, "loss": 0.5}',
        b'{"v": 1, "event": "gate", "accepted": true, "reasons": ["a"]}',
    ],
    "message": [
        pack(Message({"text": "hello", "hypotheses": [], "language": "en"}, b"")),
        pack(Message({"scores": [[-0.5, 3]]}, b"\0" * 64)),
        pack(Message({"error": "ModelError", "what": "a", "remedy": "b"})),
    ],
    "hypothesis": [
        b"hello new paragraph world period twenty three dollars at example dot com",
        "caf\u00e9 \U0001f469\u200d\U0001f469\u200d\U0001f467 \u05e9\u05dc\u05d5\u05dd".encode(),
    ],
}
SOUNDS = (("WAV", "PCM_16"), ("FLAC", "PCM_16"), ("OGG", "OPUS"), ("OGG", "VORBIS"), ("MP3", "MPEG_LAYER_III"))


def good_inputs(target: str) -> list[bytes]:
    """What the program itself would write or meet."""
    match target:
        case "settings":
            values = {setting.name: setting.default for setting in SETTINGS}
            return [json.dumps({"version": 1, "values": values}, default=list).encode()]
        case "card":
            return [(ROOT / "resources" / "starter" / "ctranslate2" / "card.json").read_bytes()]
        case "job":
            with tempfile.TemporaryDirectory() as folder:
                JobSpec("m-1", "base", "model", {"train": "train.jsonl"}, recipe={"rank": 8}).save(Path(folder))
                return [(Path(folder) / "job.json").read_bytes()]
        case "recording":
            return [_encoded(*kind) for kind in SOUNDS]
    return GOOD[target]


def _encoded(kind: str, subtype: str) -> bytes:
    sound = 0.1 * np.sin(np.arange(8_000) / 20)
    stream = io.BytesIO()
    soundfile.write(stream, sound, 16_000, format=kind, subtype=subtype)
    return stream.getvalue()


def run_target(name: str, count: int, seed: int) -> list[tuple[bytes, str]]:
    """The inputs that did what must not happen, and what that was."""
    chance = random.Random(f"{name}/{seed}")
    good = good_inputs(name)
    known = [file.read_bytes() for file in sorted((CORPUS / name).glob("*"))] if (CORPUS / name).is_dir() else []
    inputs = (known[number] if number < len(known) else mutate(chance.choice(good), chance) for number in range(count))
    if name == "recording":
        return _run_in_children(inputs)
    with tempfile.TemporaryDirectory(prefix="attune-fuzz-") as folder:
        for name_of in ("a.flac", "b.flac"):
            (Path(folder) / name_of).write_bytes(b"")
        tried = ((data, try_one(TARGETS[name], data, Path(folder))) for data in inputs)
        return [(data, fault) for data, fault in tried if fault]


def try_one(target: Callable[[bytes, Path], None], data: bytes, folder: Path) -> str:
    """What went wrong; empty where the input was taken, or refused by an error of Attune's."""
    try:
        target(data, folder)
    except AttuneError as error:
        return "" if str(error).strip() else "an error that says nothing"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def _run_in_children(inputs: object) -> list[tuple[bytes, str]]:
    """Some recordings to a child: one that dies or hangs points to the input it was at."""
    failed: list[tuple[bytes, str]] = []
    waiting = list(inputs)  # type: ignore[call-overload]
    while waiting:
        some, waiting = waiting[:DECODED_TOGETHER], waiting[DECODED_TOGETHER:]
        done, fault = _decode_in_child(some)
        if fault:
            failed.append((some[done], fault))
            waiting = some[done + 1 :] + waiting
    return failed


def _decode_in_child(some: list[bytes]) -> tuple[int, str]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with tempfile.TemporaryDirectory() as folder:
            for data in some:
                fault = try_one(recording, data, Path(folder))
                os.write(writing, (fault.replace("\n", " ") + "\n").encode())
                if fault:
                    break
        os._exit(0)
    os.close(writing)
    said = _lines_within(reading, child, DECODING_SECONDS)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    faults = [line for line in said if line]
    if faults:
        return len(said) - 1, faults[0]
    if len(said) < len(some):
        return len(said), "it hung" if status == -9 else f"the decoder ended with {status}"
    return len(some), ""


def _lines_within(reading: int, child: int, seconds: float) -> list[str]:
    """What the child says until it ends; it is killed when it takes too long."""
    import select

    deadline, data = time.monotonic() + seconds, b""
    while True:
        ready, _, _ = select.select([reading], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            os.kill(child, 9)
            break
        part = os.read(reading, 65_536)
        if not part:
            break
        data += part
    os.close(reading)
    return data.decode("utf-8", "replace").split("\n")[:-1]


def keep(name: str, failed: list[tuple[bytes, str]]) -> None:
    """Put what failed into the corpus."""
    for data, _ in failed[:5]:
        folder = CORPUS / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000, help="inputs for each target; recordings: a tenth")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--targets", default=",".join(TARGETS))
    parser.add_argument("--keep", action="store_true", help="put what failed into the corpus")
    given = parser.parse_args()
    wrong = 0
    for name in given.targets.split(","):
        count = max(1, given.count // 10) if name == "recording" else given.count
        began = time.monotonic()
        failed = run_target(name, count, given.seed)
        wrong += len(failed)
        print(f"{name:12} {bound_line(count, len(failed))} ({time.monotonic() - began:.0f} s)", flush=True)
        for data, fault in failed[:3]:
            print(f"  {fault[:200]}\n    {data[:120]!r}")
        if given.keep:
            keep(name, failed)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
