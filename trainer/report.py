"""What a training changed, kept as ``report.json`` and shown as ``report.html``."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from engine.models.durable import move, write_json
from engine.paths import make_private_folder
from trainer.gate import Verdict
from trainer.report_page import render
from trainer.testing.evaluation import Evaluation, Reading
from trainer.testing.words import word_fates

VERSION = 1
REPORT_NAME = "report.json"
PAGE_NAME = "report.html"


@dataclass(frozen=True)
class LearningPoint:
    """The training loss at a step, and the development set's word error rate where it was measured."""

    step: int
    loss: float
    wer: float | None = None


@dataclass(frozen=True)
class AlphaPoint:
    """The adapter scaled by `alpha`: the user's development WER, and what is forgotten of kept-back speech.

    `forgotten` is in nats a token more than the base's.
    """

    alpha: float
    wer: float
    forgotten: float | None = None
    chosen: bool = False


@dataclass(frozen=True)
class ContextPoint:
    """Word error rates with a least audio context, of the candidate and of the base."""

    seconds: float
    wer: float
    base_wer: float | None = None


@dataclass(frozen=True)
class Curves:
    """What was measured on the way."""

    learning: tuple[LearningPoint, ...] = ()
    alpha: tuple[AlphaPoint, ...] = ()
    context: tuple[ContextPoint, ...] = ()


@dataclass(frozen=True)
class Training:
    """What was changed, and what it took.

    `trained` of `parameters` weights were learnt; the norms are of the change and of all weights before. `seconds`
    is the time it took; `energy_wh` is None where the machine does not tell. The mappings name libraries, files
    (SHA-256), the recipe's fields, what it learnt from, and by compute type (float32, int8 and a GPU's) the
    development set's word error rate: what rounding costs.
    """

    trained: int
    parameters: int
    change_norm: float
    weight_norm: float
    seconds: float
    energy_wh: float | None = None
    versions: Mapping[str, str] = field(default_factory=dict)
    hashes: Mapping[str, str] = field(default_factory=dict)
    recipe: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    wer_by_type: Mapping[str, float] = field(default_factory=dict)


def write(
    folder: Path,
    base: Evaluation,
    candidate: Evaluation,
    verdict: Verdict,
    curves: Curves,
    *,
    training: Training | None = None,
    recordings: Mapping[str, Path] | None = None,
) -> Path:
    """Write both files into `folder`, readable by the user alone; returns the path of ``report.json``.

    `recordings` names, by utterance id, what the page may play.

    Raises:
        StorageError: the folder cannot be used.
    """
    make_private_folder(folder)
    report = describe(base, candidate, verdict, curves, training)
    write_json(folder / REPORT_NAME, report)
    _write_private(folder / PAGE_NAME, render(report, recordings or {}))
    return folder / REPORT_NAME


def describe(
    base: Evaluation, candidate: Evaluation, verdict: Verdict, curves: Curves, training: Training | None = None
) -> dict[str, Any]:
    """The report as JSON values."""
    utterances = list(_utterances(base, candidate))
    return {
        "version": VERSION,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "accepted": verdict.accepted,
        "outcome": verdict.outcome,
        "reasons": list(verdict.reasons),
        "checks": [asdict(check) for check in verdict.checks],
        "models": {
            "base": {"name": base.model, "sha256": base.sha256},
            "candidate": {"name": candidate.model, "sha256": candidate.sha256},
        },
        "tested": list(base.tested),
        "figures": verdict.figures,
        "words": _tally(utterances),
        "utterances": utterances,
        "curves": asdict(curves),
        "training": asdict(training) if training else None,
    }


def _utterances(base: Evaluation, candidate: Evaluation) -> Iterator[dict[str, Any]]:
    for one, other in zip(base.sets, candidate.sets, strict=True):
        for before, after in zip(one.readings, other.readings, strict=True):
            yield {"set": one.name, "role": one.role, **_utterance(before, after)}


def _utterance(before: Reading, after: Reading) -> dict[str, Any]:
    fates = word_fates(before.said, before.read, after.read)
    return {
        "id": before.id,
        "session": before.block,
        "seconds": round(before.seconds, 3),
        "said": before.said,
        "base": before.read,
        "candidate": after.read,
        "words": before.words.words,
        "errors": [before.words.errors, after.words.errors],
        "written_errors": [before.written_words.errors, after.written_words.errors],
        "effort": [asdict(before.effort), asdict(after.effort)],
        "fates": [[fate.word, fate.fate] for fate in fates],
    }


def _tally(utterances: list[dict[str, Any]]) -> dict[str, list[tuple[str, int]]]:
    """The user's words that were fixed, are still wrong and newly wrong, most frequent first."""
    own = {one["id"]: one for one in utterances if one["role"] in ("personal", "gold")}
    pairs = [(word, fate) for one in own.values() for word, fate in one["fates"]]
    return {
        fate.replace(" ", "_"): Counter(word for word, found in pairs if found == fate).most_common()
        for fate in ("fixed", "still wrong", "newly wrong")
    }


def _write_private(path: Path, text: str) -> None:
    temporary = path.with_name(f".{path.name}.new")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    move(temporary, path)
