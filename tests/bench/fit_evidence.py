"""Fit the evidence of a second look to what `fast_layer.py --evidence FILE` wrote.

Logistic regression with a penalty; the bias is then lowered until at most one in `--rate` of the wrong proposals
would be taken, for a wrong term is worse than one that is missed. The table shows each user's proposals judged by a
fit to the other users.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from engine.learning.second_look import features

PENALTY = 10.0  # some features speak up in a few proposals of hundreds, and would else be believed blindly
STEPS, RATE = 4_000, 0.3


def main() -> None:
    parser = argparse.ArgumentParser(description="Fit the evidence of a second look.")
    parser.add_argument("file", type=Path, nargs="+")
    parser.add_argument("--rate", type=int, default=200, help="at most one in so many wrong proposals is taken")
    given = parser.parse_args()
    rows = [json.loads(line) for file in given.file for line in file.read_text().splitlines()]
    seen = np.array([features(row) for row in rows])
    right = np.array([row["right"] for row in rows], dtype=float)
    users = np.array([row["user"] for row in rows])
    print(f"{len(rows)} proposals, {int(right.sum())} right")
    print(f"{'user':14}{'right':>7}{'taken':>7}{'wrong':>7}{'taken':>7}")
    for user in sorted(set(users)) if len(set(users)) > 1 else []:
        own = users == user
        weights = fit(seen[~own], right[~own], given.rate)
        taken = seen[own] @ weights > 0
        hits, misses = taken[right[own] == 1], taken[right[own] == 0]
        print(f"{user:14}{len(hits):7}{int(hits.sum()):7}{len(misses):7}{int(misses.sum()):7}")
    print("WEIGHTS = (" + ", ".join(f"{weight:.2f}" for weight in fit(seen, right, given.rate)) + ")")


def fit(seen: np.ndarray, right: np.ndarray, rate: int) -> np.ndarray:
    """The weights, the bias first; `seen` is (proposals, features) with ones first, `right` is 0 or 1."""
    spread = seen.std(axis=0)
    scale = np.where(spread > 1e-3, spread, 1.0)
    scaled, weights = seen / scale, np.zeros(seen.shape[1])
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (chance - right) / len(right) + PENALTY / len(right) * np.r_[0.0, weights[1:]]
        weights -= RATE * slope
    weights = weights / scale
    wrong = np.sort(seen[right == 0] @ weights)[::-1]
    if wrong.size:
        weights[0] -= max(0.0, float(wrong[min(len(wrong) - 1, len(wrong) // rate)]) + 0.05)
    return weights


if __name__ == "__main__":
    main()
