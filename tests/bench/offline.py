"""Attune against plain ``faster_whisper.WhisperModel.transcribe``: same clips, model, threads and tokens.

    python tests/bench/offline.py [--parts mel,tiny,base,starter,start] [--json FILE]

Prints a table of ratios (Attune / faster-whisper; less is better). See README.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import numpy as np  # noqa: E402
import platformdirs  # noqa: E402
from faster_whisper import WhisperModel  # noqa: E402
from paired import Timing, ratio, time_paired  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402

from engine.audio.decode import read_recording  # noqa: E402
from engine.models.card import Card, Context  # noqa: E402
from engine.paths import STARTER_MODEL  # noqa: E402
from engine.records import SAMPLE_RATE  # noqa: E402
from engine.speech.mel import log_mel  # noqa: E402
from engine.speech.options import DecodeOptions, RecogniserOptions  # noqa: E402
from engine.speech.utterance import recognise  # noqa: E402
from engine.speech.whisper import Recogniser  # noqa: E402

CLIP_SECONDS = (3.0, 4.0, 5.0, 6.0, 7.0, 8.0)
TOKENS_PER_SECOND = 3  # 15 in 5 s: a calm speaker of English
STARTER = STARTER_MODEL / "ctranslate2"
# A model that bears short audio: what the starter's card says is used where it is there.
SHORT_CONTEXT = Context(min_seconds=1.0, pad_seconds=1.0)


@dataclass(frozen=True)
class Row:
    """One line of the table. `target` is the greatest wall ratio that is good enough."""

    part: str
    what: str
    wall: dict[str, float]
    cpu: dict[str, float]
    target: float | None = None
    note: str = ""


def bench_mel(given: argparse.Namespace) -> Iterator[Row]:
    """The features alone."""
    from faster_whisper.feature_extractor import FeatureExtractor

    extractor = FeatureExtractor()
    clips = [_noise(seconds) for seconds in CLIP_SECONDS]
    systems: dict[str, Callable[[int], object]] = {
        "theirs": lambda item: extractor(clips[item]),
        "ours": lambda item: log_mel(clips[item], extractor.mel_filters),
    }
    # Separately: the other's spinning threads would be charged to us.
    timings = {name: time_paired({name: work}, len(clips), 10 * given.rounds)[name] for name, work in systems.items()}
    yield _row("mel", "features of 3-8 s", timings["ours"], timings["theirs"])


def bench_shape(shape: str, given: argparse.Namespace) -> Iterator[Row]:
    """A model of real size with random weights, made to give as many tokens as a speaker would."""
    from random_whisper import make_random_model

    folder = make_random_model(shape, given.cache / shape)
    clips = [_noise(seconds) for seconds in CLIP_SECONDS]
    tokens = [round(seconds * TOKENS_PER_SECOND) for seconds in CLIP_SECONDS]
    theirs = _load_theirs(folder, given.threads)
    ours = Recogniser.load(folder, RecogniserOptions("cpu", "int8", given.threads, "en", _short_context()))
    counts: dict[str, list[int]] = {"theirs": [], "ours": []}

    def plain(item: int) -> None:
        # CTranslate2 stops at half of prompt and new tokens together; the prompt has 4.
        segments, _ = theirs.transcribe(clips[item], max_new_tokens=2 * tokens[item] - 4, **_unguarded())
        counts["theirs"].append(sum(len(segment.tokens) for segment in segments))

    def search(item: int) -> None:
        decoded = ours.decode(ours.encode(clips[item]), DecodeOptions(beam=5, max_tokens=tokens[item]))
        counts["ours"].append(len(decoded.best.tokens))

    fallbacks = _replayed(given.fallback_rate)

    def adaptive(item: int) -> None:
        encoded = ours.encode(clips[item])
        ours.decode(encoded, DecodeOptions(beam=1, max_tokens=tokens[item]))
        if next(fallbacks):
            ours.decode(encoded, DecodeOptions(beam=5, max_tokens=tokens[item]))

    timings = time_paired({"theirs": plain, "beam": search, "adaptive": adaptive}, len(clips), given.rounds)
    assert sorted(counts["theirs"]) == sorted(counts["ours"]), "the systems gave different numbers of tokens"
    note = f"{sum(counts['ours'])} tokens each"
    equal, mixed = {"tiny": (0.5, 0.3), "base": (0.6, 0.3)}.get(shape, (None, None))
    yield _row(shape, "beam 5", timings["beam"], timings["theirs"], equal, note)
    what = f"adaptive, {given.fallback_rate:.0%} searched again"
    yield _row(shape, what, timings["adaptive"], timings["theirs"], mixed)


def bench_starter(given: argparse.Namespace) -> Iterator[Row]:
    """The starter model on real clips, as it is used: its own context, threshold and guards."""
    clips = [samples for samples in map(read_recording, _recordings(given)) if samples.size <= 30 * SAMPLE_RATE]
    theirs = _load_theirs(STARTER, given.threads)
    ours = Recogniser.load(STARTER, RecogniserOptions("cpu", "int8", given.threads, "en"))
    full = Recogniser.load(STARTER, RecogniserOptions("cpu", "int8", given.threads, "en", Context()))

    def plain(item: int) -> str:
        segments, _ = theirs.transcribe(clips[item], **_unguarded())
        return " ".join(segment.text for segment in segments)

    systems: dict[str, Callable[[int], object]] = {
        "theirs": plain,
        "beam": lambda item: recognise(ours, clips[item], adaptive=False, words=False),
        "adaptive": lambda item: recognise(ours, clips[item], words=False),
    }
    timings = time_paired(systems, len(clips), given.rounds)
    # Guards aside, on both sides: the same features and search must give the same words.
    unbounded = DecodeOptions(beam=5, max_tokens=224)
    same = sum(
        full.decode(full.encode(clip), unbounded).best.text.split() == plain(item).split()
        for item, clip in enumerate(clips)
    )
    beams = [recognise(ours, clip, words=False).beam for clip in clips]
    rate = sum(beam > 1 for beam in beams) / len(beams)
    note = f"same text at 30 s and beam 5: {same} of {len(clips)} clips"
    yield _row("starter", "beam 5", timings["beam"], timings["theirs"], note=note)
    yield _row("starter", f"adaptive, {rate:.0%} searched again", timings["adaptive"], timings["theirs"], 0.25)


def bench_start(given: argparse.Namespace) -> Iterator[Row]:
    """From the start of the process to the first text: ``attune transcribe`` and the shortest faster-whisper script."""
    recording = str(_recordings(given)[0])
    script = (
        "import sys; from faster_whisper import WhisperModel\n"
        f"model = WhisperModel(sys.argv[1], device='cpu', compute_type='int8', cpu_threads={given.threads})\n"
        "for segment in model.transcribe(sys.argv[2], language='en')[0]: print(segment.text)\n"
    )
    with tempfile.TemporaryDirectory() as home:
        attune = ["-m", "engine.cli.main", "--home", home, "transcribe", recording, "--model", str(STARTER)]
        commands = {
            "theirs": [sys.executable, "-c", script, str(STARTER), recording],
            "ours": [sys.executable, *attune, "--language", "en"],
        }
        timings = {name: Timing() for name in commands}
        for _ in range(given.rounds):
            for name, command in commands.items():
                wall, cpu = _run_child(command)
                timings[name].wall.append(wall)
                timings[name].cpu.append(cpu)
    seconds = statistics.median(timings["ours"].wall)
    yield _row("start", "start to text", timings["ours"], timings["theirs"], note=f"{seconds:.2f} s")


def _run_child(command: list[str]) -> tuple[float, float]:
    before, wall = os.times(), time.perf_counter()
    child = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    wall, after = time.perf_counter() - wall, os.times()
    assert child.stdout.strip(), "no text came"
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


def _unguarded() -> dict[str, Any]:
    """One decode, no second try: the time of the work itself, and as many tokens as ours."""
    return {
        "language": "en",
        "beam_size": 5,
        "temperature": 0.0,
        "without_timestamps": True,
        "condition_on_previous_text": False,
        "no_speech_threshold": None,
        "log_prob_threshold": None,
        "compression_ratio_threshold": None,
    }


def _load_theirs(folder: Path, threads: int) -> WhisperModel:
    return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=threads)


def _short_context() -> Context:
    return Card.load(STARTER).context if (STARTER / "card.json").exists() else SHORT_CONTEXT


def _recordings(given: argparse.Namespace) -> list[Path]:
    found = sorted(path for kind in ("*.flac", "*.wav") for path in given.recordings.rglob(kind))
    if not found:
        raise SystemExit(f"There are no FLAC or WAV files in {given.recordings}; choose others with --recordings.")
    return found


def _replayed(rate: float) -> Iterator[bool]:
    """True as often as `rate` says, evenly spread."""
    total = 0.0
    while True:
        total += rate
        yield total >= 1.0
        total -= float(total >= 1.0)


def _noise(seconds: float) -> np.ndarray:
    generator = np.random.default_rng(round(1000 * seconds))
    return (0.1 * generator.standard_normal(round(seconds * SAMPLE_RATE))).astype(np.float32)


def _row(part: str, what: str, ours: Timing, theirs: Timing, target: float | None = None, note: str = "") -> Row:
    return Row(part, what, ratio(ours.wall, theirs.wall), ratio(ours.cpu, theirs.cpu), target, note)


def _show(rows: list[Row]) -> None:
    table = Table(title="Attune / faster-whisper (median of rounds, least-greatest)")
    for column in ("part", "what", "wall", "CPU", "target", "note"):
        table.add_column(column)
    for row in rows:
        wall, cpu = (f"{r['median']:.2f} ({r['low']:.2f}-{r['high']:.2f})" for r in (row.wall, row.cpu))
        table.add_row(row.part, row.what, wall, cpu, f"{row.target:.2f}" if row.target else "", row.note)
    Console(width=130).print(table)


PARTS: dict[str, Callable[[argparse.Namespace], Iterator[Row]]] = {
    "mel": bench_mel,
    "tiny": lambda given: bench_shape("tiny", given),
    "base": lambda given: bench_shape("base", given),
    "small": lambda given: bench_shape("small", given),
    "starter": bench_starter,
    "start": bench_start,
}


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", default="mel,tiny,base,starter,start", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--fallback-rate", type=float, default=0.2, help="share of clips that are searched again")
    parser.add_argument(
        "--recordings", type=Path, default=STARTER_MODEL / "recordings", help="clips for the starter model"
    )
    parser.add_argument("--cache", type=Path, default=Path(platformdirs.user_cache_dir("attune-bench")))
    parser.add_argument("--json", type=Path, help="also write the figures here")
    given = parser.parse_args()
    rows = [row for part in given.parts.split(",") for row in PARTS[part](given)]
    _show(rows)
    if given.json:
        given.json.write_text(json.dumps([vars(row) for row in rows], indent=1) + "\n")


if __name__ == "__main__":
    main()
