"""What the live policy's constants do: Attune alone on a virtual clock, a row for each set of them.

    python tests/bench/live_policy.py [--seconds 150] --policy edge_guard=0.5,partial_beam=1 --policy overlap_words=8

Constants are chosen by this, on sentences that neither train the starter nor are in its figures or in `live.py`'s,
said by three voices. The first row is the policy as it is. See README-live.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

from live_virtual import THREADS, VirtualLog, run_attune  # noqa: E402 # sets what CTranslate2 reads when it loads

# ruff: isort: split
import numpy as np  # noqa: E402
from live_material import Material, make_material  # noqa: E402
from live_report import Run, measure, offline_text, word_errors  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402

from engine.paths import STARTER_MODEL  # noqa: E402
from engine.speech.policy import StreamingPolicy  # noqa: E402
from trainer.scratch.recipe import STARTER  # noqa: E402
from trainer.scratch.text import held_out_sentences  # noqa: E402
from trainer.voices import espeak  # noqa: E402

VOICES = (espeak("en-us"), espeak("en-gb", "m3"), espeak("en-us", "f2"))
FIGURES = (
    "wer_final", "wer_committed", "committed_p50", "committed_p95", "shown_p50", "shown_p95", "never_shown", "erasure",
    "finalisation_p50", "cpu_per_second",
)  # fmt: skip


def changed(policy: StreamingPolicy, text: str) -> StreamingPolicy:
    """The policy with the constants that `text` gives, as "name=value,name=value"."""
    values = dict(one.split("=") for one in text.split(",")) if text else {}
    return replace(policy, **{name: json.loads(value) for name, value in values.items()})


def materials(model: Path, seconds: float) -> list[Material]:
    """A recording for each voice, each with other sentences."""
    sentences = held_out_sentences(STARTER)
    return [
        make_material(model, random.Random(seed).sample(sentences, len(sentences)), voice, seconds, seed)
        for seed, voice in enumerate(VOICES, 7)
    ]


def figures(model: Path, recordings: list[Material], policy: StreamingPolicy) -> list[float]:
    """The means over the recordings."""
    rows = []
    for recording in recordings:
        log = VirtualLog()
        run_attune(model, recording.samples, log, policy)
        found = measure(Run("attune", log.events, log.worked(), 0, 0.0), recording)
        rows.append([found[name] for name in FIGURES])
    return np.mean(rows, axis=0).tolist()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, default=STARTER_MODEL / "ctranslate2", help="CTranslate2 folder")
    parser.add_argument("--seconds", type=float, default=150.0, help="for each voice")
    parser.add_argument("--policy", action="append", default=[], help="name=value,name=value: a row")
    given = parser.parse_args()
    recordings = materials(given.model, given.seconds)
    offline = [word_errors(one, offline_text(one.samples, given.model, THREADS)) for one in recordings]
    table = Table("policy", *FIGURES, title=f"offline beam 5: WER {np.mean(offline):.3f}")
    for text in ("", *given.policy):
        means = figures(given.model, recordings, changed(StreamingPolicy(), text))
        table.add_row(text or "as it is", *(f"{value:.3f}" for value in means))
    Console(width=200).print(table)


if __name__ == "__main__":
    main()
