"""Installed models for tests: tiny random Whisper models, with cards, manifests and a check recording."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile
from tiny_whisper import make_model

from engine.models.card import Card, Golden
from engine.models.golden import GoldenResult
from engine.models.registry import InstalledModel, Registry, finish_staged
from engine.paths import Home, open_home

NO_GOLDEN = Golden()


def make_recording(path: Path, seconds: float = 2.0) -> Path:
    """A rising tone in noise, 16 kHz mono FLAC."""
    time = np.arange(int(seconds * 16_000)) / 16_000
    noise = np.random.default_rng(0).normal(scale=0.01, size=len(time))
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, 0.3 * np.sin(2 * np.pi * (200 + 300 * time) * time) + noise, 16_000)
    return path


def make_finished_model(folder: Path, model: str, *, seed: int = 0, golden: Golden = NO_GOLDEN) -> Path:
    """A model folder as the registry wants it, with card and manifest."""
    make_model(folder, seed)
    Card(id=model, name=f"Test {model}", golden=golden).save(folder)
    finish_staged(folder)
    return folder


def make_starter(folder: Path) -> Path:
    """A starter folder that holds only the converted model."""
    make_finished_model(folder / "ctranslate2", "starter", seed=99)
    return folder


def make_registry(base: Path) -> Registry:
    """A registry with a starter of its own; no model is checked by decoding."""
    starter = base / "starter"
    if not starter.exists():
        make_starter(starter)
    return Registry(open_home(Home(base / "home")), starter=starter, check=lambda folder, card: None)


def install(registry: Registry, model: str, *, seed: int = 0, golden: Golden = NO_GOLDEN) -> InstalledModel:
    """Install a tiny model under this id."""
    with registry.staging() as place:
        return registry.install(make_finished_model(place / "model", model, seed=seed, golden=golden))


def says_hello(folder: Path) -> GoldenResult:
    """A golden run that needs no decoding."""
    return GoldenResult("hello", -0.1, looped=False)
