"""The figures of the live benchmark, and their targets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import jiwer
import numpy as np
from live_material import Material
from metrics import (
    committed_text,
    displays,
    final_text,
    first_partial,
    head_deletions,
    normalised_erasure,
    summarise,
    tail_deletions,
    word_lags,
    words_of,
    words_per_minute_of_silence,
)
from rich.console import Console
from rich.table import Table

SILENCE_SECONDS = 0.6  # that ends an utterance, in Attune and in RealtimeSTT's policy


@dataclass(frozen=True)
class Run:
    """One system's event log, CPU-seconds, peak memory in bytes and longest backlog in seconds.

    `memory_growth` is the memory at the end over that at the beginning, where it was watched.
    """

    name: str
    events: list[dict[str, Any]]
    cpu: float
    peak_pss: int
    backlog: float
    own_cpu: float = 0.0
    calls: Sequence[dict[str, Any]] = ()
    memory_growth: float | None = None


def figures(
    material: Material,
    runs: dict[str, Run],
    idle: dict[str, float],
    offline: str,
    in_noise: Run,
    noise_seconds: float,
) -> dict[str, Any]:
    """Every system's figures, the offline reference's, and the targets with what was reached."""
    systems = {name: measure(run, material, idle[name]) for name, run in runs.items()}
    reference = {
        "wer": word_errors(material, offline),
        "head_deletions": head_deletions(material.words, offline),
        "tail_deletions": tail_deletions(material.words, offline),
    }
    noise = words_per_minute_of_silence(in_noise.events, noise_seconds)
    targets = list(_targets(systems, reference, noise))
    return {
        "seconds": material.seconds,
        "words": len(material.words),
        "systems": systems,
        "offline": reference,
        "words_per_minute_of_noise": noise,
        "targets": targets,
    }


def measure(run: Run, material: Material, idle: float = 0.0) -> dict[str, Any]:
    """The figures of one system; `idle` is what it works while nobody speaks, in CPU-seconds a second."""
    lags = word_lags(run.events, material.words)
    first, stable, committed = (
        summarise([getattr(lag, name) for lag in lags]) for name in ("first_shown", "stable", "committed")
    )
    finals = _finalisations(run, material)
    final = final_text(run.events)
    return {
        "first_partial": first_partial(run.events, material.words),
        "shown_p50": first.p50,
        "shown_p95": first.p95,
        "stable_p50": stable.p50,
        "stable_p95": stable.p95,
        "committed_p50": committed.p50,
        "committed_p95": committed.p95,
        "never_shown": first.never,
        "lag_growth": _growth([lag.committed for lag in lags], material),
        "finalisation_p50": float(np.median(finals)) if finals else None,
        "erasure": normalised_erasure(run.events),
        "committed_erasure": _committed_erasure(run.events),
        "cpu_per_second": run.cpu / material.seconds,
        "cpu_per_idle_second": idle,
        "peak_mb": run.peak_pss / 1e6,
        "memory_growth": run.memory_growth,
        "backlog": run.backlog,
        "wer_final": word_errors(material, final),
        "wer_committed": word_errors(material, committed_text(run.events)),
        "head_deletions": head_deletions(material.words, final),
        "tail_deletions": tail_deletions(material.words, final),
    }


def offline_text(samples: np.ndarray, model: Path, threads: int) -> str:
    """What beam 5 says of the whole recording when nothing is live."""
    from engine.speech.longform import transcribe
    from engine.speech.options import RecogniserOptions
    from engine.speech.whisper import Recogniser

    recogniser = Recogniser.load(model, RecogniserOptions("cpu", "int8", threads, "en"))
    return transcribe(recogniser, [samples], adaptive=False, words=False).text


def word_errors(material: Material, text: str) -> float:
    """The word error rate of `text`, compared without case and punctuation."""
    said = " ".join(word.text for word in material.words)
    return float(jiwer.wer(*(" ".join(words_of(one)) or " " for one in (said, text))))


def _finalisations(run: Run, material: Material) -> list[float]:
    """From the end of each utterance's last word to its final."""
    ends = [
        (event["t"], [word.end for word in material.words if word.end < event["audio_t"]])
        for event in run.events
        if event["event"] == "final"
    ]
    return [t - before[-1] for t, before in ends if before]


def _growth(lags: list[float | None], material: Material) -> float | None:
    """Median lag of the last minute over the first minute's; nothing for less than two minutes."""
    known = [(word.end, lag) for word, lag in zip(material.words, lags, strict=True) if lag is not None]
    first = [lag for end, lag in known if end < 60]
    last = [lag for end, lag in known if end > material.seconds - 60]
    return float(np.median(last) / np.median(first)) if material.seconds >= 120 and first and last else None


def _committed_erasure(events: list[dict[str, Any]]) -> int:
    """Words that were committed and changed."""
    screens = [screen.committed for screen in displays(events)]
    return sum(new[: len(old)] != old for old, new in pairwise(screens))


def _targets(systems: dict[str, dict[str, Any]], offline: dict[str, Any], noise: float):
    ours = systems["attune"]
    agreement, realtime = systems.get("local-agreement"), systems.get("realtime-stt")

    def against(what: str, theirs: dict[str, Any] | None, key: str, most: float, change: Callable = lambda x: x):
        if theirs is not None and None not in (ours[key], theirs[key]) and change(theirs[key]):
            yield what, change(ours[key]) / change(theirs[key]), most

    def after_silence(seconds: float) -> float:
        return seconds - SILENCE_SECONDS

    found = [
        *against("CPU / LocalAgreement's", agreement, "cpu_per_second", 0.35),
        *against("committed lag p50 / LocalAgreement's", agreement, "committed_p50", 0.5),
        *against("committed lag p95 / LocalAgreement's", agreement, "committed_p95", 0.6),
        *against("first shown p50 / LocalAgreement's", agreement, "shown_p50", 0.4),
        *against("final less silence / RealtimeSTT's", realtime, "finalisation_p50", 0.4, after_silence),
        *against("memory / RealtimeSTT's", realtime, "peak_mb", 0.6),
        *against("erasure / RealtimeSTT's", realtime, "erasure", 0.5),
        ("final WER / offline beam 5", ours["wer_final"] / offline["wer"] if offline["wer"] else None, 1.05),
        ("committed words that changed", ours["committed_erasure"], 0),
        ("head deletions more than offline", ours["head_deletions"] - offline["head_deletions"], 0),
        ("tail deletions more than offline", ours["tail_deletions"] - offline["tail_deletions"], 0),
        ("words a minute of noise", noise, 0),
        ("lag of last minute / first", ours["lag_growth"], 1.1),
    ]
    for what, reached, most in found:
        if reached is not None:
            yield {"what": what, "reached": reached, "at_most": most, "met": reached <= most}


def print_table(data: dict[str, Any]) -> None:
    console = Console()
    table = Table(title=f"{data['seconds']:.0f} s of dictation, {data['words']} words")
    table.add_column("figure")
    for name in data["systems"]:
        table.add_column(name, justify="right")
    for key in next(iter(data["systems"].values())):
        table.add_row(key, *(_cell(system[key]) for system in data["systems"].values()))
    console.print(table)
    console.print(f"offline beam 5: WER {data['offline']['wer']:.3f}")
    targets = Table("target", "reached", "at most", "")
    for one in data["targets"]:
        targets.add_row(one["what"], _cell(one["reached"]), _cell(one["at_most"]), "met" if one["met"] else "MISSED")
    console.print(targets)


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
