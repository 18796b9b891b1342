"""What the calls of a live run cost on models of real sizes with random weights: CPU and memory, nothing else.

    python tests/bench/live.py --json live.json
    python tests/bench/live_cost.py live.json [--sizes tiny,base,small] [--share 1]

Each system's calls (audio, beams, tokens) are made again, in order, in a process of its own. Attune's application
process is there as well, with what it loads, and its own CPU time of the recorded run is added.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench"), str(ROOT / "tests" / "support")]

import numpy as np  # noqa: E402
import platformdirs  # noqa: E402
from live import watch_memory  # noqa: E402
from live_calls import Call  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402

from engine.records import SAMPLE_RATE  # noqa: E402

TARGETS = {"cpu": ("local-agreement", 0.35), "memory": ("realtime-stt", 0.6)}


def sound(seconds: float) -> np.ndarray:
    generator = np.random.default_rng(1)
    return (0.1 * generator.standard_normal(max(1600, round(seconds * SAMPLE_RATE)))).astype(np.float32)


def replay_ours(folder: Path, threads: int, calls: list[Call]) -> None:
    from engine.models.card import Context
    from engine.speech.options import DecodeOptions, RecogniserOptions
    from engine.speech.whisper import Recogniser

    recogniser = Recogniser.load(folder, RecogniserOptions("cpu", "int8", threads, "en", Context(1.0, 0.5)))
    recogniser.warm_up()
    yield
    for call in calls:
        encoded = recogniser.encode(sound(call.seconds))
        for beam in call.beams:
            decoded = recogniser.decode(encoded, DecodeOptions(beam=beam, max_tokens=max(1, call.tokens)))
        if call.aligned:
            recogniser.align(encoded, decoded.best)


def replay_theirs(folder: Path, threads: int, calls: list[Call]) -> None:
    from faster_whisper import WhisperModel
    from offline import _unguarded

    from engine.audio.vad import StreamingVad

    copies = 1 + max(call.copy for call in calls)
    models = [WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=threads) for _ in range(copies)]
    vad = StreamingVad() if copies > 1 else None
    yield
    for call in calls:
        options = {**_unguarded(), "beam_size": call.beams[-1], "word_timestamps": call.aligned}
        # CTranslate2 stops at half of prompt and new tokens together; the prompt has 4.
        segments, _ = models[call.copy].transcribe(
            sound(call.seconds), max_new_tokens=max(1, 2 * call.tokens - 4), **options
        )
        list(segments)
    del vad


def replay(name: str, folder: Path, threads: int, log: Path) -> None:
    """Make the calls in `log`, and print the CPU-seconds that they took."""
    calls = [Call.from_json(call) for call in json.loads(log.read_text())]
    if name == "attune":
        # The application's process is the parent here, as it is there.
        from engine.speech.worker_client import ENVIRONMENT

        command = [sys.executable, __file__, "--replay", "recogniser", str(folder), str(threads), str(log)]
        with subprocess.Popen(command, env=os.environ | ENVIRONMENT, stdout=subprocess.PIPE, text=True) as child:
            import engine.library.library
            import engine.session.session  # noqa: F401
            from engine.audio.vad import StreamingVad

            StreamingVad().process(np.zeros(512, np.float32))
            print(child.stdout.read().strip(), flush=True)
        return
    steps = (replay_ours if name == "recogniser" else replay_theirs)(folder, threads, calls)
    next(steps)
    before = time.process_time()
    for _ in steps:
        raise AssertionError("one step only")
    print(time.process_time() - before, flush=True)


def measure(name: str, folder: Path, threads: int, calls: list[dict]) -> tuple[float, int]:
    """CPU-seconds, and the peak memory of the process tree in bytes."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        log.write(json.dumps(calls))
        log.flush()
        command = [sys.executable, __file__, "--replay", name, str(folder), str(threads), log.name]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        peak = max(watch_memory(child, name))
        return float(child.stdout.read().split()[-1]), peak


def main() -> None:
    if sys.argv[1:2] == ["--replay"]:
        name, folder, threads, log = sys.argv[2:]
        replay(name, Path(folder), int(threads), Path(log))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("log", type=Path, help="what live.py --json wrote")
    parser.add_argument("--sizes", default="tiny,base,small")
    parser.add_argument("--share", type=float, default=1.0, help="of the calls that are made again, the first ones")
    parser.add_argument("--cache", type=Path, default=Path(platformdirs.user_cache_dir("attune-bench")))
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    from random_whisper import make_random_model

    log = json.loads(given.log.read_text())
    seconds = log["seconds"] * given.share
    rows = []
    for size in given.sizes.split(","):
        folder = make_random_model(size, given.cache / size)
        row = {"size": size}
        for name, run in log["calls"].items():
            if not run["calls"]:
                continue
            calls = run["calls"][: max(1, round(given.share * len(run["calls"])))]
            cpu, memory = measure(name, folder, log["threads"], calls)
            own = run["own_cpu"] * given.share if name == "attune" else 0.0
            row[name] = {"cpu": (cpu + own) / seconds, "memory": memory / 1e6}
            print(size, name, row[name], file=sys.stderr)
        rows.append(row)
    show(rows)
    if given.json:
        given.json.write_text(json.dumps({"seconds": seconds, "rows": rows}, indent=1) + "\n")


def show(rows: list[dict]) -> None:
    table = Table("size", "figure", "attune", "local-agreement", "realtime-stt", "ratio", "target")
    for row in rows:
        for figure, (against, most) in TARGETS.items():
            cells = [f"{row[name][figure]:.2f}" if name in row else "" for name in table_names()]
            ratio = row["attune"][figure] / row[against][figure] if against in row else None
            table.add_row(row["size"], figure, *cells, f"{ratio:.2f}" if ratio else "", f"{most:.2f} of {against}'s")
    Console(width=120).print(table)


def table_names() -> tuple[str, ...]:
    return ("attune", "local-agreement", "realtime-stt")


if __name__ == "__main__":
    main()
