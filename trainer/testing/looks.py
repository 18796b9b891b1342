"""How often a test set has been looked at before: each further look finds luck more easily."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from trainer.testing.evaluation import Evaluation

SHARED = 0.5  # of the present utterances in an earlier test make it a look at the same set


def count_looks(evaluation: Evaluation, earlier_reports: Iterable[Path]) -> int:
    """Which look this is, 1 for the first, given the ``report.json`` files of earlier runs.

    A set grows with the library; an earlier one counts if at least half of this one was in it. A report that
    cannot be read counts as a look, for it may have been one.
    """
    own = set(evaluation.tested)
    return 1 + sum(_was_a_look(own, report) for report in earlier_reports)


def _was_a_look(own: set[str], report: Path) -> bool:
    try:
        tested = set(json.loads(report.read_text(encoding="utf-8"))["tested"])
    except (OSError, ValueError, TypeError, KeyError):
        return report.exists()
    return len(own & tested) >= SHARED * len(own) > 0
