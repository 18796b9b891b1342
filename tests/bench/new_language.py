"""A language Whisper does not know, learnt from nothing and from the English starter's encoder, the same steps each.

    python tests/bench/new_language.py [--language eo] [--steps 1200] [--out FOLDER]

Speech is synthetic. Both arms see the same batches; the table shows the held-out sentences as the runs go on: character
errors of the encoder's own reading (CTC) and word errors of the decoder. Run again it goes on where it stopped.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STARTER = ROOT / "resources" / "starter" / "checkpoint"
ARMS = {"from nothing": [], "from the English encoder": ["--encoder-from", str(STARTER)]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", default="eo")
    parser.add_argument("--steps", type=int, default=1200)
    parser.add_argument("--clips", type=int, default=12_000)
    parser.add_argument("--out", type=Path, default=Path("new-language"))
    given = parser.parse_args()
    common = ["--recipe", "language", "--language", given.language, "--steps", str(given.steps), "--clips",
              str(given.clips), "--stop-after"]  # fmt: skip
    first = given.out / "from nothing"
    scratch(first, given.out / "speech.jsonl", *common, "speech")
    found = {}
    for name, more in ARMS.items():
        work = given.out / name
        work.mkdir(parents=True, exist_ok=True)
        if work != first and not (work / "corpus").exists():
            (work / "corpus").symlink_to((first / "corpus").resolve())
        scratch(work, work / "events.jsonl", *common, "train", *more)
        found[name] = metrics(work / "events.jsonl")
    print(f"{'step':>6}" + "".join(f"{name:>34}" for name in ARMS))
    for step in sorted({step for rows in found.values() for step in rows}):
        cells = (rows.get(step, {}) for rows in found.values())
        print(f"{step:6}" + "".join(f"{cell(one):>34}" for one in cells))


def scratch(work: Path, events: Path, *arguments: str) -> None:
    events.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "trainer", "scratch", "--work", str(work), *arguments]
    with events.open("a") as file:
        subprocess.run(command, cwd=ROOT, stdout=file, check=True)


def metrics(events: Path) -> dict[int, dict[str, float]]:
    lines = map(json.loads, events.read_text().splitlines())
    return {line["step"]: line for line in lines if line["event"] == "metric"}


def cell(found: dict[str, float]) -> str:
    return f"CER {found['ctc_cer']:.1%}  WER {found['wer']:.1%}" if found else "-"


if __name__ == "__main__":
    main()
