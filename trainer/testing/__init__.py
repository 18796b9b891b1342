"""Two models on the same held-out speech: what each wrote, and what differs. The doors are named here."""

from trainer.testing.compare import Comparison, SetComparison, compare
from trainer.testing.evaluation import Evaluation, Reading, SetReadings
from trainer.testing.run import evaluate
from trainer.testing.sets import Recorded, build_sets, general_speech

__all__ = [
    "Comparison",
    "Evaluation",
    "Reading",
    "Recorded",
    "SetComparison",
    "SetReadings",
    "build_sets",
    "compare",
    "evaluate",
    "general_speech",
]
