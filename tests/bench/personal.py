"""What personalization gives and what it costs: ``python tests/bench/personal.py [--parts simulation] [--json F]``.

simulation  no model: how often the gate takes a candidate that gains nothing, over 200 simulated runs for each size
training    development users, 10 and 30 minutes of speech each, from the recordings to the gate's verdict
poison      the same with wrong texts, with too much training, and with a consistent mistake: all must be refused

The speech is synthetic and made once into --work. Nothing here chooses the recipe: it is tuned on other users.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

from personal_jobs import POISONS, SIZES, USERS, make_user_job, prepare_speech, run_job  # noqa: E402
from zero_gain import SCENARIOS, accepted_runs  # noqa: E402

MOST_ACCEPTED = 16  # of 200 simulated runs; the nominal rate is 5 %
RUNS = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", default="simulation,training,poison")
    parser.add_argument("--users", default=",".join(USERS))
    parser.add_argument("--minutes", default=",".join(map(str, SIZES)))
    parser.add_argument("--base", type=Path, default=ROOT / "resources" / "starter")
    parser.add_argument("--work", type=Path, default=Path("bench-personal"), help="recordings and jobs are kept here")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    parts = options.parts.split(",")
    found: dict[str, Any] = {}
    if "simulation" in parts:
        found["simulation"] = simulate(options.runs)
    if "training" in parts or "poison" in parts:
        found["training"] = train(options, poison="poison" in parts, plain="training" in parts)
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n")


def simulate(runs: int) -> list[dict[str, Any]]:
    """The false acceptance of every scenario."""
    print(f"{'simulated runs at zero gain':<44}{'accepted':>10} of {runs}   allowed {MOST_ACCEPTED * runs // RUNS}")
    rows = []
    for scenario in SCENARIOS:
        accepted = accepted_runs(scenario, runs)
        rows.append({"scenario": scenario.name, "accepted": accepted, "runs": runs})
        print(f"{scenario.name:<44}{accepted:>10}", flush=True)
    return rows


def train(options: argparse.Namespace, *, poison: bool, plain: bool) -> list[dict[str, Any]]:
    """Every user with every amount of speech; the poisoned runs with the first user and the least speech."""
    print(f"{'user':<12}{'min':>4}  {'what':<16}{'WER before':>11}{'after':>7}{'less':>6}  {'others':>13}  verdict")
    rows = []
    users, sizes = options.users.split(","), [float(size) for size in options.minutes.split(",")]
    for user in users:
        speech = prepare_speech(options.work, user)
        for minutes in sizes:
            kinds = ["as it is"] if plain else []
            kinds += list(POISONS) if poison and user == users[0] and minutes == min(sizes) else []
            for kind in kinds:
                job = make_user_job(options.work, options.base, speech, minutes, kind)
                row = {"user": user, "minutes": minutes, "kind": kind, **run_job(job)}
                rows.append(row)
                print_row(row)
    return rows


def print_row(row: dict[str, Any]) -> None:
    before, after = row["personal"]
    less = 1 - after / before if before else 0.0
    others = f"{row['general'][0]:.1%}->{row['general'][1]:.1%}"
    print(
        f"{row['user']:<12}{row['minutes']:>4.0f}  {row['kind']:<16}{before:>11.1%}{after:>7.1%}{less:>6.0%}"
        f"  {others:>13}  {row['outcome']} (alpha {row['alpha']}, {row['seconds'] / 60:.1f} min, silence"
        f" {row['from_silence']})",
        flush=True,
    )
    if row["outcome"] != "accepted":
        print(f"{'':<18}{row['reason']}", flush=True)


if __name__ == "__main__":
    main()
