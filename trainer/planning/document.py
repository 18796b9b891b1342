"""The comparison table of the document that Attune started from, each row recomputed, and where it is off or loose.

The document, "Training an ASR Model from Scratch vs Fine-Tuning" (danielrosehill/STT-Fine-Tuning-Notebook), says itself
that it was generated and not validated. Its figures are kept here as it gives them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trainer.planning.machines import machine
from trainer.planning.roads import LEAST_HOURS, TRANSCRIBING, WHISPER_HOURS, fine_tune, scratch
from trainer.planning.shapes import shape_named

State = Literal["holds", "loose", "off", "measured elsewhere"]
DAYS_PER_MONTH = 30
ITS_GPUS, ITS_MONTHS, ITS_PRICE = 8, 4, 3.0


@dataclass(frozen=True)
class Row:
    """What the document says of both roads, what comes out when it is computed, and how far it holds."""

    aspect: str
    scratch: str
    fine_tuning: str
    recomputed: str
    state: State


def rows() -> list[Row]:
    """The table's rows, then the sums in its text."""
    large = shape_named("large")
    eight = machine("a100", large, ITS_GPUS)
    long, short = scratch(10, large, eight), fine_tune(10, large, machine("rtx4090", large))
    sum_of_its = ITS_GPUS * ITS_MONTHS * DAYS_PER_MONTH * 24 * ITS_PRICE
    low, high = (LEAST_HOURS * 60 * price for price in TRANSCRIBING)
    return [
        Row(
            "Data required",
            "100,000+ hours",
            "1-10 hours",
            f"1 to 10 h are {_percent(1 / LEAST_HOURS)} to {_percent(10 / LEAST_HOURS)} of 100,000 h and"
            f" {_percent(1 / WHISPER_HOURS)} to {_percent(10 / WHISPER_HOURS)} of 680,000 h",
            "holds",
        ),
        Row(
            "Compute cost",
            "$500K - $10M",
            "$50 - $500",
            f"{large.name}, {WHISPER_HOURS:,} h three times over: {long.flop:.1e} FLOP, ${long.dollars:,.0f} of rent"
            " for the final run on A100s, trials and people not counted; fine-tuning on 10 h:"
            f" ${short.dollars:.2f} of electricity",
            "loose",
        ),
        Row(
            "Time to train",
            "1-6 months",
            "2-12 hours",
            f"{long.compute_hours / 24:.0f} days on {ITS_GPUS} A100; fine-tuning on 10 h:"
            f" {_duration(short.compute_hours)} on an RTX 4090",
            "loose",
        ),
        Row("Expertise required", "Deep ML research", "Follow tutorials", "one command either way here", "loose"),
        Row("Result for your voice", "Catastrophic failure", "Excellent", _COMPARE, "measured elsewhere"),
        Row("Result for general speech", "Bad (unless huge data)", "Good", _COMPARE, "measured elsewhere"),
        Row("Makes sense?", "No", "Yes", "follows from the rows above", "measured elsewhere"),
        Row(
            "8 GPUs x 4 months x $3/hour",
            "$690,000",
            "",
            f"{ITS_GPUS} x {ITS_MONTHS} x {DAYS_PER_MONTH} x 24 h x ${ITS_PRICE:g} = ${sum_of_its:,.0f}:"
            " a factor of ten",
            "off",
        ),
        Row(
            "Your data is 0.001 % of what's needed",
            "",
            "1-10 hours",
            f"{_percent(1e-5)} holds for 1 h of 100,000 or {0.001 / 100 * WHISPER_HOURS:.1f} h of 680,000;"
            f" 10 h of 100,000 are {_percent(10 / LEAST_HOURS)}",
            "loose",
        ),
        Row(
            "Transcription of 100,000 hours",
            "$600,000 - $6,000,000",
            "",
            f"6,000,000 minutes x $0.10 to $1.00 = ${low:,.0f} to ${high:,.0f}",
            "holds",
        ),
        Row(
            "Training time on 8 A100",
            "~6 months (4 in its own sum)",
            "",
            f"{long.compute_hours / 24:.0f} days at 30 % of the data sheet; it contradicts itself",
            "off",
        ),
    ]


_COMPARE = "measured by `python -m trainer compare`"


def _percent(share: float) -> str:
    return f"{100 * share:.2g} %"


def _duration(hours: float) -> str:
    return f"{60 * hours:.0f} minutes" if hours < 2 else f"{hours:.1f} hours"
