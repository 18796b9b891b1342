"""A training job for tests: a tiny random Whisper, a dozen short sounds with texts, and job.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from tiny_whisper import make_checkpoint, make_model

from engine.audio.flac import write_flac
from engine.jobs.spec import JobSpec
from engine.models.card import Card, Context
from engine.models.registry import finish_staged
from engine.records import SAMPLE_RATE

WORDS = [
    "the",
    "quick",
    "brown",
    "fox",
    "jumps",
    "over",
    "a",
    "lazy",
    "dog",
    "while",
    "rain",
    "falls",
    "on",
    "our",
    "old",
    "town",
]
QUICK = {"epochs": 1, "batch_seconds": 8.0, "rank": 2, "alphas": [0.0, 1.0]}
COUNTS = {"train": 12, "dev": 3, "test": 3, "rehearsal": 6, "general": 3}


def make_job_folder(folder: Path, recipe: dict[str, Any] | None = None, **spec: Any) -> Path:
    """A job that runs in seconds on a processor."""
    base = folder / "base"
    make_checkpoint(base / "checkpoint")
    make_model(base / "model")
    Card("tiny", "Tiny", languages=("en",), context=Context(1.0, 0.5)).save(base / "model")
    finish_staged(base / "model")
    (folder / "audio").mkdir()
    number = 0
    for name, count in COUNTS.items():
        rows = []
        for _ in range(count):
            rows.append(make_record(folder, name, number))
            number += 1
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    JobSpec(
        model_id="tiny-personal-1",
        base="base/checkpoint",
        base_model="base/model",
        base_id="tiny",
        manifests={name: f"{name}.jsonl" for name in COUNTS},
        recipe=QUICK if recipe is None else {**QUICK, **recipe},
        device="cpu",
        **spec,
    ).save(folder)
    return folder


def make_record(folder: Path, name: str, number: int) -> dict[str, Any]:
    """A recording of its own, with a text of its own, in a session of four."""
    source = np.random.default_rng(number)
    seconds = float(source.uniform(0.8, 1.6))
    time = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    samples = 0.2 * np.sin(2 * np.pi * (200 + 40 * number) * time) + 0.01 * source.standard_normal(time.size)
    identifier = f"{name}-{number:03}"
    write_flac(folder / "audio" / f"{identifier}.flac", samples.astype(np.float32))
    text = " ".join(str(word) for word in source.choice(WORDS, 5)) + f" {number}"
    session = f"{name}-{number // 4}"
    return {"audio": f"audio/{identifier}.flac", "text": text, "id": identifier, "session_id": session}
