"""What fault programs share: their arguments, and what so many trials show."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

CONFIDENCE = 0.95


def parse(description: str, count: int, arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """`--count` and `--seed` of a program."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--count", type=int, default=count, help="trials (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(arguments)


def upper_bound(trials: int) -> float:
    """With no failure in so many independent trials, the rate that would have shown one with 95 % confidence."""
    return float(1 - (1 - CONFIDENCE) ** (1 / trials)) if trials else 1.0


def bound_line(trials: int, failures: int) -> str:
    """The figure as a program prints it."""
    if failures:
        return f"{failures} of {trials} failed"
    return f"0 of {trials} failed: fewer than {100 * upper_bound(trials):.2g} % with 95 % confidence"
